"""An entry as Open Referral UK tells a service: what is not known is left out, and nothing is told that is not on the noticeboard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from alongside.directory.meeting import DAY_CODES
from alongside.directory.models import Entry, Session, Tagging
from alongside.directory.reasons import room_said
from alongside.directory.tagging.queries import accepted_for
from alongside.directory.twins.family import each_once
from alongside.foundation.words import Word
from alongside.web.vocabulary import say_word

from .keys import key, of_nobody
from .tags import attribute
from .terms import GETTING_IN, WHAT_IT_IS

_FREQUENCIES = ("WEEKLY", "MONTHLY")
"""The two that the profile knows; any other rule is told in words."""
Told = dict[str, Any]
ONLY_IN_TERMS = "Only in school terms."


def _known(told: Told) -> Told:
    return {name: value for name, value in told.items() if value not in ("", None, [])}


def in_a_list(entry: Entry) -> Told:
    """A service with what there is one of."""
    told = {
        "id": str(entry.id),
        "organization_id": organization_id(entry),
        "name": entry.name,
        "description": described(entry),
        "alert": room_said(entry),
        "url": entry.website if entry.website.startswith(("http://", "https://")) else "",
        "email": entry.email,
        "status": "defunct" if entry.withdrawn_on else "active",
        "fees": _fees(entry),
        "assured_date": entry.confirmed_on.isoformat() if entry.confirmed_on else "",
        "organization": organization(entry),
    }
    return _known(told)


def whole(entry: Entry, sessions: Iterable[Session], tagged: Iterable[Tagging] | None = None) -> Told:
    """A service with everything there is; `tagged` are its accepted tags, where whoever asks has them already."""
    tagged = accepted_for([entry.id]) if tagged is None else tagged
    told = {
        **in_a_list(entry),
        "schedules": schedules(entry, sessions),
        "service_at_locations": at_locations(entry),
        "cost_options": cost_options(entry),
        "contacts": contacts(entry),
        "attributes": [
            WHAT_IT_IS.attribute(entry.id, entry.kind),
            *(GETTING_IN.attribute(entry.id, feature) for feature in entry.access),
            *(attribute(entry.id, one.tag) for one in each_once(tagged, "tag_id")),
        ],
    }
    return _known(told)


def described(entry: Entry) -> str:
    """What it is, for whom and in which languages: the profile has no other field for the last two."""
    more = ((entry.description, "%s"), (entry.who_for, "For: %s"), (entry.not_for, "Not for: %s"), (entry.languages, "Languages: %s"))
    return "\n".join(words % said for said, words in more if said)


def organization_id(entry: Entry) -> str:
    """The key of whoever runs it; of somebody who is not named it is the entry's alone."""
    return key("organization", entry.organisation.casefold()) if entry.organisation else of_nobody(entry.id)


def organization(entry: Entry) -> Told:
    """Whoever runs it. A name and a description are asked for, and we keep none of the second."""
    return {"id": organization_id(entry), "name": entry.organisation or entry.name, "description": ""}


def location_id(entry: Entry) -> str:
    """The key of where it is."""
    return key("location", entry.id)


def at_locations(entry: Entry) -> list[Told]:
    """Where it is, if anything of that is known."""
    if entry.latitude is None and not entry.address and not entry.postcode:
        return []
    return [{"id": at_location_id(entry), "service_id": str(entry.id), "location_id": location_id(entry), "location": location(entry)}]


def at_location_id(entry: Entry) -> str:
    """The key of an entry being where it is: its own, for each is in one place."""
    return str(entry.id)


def location(entry: Entry) -> Told:
    """The place itself."""
    told = {
        "id": location_id(entry),
        "location_type": "physical",
        "name": entry.name,
        "description": " ".join(part for part in (entry.place_words, entry.getting_there) if part),
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "addresses": [address(entry)] if entry.address or entry.postcode else [],
        "accessibility": [accessibility(entry)] if entry.access or entry.access_missing or entry.access_words else [],
    }
    return _known(told)


