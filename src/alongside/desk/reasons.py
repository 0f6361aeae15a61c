"""Why somebody came: several reasons, told at first or later; and the list of words that a team keeps for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.foundation.actor import Role
from alongside.introductions import actions
from alongside.introductions.models import TeamReason, WhyTheyCame
from alongside.introductions.rules import Reasons
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words
from .forms.reasons import TeamReasonForm, WhyForm
from .team_lists import TeamList, offered_again, retired, shown


def offered_to(team_id: UUID | None) -> QuerySet[TeamReason]:
    """The team's list, without what is retired."""
    return TeamReason.objects.filter(team_id=team_id, retired_on__isnull=True).order_by("words")


@page(methods=WRITING)
def why(request: Request, person_id: UUID) -> HttpResponse:
    """Why they came, as they tell it now; what they told before stands below and can be ended."""
    opened = open_person(request, person_id)
    told = WhyTheyCame.objects.filter(person_id=opened.id).select_related("listed").order_by("on", "at", "id")
    sheet = sheet_of(
        opened,
        say(words.WHY_DID, request.actor.vocabulary, name=opened.called),
        _("It is kept. What was told before stays."),
        draft="why they came",
        at="why",
        lead=_("Several reasons are usual, and the first one told is seldom the whole of it. Nothing here has to be filled in."),
        told_reasons=told,
    )

    def do(said: dict[str, Any]) -> None:
        listed = tuple(one.id for one in said.get("listed") or ())
        given = Reasons(on=said["on"], told=said["told"], areas=tuple(said["areas"]), listed=listed, words=said["words"])
        actions.say_why(opened.person, given, by=request.actor, at=request.now)

    return written(request, WhyForm, sheet, do, initial={"told": "later" if told.exists() else "at first"}, listed=offered_to(request.actor.team_id))


@page(methods=("POST",))
def end(request: Request, person_id: UUID, reason_id: UUID) -> HttpResponse:
    """It holds no longer."""
    opened = open_person(request, person_id)
    actions.end_reason(about(WhyTheyCame, opened, reason_id), by=request.actor, at=request.now)
    messages.success(request, _("It holds no longer. That it did is kept."))
    return see_other(reverse("desk:why they came", args=[opened.id]))


@page(methods=("POST",))
def after_all(request: Request, person_id: UUID, reason_id: UUID) -> HttpResponse:
    """It holds after all."""
    opened = open_person(request, person_id)
    actions.bring_back_reason(about(WhyTheyCame, opened, reason_id), by=request.actor, at=request.now)
    messages.success(request, _("It holds after all."))
    return see_other(reverse("desk:why they came", args=[opened.id]))


@page(methods=("POST",))
def never_told(request: Request, person_id: UUID, reason_id: UUID) -> HttpResponse:
    """It was written down by mistake."""
    opened = open_person(request, person_id)
    actions.never_told(about(WhyTheyCame, opened, reason_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken away. That it stood there is kept in the history."))
    return see_other(reverse("desk:why they came", args=[opened.id]))


OUR_WORDS = TeamList(
    route="desk:team reasons",
    model=TeamReason,
    form=TeamReasonForm,
    shown_as="team_reasons",
    title=gettext_lazy("Why people come, in the words of %(team)s"),
    lead=gettext_lazy("These words are offered beside the seven areas. One that you retire is offered no more, and stays where it was used."),
    draft="a reason of the team",
    add=lambda team_id, said, by, at: actions.add_to_list(team_id, said["words"], area=said["area"], by=by, at=at),
    retire=actions.retire_from_list,
    offer_again=actions.offer_again,
)


@page(roles=(Role.MANAGER,), methods=WRITING)
def team_list(request: Request) -> HttpResponse:
    """The team's own words for why people come."""
    return shown(request, OUR_WORDS)


@page(roles=(Role.MANAGER,), methods=("POST",))
def retire(request: Request, reason_id: UUID) -> HttpResponse:
    """Offered no more."""
    return retired(request, OUR_WORDS, reason_id)


@page(roles=(Role.MANAGER,), methods=("POST",))
def again(request: Request, reason_id: UUID) -> HttpResponse:
    """Offered again."""
    return offered_again(request, OUR_WORDS, reason_id)
