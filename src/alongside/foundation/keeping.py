"""Every table says, where it is born, whom it is about, what in it is personal and how long it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The parts of a person's record that somebody may or may not see."""

    IDENTITY = "identity"
    WHEREABOUTS = "whereabouts"
    AGREED_EXTRACT = "agreed extract"
    RECORD = "record"
    SHARED_PAGE = "shared page"
    MONEY = "money"
    CONCERN = "concern"
    """A safeguarding concern and all that was said of it: for whoever walks alongside them, a manager, and whoever raised it."""
    TRAIL = "trail"
    THEIR_RIGHTS = "their rights"
    """What they asked of us about what we keep of them, and how it was answered."""
    GATHERED = "gathered"
    """Everything about them, gathered because they asked for it, until it is handed over."""


class Kept(StrEnum):
    """Retention classes. The periods are NHS and council practice and a deployer's to set."""

    WITH_THE_RECORD = "8 years after we last walked alongside"
    A_WHILE_AFTER = "90 days after it went, or was given up"
    UNTIL_SENT = "until it is saved or thrown away, at most 30 days"
    UNTIL_DECIDED = "until it is decided, at most 30 days after the day it is for"
    UNTIL_TAKEN_UP = "until it is taken up or not, at most 90 days"
    UNTIL_DEALT_WITH = "until it is dealt with, at most two years"
    WITH_THE_POST = "6 years after they leave the team"
    WHILE_TRUE = "while it is true of the place"
    WITH_THE_TRAIL = "as long as the trail"
    FOR_THE_SESSION = "until the session ends"


@dataclass(frozen=True)
class Keeping:
    """A table that holds something of a person in our neighbourhood.

    `person` is the column that says whom; `personal` names the fields that must never reach anyone who may
    not see `part`, each with what a pretend copy shows instead. `own` narrows it to rows whose column of that
    name is the one who asks (a draft is its writer's alone). `written_by_function` marks a table that the
    application may read but only a database function writes; `hidden`, one it may not read either. Of a table that is
    `written_once` no row is ever changed, by whatever means, nor removed on a page. Of a table that is `really_gone` no
    history is kept: a picture that is taken away is nowhere any more.
    """

    part: Part
    personal: dict[str, str]
    kept: Kept
    person: str = "person_id"
    own: str | None = None
    written_by_function: bool = False
    hidden: bool = False
    written_once: bool = False
    really_gone: bool = False

    @property
    def keeps_history(self) -> bool:
        """Whether what a row held before is kept when it changes."""
        return not (self.own or self.hidden or self.written_by_function or self.really_gone)


@dataclass(frozen=True)
class NoPerson:
    """A table without anybody in it who is walked alongside, and why that is so."""

    because: str
    kept: Kept
