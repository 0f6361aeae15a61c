"""Their choices: for each audience what they said, when and how, up to when; answered anew, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.access import actions
from alongside.access.choosing import Holds
from alongside.access.looking_up import about, sheet_of
from alongside.access.models import Choice, Naming
from alongside.access.opening import Opened, open_person
from alongside.access.queries import Standing, choices_of, namings_open, standing_among
from alongside.access.words import AUDIENCES
from alongside.web.pages import WRITING, Request, page
from alongside.web.templatetags.components import last_day
from alongside.web.writing import see_other, written

from .forms.choices import ChoiceForm

ONE_BY_ONE = {"partner", "meeting", "group", "somebody else"}
"""Audiences that mean nothing unless it is said which one; they have a line each as soon as somebody asked."""
TO_SAY_WHICH = {"meeting": (_lazy("A meeting"), _lazy("Another meeting")), "group": (_lazy("A group"), _lazy("Another group"))}
"""Those of them that can be asked about here, by name: how the first is offered, and how one more."""


@dataclass(frozen=True)
class Line:
    """How it stands with one audience: what holds, what they said before, and to whom something is open: because of it, or though nobody asked."""

    audience: str
    called: str
    standing: Standing
    earlier: list[Choice]
    open_now: list[Naming]
    told_without: list[Naming] = field(default_factory=list)

    @property
    def choice(self) -> Choice | None:
        """The answer that counts."""
        return self.standing.choice

    @property
    def last_day(self) -> date | None:
        """The last day on which a yes holds, as people say it."""
        return last_day(self.choice.until) if self.choice else None

    @property
    def can_be_taken_back(self) -> bool:
        """Whether there is anything that holds."""
        return self.standing.holds in (Holds.YES, Holds.ASK_ME, Holds.LAPSED)


def lines_of(kept: list[Choice], open_now: list[Naming], *, on: date) -> list[Line]:
    """A line for each audience, and one for each partner, meeting or group they were asked about, in the order of the page."""
    named: dict[tuple[str, UUID | None], str] = {(word.stored, None): "" for word in AUDIENCES if word.stored not in ONE_BY_ONE}
    named |= {(one.audience, one.subject): one.called for one in kept}
    # A yes that was said of one GP is no silence about GPs: their line stands for it.
    told_apart = {audience for audience, subject in named if subject}
    named = {(audience, subject): called for (audience, subject), called in named.items() if subject or audience not in told_apart or _of_all(kept, audience)}
    order = [word.stored for word in AUDIENCES]
    lines = []
    for (audience, subject), called in sorted(named.items(), key=lambda pair: (order.index(pair[0][0]), pair[1])):
        standing = standing_among(kept, audience, subject, on=on)
        of_this = [one for one in kept if (one.audience, one.subject) == (audience, subject)]
        # Each stands once: with what was said of this very partner, or else with what was said of all of the kind.
        opened = [one for one in open_now if one.audience == audience and (one.partner_id if (audience, one.partner_id) in named else None) == subject]
        because = [one for one in opened if one.ground == "their yes"]
        without = [one for one in opened if one.ground == "direct care"]
        lines.append(Line(audience, called, standing, [one for one in of_this if one != standing.choice], because, without))
    return lines


def _of_all(kept: list[Choice], audience: str) -> bool:
    return any(one.audience == audience and one.subject is None for one in kept)


def said_of(rows: list[dict[str, Any]] | None, *, on: date) -> list[Line]:
    """The same for what the person's page reads beside their story, of those they were asked about alone."""
    kept = [Choice(**{**row, "subject": UUID(row["subject"]) if row["subject"] else None}) for row in rows or []]
    return [line for line in lines_of(kept, [], on=on) if line.choice]


@page()
def choices(request: Request, person_id: UUID) -> HttpResponse:
    """Who may know what of them, as they chose it."""
    opened = open_person(request, person_id)
    today = timezone.localdate(request.now)
    lines = lines_of(list(choices_of(opened.id)), list(namings_open(opened.id, on=today)), on=today)
    asked = {line.audience for line in lines}
    to_say = {audience: another if audience in asked else first for audience, (first, another) in TO_SAY_WHICH.items()}
    return render(request, "desk/choices.html", {"person": opened, "lines": lines, "today": today, "to_say": to_say})


@page(methods=WRITING)
def choose(request: Request, person_id: UUID) -> HttpResponse:
    """Write down what they chose: for one audience (`?for=`)."""
    opened = open_person(request, person_id)
    asked = request.GET.get("for", "")

    def do(said: dict[str, Any]) -> None:
        which = _which(opened.id, said["audience"], said["called"])
        actions.choose(opened.person, **said, subject=which, by=request.actor, at=request.now)

    return _answered(request, opened, do, audience=asked, subject=None, initial={"audience": asked})


def _which(person_id: UUID, audience: str, called: str) -> UUID | None:
    """A meeting, a group or somebody else by its name, so that what they say of one is not said of another; None for all of a kind."""
    if audience not in ONE_BY_ONE:
        return None
    known = Choice.objects.filter(person_id=person_id, audience=audience, called__iexact=called.strip()).values_list("subject", flat=True)
    return next(iter(known), uuid5(person_id, f"{audience}: {called.strip().casefold()}"))


@page(methods=WRITING)
def choose_again(request: Request, person_id: UUID, choice_id: UUID) -> HttpResponse:
    """They were asked anew about the same: what they say now."""
    opened = open_person(request, person_id)
    before = about(Choice, opened, choice_id)

    def do(said: dict[str, Any]) -> None:
        actions.choose(opened.person, before.audience, said.pop("answer"), subject=before.subject, **said, by=request.actor, at=request.now)

    return _answered(request, opened, do, audience=before.audience, subject=before.subject, initial={"called": before.called}, before=before)


def _answered(
    request: Request,
    opened: Opened,
    do: Callable[[dict[str, Any]], None],
    *,
    audience: str,
    subject: UUID | None,
    initial: dict[str, Any],
    before: Choice | None = None,
) -> HttpResponse:
    back = reverse("desk:choices", args=[opened.id])
    open_now = [one for one in namings_open(opened.id, on=timezone.localdate(request.now)) if one.audience == audience and subject in (None, one.partner_id)]
    sheet = sheet_of(
        opened,
        _("What does %(name)s choose?") % {"name": opened.called},
        _("Their choice is kept. What they said before stays readable."),
        # One for each audience: what was begun about the one is never put under the name of another.
        draft=f"choice/{before.id if before else audience}",
        lead=_("They can answer anew, or take it back, at any time. Nobody has to say why."),
        open_now=open_now,
        answered_before=before,
    )
    sheet = replace(sheet, back=back, then=back, page=request.get_full_path())
    return written(request, ChoiceForm, sheet, do, initial=initial, already=before)


@page(methods=("POST",))
def take_back_choice(request: Request, person_id: UUID, choice_id: UUID) -> HttpResponse:
    """They took back what they said; what it had opened ends at once."""
    opened = open_person(request, person_id)
    choice = about(Choice, opened, choice_id)
    if choice.answer == Holds.WITHDRAWN:
        raise Http404
    actions.withdraw(choice, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back, and holds no longer."))
    return see_other(reverse("desk:choices", args=[opened.id]))
