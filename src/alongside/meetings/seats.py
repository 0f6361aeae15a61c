"""Who sits at a table, and the link by which each of them does without a login."""

from __future__ import annotations

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
from alongside.notices.sending import sent
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from . import actions
from .actions.series import A_YEAR, Sitting
from .calling import series_of_ours
from .forms import LinkForm, SeatForm
from .links import address_of
from .models import Seat


def seat_there(request: Request, series_id: UUID, seat_id: UUID) -> Seat:
    """A seat at one of the team's tables, or no such page."""
    found = Seat.objects.select_related("series", "series__team", "staff").filter(id=seat_id, series_id=series_of_ours(request, series_id).id).first()
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def give(request: Request, series_id: UUID) -> HttpResponse:
    """Somebody more at the table."""
    found = series_of_ours(request, series_id)
    here = reverse("meetings:series", args=[found.id])
    sheet = Sheet(
        title=_("Somebody at the table of “%(name)s”") % {"name": found.name},
        back=here,
        kept=_("They have a seat, and a link of their own that you can send."),
        draft=f"seat/{found.id}",
        lead=_("They see who is on a list from when it goes out until the meeting is closed, the agreed words alone, and each look is written down."),
    )

    def do(said: dict[str, Any]) -> None:
        staff = said.pop("staff")
        actions.give_seat(found, Sitting(**said, staff_id=staff.id if staff else None), by=request.actor, at=request.now)

    today = timezone.localdate(request.now)
    roles = [Role.PARTNER.value, *(role.value for role in TEAM_ROLES)]
    colleagues = Staff.objects.filter(is_active=True, seats__role__in=roles, seats__since__lte=today).order_by("name").distinct()
    return written(request, SeatForm, sheet, do, colleagues=colleagues)


@page(roles=tuple(TEAM_ROLES))
def seat(request: Request, series_id: UUID, seat_id: UUID) -> HttpResponse:
    """The invitation: words for a message, and the address as a square that a camera reads. Nobody's name is in it."""
    found = seat_there(request, series_id, seat_id)
    today = timezone.localdate(request.now)
    url = request.build_absolute_uri(reverse("desk:seat", args=[address_of(found.reference)]))
    context = {
        "seat": found,
        "series": found.series,
        "url": url,
        "over": found.link_ended_at is not None or found.link_until <= today or bool(found.until and found.until <= today),
        "square": segno.make(url, error="m").svg_data_uri(scale=5, border=2),
        "words": _("“%(name)s”: here you propose somebody, read the list, and say what became of what you took on: %(url)s")
        % {"name": found.series.name, "url": url},
        "me": Staff.objects.filter(id=request.actor.id).values("name", "phone").first(),
    }
    return render(request, "meetings/seat.html", context)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def send_invitation(request: Request, series_id: UUID, seat_id: UUID) -> HttpResponse:
    """The invitation goes out by itself, in fixed sentences."""
    found = seat_there(request, series_id, seat_id)
    here = reverse("meetings:seat", args=[series_id, seat_id])
    if found.link_ended_at is not None or found.link_until <= timezone.localdate(request.now):
        return see_other(here)
    url = request.build_absolute_uri(reverse("desk:seat", args=[address_of(found.reference)]))
    sheet = Sheet(
        title=_("Send the invitation to %(name)s") % {"name": found.name},
        back=here,
        kept=_("It is in the outbox."),
        draft=f"send seat link/{found.id}",
        then=reverse("notices:outbox"),
        button=_("Send it"),
        lead=_("It goes with fixed sentences that name no person, and not the meeting. What became of it stands in the outbox."),
    )
    leads = {"link": url, "until": found.link_until, "about": f"seat {found.id}"}
    to = actions.writes_to(found)
    return sent(request, sheet, "seat link", leads, team_id=found.series.team_id, initial={"way": "e-mail", "to": to, "called": found.name})


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def another_link(request: Request, series_id: UUID, seat_id: UUID) -> HttpResponse:
    """Another link for the same seat."""
    found = seat_there(request, series_id, seat_id)
    here = reverse("meetings:seat", args=[series_id, found.id])
    sheet = Sheet(
        title=_("Another link for %(name)s") % {"name": found.name},
        back=here,
        kept=_("The new link is made, and the one before opens nothing any more."),
        draft=f"seat link/{found.id}",
        button=_("Make the link"),
    )

    def do(said: dict[str, Any]) -> None:
        actions.new_seat_link(found, until=said["last_day"], by=request.actor, at=request.now)

    return written(request, LinkForm, sheet, do, initial={"last_day": timezone.localdate(request.now) + A_YEAR})


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def end_link(request: Request, series_id: UUID, seat_id: UUID) -> HttpResponse:
    """The link opens nothing any more."""
    actions.end_seat_link(seat_there(request, series_id, seat_id), by=request.actor, at=request.now)
    messages.success(request, _("The link opens nothing any more."))
    return see_other(reverse("meetings:seat", args=[series_id, seat_id]))


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def leave(request: Request, series_id: UUID, seat_id: UUID) -> HttpResponse:
    """They sit there no more."""
    actions.leave_seat(seat_there(request, series_id, seat_id), by=request.actor, at=request.now)
    messages.success(request, _("They sit there no more, and see nothing from the next page they open."))
    return see_other(reverse("meetings:series", args=[series_id]))
