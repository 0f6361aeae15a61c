"""Who looked at somebody's record and why, said to themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.access.saying_looks import Meetings, at_a_meeting, meetings_in
from alongside.access.saying_looks import role as said_role
from alongside.foundation.words import Vocabulary
from alongside.meetings.because import SEEN, meeting_and_ground
from alongside.meetings.queries import names_of_seats
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.teams.queries import names_of
from alongside.trail.words import PURPOSES
from alongside.web.vocabulary import say

from .words import AT_A_MEETING_TO_YOU, TO_YOU

IN_PASSING = frozenset({"their day", "their list", "search", "known already?", "would like to be asked", "a note", "figures", "introduce"})
"""Reasons for which a name is seen among others."""
A_CODE = "a link"
"""The purpose of whoever tries to open a link, whom nobody knows."""
AT_ONCE = 40
"""Lines of a page: one is what one person did on one day for one reason."""


@dataclass(frozen=True)
class Looked:
    """Who it was, as what, why they could, and how often they looked and wrote."""

    who: str
    as_a: str
    why: str
    how_often: str


@dataclass(frozen=True)
class Page:
    """A page of looks: the days on which somebody really looked, how often a name stood in a list besides, and whether there are earlier ones."""

    days: list[Day]
    in_lists: str
    earlier: bool


@dataclass(frozen=True)
class Day:
    """A day, and who looked on it."""

    on: date
    looks: list[Looked]


def _names(keys: set[UUID]) -> dict[UUID, str]:
    """Colleagues, and whoever sits at a meeting's table without being one."""
    names = names_of(keys)
    return names_of_seats(at_tables) | names if (at_tables := keys - names.keys()) else names


def page_of_looks(person_id: UUID, vocabulary: Vocabulary, number: int) -> Page:
    """A page of looks, the newest day first; read as the trail lets whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM mine_looks_by_day(%s, %s, %s)", [person_id, AT_ONCE + 1, AT_ONCE * (number - 1)])
        rows = cursor.fetchall()
    shown = rows[:AT_ONCE]
    names, meetings = _names({row[1] for row in shown}), meetings_in(row[3] for row in shown)
    real = [row for row in shown if _is_real(row[3], row[5])]
    days = [Day(on, [_looked(row[1:], person_id, names, meetings, vocabulary) for row in found]) for on, found in groupby(real, key=lambda row: row[0])]
    return Page(days, _in_lists(row[4] for row in shown if _in_passing(row[3])), len(rows) > AT_ONCE)


def looks_for_them(person_id: UUID, vocabulary: Vocabulary) -> list[str]:
    """In sum, for paper: a sentence for each who looked and each reason, and one at the end for lists and the like."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT actor, role, because, looks, deeds, first, last FROM mine_looks(%s)", [person_id])
        rows = cursor.fetchall()
    names, meetings = _names({row[0] for row in rows}), meetings_in(row[2] for row in rows)
    told = [_in_a_sentence(_looked(row[:5], person_id, names, meetings, vocabulary), row[5], row[6]) for row in rows if _is_real(row[2], row[4])]
    return [*told, *filter(None, [_in_lists(row[3] for row in rows if _in_passing(row[2]))])]


def _in_passing(because: str) -> bool:
    return because in IN_PASSING


def _is_real(because: str, deeds: int) -> bool:
    """Whether more than a name in a list was seen, or something was done."""
    return bool(deeds) or not _in_passing(because)


def _in_lists(looks: Iterable[int]) -> str:
    many = sum(looks)
    said = ngettext(
        "Besides, your name stood once in a list, on the page of the day or the like.",
        "Besides, your name stood %(many)s times in lists, on the page of the day and the like.",
        many,
    )
    return said % {"many": many} if many else ""


def _looked(row: Any, person_id: UUID, names: dict[UUID, str], meetings: Meetings, vocabulary: Vocabulary) -> Looked:
    actor, role, because, looks, deeds = row
    if because == A_CODE:
        return Looked(_("A code was mistyped"), "", "", "" if deeds == 1 else ngettext("once", "%(many)s times", deeds) % {"many": deeds})
    who = _("You") if actor == person_id else _("A program on our own machine") if actor == ON_THE_MACHINE.id else names.get(actor, _("Somebody"))
    as_a = "" if actor == person_id or role in ("", "none") else said_role(role, vocabulary)
    return Looked(who, as_a, _why(because, meetings, vocabulary), _how_often(0 if _in_passing(because) else looks, deeds))


def _why(because: str, meetings: Meetings, vocabulary: Vocabulary) -> str:
    first = SEEN if meeting_and_ground(because) else because
    known = TO_YOU.get(first) or PURPOSES.get(first)
    return at_a_meeting(because, meetings, AT_A_MEETING_TO_YOU, vocabulary) or (say(known, vocabulary) if known else because)


def _how_often(looks: int, deeds: int) -> str:
    looked = ngettext("looked once", "looked %(many)s times", looks) % {"many": looks} if looks else ""
    wrote = ngettext("wrote once", "wrote %(many)s times", deeds) % {"many": deeds} if deeds else ""
    return ", ".join(filter(None, (looked, wrote)))


def _in_a_sentence(one: Looked, first: date, last: date) -> str:
    who = f"{one.who} ({one.as_a})" if one.as_a else one.who
    when = (
        date_format(first, "j F Y")
        if first == last
        else _("%(first)s to %(last)s") % {"first": date_format(first, "j F Y"), "last": date_format(last, "j F Y")}
    )
    return "; ".join(filter(None, (who, one.why, one.how_often, when)))
