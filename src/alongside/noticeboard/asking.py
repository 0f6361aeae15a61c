"""“Is this still right?”: the link for whoever runs it, the sheet it goes out on, and the page it opens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID

import segno
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory import actions
from alongside.directory.links import address_of, reference_in
from alongside.directory.models import StillRight
from alongside.directory.queries import open_question
from alongside.directory.twins.family import of_it
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import Refused
from alongside.teams.models import Staff
from alongside.teams.queries import team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, with_query, written

from .facts import facts_of
from .forms import AskForm, StillRightForm
from .keeping import entry_there

A_MONTH = timedelta(days=30)
"""How long a link is open unless somebody chooses otherwise."""


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def ask(request: Request, entry_id: UUID) -> HttpResponse:
    """Make a link for whoever runs it."""
    found = entry_there(entry_id)
    made: list[StillRight] = []
    sheet = Sheet(
        title=_("Ask whoever runs %(name)s whether it is still right") % {"name": found.name},
        back=reverse("noticeboard:entry", args=[found.id]),
        kept=_("The link is made. It does not go out by itself: send it, or print it."),
        draft=f"asking whether right/{found.id}",
        button=_("Make the link"),
        lead=_("They need no account: the link opens what everybody sees, and asks whether it is still right, a little different, or not there any more."),
    )

    def do(said: dict[str, Any]) -> None:
        made.append(actions.ask_still_right(found, to=said["to"], until=said["last_day"], by=request.actor, at=request.now))

    answer = written(request, AskForm, sheet, do, initial={"last_day": timezone.localdate(request.now) + A_MONTH, "to": found.email})
    return see_other(reverse("noticeboard:letter", args=[found.id, made[0].id])) if made else answer


def _asked(entry_id: UUID, asked_id: UUID) -> StillRight:
    found = StillRight.objects.select_related("entry__source", "by").filter(of_it(entry_id), id=asked_id).first()
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES))
def letter(request: Request, entry_id: UUID, asked_id: UUID) -> HttpResponse:
    """What goes out: to print with a square that a camera reads, or to send in words of one's own."""
    asked = _asked(entry_id, asked_id)
    url = request.build_absolute_uri(reverse("noticeboard:still right", args=[address_of(asked.reference)]))
    team = team_of(request.actor)
    subject = _("Is “%(name)s” still right?") % {"name": asked.entry.name}
    words = _(
        "We tell people nearby about “%(name)s”. Would you look whether what we say is still right? It takes a minute and needs no account:\n\n%(url)s"
    ) % {
        "name": asked.entry.name,
        "url": url,
    }
    context = {
        "asked": asked,
        "entry": asked.entry,
        "url": url,
        "over": asked.ended_at is not None or asked.until <= timezone.localdate(request.now),
        "square": segno.make(url, error="m").svg_data_uri(scale=5, border=2),
        "send": f"mailto:{quote(asked.entry.email, safe='@+')}?subject={quote(subject)}&body={quote(words)}",
        "words": words,
        "team": team,
        "me": Staff.objects.filter(id=request.actor.id).values("name", "phone").first(),
        "facts": facts_of(asked.entry, timezone.localdate(request.now)),
    }
    return render(request, "noticeboard/letter.html", context)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def end(request: Request, entry_id: UUID, asked_id: UUID) -> HttpResponse:
    """The link opens nothing any more."""
    actions.end_asking(_asked(entry_id, asked_id), by=request.actor, at=request.now)
    messages.success(request, _("The link opens nothing any more."))
    return see_other(reverse("noticeboard:letter", args=[entry_id, asked_id]))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def settle(request: Request, entry_id: UUID, asked_id: UUID) -> HttpResponse:
    """One of us has gone through the answer."""
    actions.settle_answer(_asked(entry_id, asked_id), by=request.actor, at=request.now)
    messages.success(request, _("It is off the list."))
    return see_other(reverse("noticeboard:to check"))


@page(public=True, methods=WRITING)
def still_right(request: Request, address: str) -> HttpResponse:
    """What everybody sees of it, and three answers. Opening it answers nothing, whatever opens links by itself."""
    reference = reference_in(address)
    question = open_question(reference) if reference else None
    if question is None:
        return render(request, "noticeboard/still_right_over.html", status=404)
    entry = entry_there(question.entry_id)
    form = StillRightForm(request.POST or None, initial={"answer": question.answer, "words": question.words}, vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_still_right(reference or "", form.cleaned_data["answer"], form.cleaned_data["words"], by=request.actor, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return see_other(with_query(reverse("noticeboard:still right", args=[address]), thanks="1"))
    context = {
        "entry": entry,
        "form": form,
        "facts": facts_of(entry, timezone.localdate(request.now)),
        "question": question,
        "thanks": bool(question.answer) and "thanks" in request.GET and request.method != "POST",
    }
    return render(request, "noticeboard/still_right.html", context, status=422 if form.errors else 200)
