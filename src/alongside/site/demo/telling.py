"""From the lines of a life to deeds: who does what on which day, in an order in which it could have happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from .chance import Chance
from .days import next_of, working_day, written_on
from .neighbourhood import streets
from .plan import Deed, Home, Life, Line
from .whats_good import everything_good

VERBS = (
    "note", "level", "good life", "agree", "wait", "waited", "look back", "looked back", "accepted", "ends part", "word back",
    "step", "end", "visit", "gift", "circle", "connect", "connect to", "climb", "change", "where", "protect",
    "name to", "choose", "called", "stop", "again", "own copy", "their words", "not right", "photograph", "own picture",
    "went through", "left", "would help", "would like", "says yes", "wish", "there is now",
    "gave", "received", "does", "no longer", "rhythm", "closer", "why", "paper now", "paper", "answers", "used", "their story",
)  # fmt: skip
"""What a line of a story can tell; each is one action in playing.py."""

_TWELVE_WEEKS = timedelta(weeks=12)
_LIKELY_PLANNED = 0.5
"""How many of the visits that took place had been written down as planned."""
_LIKELY_MISSED = 0.15
"""How many of those came after one that did not take place."""


@dataclass
class Telling:
    """One life as it is told: remembers what each connection leads to, its latest day, and when they first went."""

    chance: Chance
    today: date
    life: Life
    entries: dict[str, str] = field(default_factory=dict)
    latest: dict[str, date] = field(default_factory=dict)
    first_went: dict[str, date] = field(default_factory=dict)

    def deeds(self) -> list[Deed]:
        """Every deed of this life, in order."""
        life = self.life
        introduced = self._deed(life.introduced.get("recorded by") or life.by, "welcome", written_on(life.began, self.today), {"on": life.began, "life": life})
        told = [self._told(line) for line in life.lines]
        happened = sorted((one for one in told if one), key=lambda one: one[0])
        deeds = [introduced]
        for day, line in happened:
            deeds += self._line(day, line, deeds[-1].on)
        if life.know and any(deed.verb == "note" for deed in deeds):
            first = next(deed for deed in deeds if deed.verb == "note")
            deeds.insert(deeds.index(first) + 1, self._deed(life.by, "good to know", first.on, {"on": first.on, **life.know}))
        return sorted(deeds, key=lambda deed: deed.on)

    def _told(self, line: Line) -> tuple[date, Line] | None:
        """The day a line happened on; None when that has not come yet."""
        if "in" in line:
            # Asked some days ago, for a day to come.
            return self.today - timedelta(days=line["asked ago"]), line
        day = self.today - timedelta(days=line["ago"]) if "ago" in line else self.life.began + timedelta(days=line["day"])
        if "climb" in line:
            day = self._day_of_climbing(day, line)
        recent = (self.today - day).days < 4
        day = day if recent or "climb" in line else working_day(day)
        if "connect" in line or "connect to" in line:
            key = str(line.get("as", line.get("connect")))
            self.entries[key], self.latest[key] = line.get("connect", ""), day
        return (day, line) if day < self.today else None

    def _day_of_climbing(self, day: date, line: Line) -> date:
        """A day on which it meets, and late enough for what is said of it."""
        key = line["climb"]
        # What is told of a Saturday is kept on the Monday: nobody climbs a ladder before it stands.
        day = max(day, self.latest[key])
        entry = everything_good().get(self.entries.get(key, ""))
        if line["rung"] == "still going":
            day = max(day, self.first_went.get(key, day) + _TWELVE_WEEKS)
        if entry and line["rung"] not in ("not for me", "suggested"):
            day = next_of(entry.listing.days, day)
        if line["rung"] in ("went together", "went alone"):
            self.first_went.setdefault(key, day)
        self.latest[key] = day
        return day

    def _line(self, day: date, line: Line, last: date) -> Iterator[Deed]:
        verb = next(verb for verb in VERBS if verb in line)
        by = line.get("by", self.life.by)
        given: dict[str, Any] = {**line, "on": day}
        if verb == "visit":
            given["on"] = self.today + timedelta(days=line["in"])
        if verb in ("step", "paper"):
            due = self._due(line)
            given["by_when"] = due and max(due, written_on(day, self.today), last)
        if verb == "choose" and "ends in" in line:
            given["until"] = self.today + timedelta(days=line["ends in"])
        if verb == "where":
            given["home"] = self._home(line)
        written = max(written_on(day, self.today), last)
        planned_on = max(last, working_day(day - timedelta(days=self.chance.randint(4, 11))))
        if verb == "note" and line["how"] == "visit" and planned_on < day and self.chance.happens(_LIKELY_PLANNED):
            earlier = working_day(planned_on - timedelta(days=6))
            if last <= earlier < planned_on and self.chance.happens(_LIKELY_MISSED):
                yield self._visit(by, earlier, planned_on, "missed")
                yield self._deed(by, "end visit", planned_on, {"on": planned_on, "as": "missed", "how": self.chance.choice(["not in", "put off"])})
            yield self._visit(by, planned_on, day, "next")
            yield self._deed(by, verb, written, {**given, "planned": True})
        else:
            yield self._deed(by, verb, written, given)

    def _home(self, line: Line) -> Home:
        """Where they live; or where they moved to, with the same telephone."""
        if "street" not in line:
            return self.life.home
        street = streets()[line["street"]]
        return Home(f"{line['home']}, {street.place}", street.postcode, self.life.home.phone)

    def _visit(self, by: str, written: date, on: date, key: str) -> Deed:
        starts_at = f"{self.chance.randint(9, 16):02}:{self.chance.choice(['00', '30'])}"
        return self._deed(by, "visit", written, {"on": on, "visit": starts_at, "where": self.life.home.address, "words": "", "as": key})

    def _due(self, line: Line) -> date | None:
        if "due in" in line or "due ago" in line:
            return self.today + timedelta(days=line.get("due in", -line.get("due ago", 0)))
        return self.life.began + timedelta(days=line["due"]) if "due" in line else None

    def _deed(self, by: str, verb: str, written: date, given: dict[str, Any]) -> Deed:
        return Deed(written, by, verb, self.life.key, given)
