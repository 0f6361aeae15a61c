"""An entry's text made ready to be asked whether it says something."""

from __future__ import annotations

import re
from itertools import pairwise

from alongside.foundation.folding import fold

from .meanings import Meanings, Phrase
from .stemming import stem

_PAUSE = re.compile(r"[.,;:!?()/\n•|]+")
_A_PAUSE = "zzpausezz"
"""Stands for a pause while the text is folded; no text has such a word."""


class Text:
    """A text's words beside their stems. A phrase does not reach over a full stop, a comma or a bracket."""

    def __init__(self, text: str, meanings: Meanings) -> None:
        self.words = ["" if word == _A_PAUSE else word for word in fold(_PAUSE.sub(f" {_A_PAUSE} ", text)).split()]
        self.stems = [stem(word) for word in self.words]
        self.starts: dict[str, list[int]] = {}
        for at, one in enumerate(self.stems):
            self.starts.setdefault(one, []).append(at)
        self._inside = self._inside_wholes(meanings)

    def _inside_wholes(self, meanings: Meanings) -> set[int]:
        """Where a word is part of a phrase that we know: martial arts is no painting, hearing loss no bereavement."""
        inside: set[int] = set()
        wholes = meanings.wholes
        for at, pair in enumerate(pairwise(self.stems)):
            for phrase in wholes.get(pair, ()):
                if tuple(self.stems[at : at + len(phrase)]) == phrase:
                    inside.update(range(at, at + len(phrase)))
        return inside

    def words_for(self, phrase: Phrase, *, alone: bool) -> str:
        """The text's own words for a phrase, empty when it does not say it; `alone`: not as part of a longer phrase."""
        size = len(phrase)
        for at in self.starts.get(phrase[0], ()):
            if size == 1 and alone and at in self._inside:
                continue
            if size == 1 or tuple(self.stems[at : at + size]) == phrase:
                return " ".join(self.words[at : at + size])
        return ""
