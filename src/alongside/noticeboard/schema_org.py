"""An entry as schema.org describes such things, for programs that read pages: a group, somewhere to go, something to do, a service."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from alongside.directory.meeting import DAY_CODES
from alongside.directory.models import Entry, Session
from alongside.directory.reasons import access_said

from .meeting import Shown

Told = dict[str, Any]
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOW_LONG = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
_UNSAFE = {ord(mark): f"\\u{ord(mark):04X}" for mark in "<>&"}


def as_data(told: Told) -> SafeString:
    """The text of a data block; nothing in it can end the block."""
    return mark_safe(json.dumps(told, ensure_ascii=False).translate(_UNSAFE))  # noqa: S308 - every mark that means something to HTML is written as its number


def described(entry: Entry, sessions: Iterable[Shown], page: str) -> Told:
    """The page, and what it is about with whoever runs it and where that is; `page` is its whole address."""
    events = [_event(entry, one, page) for one in sessions]
    place = _place(entry)
    thing = {"@id": f"{page}#it", "name": entry.name, "description": entry.description, "mainEntityOfPage": {"@id": page}}
    made = {"group": _group, "place": _somewhere, "activity": _activity, "service": _service}[entry.kind](entry, thing, place, events)
    about = {"@type": "WebPage", "@id": page, "url": page, "name": entry.name, "mainEntity": {"@id": thing["@id"]}}
    reviewed = {"lastReviewed": entry.confirmed_on.isoformat()} if entry.confirmed_on else {}
    return {"@context": "https://schema.org", "@graph": [{**about, **reviewed}, _known(made)]}


def _group(entry: Entry, thing: Told, place: Told | None, events: list[Told]) -> Told:
    parent = {"@type": "Organization", "name": entry.organisation} if entry.organisation else None
    return {"@type": "Organization", **thing, **_reached(entry), "location": place, "parentOrganization": parent, "event": events}


def _somewhere(entry: Entry, thing: Told, place: Told | None, events: list[Told]) -> Told:
    hours = [{"@type": "OpeningHoursSpecification", "dayOfWeek": [_day(day) for day in entry.days], "description": entry.times}] if entry.days else []
    reached = {key: value for key, value in _reached(entry).items() if key != "email"}
    return {**(place or {}), "@type": "Place", **thing, **reached, **_free(entry), "event": events, "openingHoursSpecification": [_known(one) for one in hours]}


def _activity(entry: Entry, thing: Told, place: Told | None, events: list[Told]) -> Told:
    ahead = [one["startDate"] for one in events if "startDate" in one]
    schedules = [schedule for one in events for schedule in one.get("eventSchedule", [])] or _on_days(entry)
    organizer = _known({"@type": "Organization", "name": entry.organisation or entry.name, **_reached(entry)})
    told = {"location": place, "organizer": organizer, "startDate": min(ahead, default=""), "eventSchedule": schedules, **_free(entry)}
    return {"@type": "Event", **thing, **told}


def _service(entry: Entry, thing: Told, place: Told | None, events: list[Told]) -> Told:
    hours = [{"@type": "OpeningHoursSpecification", "dayOfWeek": [_day(day) for day in entry.days]}] if entry.days else []
    provider = _known({"@type": "Organization", "name": entry.organisation or entry.name, **_reached(entry)})
    channel = {"@type": "ServiceChannel", "serviceLocation": place} if place else None
    offer = {"@type": "Offer", "price": 0, "priceCurrency": "GBP"} if entry.cost == "free" else None
    told = {"provider": provider, "availableChannel": channel, "hoursAvailable": hours, "offers": offer, "url": _website(entry)}
    return {"@type": "Service", **thing, **told}


def _reached(entry: Entry) -> Told:
    return {"telephone": entry.phone, "email": entry.email, "url": _website(entry)}


def _website(entry: Entry) -> str:
    return entry.website if entry.website.startswith(("http://", "https://")) else ""


def _free(entry: Entry) -> Told:
    return {} if entry.cost == "unknown" else {"isAccessibleForFree": entry.cost == "free"}


def _place(entry: Entry) -> Told | None:
    """Where it is, with what is known to be there and what is known not to be."""
    address = {"@type": "PostalAddress", "streetAddress": entry.address, "postalCode": entry.postcode, "addressCountry": "GB"}
    features = [_feature(one, there=True) for one in entry.access] + [_feature(one, there=False) for one in entry.access_missing]
    geo = {"@type": "GeoCoordinates", "latitude": entry.latitude, "longitude": entry.longitude} if entry.latitude is not None else None
    told = {"address": _known(address) if entry.address or entry.postcode else None, "geo": geo, "amenityFeature": features, "description": entry.place_words}
    return _known({"@type": "Place", **told}) if any(told.values()) else None


def _feature(stored: str, *, there: bool) -> Told:
    return {"@type": "LocationFeatureSpecification", "name": access_said(stored), "value": there}


def _event(entry: Entry, shown: Shown, page: str) -> Told:
    """One session: once, on its day; else its schedule, and the next day on which it comes."""
    session = shown.session
    told: Told = {"@type": "Event", "name": entry.name, "location": _place(entry), "description": session.words, "url": page, **_free(entry)}
    if shown.next_days:
        told["startDate"] = _moment(shown.next_days[0], session.starts_at)
        told["endDate"] = _moment(shown.next_days[0], session.ends_at) if session.ends_at else ""
    return _known({**told, "eventSchedule": _schedules(shown) if session.rule else []})


def _moment(day: date, at: Any) -> str:
    return datetime.combine(day, at).isoformat() if at else day.isoformat()


def _schedules(shown: Shown) -> list[Told]:
    """Its schedule; where it goes by school terms that we know, one for each of them that has a day to come."""
    if shown.stretches is None:
        return [schedule(shown.session)]
    firsts = [(shown.session.meets.next_days(first, 1), last) for first, last in shown.stretches]
    return [{**schedule(shown.session), "startDate": days[0].isoformat(), "endDate": last.isoformat()} for days, last in firsts if days and days[0] <= last]


def schedule(session: Session) -> Told:
    """A rule as a Schedule: days of the week by their names, or by the marks of calendars where it is which one of the month."""
    parts = dict(part.split("=", 1) for part in session.rule.split(";") if "=" in part)
    every, unit = parts.get("INTERVAL", "1"), _HOW_LONG.get(parts.get("FREQ", ""), "")
    days = [code for code in parts.get("BYDAY", "").split(",") if code]
    return _known(
        {
            "@type": "Schedule",
            "startDate": session.starts_on.isoformat(),
            "endDate": session.last_day.isoformat() if session.last_day else "",
            "startTime": session.starts_at.isoformat() if session.starts_at else "",
            "endTime": session.ends_at.isoformat() if session.ends_at else "",
            "repeatFrequency": f"P{every}{unit}" if unit and every.isdecimal() else "",
            "byDay": [_day(DAY_CODES.index(code) + 1) if code in DAY_CODES else code for code in days],
            "exceptDate": [day.isoformat() for day in session.not_on],
            "scheduleTimezone": "Europe/London",
        }
    )


def _on_days(entry: Entry) -> list[Told]:
    return [{"@type": "Schedule", "byDay": [_day(day) for day in entry.days], "repeatFrequency": "P1W"}] if entry.days else []


def _day(number: int) -> str:
    return f"https://schema.org/{_DAYS[number - 1]}"


def _known(told: Told) -> Told:
    """Without what is not known: nought and no are something known."""
    return {name: value for name, value in told.items() if value not in ("", None, [], {})}
