"""What follows from the answers of one day, and from those of two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .measure import Better, Item, Measure, Score

Answers = Mapping[str, int]
"""Whole numbers by the item's key; whatever was not answered is not in it."""

NO_SUCH_ITEM = Sentence("“%(item)s” is no question of %(measure)s.")
OUTSIDE = Sentence("“%(item)s” is answered by a whole number from %(least)s to %(most)s; %(given)s is none.")


@dataclass(frozen=True)
class Scored:
    """One item or one score on one day: the number, or none where it was not answered, or not wholly. Not measured is never nought."""

    key: str
    value: Decimal | None
    better: Better
    band: str = ""


@dataclass(frozen=True)
class Change:
    """From one day to another, in the measure's own numbers; `towards` says whether that is for the better (1), the worse (-1) or neither (0)."""

    key: str
    first: Decimal
    last: Decimal
    better: Better

    @property
    def by(self) -> Decimal:
        """How many more it is."""
        return self.last - self.first

    @property
    def towards(self) -> int:
        """Better, worse or the same for the person."""
        sign = (self.by > 0) - (self.by < 0)
        return sign if self.better is Better.MORE else -sign


def checked(measure: Measure, answers: Answers) -> dict[str, int]:
    """The answers in the order of the questions, or a refusal of the first that cannot be one."""
    for key, given in answers.items():
        item = next((one for one in measure.items if one.key == key), None)
        if item is None:
            raise Refused(NO_SUCH_ITEM, item=key, measure=measure.short)
        if isinstance(given, bool) or not isinstance(given, int) or not _allowed(item, given):
            raise Refused(OUTSIDE, field=key, item=item.asks or item.key, least=item.least, most=item.most, given=str(given))
    return {item.key: answers[item.key] for item in measure.items if item.key in answers}


def scored(measure: Measure, answers: Answers) -> tuple[Scored, ...]:
    """Every item, then every score of it."""
    kept = checked(measure, answers)
    return (*(_item(one, kept) for one in measure.items), *(_score(one, kept) for one in measure.scores))


def changes(measure: Measure, first: Answers, last: Answers) -> tuple[Change, ...]:
    """What is known on both days, each beside itself."""
    return tuple(_pairs(scored(measure, first), scored(measure, last)))


def _pairs(before: tuple[Scored, ...], after: tuple[Scored, ...]) -> Iterator[Change]:
    for one, other in zip(before, after, strict=True):
        if one.value is not None and other.value is not None:
            yield Change(one.key, one.value, other.value, one.better)


def _allowed(item: Item, given: int) -> bool:
    return given in item.answers if item.answers else item.least <= given <= item.most


def _item(item: Item, answers: Answers) -> Scored:
    given = answers.get(item.key)
    return Scored(item.key, None if given is None else Decimal(given), item.better, "" if given is None else item.band(given))


def _score(score: Score, answers: Answers) -> Scored:
    if any(key not in answers for key in score.adds):
        return Scored(score.key, None, score.better)
    whole = sum(answers[key] for key in score.adds)
    return Scored(score.key, score.table[whole] if score.table else Decimal(whole), score.better)
