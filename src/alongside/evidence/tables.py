"""A figure as numbers: exact for those who answer for the team, held back and rounded for everybody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from alongside.foundation.periods import Period
from alongside.foundation.words import Word

from .adding_up import in_units, together
from .figures import AS_IT_IS, UNITS, Figure
from .payers import NO_POST, NOBODY_PAYS, Payers, people_there, summed
from .periods import Window, window

if TYPE_CHECKING:
    from .ahead import Counts
    from .counting import Opened

LOCALITIES = "localities"
LISTED, KINDS, POSTS, STREAMS = "reasons", "kinds", "posts", "streams"
"""What a figure's parts are called where they are the team's own: its localities, its posts, or the words on its list of reasons or of counted kinds."""


@dataclass(frozen=True)
class Table:
    """How many in each part, of how many in all; None for what is held back. `of_localities` where it may be told."""

    parts: dict[str, int | None]
    total: int | None
    of_localities: dict[str, int | None] | None
    exact: bool
    of_posts: dict[str, int | None] | None = None
    of_streams: dict[str, int | None] | None = None
    adds_up: bool = True
    several: bool = False
    behind: int | None = None
    """Of a sum: how many people it rests on, where that may be told."""
    by_part: bool = True
    """Whether it is divided; sums of a quarter leave whole."""


@dataclass(frozen=True)
class Counted:
    """What the engine found for one figure over one window."""

    parts: dict[str, int]
    total: int
    of_localities: dict[str, int]
    of_posts: dict[str, int]


def words_of(figure: Figure) -> tuple[Word, ...]:
    """The words a figure can be counted under, in their room's order and then our own."""
    room, _, name = figure.parts.partition(".")
    own: tuple[Word, ...] = getattr(import_module(f"alongside.{room}.words"), name) if name else ()
    others: tuple[Word, ...] = import_module("alongside.evidence.words").OTHER_PARTS
    return own + tuple(word for stored in figure.other_parts for word in others if word.stored == stored)


Own = Mapping[str, Sequence[str]]
"""The keys of what is the team's own: `LOCALITIES`, `POSTS`, and the words of its lists (`LISTED`, `KINDS`)."""


@dataclass(frozen=True)
class Where:
    """Of whom figures are counted: in one locality, and of those who count for one of some posts; of everybody where neither is said."""

    locality: str = ""
    posts: frozenset[str] | None = None

    @property
    def is_everywhere(self) -> bool:
        return not self.locality and self.posts is None


EVERYWHERE = Where()


def count(extract: Opened, figure: Figure, over: Window, own: Own, where: Where = EVERYWHERE, *, by_post: bool = False) -> Counted:
    """Count one figure: every part it can have is there, nought or not; of some alone where that is said. `by_post`: the total of each post too."""
    found = _counts(extract, figure.expression, over, where)
    out_of = _counts(extract, figure.out_of, over, where) if figure.out_of else found
    locality = where.locality
    parts = Counter(dict.fromkeys(_parts_of(figure, own), 0))
    homes = Counter(dict.fromkeys([locality] if locality else [*own[LOCALITIES], "elsewhere", "not shown"], 0))
    for (_home, part), n in found.items():
        parts[part] += n
    for (home, _part), n in (out_of if figure.several else found).items():
        homes[home] += n
    of_posts = _of_posts(extract, figure, over, own) if by_post else {}
    return Counted(dict(parts), sum(out_of.values()), dict(homes), of_posts)


def _of_posts(extract: Opened, figure: Figure, over: Window, own: Own) -> dict[str, int]:
    """The total, post by post; every post of the team is there, and whoever counts for none."""
    posts = Counter(dict.fromkeys([*own.get(POSTS, ()), NO_POST], 0))
    for (_home, post, _part), n in extract.counts_by_post(figure.out_of or figure.expression, over).items():
        posts[post] += n
    return dict(posts)


def _parts_of(figure: Figure, own: Own) -> list[str]:
    return [*own.get(figure.parts, ()), *(word.stored for word in words_of(figure))]


def _counts(extract: Opened, expression: str, over: Window, where: Where) -> Counts:
    """By locality and part; those of the posts that were asked for alone."""
    if where.posts is None:
        return {key: n for key, n in extract.counts(expression, over).items() if where.locality in ("", key[0])}
    found: Counter[tuple[str, str]] = Counter()
    for (home, post, part), n in extract.counts_by_post(expression, over).items():
        if post in where.posts and where.locality in ("", home):
            found[home, part] += n
    return dict(found)


def exact(extract: Opened, figure: Figure, period: Period, own: Own, *, extracted_on: date, where: Where = EVERYWHERE, payers: Payers = NOBODY_PAYS) -> Table:
    """The numbers as they are, for a manager of the team on the screen."""
    over = window(period, extracted_on=extracted_on)
    if figure.adds:
        amounts = amounts_of(extract, figure, over, own, where)
        whole, unit = together(list(amounts.values())), UNITS[figure.adds]
        parts = {part: in_units(sum(by.values()), unit, leaves=False) for part, by in amounts.items()}
        return Table(parts, in_units(sum(whole.values()), unit, leaves=False), None, exact=True, behind=sum(1 for amount in whole.values() if amount))
    by_post = where.is_everywhere and figure.leaves != AS_IT_IS
    found = count(extract, figure, over, own, where, by_post=by_post)
    apart: dict[str, int | None] | None = dict(found.of_localities) if not (figure.on_the_day or not where.is_everywhere) else None
    adds_up = figure.several or sum(found.parts.values()) == found.total
    table = Table(dict(found.parts), found.total, apart, exact=True, adds_up=adds_up, several=figure.several)
    return replace(table, of_posts=dict(found.of_posts), of_streams=dict(summed(found.of_posts, payers))) if by_post else table


def amounts_of(extract: Opened, figure: Figure, over: Window, own: Own, where: Where = EVERYWHERE) -> dict[str, dict[int, int]]:
    """How much of each part came from each person."""
    by_part: dict[str, dict[int, int]] = {part: {} for part in _parts_of(figure, own)}
    there = None if where.posts is None else people_there(extract, over, where.posts)
    for (home, part, person), amount in extract.amounts(figure.expression, over).items():
        if where.locality in ("", home) and (there is None or person in there):
            by_part[part][person] = amount
    return by_part
