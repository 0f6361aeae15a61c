"""Our two lists of words as taxonomies: what something is, and how one gets in and about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alongside.directory.words import ACCESS, KINDS
from alongside.foundation.words import Word
from alongside.web.vocabulary import say_meaning, say_word

from .keys import key


@dataclass(frozen=True)
class Taxonomy:
    """A list of ours."""

    name: str
    means: str
    words: tuple[Word, ...]

    @property
    def id(self) -> str:
        """Its key."""
        return key("taxonomy", self.name)

    def term_id(self, stored: str) -> str:
        """The key of one of its words."""
        return key("taxonomy term", self.name, stored)

    @property
    def plain(self) -> dict[str, Any]:
        """As Open Referral tells it."""
        return {"id": self.id, "name": self.name, "description": self.means, "version": "1"}

    def term(self, word: Word) -> dict[str, Any]:
        """One of its words, as Open Referral tells it."""
        return {
            "id": self.term_id(word.stored),
            "name": say_word(word),
            "description": say_meaning(word),
            "taxonomy": self.name,
            "taxonomy_id": self.id,
            "term": word.stored,
        }

    def attribute(self, entry_id: object, stored: str) -> dict[str, Any]:
        """That an entry is of this word."""
        word = next(word for word in self.words if word.stored == stored)
        made = {"id": key("attribute", entry_id, self.name, stored), "link_id": str(entry_id), "link_type": self.name}
        return {**made, "taxonomy_term_id": self.term_id(stored), "taxonomy_term": self.term(word)}


WHAT_IT_IS = Taxonomy("What it is", "Whether people gather, go somewhere, do something, or turn to a service.", KINDS)
GETTING_IN = Taxonomy("Getting in and about", "What is known to be there for whoever needs it.", ACCESS)
TAXONOMIES = (WHAT_IT_IS, GETTING_IN)
TERMS = {one.term_id(word.stored): (one, word) for one in TAXONOMIES for word in one.words}
