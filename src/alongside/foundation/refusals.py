"""Refusing out loud: one sentence that says what is wrong and how to mend it."""

from __future__ import annotations

from datetime import date

from .words import Sentence, Word


class Refused(Exception):
    """Something may not be done, or not yet: `said`, with `parts` in its gaps, is what the person at the screen reads.

    The page that shows it puts it into their language and vocabulary. `sentence` is the whole in plain English, for
    commands and logs. `field` names the form field the sentence belongs to, where there is one.
    """

    def __init__(self, said: Sentence, *, field: str | None = None, **parts: object) -> None:
        self.said = said
        self.parts = parts
        self.field = field
        self.sentence = said.lac % {name: _plainly(part) for name, part in parts.items()} if parts else said.lac
        super().__init__(self.sentence)


class NotYours(Refused):
    """The one who asks is not the right person for this deed."""


def _plainly(part: object) -> object:
    if isinstance(part, date):
        return f"{part.day} {part:%B %Y}"
    return part.lac if isinstance(part, Word) else part
