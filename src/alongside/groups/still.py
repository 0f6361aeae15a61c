"""Still going? What was told by a link and waits for one of us, what one of us was told, and whom to ask next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, written

from . import actions, rules
from .actions.answers import Answered
from .board import first_of, neighbourhoods
from .forms import ToldForm
from .life import group_there
from .models import StillGoing
from .queries import answers_waiting, held_now, steps_of, whom_to_ask
from .standing import A_PAGE
from .words import THINGS


def _answer(group_id: UUID, answer_id: UUID) -> StillGoing:
    found = StillGoing.objects.select_related("group__entry", "step").filter(id=answer_id, group_id=group_id).first()
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def agree(request: Request, group_id: UUID, answer_id: UUID) -> HttpResponse:
    """What they told is so: the stage it speaks of, and who holds what."""
    try:
        actions.agree_with_answer(_answer(group_id, answer_id), by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    else:
        messages.success(request, _("It is among the group’s stages. It can be taken back like any other."))
    return see_other(reverse("groups:group", args=[group_id]))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def aside(request: Request, group_id: UUID, answer_id: UUID) -> HttpResponse:
    """It is laid aside, or waits again."""
    found = _answer(group_id, answer_id)
    actions.lay_answer_aside(found, by=request.actor, at=request.now)
    messages.success(request, _("It is laid aside.") if found.taken_back_at else _("It waits again."))
    return see_other(reverse("groups:group", args=[group_id]))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def keep(request: Request, group_id: UUID) -> HttpResponse:
    """One of us asked, and was told."""
    found = group_there(group_id)
    months = rules.due([one.reached for one in steps_of(found)], today=timezone.localdate(request.now))
    sheet = Sheet(
        title=_("Is “%(name)s” still going?") % {"name": found.name},
        back=reverse("groups:group", args=[found.id]),
        kept=_("It is kept, and among the group’s stages."),
        draft=f"still going/{found.id}",
        lead=_("%(months)s months since members took it over. What they tell you becomes its stage; that can be taken back.") % {"months": months}
        if months
        else _("It is asked six and twelve months after members took it over, and not now."),
    )

    def do(said: dict[str, Any]) -> None:
        given = Answered(said["going"], {thing.stored: said[thing.stored] for thing in THINGS}, said["needed"], said["words"])
        actions.keep_answer(found, given, told_us=said["told_us"], by=request.actor, at=request.now)

    return written(request, ToldForm, sheet, do, initial={one.thing: one.side for one in held_now(found)} | {"told_us": "call"})


@page(roles=tuple(TEAM_ROLES))
def to_ask(request: Request) -> HttpResponse:
    """Which groups to ask now, and in the next weeks, whether they still go; whom, and by which link."""
    localities, chosen = neighbourhoods(request)
    start, today = first_of(request), timezone.localdate(request.now)
    asking, many = whom_to_ask(chosen, start=start, today=today)
    context = {
        "asking": asking,
        "many": many,
        "start": start,
        "last": start + len(asking),
        "before": max(start - A_PAGE, 0),
        "waiting": answers_waiting(chosen),
        "localities": localities,
        "chosen": chosen,
        "today": today,
    }
    return render(request, "groups/to_ask.html", context)
