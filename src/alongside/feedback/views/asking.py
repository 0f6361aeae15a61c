"""A team asks people and partners what they say of it, and reads what came back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import segno
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.foundation.refusals import Refused
from alongside.groups.queries import localities_of
from alongside.notices.sending import sent
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say, say_word, word_for
from alongside.web.writing import Sheet, see_other, written

from .. import actions
from ..actions import Typed, Whom
from ..forms import WOULD_RATHER_NOT, AskForm, TypedForm
from ..links import address_of
from ..models import Asked
from ..permissions import team_that_asks
from ..queries import asked_by_team, partners_addresses, what_came, words_to
from ..questions import asked_of
from ..rules import SIX_WEEKS, Said
from ..words import OF_WHOM, TOO_LATE_TO_TAKE_BACK

OURS = tuple(TEAM_ROLES)
A_PAGE = 30
TYPED = "typed in how it was"
"""What the session of whoever typed in a sheet holds for a while: its keys, and of nobody else's."""
A_WHILE = timedelta(minutes=15)


@page(roles=OURS)
def everything(request: Request) -> HttpResponse:
    """Whom the team asked, what came back, and what was written besides."""
    team_id = team_that_asks(request.actor)
    rows = list(asked_by_team(team_id)[:A_PAGE])
    context = {
        "came": what_came(team_id),
        "rows": rows,
        "written": list(words_to(team_id)[:A_PAGE]),
        "today": timezone.localdate(request.now),
        "manages": request.actor.is_a(Role.MANAGER),
    }
    return render(request, "feedback/feedback.html", context)


@page(roles=OURS, methods=WRITING)
def ask(request: Request, people_or_partners: str) -> HttpResponse:
    """So many people, or so many partners, are asked."""
    team_id = team_that_asks(request.actor)
    if people_or_partners not in [one.stored for one in OF_WHOM]:
        raise Http404
    made: list[Asked] = []
    addresses = partners_addresses(team_id) if people_or_partners == "partners" else []
    sheet = Sheet(
        title=_("Ask %(whom)s how it is to have us") % {"whom": say_word(word_for(people_or_partners, "feedback.OF_WHOM"), request.actor.vocabulary)},
        back=reverse("feedback:feedback"),
        kept=_("Here is the link, and the sheet to print."),
        draft=f"ask how it was/{people_or_partners}",
        lead=_("You get one link and one sheet for all of them. Nobody writes down who was asked, nor who answered; nobody has to answer."),
        button=_("Make the link and the sheet"),
    )

    def do(said: dict[str, Any]) -> None:
        locality = said["locality"]
        made.append(
            actions.ask(
                team_id, Whom(people_or_partners, said["how_many"], said["last_day"], locality.id if locality else None), by=request.actor, at=request.now
            )
        )

    begin = {"last_day": timezone.localdate(request.now) + SIX_WEEKS, "how_many": len(addresses) or (1 if people_or_partners == "people" else None)}
    answer = written(request, AskForm, sheet, do, initial=begin, localities=localities_of(team_id))
    return see_other(reverse("feedback:asked", args=[made[0].id])) if made else answer


def _ours(request: Request, asked_id: UUID) -> Asked:
    found = asked_by_team(team_that_asks(request.actor)).select_related("team__organisation").filter(id=asked_id).first()
    if found is None:
        raise Http404
    return found


def _is_over(request: Request, found: Asked) -> bool:
    return found.ended_at is not None or found.until <= timezone.localdate(request.now)


@page(roles=OURS)
def one(request: Request, asked_id: UUID) -> HttpResponse:
    """Its link, words for a message, and the sheet to print."""
    found, words = _ours(request, asked_id), request.actor.vocabulary
    url = request.build_absolute_uri(reverse("feedback:how it was", args=[address_of(found.reference)]))
    context = {
        "asked": found,
        "questions": [
            (say(question.asks, words), [say_word(answer, words, capital=True) for answer in question.answers])
            for question in asked_of(found.people_or_partners)
        ],
        "url": url,
        "over": _is_over(request, found),
        "left": found.how_many - found.answered,
        "just_typed": _just_typed(request, found),
        "square": segno.make(url, error="m").svg_data_uri(scale=4, border=2),
        "words": _("%(team)s asks how it is to have us. It takes two minutes, needs no account and no name, and nobody has to: %(url)s")
        % {"team": found.team.name, "url": url},
        "addresses": partners_addresses(found.team_id) if found.people_or_partners == "partners" else [],
    }
    return render(request, "feedback/asked.html", context)


