"""What somebody answers to one question, before it is kept. No Django."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .measuring import Measure, checked

NOTHING_ANSWERED = Sentence("Nothing is answered yet. Answer at least one question, or press “Not today”.")
SAY_WHAT_IT_IS_ABOUT = Sentence("“%(item)s” has an answer and does not say what it is about. Write it in their words.")
A_REFERENCE_FIRST = Sentence(
    "%(measure)s belongs to somebody else. Write down the reference of your licence, such as its number or the letter in which it was given."
)


@dataclass(frozen=True)
class Given:
    """The answer to one question: its number, if there is one; what it is about, where the person names that; and words besides."""

    item: str
    number: int | None = None
    concern: str = ""
    words: str = ""

    @property
    def says_something(self) -> bool:
        """Whether it is an answer at all; a question that was left out is none."""
        return self.number is not None or bool(self.words.strip()) or bool(self.concern.strip())


def version_of(text: str) -> str:
    """A short mark of a measure's file: another, as soon as any of its words is another."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def answered(measure: Measure, given: Sequence[Given]) -> list[Given]:
    """What was answered, in the order of the questions; refused where nothing was, or a number is none of the measure's."""
    said = {one.item: one for one in given if one.says_something}
    checked(measure, {key: one.number for key, one in said.items() if one.number is not None})
    if not said:
        raise Refused(NOTHING_ANSWERED)
    for item in measure.items:
        if item.named and item.key in said and not said[item.key].concern.strip():
            raise Refused(SAY_WHAT_IT_IS_ABOUT, field=item.key, item=item.asks or item.key)
    return [said[item.key] for item in measure.items if item.key in said]
