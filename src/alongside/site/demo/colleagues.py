"""What the team does beside walking alongside: looking in for one another, and keeping the directory true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .chance import Chance
from .days import working_day
from .plan import Deed, Life
from .reading import told
from .whats_good import everything_good

_CONFIRMED = 0.38
"""How many of the entries nobody wrote a date for were looked in on or rung by one of us."""
WALKERS = {"harbour": "delyth", "lowfields": "femi", "overbracken": "karolina", "": "shabnam"}
"""Who walks in each locality, by key; what comes to people is everybody's."""


def looks(chance: Chance, lives: list[Life], deeds: list[Deed], today: date) -> Iterator[Deed]:
    """Covering for a colleague, answering for a team, reading what one was named for, and seeing who looked."""
    known = [life for life in lives if (today - life.began).days > 20]
    quay = [life for life in known if life.by != "karolina"]
    for by, those, many, purpose in (
        ("shabnam", quay, 90, "same team: person"),
        ("femi", [life for life in quay if life.by == "delyth"], 25, "same team: person"),
        ("delyth", [life for life in quay if life.by == "femi"], 25, "same team: person"),
        ("colm", known, 30, "same team: person"),
        ("edmund", quay[:12], 8, "information governance: who looked at"),
    ):
        for _ in range(many if those else 0):
            yield _look(chance, chance.choice(those), by, purpose, today, longest=400)
    for deed in deeds:
        if deed.verb == "name to":
            life = next(life for life in lives if life.key == deed.person)
            for _ in range(3):
                yield _look(chance, life, "anjali", "named to them: named to me", today, longest=9)


def _look(chance: Chance, life: Life, by: str, purpose: str, today: date, *, longest: int) -> Deed:
    since = (today - life.began).days
    day = working_day(today - timedelta(days=chance.randint(3, max(4, min(longest, since - 12)))))
    return Deed(day, by, "look", life.key, {"purpose": purpose})


def confirmations(chance: Chance, today: date) -> Iterator[Deed]:
    """Somebody was there, or rang: it still holds. Some entries nobody has looked at for years, or ever."""
    for key, good in everything_good().items():
        seen = good.seen
        if not seen and chance.happens(_CONFIRMED):
            seen = f"{chance.choice(['visit', 'visit', 'call'])} {chance.randint(6, 420)}"
        if seen:
            how, ago = seen.split()
            day = today - timedelta(days=int(ago))
            day = day if day.isoweekday() <= 5 or int(ago) < 3 else day - timedelta(days=day.isoweekday() - 5)
            yield Deed(day, WALKERS[good.locality], "confirm", "", {"entry": key, "how": how, "on": day})
            for words, private in ((good.like, False), (good.like_us, True)):
                if words:
                    yield Deed(day, WALKERS[good.locality], "like", "", {"entry": key, "words": words, "private": private})
            if good.meets:
                yield Deed(day, WALKERS[good.locality], "meets", "", {"entry": key, "meets": good.meets, "on": day})


def hours() -> dict[str, int]:
    """When each of the staff sits down to write."""
    return {one["key"]: one["hour"] for one in told("staff")["staff"]}
