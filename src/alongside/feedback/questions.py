"""The questions, each with what may be answered and where it comes from: a table of facts."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.foundation.words import Sentence, Word

from . import words

_DUDLEY = (
    "After what Integrated Plus, Dudley, printed of September 2014 to August 2018 (Waterfall report): 94% four or five stars, 96% some impact, "
    "28% of it significant, 79% better connected. Its wording is not published with the numbers; this one is ours."
)
_WILTSHIRE = (
    "After the survey of partners that Wiltshire’s Health Select Committee had on 14 January 2020: 113 answered, 95% valuable, 91% rooted. "
    "Its wording is not published with the numbers; this one is ours."
)


@dataclass(frozen=True)
class Question:
    """One question. `good` are the answers that the published numbers count together."""

    key: str
    people_or_partners: str
    asks: Sentence
    answers: tuple[Word, ...]
    good: tuple[str, ...]
    source: str


QUESTIONS = (
    Question("stars", "people", words.HOW_MANY_STARS, words.STARS, ("5", "4"), _DUDLEY),
    Question("difference", "people", words.A_DIFFERENCE, words.DIFFERENCES, ("big", "some"), _DUDLEY),
    Question("connected", "people", words.MORE_CONNECTED, words.CONNECTED, ("more",), _DUDLEY),
    Question("valuable", "partners", words.HOW_VALUABLE, words.VALUABLE, ("very", "fairly"), _WILTSHIRE),
    Question("rooted", "partners", words.IS_ROOTED, words.ROOTED, ("yes",), _WILTSHIRE),
)


def asked_of(whom: str) -> tuple[Question, ...]:
    """The questions for people, or for partners, in their order."""
    return tuple(one for one in QUESTIONS if one.people_or_partners == whom)
