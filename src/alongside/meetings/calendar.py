"""When meetings are, as a file that any calendar takes or keeps up with (iCalendar, RFC 5545): days, places and no name of anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.contrib import messages
from django.db import connection
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.directory.meeting import Meets
from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.web.calendars import as_text, calendar_file, calendar_response, moment
from alongside.web.pages import Request, page
from alongside.web.writing import see_other

from . import actions
from .calling import series_of_ours
from .days import days_of
from .links import calendar_address_of, calendar_reference_in
from .models import Meeting, OwnCalendar

AHEAD = timedelta(days=3 * 365)
"""How far ahead days that are left out are told: a calendar that keeps up is told anew long before."""
SAID_AHEAD = timedelta(days=400)
"""How far ahead they are told in words."""
BEHIND = timedelta(days=60)


@dataclass(frozen=True)
class InCalendar:
    """A series as a calendar is told of it; `met_on` are the days on which it has or had a list."""

    id: UUID
    name: str
    starts_on: date
    rule: str
    last_day: date | None
    nation: str
    starts_at: time
    minutes: int
    place: str
    call_link: str
    at: datetime
    met_on: Sequence[date] = ()


_TOLD = tuple(one.name for one in fields(InCalendar))


def series_in(reference: str) -> list[InCalendar]:
    """The series of which a calendar with this address is told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM series_in_a_calendar(%s)", [reference])
        return [InCalendar(**dict(zip(_TOLD, row, strict=True))) for row in cursor.fetchall()]


@page(public=True)
def calendar(request: Request, address: str) -> HttpResponse:
    """The days of one seat's meeting, or of all of a colleague's: read again and again by their calendar."""
    reference = calendar_reference_in(address)
    found = series_in(reference) if reference else []
    if not found:
        raise Http404
    return calendar_response(as_file(found, now=request.now), "" if len(found) > 1 else _named(found[0].name))


@page(roles=(*TEAM_ROLES, Role.PARTNER))
def of_a_series(request: Request, series_id: UUID) -> HttpResponse:
    """The same of one series, to go with an invitation."""
    one = series_of_ours(request, series_id)
    told = InCalendar(**{name: getattr(one, name) for name in _TOLD[:-1]}, met_on=list(Meeting.objects.filter(series=one).values_list("on", flat=True)))
    return calendar_response(as_file([told], now=request.now), _named(one.name))


@page(roles=(*TEAM_ROLES, Role.PARTNER), methods=("POST",))
def own(request: Request) -> HttpResponse:
    """An address for one's own calendar; the one before is read no more."""
    actions.make_own_calendar(by=request.actor, at=request.now)
    messages.success(request, _("The address for your calendar is made. One that was made before opens nothing any more."))
    return see_other(reverse("desk:my tables"))


def own_address(request: Request) -> str:
    """The address of one's own calendar, if it was made."""
    made = OwnCalendar.objects.filter(staff_id=request.actor.id).first()
    return request.build_absolute_uri(reverse("meetings:calendar", args=[calendar_address_of(made.reference)])) if made else ""


def _named(name: str) -> str:
    return f"{slugify(name) or 'meeting'}.ics"


def as_file(found: Iterable[InCalendar], *, now: datetime) -> str:
    """The whole file."""
    return calendar_file("Meetings", (line for one in found for line in _event(one, now)), called=_("Meetings"))


def _event(one: InCalendar, now: datetime) -> list[str]:
    meets, today = Meets(one.starts_on, one.rule, one.last_day), timezone.localdate(now)
    first = next(meets.days(one.starts_on), None)
    if first is None:
        return []
    since = max(one.starts_on, today - BEHIND)
    out = [day for day in days_of(meets, one.nation, since) if day.left_out and day.on <= today + AHEAD]
    rhythm = set(meets.next_days(since, 400))
    moved = [day for day in one.met_on if day >= since and day not in rhythm]
    said = "; ".join(f"{date_format(day.on, 'j F Y')} ({day.left_out})" for day in out if today <= day.on <= today + SAID_AHEAD)
    words = [_("No meeting on %(days)s.") % {"days": said} if said else "", _("Who is on a list stands behind your own link, and never here.")]
    ends = datetime.combine(first, one.starts_at) + timedelta(minutes=one.minutes)
    until = f";UNTIL={one.last_day:%Y%m%d}T235959Z" if one.last_day else ""
    return [
        "BEGIN:VEVENT",
        f"UID:{one.id}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SUMMARY:{as_text(one.name)}",
        *([f"LOCATION:{as_text(one.place)}"] if one.place else []),
        f"DESCRIPTION:{as_text(chr(10).join(part for part in (*words, one.call_link) if part))}",
        f"DTSTART{moment(first, one.starts_at)}",
        f"DTEND{moment(ends.date(), ends.time())}",
        f"RRULE:{one.rule}{until}",
        *(f"EXDATE{moment(day.on, one.starts_at)}" for day in out),
        *(f"RDATE{moment(day, one.starts_at)}" for day in sorted(moved)),
        "END:VEVENT",
    ]
