"""What naming somebody to a partner asks for."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

LONGEST_NAMING = timedelta(days=366)
"""A yes is asked for again at least once a year."""


def a_naming_is_agreed(extract: str, how_they_said_yes: str, since: date, until: date) -> None:
    """Naming somebody needs the words they agreed to, their yes, and an end."""
    if not extract.strip():
        raise Refused(Sentence("Write what they agreed may be known, and read it back to them."), field="extract")
    if not how_they_said_yes.strip():
        raise Refused(Sentence("Say how they said yes, such as “aloud, on the telephone”."), field="how_they_said_yes")
    if until <= since:
        raise Refused(Sentence("Choose a last day after today."), field="until")
    if until - since > LONGEST_NAMING:
        raise Refused(Sentence("Choose a last day within a year; a yes is asked for again after that."), field="until")