def address(entry: Entry) -> Told:
    """Its address. A town and a county are asked for: the town is the last part of what is written; no county is."""
    lines = [line.strip() for line in entry.address.replace("\n", ",").split(",") if line.strip()]
    town = lines[-1] if len(lines) > 1 else ""
    first = ", ".join(lines[:-1] if len(lines) > 1 else lines)
    told = {"id": key("address", entry.id), "location_id": location_id(entry), "address_1": first, "city": town, "state_province": ""}
    return {**told, "postal_code": entry.postcode, "country": "GB", "address_type": "physical"}


def accessibility(entry: Entry) -> Told:
    """What is there and what is not, as words."""
    has, lacks = (_words(stored) for stored in (entry.access, entry.access_missing))
    described = "; ".join(part for part in (has, f"not there: {lacks}" if lacks else "") if part)
    return _known({"id": key("accessibility", entry.id), "location_id": location_id(entry), "description": described, "details": entry.access_words})


def _words(stored: Iterable[str]) -> str:
    known: dict[str, Word] = {word.stored: word for word in GETTING_IN.words}
    return ", ".join(say_word(known[one]) for one in stored)


def _fees(entry: Entry) -> str:
    return entry.cost_words or {"free": "Free", "some": "There is a charge", "unknown": ""}[entry.cost]


def cost_options(entry: Entry) -> list[Told]:
    """Free, as nought; a charge in words, because nobody knows its amount."""
    if entry.cost == "free":
        return [_known({"id": key("cost", entry.id), "service_id": str(entry.id), "option": "Free", "amount_description": entry.cost_words}) | {"amount": 0}]
    if entry.cost == "some":
        return [_known({"id": key("cost", entry.id), "service_id": str(entry.id), "option": "Charge", "amount_description": entry.cost_words})]
    return []


def contacts(entry: Entry) -> list[Told]:
    """Its telephone, on a contact without anybody's name."""
    if not entry.phone:
        return []
    contact = key("contact", entry.id)
    return [{"id": contact, "service_id": str(entry.id), "phones": [{"id": key("phone", entry.id), "contact_id": contact, "number": entry.phone}]}]


def schedules(entry: Entry, sessions: Iterable[Session]) -> list[Told]:
    """When it meets; where only days and words are known, those."""
    held = list({_as_it_meets(one): schedule(one, entry) for one in sessions}.values())
    if held or not (entry.days or entry.times):
        return held
    days = ",".join(DAY_CODES[day - 1] for day in entry.days)
    return [_known({"id": key("days", entry.id), "service_id": str(entry.id), "freq": "WEEKLY" if days else "", "byday": days, "description": entry.times})]


def _as_it_meets(session: Session) -> tuple[Any, ...]:
    """The same for what two entries that were put together both say."""
    weekday = session.starts_on.weekday() if session.rule else session.starts_on
    return session.rule, weekday, session.starts_at, session.ends_at, session.last_day


def schedule(session: Session, entry: Entry) -> Told:
    """One session."""
    parts = dict(part.split("=", 1) for part in session.rule.split(";") if "=" in part)
    plain = parts.get("FREQ") in _FREQUENCIES and set(parts) <= {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY"}
    told = {
        "id": str(session.id),
        "service_id": str(entry.id),
        "valid_from": session.starts_on.isoformat(),
        "valid_to": _day(session.last_day if session.rule else session.starts_on),
        "dtstart": session.starts_on.isoformat(),
        "freq": parts["FREQ"] if plain else "",
        "interval": int(parts["INTERVAL"]) if plain and parts.get("INTERVAL", "").isdecimal() else None,
        "byday": parts.get("BYDAY", "") if plain else "",
        "bymonthday": parts.get("BYMONTHDAY", "") if plain else "",
        "description": "" if plain else session.rule,
        "opens_at": session.starts_at.isoformat() if session.starts_at else "",
        "closes_at": session.ends_at.isoformat() if session.ends_at else "",
        "notes": "; ".join(part for part in (session.words, ONLY_IN_TERMS if session.term_time else "") if part),
    }
    return _known(told)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
