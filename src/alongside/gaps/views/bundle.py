"""One thing that is missing: its wishes, its trend, and what becomes of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.gaps.showing import Line
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.board import first_of
from alongside.groups.queries import localities_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from .. import actions
from ..forms import MissingForm
from ..grown import A_PAGE, grown
from ..models import BarrierStep, Bundle, Idea, Together
from ..picture import bars
from ..queries import with_history
from ..suggesting import suggestions
from .finding import bundle_there, pressed

SAID_OF_A_WISH = (
    "because", "left_at", "left_by__name", "gap__words", "gap__near", "gap__reach", "gap__days", "gap__access", "gap__spoken", "gap__how_many", "gap__heard_in",
    "gap__stood_in_the_way", "gap__at", "gap__by__name", "gap__entry__name", "gap__answered_at", "gap__ended_at",
)  # fmt: skip


def at(bundle: Bundle) -> str:
    """Where it is."""
    return reverse("gaps:bundle", args=[bundle.id])


@page(roles=tuple(TEAM_ROLES))
def bundle(request: Request, bundle_id: UUID) -> HttpResponse:
    """Its wishes, in their own words, each with why it stands here."""
    found, start = bundle_there(bundle_id), first_of(request)
    rows = list(_wishes_of(found)[start : start + A_PAGE + 1])
    if start and not rows:
        return see_other(at(found))
    shown = rows[:A_PAGE]
    ideas = list(Idea.objects.filter(bundle=found).select_related("group", "by", "taken_back_by"))
    today = timezone.localdate(request.now)
    whole = grown(found.id, today=today)
    context = {
        "today": today,
        "whole": whole,
        "bundle": found,
        "here": [(one, Line(one.gap)) for one in shown if one.left_at is None],
        "left": [one for one in shown if one.left_at is not None],
        "start": start,
        "last": start + len(shown),
        "many": start + len(rows),
        "before": max(start - A_PAGE, 0),
        "bars": bars(whole.trend) if whole else [],
        "suggestions": [] if found.apart_at or start else suggestions(request.actor.vocabulary, only=found.id),
        "idea": next((one for one in ideas if one.taken_back_at is None), None),
        "ideas_before": [one for one in ideas if one.taken_back_at],
        "barriers": with_history(BarrierStep.objects.filter(barrier__bundle=found)),
    }
    return render(request, "gaps/bundle.html", context)


def _wishes_of(bundle: Bundle) -> QuerySet[Together]:
    """Its wishes with what a page says of them, those that were taken out last."""
    rows = Together.objects.filter(bundle=bundle).select_related("gap__entry", "gap__by", "left_by").only(*SAID_OF_A_WISH)
    return rows.order_by(F("left_at").asc(nulls_first=True), "gap_id", "at")


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def put_right(request: Request, bundle_id: UUID) -> HttpResponse:
    """What it is called, and where."""
    found = bundle_there(bundle_id)
    sheet = Sheet(title=_("Put right what is missing"), back=at(found), kept=_("It is put right."), draft=f"missing/{found.id}")

    def do(said: dict[str, Any]) -> None:
        actions.rename(found, said["name"], said["locality"], by=request.actor, at=request.now)

    stands = {"name": found.name, "locality": found.locality}
    return written(request, MissingForm, sheet, do, stands=stands, localities=localities_of(found.team_id))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def out(request: Request, bundle_id: UUID, row_id: UUID) -> HttpResponse:
    """This wish is another after all."""
    found = bundle_there(bundle_id)
    one = Together.objects.filter(id=row_id, bundle=found).first()
    if one is None:
        raise Http404
    pressed(request, lambda: actions.take_out(one, by=request.actor, at=request.now), _("It is taken out, and stays kept as a wish."))
    return see_other(at(found))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def apart(request: Request, bundle_id: UUID) -> HttpResponse:
    """They are not one after all; or, with `again`, they are."""
    found = bundle_there(bundle_id)
    if request.POST.get("again"):
        pressed(request, lambda: actions.put_together_again(found, by=request.actor, at=request.now), _("They stand together again."))
    else:
        pressed(request, lambda: actions.take_apart(found, by=request.actor, at=request.now), _("Each wish stands by itself again, and stays kept."))
    return see_other(at(found))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def begin_a_group(request: Request, bundle_id: UUID) -> HttpResponse:
    """It becomes the idea of a group, with what was heard and from how many."""
    found = bundle_there(bundle_id)
    made: list[Idea] = []
    pressed(
        request,
        lambda: made.append(actions.begin_a_group(found, by=request.actor, at=request.now)),
        _("The idea is kept. Whoever wished for it hears of it: it stands on their page and on their coordinator’s day. Look next for what is there already."),
    )
    return see_other(reverse("groups:group", args=[made[0].group_id]) if made else at(found))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def no_idea(request: Request, bundle_id: UUID, idea_id: UUID) -> HttpResponse:
    """It was no idea for a group after all."""
    found = bundle_there(bundle_id)
    idea = Idea.objects.select_related("bundle", "group__entry").filter(id=idea_id, bundle=found).first()
    if idea is None:
        raise Http404
    pressed(request, lambda: actions.take_back_idea(idea, by=request.actor, at=request.now), _("It is taken back. The wishes stand as they stood."))
    return see_other(at(found))
