"""How a term is stored, said and meant, in the vocabulary a team has chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Vocabulary(StrEnum):
    """The two ways teams speak of the same work."""

    LOCAL_AREA_COORDINATION = "lac"
    SOCIAL_PRESCRIBING = "sp"


@dataclass(frozen=True)
class Word:
    """One term of the field: what is stored, what each vocabulary says, and what it means.

    `lac` and `sp` are written as they stand in the middle of a sentence; `plurals` adds an s unless given. `kin` names, for
    what is said, words of the same family that sentences use: `{"introduction": ("introduced",)}`.
    """

    stored: str
    lac: str
    meaning: str
    sp: str = ""
    plurals: dict[str, str] = field(default_factory=dict)
    kin: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def said(self, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION) -> str:
        """The word as this team says it."""
        return self.sp if vocabulary == Vocabulary.SOCIAL_PRESCRIBING and self.sp else self.lac

    def said_of_many(self, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION) -> str:
        """The word for more than one."""
        one = self.said(vocabulary)
        return self.plurals.get(one, f"{one}s")


@dataclass(frozen=True)
class Sentence:
    """A whole sentence of ours, or a heading, as each vocabulary says it; `%(name)s` stands for what is put in when it is said.

    Writing it so is what makes it known to translators (`assets/sentences.py` gathers them), with no need of Django; it is
    translated once, by whoever shows it.
    """

    lac: str
    sp: str = ""

    def said(self, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION) -> str:
        """The sentence as this team says it, its gaps still open."""
        return self.sp if vocabulary == Vocabulary.SOCIAL_PRESCRIBING and self.sp else self.lac


def choices(words: list[Word] | tuple[Word, ...]) -> list[tuple[str, str]]:
    """Words as a model field's choices, said in the first vocabulary."""
    return [(word.stored, word.lac) for word in words]
