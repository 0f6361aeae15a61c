"""A line of the trail as a sentence: why somebody could, and what they did.

The trail keeps keys, such as `same team: person`; whoever asks who looked reads “is in the same team; opened their page”.
A word that we no longer have is shown as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from alongside.foundation.words import Sentence, Vocabulary
from alongside.meetings.because import SEEN, meeting_and_ground
from alongside.meetings.queries import names_of_meetings
from alongside.trail.words import AT_A_MEETING, DEEDS, NAME_ONLY, NOT_DONE, ONCE_MORE, OPENED, OUTCOMES, PAGES, PURPOSES, SAW_THE_NAME, SEVERAL_TIMES
from alongside.web.vocabulary import LAC, all_words, say, say_word

LOOKED = "looked at"
"""The verb of a look; every other verb is a deed, and says itself what was done."""


def role(stored: str, vocabulary: Vocabulary = LAC) -> str:
    """As whom somebody acted."""
    roles = all_words()["teams.ROLES"]
    return say_word(roles[stored], vocabulary) if stored in roles else stored


Meetings = Mapping[UUID, tuple[str, date]]
"""What meetings are called, and their days."""


def because(purpose: str) -> str:
    """What stands first in a purpose; the page follows it."""
    return purpose.partition(":")[0]


def meetings_in(purposes: Iterable[str]) -> Meetings:
    """Those meetings of which these purposes speak; nothing is asked where there is none."""
    keys = {found[0] for purpose in purposes if (found := meeting_and_ground(because(purpose)))}
    return names_of_meetings(keys) if keys else {}


def at_a_meeting(purpose: str, meetings: Meetings, said: Mapping[str, Sentence], vocabulary: Vocabulary) -> str:
    """At which meeting they were shown, of which day, and on what ground; nothing where the line does not tell that."""
    found = meeting_and_ground(because(purpose))
    if found is None or found[0] not in meetings or found[1] not in said:
        return ""
    name, on = meetings[found[0]]
    return say(said[found[1]], vocabulary, meeting=name, day=on)


def reason(purpose: str, vocabulary: Vocabulary = LAC, meetings: Meetings | None = None) -> str:
    """`is in the same team`."""
    first = because(purpose)
    return at_a_meeting(purpose, meetings or {}, AT_A_MEETING, vocabulary) or _of(PURPOSES, SEEN if meeting_and_ground(first) else first, vocabulary)


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
