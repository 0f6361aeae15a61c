"""How one gets to an entry by bus, and home again, from where somebody starts: in a line for a list, and for a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.folding import fold
from alongside.foundation.words import Vocabulary
from alongside.places.buses.journey import Journey, Point, Ride
from alongside.places.buses.riding import away_from, stops_near, there_by
from alongside.places.buses.timetable import Timetable
from alongside.places.buses.words import KINDS
from alongside.places.distance import metres_between, metres_by_road
from alongside.web.vocabulary import say

from .coming import Coming
from .models import Entry
from .rules import known_rules
from .times import hours_in

A_STROLL, A_FEW_STEPS = 800, 300
"""Metres by road that somebody walks to a stop and from it, and that somebody does who cannot walk far."""

COVERED = 4_000
"""Metres by road from the start: where no stop is so near, the timetable is of somewhere else, and says nothing of buses here."""

MIDDAY = 12 * 3600
LONG_OPEN = 4 * 3600
"""Seconds of the day; and open for longer than that, nobody has to be there when it opens."""

A_VISIT = 2 * 3600
"""Seconds that somebody stays where nobody has said when it ends."""


@dataclass(frozen=True)
class When:
    """A day, by when to be there and from when to go home (seconds of the day)."""

    day: date
    by: int
    until: int


@dataclass(frozen=True)
class ByBus:
    """What is said of it: how one gets there and home, and what might be in the way."""

    ways: list[str] = field(default_factory=list)
    in_the_way: list[str] = field(default_factory=list)


def steps_for(words: str) -> int:
    """How far somebody walks who said this."""
    said = f" {fold(words)} "
    return A_FEW_STEPS if any(f" {phrase} " in said for phrase in known_rules().short_walk) else A_STROLL


def by_bus(timetable: Timetable, start: Point, walk: int, entry: Entry, sessions: Sequence[Coming], days: frozenset[int], today: date) -> ByBus:
    """How one gets there for the next time that it meets, and home; nothing where one can walk, and where we know no bus or no day."""
    if entry.latitude is None or entry.longitude is None:
        return ByBus()
    place, when = (entry.latitude, entry.longitude), when_to_go(entry, sessions, days, today)
    first, last = timetable.days
    if (
        when is None
        or not first <= when.day <= last
        or metres_by_road(metres_between(*start, *place)) <= walk
        or not len(stops_near(timetable, start, COVERED)[0])
    ):
        return ByBus()
    said = {"day": date_format(when.day, "l j F"), "time": _clock(when.by)}
    there = there_by(timetable, start, place, when.day, when.by, walk)
    if there is None:
        return ByBus(in_the_way=[_("no bus that we know of gets there by %(time)s on %(day)s") % said])
    way = _("on %(day)s to be there by %(time)s: %(way)s") % {**said, "way": told(there)}
    home = away_from(timetable, place, start, when.day, when.until, walk)
    if home is None:
        return ByBus([way], [_("no bus back after %(time)s") % {"time": _clock(when.until)}])
    return ByBus([way, _("back: %(way)s") % {"way": told(home)}])


def when_to_go(entry: Entry, sessions: Sequence[Coming], days: frozenset[int], today: date) -> When | None:
    """The next session on one of the days asked for, else the next of all; without sessions the next such day, when it is open or at midday.

    From tomorrow on, where there is one: of today the bus may have gone.
    """
    ahead = [(day, one) for one in sessions for day in one.meets.next_days(today, 8)]
    asked_for = [(day, one) for day, one in ahead if not days or day.isoweekday() in days] or ahead
    found = [(day, one) for day, one in asked_for if day > today] or asked_for
    if found:
        day, one = min(found, key=lambda pair: (pair[0], str(pair[1].session.starts_at or "")))
        begins, ends = one.session.starts_at, one.session.ends_at
        by = begins.hour * 3600 + begins.minute * 60 if begins else MIDDAY
        return When(day, by, ends.hour * 3600 + ends.minute * 60 if ends else by + A_VISIT)
    asked = (days & set(entry.days)) or set(entry.days) or days
    if sessions or not asked:
        return None
    day = next(day for day in (today + timedelta(days=ahead) for ahead in range(1, 8)) if day.isoweekday() in asked)
    hours = hours_in(entry.times)
    if hours is None or hours[1] - hours[0] > LONG_OPEN:
        by = max(MIDDAY, hours[0]) if hours else MIDDAY
        return When(day, by, by + A_VISIT)
    return When(day, *hours)


def told(journey: Journey) -> str:
    """`bus 41 from Sale Road at 9:42 to Custom House, 12 minutes; 300 m to walk`."""
    rides = _(", then ").join(_ride(one) for one in journey.rides)
    minutes = max(1, round((journey.rides[-1].until - journey.rides[0].at) / 60))
    metres = max(50, round(sum(journey.on_foot) / 50) * 50)
    said = {"rides": rides, "minutes": minutes, "metres": metres}
    return ngettext("%(rides)s, %(minutes)d minute; %(metres)d m to walk", "%(rides)s, %(minutes)d minutes; %(metres)d m to walk", minutes) % said


def _ride(ride: Ride) -> str:
    kind = say(KINDS[ride.kind], Vocabulary.LOCAL_AREA_COORDINATION)
    said = {"bus": f"{kind} {ride.line}".strip(), "stop": ride.from_stop, "time": _clock(ride.at), "there": ride.to_stop}
    return _("%(bus)s from %(stop)s at %(time)s to %(there)s") % said


def _clock(seconds: int) -> str:
    minutes = seconds // 60 % (24 * 60)
    return f"{minutes // 60}:{minutes % 60:02}"
