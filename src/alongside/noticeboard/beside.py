"""Two entries beside each other, part by part, with what is chosen of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.directory.models import Entry
from alongside.directory.reasons import access_said, days_said, days_since, long_ago, room_said
from alongside.directory.twins.parts import PARTS, later_confirmed, preferred, says, says_nothing
from alongside.web.vocabulary import say_word, word_for

_ASKED = {
    "name": gettext_lazy("What it is called"),
    "kind": gettext_lazy("What it is"),
    "description": gettext_lazy("What it says of itself"),
    "organisation": gettext_lazy("Run by"),
    "where": gettext_lazy("Where"),
    "when": gettext_lazy("When"),
    "cost": gettext_lazy("Cost"),
    "whom": gettext_lazy("Who it is for"),
    "access": gettext_lazy("Access"),
    "getting there": gettext_lazy("How to get there"),
    "languages": gettext_lazy("Languages"),
    "room": gettext_lazy("Room for somebody new"),
    "joining": gettext_lazy("How to join"),
    "phone": gettext_lazy("Telephone"),
    "email": gettext_lazy("E-mail"),
    "website": gettext_lazy("Website"),
}


@dataclass(frozen=True)
class Part:
    """A part of both: its name, what each says of it in words, and whose words are chosen."""

    name: str
    asked: Any
    says: list[tuple[UUID, str]]
    chosen: UUID


@dataclass(frozen=True)
class Beside:
    """Two entries: which stays, when each was last confirmed, the parts in which they differ, and those of which both say the same."""

    stays: UUID
    each: list[tuple[Entry, str]]
    differing: list[Part]
    alike: list[tuple[Any, str]]

    def taken_of(self, other: UUID) -> list[str]:
        """The parts of which this one's words are chosen."""
        return [part.name for part in self.differing if part.chosen == other]


def beside(one: Entry, other: Entry, today: date | None = None, chosen: Mapping[str, str] | None = None) -> Beside:
    """Both, with what was chosen, or else what was confirmed most lately."""
    usual = preferred(one, other)
    keys = {str(one.id): one.id, str(other.id): other.id}

    def said(name: str, otherwise: UUID) -> UUID:
        return keys.get((chosen or {}).get(name, ""), otherwise)

    differing = [
        Part(name, _ASKED[name], [(each.id, _in_words(each, name)) for each in (one, other)], said(f"of {name}", believed.id))
        for name, believed in usual.items()
    ]
    alike = [(_ASKED[name], _in_words(one, name)) for name in PARTS if says(one, name) == says(other, name) and not says_nothing(one, name)]
    each = [(entry, _confirmed(entry, today) if today else "") for entry in (one, other)]
    return Beside(said("stays", later_confirmed(one, other).id), each, differing, alike)


def _in_words(entry: Entry, part: str) -> str:
    lines: list[str] = {
        "kind": lambda: [say_word(word_for(entry.kind, "directory.KINDS"), capital=True)],
        "where": lambda: [
            ", ".join(said for said in (entry.address, entry.postcode) if said), entry.place_words, "" if entry.latitude is not None else _("Place not known")
        ],
        "when": lambda: [days_said(entry.days), entry.times],
        "cost": lambda: ["" if entry.cost == "unknown" else say_word(word_for(entry.cost, "directory.COSTS"), capital=True), entry.cost_words],
        "whom": lambda: [entry.who_for, _("Not for: %(whom)s") % {"whom": entry.not_for} if entry.not_for else ""],
        "access": lambda: _access(entry),
        "room": lambda: [room_said(entry)],
    }.get(part, lambda: [str(getattr(entry, name)) for name in PARTS[part]])()  # fmt: skip
    return "\n".join(line for line in lines if line)


def _access(entry: Entry) -> list[str]:
    there, missing = (", ".join(map(access_said, features)) for features in (entry.access, entry.access_missing))
    return [there, _("Not there: %(features)s") % {"features": missing} if missing else "", entry.access_words]


def _confirmed(entry: Entry, today: date) -> str:
    age = days_since(entry.confirmed_on, today)
    if age is None:
        return _("Nobody has confirmed it yet")
    how = say_word(word_for(entry.confirmed_how, "directory.CONFIRMED_HOW"))
    return _("Confirmed %(ago)s, %(how)s") % {"ago": long_ago(age), "how": how}
