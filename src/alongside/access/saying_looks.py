"""A line of the trail as a sentence: why somebody could, and what they did.

The trail keeps keys, such as `same team: person`; whoever asks who looked reads “is in the same team; opened their page”.
A word that we no longer have is shown as it was written.
"""

from __future__ import annotations

from alongside.foundation.words import Sentence, Vocabulary
from alongside.trail.words import DEEDS, NAME_ONLY, NOT_DONE, ONCE_MORE, OPENED, OUTCOMES, PAGES, PURPOSES, SAW_THE_NAME, SEVERAL_TIMES
from alongside.web.vocabulary import LAC, all_words, say, say_word

LOOKED = "looked at"
"""The verb of a look; every other verb is a deed, and says itself what was done."""


def role(stored: str, vocabulary: Vocabulary = LAC) -> str:
    """As whom somebody acted."""
    roles = all_words()["teams.ROLES"]
    return say_word(roles[stored], vocabulary) if stored in roles else stored


def reason(purpose: str, vocabulary: Vocabulary = LAC) -> str:
    """`is in the same team`."""
    return _of(PURPOSES, purpose.partition(": ")[0], vocabulary)


def deed(verb: str, about: str, outcome: str, vocabulary: Vocabulary = LAC) -> str:
    """`opened their page`, `wrote a note`; and that it was refused, if it was."""
    page = about.removeprefix("page ") if verb == LOOKED else ""
    if page in NAME_ONLY:
        said = say(SAW_THE_NAME, vocabulary)
    else:
        said = say(OPENED, vocabulary, page=_of(PAGES, page, vocabulary)) if page else _of(DEEDS, verb, vocabulary)
    return said if outcome == "done" else say(NOT_DONE, vocabulary, deed=said, outcome=_of(OUTCOMES, outcome, vocabulary))


def times(said: str, many: int, vocabulary: Vocabulary = LAC) -> str:
    """`opened their page 4 times`."""
    if many == 1:
        return said
    return say(ONCE_MORE, vocabulary, deed=said) if many == 2 else say(SEVERAL_TIMES, vocabulary, deed=said, many=many)


def _of(words: dict[str, Sentence], stored: str, vocabulary: Vocabulary) -> str:
    return say(words[stored], vocabulary) if stored in words else stored
