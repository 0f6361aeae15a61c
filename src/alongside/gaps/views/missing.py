"""What is missing here: suggestions to confirm, a map and a list with trend."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.models import Gap
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups.board import first_of, neighbourhoods
from alongside.groups.queries import localities_of
from alongside.places.streets.here import for_a_map
from alongside.web.pages import Request, page
from alongside.web.writing import see_other

from .. import actions
from ..files import missing_as_csv
from ..grown import A_PAGE, all_raised, listed
from ..models import Bundle
from ..picture import bars
from ..suggesting import suggestions
from .finding import bundle_there, pressed, ticked

SAID_DIFFERENT = "said to be different"
"""In the session: when it was last said that wishes are different, for whoever pressed too soon."""


@page(roles=tuple(TEAM_ROLES))
def missing(request: Request) -> HttpResponse:
    """What a neighbourhood lacks, those first that most would come to, a page at a time; above the first of them it is asked what may be one."""
    today, start = timezone.localdate(request.now), first_of(request)
    localities, chosen = neighbourhoods(request)
    shown = listed(today=today, locality_id=chosen.id if chosen else None, start=start, most=A_PAGE)
    if start and not shown.found:
        return see_other(reverse("gaps:missing"))
    raised = all_raised(today=today)
    context = {
        "localities": localities,
        "chosen": chosen,
        "found": shown.found,
        "many": shown.many,
        "start": start,
        "last": start + len(shown.found),
        "before": max(start - A_PAGE, 0),
        "suggestions": [] if start else suggestions(request.actor.vocabulary),
        "raised": raised,
        "bars": bars(raised),
        "on_map": any(one.place for one in shown.found),
        "can_take_back": SAID_DIFFERENT in request.session,
        **for_a_map(),
    }
    return render(request, "gaps/missing.html", context)


@page(roles=tuple(TEAM_ROLES))
def missing_file(request: Request) -> HttpResponse:
    """The list as a file that may leave the team: small numbers held back, others rounded."""
    _localities, chosen = neighbourhoods(request)
    found = listed(today=timezone.localdate(request.now), locality_id=chosen.id if chosen else None).found
    return HttpResponse(
        missing_as_csv(found, request.actor.vocabulary),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="missing-here.csv"'},
    )


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def together(request: Request) -> HttpResponse:
    """Yes, these are one: those that are ticked, `into` what has grown together already where that is named."""
    wishes, into = ticked(request), request.POST.get("into", "")
    bundle = bundle_there(UUID(into)) if _is_key(into) else None
    because = {gap.id: request.POST.get(f"why-{gap.id}", "")[:400] for gap in wishes}
    localities = list(localities_of(request.actor.team_id))
    only = localities[0] if len(localities) == 1 else None
    made: list[Bundle] = []

    def do() -> None:
        made.append(actions.grow_together(wishes, into=bundle, locality=only, because=because, by=request.actor, at=request.now))

    pressed(request, do, _("They stand together now. Each can be taken out again with one press."))
    return see_other(reverse("gaps:bundle", args=[made[0].id]) if made else reverse("gaps:missing"))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def different(request: Request) -> HttpResponse:
    """No, they only look alike; or, with `back`, that was not so after all."""
    if request.POST.get("back") and (said := request.session.pop(SAID_DIFFERENT, "")):
        pressed(request, lambda: actions.take_back_different(datetime.fromisoformat(said), by=request.actor, at=request.now), _("They are asked about again."))
        return see_other(reverse("gaps:missing"))
    into = request.POST.get("into", "")
    beside = list(Gap.objects.filter(together__bundle=bundle_there(UUID(into)), together__left_at__isnull=True)) if _is_key(into) else []
    wishes = ticked(request)
    if pressed(request, lambda: actions.say_different(wishes, beside, by=request.actor, at=request.now), _("Nobody is asked about these again.")):
        request.session[SAID_DIFFERENT] = request.now.isoformat()
    return see_other(reverse("gaps:missing"))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def begin(request: Request, gap_id: UUID) -> HttpResponse:
    """One wish goes its way by itself: to a group, or to a barrier; others may join it."""
    wish = list(Gap.objects.filter(id=gap_id))
    localities = list(localities_of(request.actor.team_id))
    only = localities[0] if len(localities) == 1 else None
    made: list[Bundle] = []
    if wish:
        pressed(
            request,
            lambda: made.append(actions.grow_together(wish, locality=only, alone=True, by=request.actor, at=request.now)),
            _("Say now what becomes of it: the idea of a group, or a barrier."),
        )
    return see_other(reverse("gaps:bundle", args=[made[0].id]) if made else reverse("desk:gaps"))


def _is_key(typed: str) -> bool:
    try:
        UUID(typed)
    except ValueError:
        return False
    return True
