"""What somebody would like that is not there: kept with one press, seen by the team, answered when there is something."""

from __future__ import annotations

import re
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about
from alongside.access.opening import in_sight, leave_a_look
from alongside.connections.actions import gaps as theirs
from alongside.connections.models import GapOf
from alongside.directory import actions
from alongside.directory.gaps.models import Gap
from alongside.directory.gaps.said import said_of
from alongside.directory.gaps.showing import shown
from alongside.directory.models import Entry
from alongside.directory.queries import named_exactly
from alongside.directory.twins.family import one_that_stays
from alongside.directory.words import GAP_STATES
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.gaps.queries import grows_in
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, written

from .finding import ASKED, FindForm
from .forms.gaps import AnswerGapForm, GapForm, KeepGapForm, as_typed

A_PAGE = 40
_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NOT_FOUND = Sentence("Nothing on the noticeboard has just this name. Copy the address of its page instead.")


@page(methods=("POST",))
def keep(request: Request, person_id: UUID) -> HttpResponse:
    """Nothing suits: what was looked for last is kept, without their name unless that was ticked. One press."""
    opened = in_sight(person_id)
    last, there = request.session.get(ASKED, {}), reverse("desk:find", args=[opened.id])
    form = FindForm(QueryDict(last["asked"])) if last.get("for") == str(opened.id) else None
    if form is None or not form.is_valid():
        return see_other(there)
    pressed = KeepGapForm({"how_many": "1", **request.POST.dict()})
    request.session[ASKED] = {**last, "pressed": {name: request.POST.get(name, "") for name in pressed.fields if name in request.POST}}
    if not pressed.is_valid():
        messages.error(request, pressed.errors["how_many"][0])
        return see_other(f"{there}#nothing-suits")
    said = said_of(form.wish(timezone.localdate(request.now)), form.place, pressed.cleaned_data["how_many"])
    on_their_page = pressed.cleaned_data["on_their_page"]
    before = Gap.objects.filter(id=_key(last.get("kept", "")), ended_at__isnull=True).first()
    if before is not None and (not on_their_page or GapOf.objects.filter(gap=before).exists()):
        messages.success(request, _("This wish is kept already."))
        return see_other(f"{reverse('desk:gaps')}?show={before.state}#wish-{before.id}")
    try:
        gap = before or theirs.keep_gap_for(opened.person, said, on_their_page=on_their_page, by=request.actor, at=request.now)
        if before is not None:
            theirs.put_on_their_page(opened.person, before, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.error(request, say_refusal(refused, request.actor.vocabulary))
        return see_other(f"{there}#found")
    request.session[ASKED] = {**last, "kept": str(gap.id), "pressed": {}}
    messages.success(
        request, _("The wish is kept on their page, and for your team.") if on_their_page else _("The wish is kept for your team, without a name.")
    )
    return see_other(f"{reverse('desk:gaps')}#wish-{gap.id}")


@page(roles=tuple(TEAM_ROLES))
def gaps(request: Request) -> HttpResponse:
    """All wishes of a state, the newest first, each with what came meanwhile that would suit it."""
    state = request.GET.get("show", "")
    state = state if state in {word.stored for word in GAP_STATES} else "open"
    found = shown(state, before=_key(request.GET.get("before", "")), many=A_PAGE, today=timezone.localdate(request.now))
    keys = [line.gap.id for line in found.lines]
    whose, grown = _whose(request, keys), grows_in(keys)
    for line in found.lines:
        line.of, line.grows_in = whose.get(line.gap.id), grown.get(line.gap.id)
    return render(request, "desk/gaps.html", {"lines": found.lines, "older": found.older, "state": state, "counts": found.counts, "states": GAP_STATES})


def _whose(request: Request, keys: list[UUID]) -> dict[UUID, GapOf]:
    """Of these wishes, whose they are, where that may be seen."""
    found = {one.gap_id: one for one in GapOf.objects.filter(gap_id__in=keys).select_related("person")}
    if found:
        leave_a_look(request, "their list", *{one.person_id for one in found.values()})
    return found


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def gap(request: Request, gap_id: UUID) -> HttpResponse:
    """Put a wish right: other words, another place, more who would come."""
    found = _gap(gap_id)
    sheet = Sheet(title=_("A kept wish"), back=_at(found), kept=_("It is kept as you say now."), draft=f"gap/{found.id}")
    do = lambda said: theirs.change_kept_wish(found, said["said"], by=request.actor, at=request.now)  # noqa: E731
    return written(request, GapForm, sheet, do, stands=as_typed(found), of=found)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def answer(request: Request, gap_id: UUID) -> HttpResponse:
    """There is something now: one press where finding found it (`entry` is its key), or its name."""
    found = _gap(gap_id)
    sheet = Sheet(
        title=_("There is something now"),
        back=_at(found),
        then=f"{reverse('desk:gaps')}?show=answered#wish-{found.id}",
        kept=_("The wish is answered. Where it is somebody’s, it stands on their page and their coordinator’s day until they know."),
        lead=f"“{found.words}”",
    )
    return written(request, AnswerGapForm, sheet, lambda said: actions.answer_gap(found, _entry(said["entry"]), by=request.actor, at=request.now))


def _entry(typed: str) -> Entry:
    key = _KEY.search(typed)
    entry = one_that_stays(UUID(key[0])) if key else named_exactly(typed)
    if entry is None:
        raise Refused(NOT_FOUND, field="entry")
    return entry


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def end(request: Request, gap_id: UUID) -> HttpResponse:
    """Nobody wishes it any more."""
    found = actions.end_gap(_gap(gap_id), by=request.actor, at=request.now)
    messages.success(request, _("It stands among those that are not wished any more. There you can take it up again."))
    return see_other(f"{reverse('desk:gaps')}?show=ended#wish-{found.id}")


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def open_again(request: Request, gap_id: UUID) -> HttpResponse:
    """Not answered after all, or wished again."""
    found = actions.open_gap_again(_gap(gap_id), by=request.actor, at=request.now)
    messages.success(request, _("It is looked for again."))
    return see_other(_at(found))


@page(methods=("POST",))
def they_know(request: Request, person_id: UUID, their_id: UUID) -> HttpResponse:
    """They heard today that there is something, or what else came of it (`news`); or not yet after all (`not_yet`)."""
    opened = in_sight(person_id)
    their = about(GapOf, opened, their_id)
    news, today = _key(request.POST.get("news", "")), timezone.localdate(request.now)
    if request.POST.get("not_yet"):
        if news:
            theirs.not_heard_yet(their, news, by=request.actor, at=request.now)
        else:
            theirs.not_told_yet(their, by=request.actor, at=request.now)
        messages.success(request, _("It is on your day again, until they know."))
    else:
        if news:
            theirs.they_heard(their, news, on=today, by=request.actor, at=request.now)
        else:
            theirs.they_know(their, on=today, by=request.actor, at=request.now)
        messages.success(request, _("They know, since today."))
    return see_other(reverse("desk:person", args=[opened.id]) + "#gaps")


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def passed_on(request: Request, gap_id: UUID) -> HttpResponse:
    """Whoever wished, and whose name stands nowhere, heard what came of it (`news`); or nothing yet after all (`not_yet`)."""
    found, news = _gap(gap_id), _key(request.POST.get("news", ""))
    if request.POST.get("not_yet"):
        actions.not_passed_on(found, by=request.actor, at=request.now)
        messages.success(request, _("It is on the day of whoever kept it again, until it is passed on."))
    elif news:
        actions.pass_on(found, news, on=timezone.localdate(request.now), by=request.actor, at=request.now)
        messages.success(request, _("It is passed on, since today. Take that back here, if it was not so."))
    return see_other(_at(found))


@page(methods=("POST",))
def off_their_page(request: Request, person_id: UUID, their_id: UUID) -> HttpResponse:
    """The wish stays with the team, without their name."""
    opened = in_sight(person_id)
    theirs.take_off_their_page(about(GapOf, opened, their_id), by=request.actor, at=request.now)
    messages.success(request, _("It is off their page. The wish stays with your team, without a name."))
    return see_other(reverse("desk:person", args=[opened.id]))


def _gap(gap_id: UUID) -> Gap:
    found = Gap.objects.select_related("entry").filter(id=gap_id).first()
    if found is None:
        raise Http404
    return found


def _at(found: Gap) -> str:
    return f"{reverse('desk:gaps')}?show={found.state}#wish-{found.id}"


def _key(typed: str) -> UUID | None:
    return UUID(typed) if _KEY.fullmatch(typed) else None
