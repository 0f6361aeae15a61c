"""When something meets, as a file that any calendar takes (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import islice
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory.coming import Coming, coming
from alongside.directory.models import Entry
from alongside.directory.queries import in_use
from alongside.groups.queries import entries_of_groups_of
from alongside.places.models import Locality, Postcode
from alongside.web.calendars import as_text, calendar_file, calendar_response, moment
from alongside.web.pages import Request, page

from .keeping import entry_there
from .short_address import short_of

MOST_DAYS = 200
"""Days that are listed one by one, where no rule says them: some four years of school terms."""


@page(public=True)
def calendar(request: Request, entry_id: UUID) -> HttpResponse:
    """Its sessions, to be put into somebody's own calendar."""
    found = entry_there(entry_id)
    address = request.build_absolute_uri(reverse("noticeboard:short address", args=[short_of(found.id)]))
    text = calendar_of(found, coming([found.id])[found.id], address)
    return calendar_response(text, f"{short_of(found.id)}.ics")


@page(public=True)
def of_a_locality(request: Request, locality_id: UUID) -> HttpResponse:
    """Everything that meets in a neighbourhood, or is a group of it, as one calendar to be kept up with. Nobody is in it: only what everybody reads."""
    locality = Locality.objects.filter(id=locality_id).first()
    if locality is None:
        raise Http404
    here = Q(postcode__in=Postcode.objects.filter(locality=locality).values("postcode")) | Q(id__in=entries_of_groups_of(locality))
    entries = {one.id: one for one in in_use().filter(here).order_by("name")}
    pairs = [(entries[key], one) for key, several in coming(list(entries)).items() for one in several] if entries else []
    text = _file((entry, one, request.build_absolute_uri(reverse("noticeboard:short address", args=[short_of(entry.id)]))) for entry, one in pairs)
    return calendar_response(text)


def calendar_of(entry: Entry, sessions: Iterable[Coming], address: str) -> str:
    """The whole file."""
    return _file((entry, one, address) for one in sessions)


def _file(events: Iterable[tuple[Entry, Coming, str]]) -> str:
    return calendar_file("What is good around here", (line for event in events for line in _event(*event)))


def _event(entry: Entry, one: Coming, address: str) -> list[str]:
    session, by_rule = one.session, _has_a_rule(one)
    days = list(islice(one.meets.days(session.starts_on), 1 if by_rule else MOST_DAYS))
    if not days:
        return []
    first = next(session.meets.days(session.starts_on)) if by_rule else days[0]
    place = ", ".join(part for part in (" ".join(entry.address.split()), entry.postcode) if part)
    said = [session.words, _("Only in school terms.") if session.term_time else "", _("Ring before you go a long way."), address]
    return [
        "BEGIN:VEVENT",
        f"UID:{session.id}",
        f"DTSTAMP:{(session.at or datetime(2026, 1, 1, tzinfo=UTC)).astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SUMMARY:{as_text(entry.name)}",
        *([f"LOCATION:{as_text(place)}"] if place else []),
        f"DESCRIPTION:{as_text(chr(10).join(part for part in said if part))}",
        f"URL:{address}",
        f"DTSTART{moment(first, session.starts_at)}",
        *([f"DTEND{moment(first, session.ends_at)}"] if session.ends_at else []),
        *_again(one, days, first),
        "END:VEVENT",
    ]


def _has_a_rule(one: Coming) -> bool:
    """Whether a rule says its days; school terms do not follow from one, and a calendar takes no second end."""
    rule = one.session.rule.upper()
    return bool(rule) and not one.terms_known and not (one.session.last_day and ("UNTIL" in rule or "COUNT" in rule))


def _again(one: Coming, days: list[date], first: date) -> list[str]:
    session = one.session
    if _has_a_rule(one):
        until = f";UNTIL={session.last_day:%Y%m%d}{'T235959Z' if session.starts_at else ''}" if session.last_day else ""
        out = sorted(day for day in session.not_on if day > first)
        return [f"RRULE:{session.rule}{until}", *(f"EXDATE{moment(day, session.starts_at)}" for day in out)]
    return [f"RDATE{moment(day, session.starts_at)}" for day in days[1:]]
