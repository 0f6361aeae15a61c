"""What an introduction needs, and what kind of source somebody's words name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.foundation.folding import fold
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .words import (
    ASK_FOR_THEIR_YES,
    INTRODUCED_LATER,
    NOT_IN_THE_PAST,
    SAY_WHO_INTRODUCED_THEM,
    SAY_WHOM,
    SAY_WHY,
    SAY_WHY_THEM,
    SAY_YOUR_WORDS,
    THEY_AGREE_TO_IT,
)

# Words by which a source is known, looked for in this order; the first that is found decides.
_KNOWN_BY: tuple[tuple[str, str], ...] = (
    ("self", "herself himself themselves themself self myself walked-in dropped-in"),
    ("housing", "housing landlord tenancy homes estate-office warden sheltered homeless homelessness"),
    ("police", "police pcso constable officer-on-the-beat"),
    ("fire and rescue", "fire firefighter fire-and-rescue"),
    ("jobs and benefits", "jobcentre job-centre dwp benefits welfare-rights work-coach citizens-advice"),
    ("school", "school college teacher nursery headteacher university"),
    ("social care", "social-care social-worker social-services adult-care care-team occupational-therapist reablement safeguarding council-care"),
    (
        "gp or health",
        "gp doctor surgery practice nurse hospital health ward pharmacy pharmacist physiotherapist midwife mental-health cmht nhs dentist clinic ambulance dr",
    ),
    (
        "community organisation",
        "charity church mosque temple gurdwara synagogue club group vicar imam library foodbank food-bank "
        "community-centre association society age-uk mind trust project volunteer",
    ),
    (
        "family or neighbour",
        "daughter son sister brother mother father mum dad wife husband partner niece nephew aunt uncle cousin friend "
        "neighbour neighbor family grandson granddaughter grandchild carer",
    ),
    ("met in the community", "met street cafe park bus-stop doorstep out-and-about event bench"),
)


@dataclass(frozen=True)
class Introducing:
    """What is said when somebody is introduced: who, by whom, and their yes; the rest may come later.

    `source` is worked out from the words unless it is given.
    """

    who: str
    introduced_by: str
    said_yes: bool
    on: date
    why: str = ""
    how_they_said_yes: str = ""
    likes_to_be_called: str = ""
    date_of_birth: date | None = None
    source: str = ""
    for_whom_id: UUID | None = None


@dataclass(frozen=True)
class WrittenBack:
    """A message back as it was sent: to whom, in which words, with their yes, how and when."""

    to_whom: str
    words: str
    how_they_said_yes: str
    how_sent: str
    sent_on: date


def a_message_is_agreed(given: WrittenBack, *, today: date) -> None:
    """A message back says something, to somebody, with their yes, on a day that has come."""
    if not given.to_whom.strip():
        raise Refused(Sentence("Say to whom it goes."), field="to_whom")
    if not given.words.strip():
        raise Refused(Sentence("Write the message, or choose lines for it above."), field="words")
    if not given.how_they_said_yes.strip():
        raise Refused(Sentence("Say how they said yes to this message, such as “aloud, on the telephone”."), field="how_they_said_yes")
    if given.sent_on > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="sent_on")


def source_of(words: str) -> str:
    """The kind of source that these words name, as stored (`words.SOURCES`): `"Fern House surgery"` → `"gp or health"`.

    "other" when none is recognised; the coordinator can choose another at any time.
    """
    folded = f" {fold(words)} "
    for source, names in _KNOWN_BY:
        if any(f" {name.replace('-', ' ')} " in folded or f" {name.replace('-', ' ')}s " in folded for name in names.split()):
            return source
    return "other"


def complete(given: Introducing, *, today: date) -> None:
    """An introduction has somebody who made it, their yes, and a day that has come."""
    if not given.introduced_by.strip():
        raise Refused(SAY_WHO_INTRODUCED_THEM, field="introduced_by")
    if not given.said_yes:
        raise Refused(ASK_FOR_THEIR_YES, field="said_yes")
    if given.on > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="on")


def an_acceptance(introduced_on: date, on: date, *, today: date) -> None:
    """On the day they were introduced or later, and on a day that has come."""
    if on > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="on")
    if on < introduced_on:
        raise Refused(INTRODUCED_LATER, on=introduced_on, field="on")


@dataclass(frozen=True)
class Reasons:
    """Why somebody came, as it is told at one time: areas, words of the team's list (by key), and their own words beside; several each."""

    on: date
    told: str
    areas: tuple[str, ...] = ()
    listed: tuple[UUID, ...] = ()
    words: str = ""


def some_reason(given: Reasons, *, today: date) -> None:
    """At least one reason, on a day that has come."""
    if not (given.areas or given.listed or given.words.strip()):
        raise Refused(SAY_WHY, field="areas")
    if given.on > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="on")


LONGEST_LINK = timedelta(days=400)
"""How long an introducer's link may be open."""
TELLS = ("met", "own words")
"""Answers that tell something of the person, and so need their yes."""


def somebody_brought(who: str, why: str) -> None:
    """Refuses an introduction of nobody, or for no reason."""
    if not who.strip():
        raise Refused(SAY_WHOM, field="who")
    if not why.strip():
        raise Refused(SAY_WHY_THEM, field="why")


def an_answer_back(answer: str, words: str, how_they_agreed: str) -> None:
    """Refuses what tells of the person without their yes, or says nothing."""
    if answer in TELLS and not how_they_agreed.strip():
        raise Refused(THEY_AGREE_TO_IT, field="how_they_agreed")
    if answer == "own words" and not words.strip():
        raise Refused(SAY_YOUR_WORDS, field="words")


def a_link_ends(until: date, *, today: date) -> None:
    """Refuses a day that has passed, or is too far away."""
    if not today < until <= today + LONGEST_LINK:
        raise Refused(NOT_IN_THE_PAST, field="until")
