"""Refusing out loud: one sentence that says what is wrong and how to mend it."""

from __future__ import annotations


class Refused(Exception):
    """Something may not be done, or not yet; `sentence` is what the person at the screen reads.

    `field` names the form field the sentence belongs to, where there is one.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotYours(Refused):
    """The one who asks is not the right person for this deed."""