@page(roles=OURS, methods=WRITING)
def type_in(request: Request, asked_id: UUID) -> HttpResponse:
    """A sheet of paper that came back, a screen that one of us hands over, or what was said aloud."""
    found = _ours(request, asked_id)
    sheet = Sheet(
        title=_("An answer that came back"),
        back=reverse("feedback:asked", args=[found.id]),
        kept=_("It is counted. For a quarter of an hour you can take it back; then it cannot be opened or changed any more, because nothing says whose it is."),
        draft=f"type in how it was/{found.id}",
        lead=_("As they said it, good or bad. Leave out what they left out."),
        button=_("Count it"),
        template="feedback/type_in.html",
    )

    def do(said: dict[str, Any]) -> None:
        chosen = {one.key: said[one.key] for one in asked_of(found.people_or_partners)}
        given = Said(would_rather_not=True) if WOULD_RATHER_NOT in request.POST else Said(chosen, said["words"])
        typed = actions.type_in(found, said["how_told"], given, by=request.actor, at=request.now)
        request.session[TYPED] = {
            "asked": str(found.id), "sheet": str(typed.sheet), "besides": str(typed.besides or ""), "at": request.now.isoformat()
        }  # fmt: skip

    return written(request, TypedForm, sheet, do, initial={"how_told": "paper"}, people_or_partners=found.people_or_partners)


def _just_typed(request: Request, found: Asked) -> Typed | None:
    """The sheet that this very session typed in a moment ago, if it was one of these; it is forgotten once that is over."""
    held = request.session.get(TYPED)
    if held and request.now - datetime.fromisoformat(held["at"]) > A_WHILE:
        del request.session[TYPED]
        return None
    return Typed(UUID(held["sheet"]), UUID(held["besides"]) if held["besides"] else None) if held and held["asked"] == str(found.id) else None


@page(roles=OURS, methods=("POST",))
def take_back(request: Request, asked_id: UUID) -> HttpResponse:
    """What was mistyped a moment ago goes, and the sheet is typed in again."""
    found = _ours(request, asked_id)
    typed = _just_typed(request, found)
    if typed is None:
        raise Refused(TOO_LATE_TO_TAKE_BACK)
    actions.take_back(found, typed, by=request.actor, at=request.now)
    del request.session[TYPED]
    messages.success(request, _("It is taken back, and counts no more. Type the sheet in again."))
    return see_other(reverse("feedback:type in", args=[found.id]))


@page(roles=OURS, methods=WRITING)
def send(request: Request, asked_id: UUID) -> HttpResponse:
    """The link goes out in fixed sentences: by e-mail, text, letter or telephone."""
    found = _ours(request, asked_id)
    there = reverse("feedback:asked", args=[found.id])
    if _is_over(request, found):
        return see_other(there)
    sheet = Sheet(
        title=_("Send the link"),
        back=there,
        then=reverse("notices:outbox"),
        kept=_("It is in the outbox."),
        draft=f"send how it was/{found.id}",
        button=_("Send it"),
        lead=_("It goes with fixed sentences. The outbox keeps the address for 90 days after it went; no answer is kept with it."),
    )
    url = request.build_absolute_uri(reverse("feedback:how it was", args=[address_of(found.reference)]))
    return sent(request, sheet, "how it was", {"link": url, "until": found.until, "about": f"asked {found.id}"}, team_id=found.team_id)


@page(roles=OURS, methods=("POST",))
def end(request: Request, asked_id: UUID) -> HttpResponse:
    """Nobody answers by it any more."""
    found = _ours(request, asked_id)
    actions.end_link(found, by=request.actor, at=request.now)
    messages.success(request, _("The link is ended. Sheets that come back on paper can still be typed in."))
    return see_other(reverse("feedback:asked", args=[found.id]))


@page(roles=OURS, methods=("POST",))
def dealt_with(request: Request, words_id: UUID) -> HttpResponse:
    """The team has dealt with what somebody wrote: it is gone."""
    found = words_to(team_that_asks(request.actor)).filter(id=words_id).first()
    if found is None:
        raise Http404
    actions.deal_with(found, by=request.actor, at=request.now)
    messages.success(request, _("It is dealt with, and gone."))
    return see_other(reverse("feedback:feedback") + "#words")
