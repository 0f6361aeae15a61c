"""What makes the demo's first morning alive: whom to meet today and tomorrow, what is promised, what is due and overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .chance import Chance
from .plan import Life, Line
from .reading import told
from .slots import fill, slots

_VISITS = ((0, "09:15"), (0, "14:30"), (1, "11:00"), (1, "15:30"), (3, "10:00"), (5, "13:00"), (-1, "16:00"))
"""Days from today and times, for each coordinator; of the one in the past nobody has said yet whether it took place."""
_DUE = (-4, -1, 0, 1, 3, 8)
"""Days from today by which each coordinator has promised something."""
_NAMED = 4
"""People named to the GP at the moment, beside those whose story says so."""


def add_lately(chance: Chance, lives: list[Life], today: date) -> None:
    """Give each coordinator's people the lines of these days."""
    for coordinator in ("delyth", "femi", "karolina"):
        with_them = [life for life in lives if life.by == coordinator and walked_with(life, today)]
        chance.shuffle(with_them)
        for life, (ahead, starts_at) in zip(_round(with_them), _VISITS, strict=False):
            life.lines.append(_visit(chance, life, ahead, starts_at))
        for life, due in zip(_round(with_them[::-1]), _DUE, strict=False):
            life.lines.append({"ago": chance.randint(5, 8), "step": _said(chance, "promised", life), "who_kind": "us", "due in": due})
        if coordinator == "karolina":
            for life in with_them[-_NAMED:]:
                life.lines.append(
                    {
                        "ago": chance.randint(10, 30),
                        "name to": "anjali",
                        "extract": _said(chance, "extracts", life),
                        "how": "Aloud, and I read it back.",
                        "days": 180,
                    }
                )


def walked_with(life: Life, today: date) -> bool:
    """Somebody walked with for a while and still, whose life is not told in full: those have their own days."""
    stopped = any("stop" in line for line in life.lines)
    return bool(life.lines) and not stopped and (today - life.began).days > 35 and not life.key.startswith("light") and life.name != life.key


def _round(lives: list[Life]) -> Iterator[Life]:
    while lives:
        yield from lives


def _visit(chance: Chance, life: Life, ahead: int, starts_at: str) -> Line:
    where = life.home.address if chance.happens(0.7) else "The café on the corner"
    return {"in": ahead, "visit": starts_at, "where": where, "words": _said(chance, "meeting", life), "asked ago": chance.randint(3, 9)}


def _said(chance: Chance, pack: str, life: Life) -> str:
    words = slots(life.she, name=life.is_called, friend="a friend", street=life.home.address.split(",")[0].lstrip("0123456789 ") or "the street")
    return fill(chance.deal(pack, told("phrases")[pack]), words)
