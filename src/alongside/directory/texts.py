"""An entry's text made ready to be asked whether it says something."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from alongside.foundation.folding import fold

from .meanings import Meanings, Phrase
from .stemming import stem, telling

_DENIES = frozenset({"no", "not", "without", "never"})
"""After these a word says what is not there: no running, no music to read."""

_PAUSE = re.compile(r"[.,;:!?()/\n•|]+")
_A_PAUSE = "zzpausezz"
"""Stands for a pause while the text is folded; no text has such a word."""


KEPT_READY = 8192
"""Texts kept ready, of about 3 kB each: those of some four thousand entries."""


class Text:
    """A text's words beside their stems. A phrase does not reach over a full stop, a comma or a bracket."""

    def __init__(self, text: str, meanings: Meanings) -> None:
        self.words = ["" if word == _A_PAUSE else word for word in fold(_PAUSE.sub(f" {_A_PAUSE} ", text)).split()]
        self.stems = [stem(word) for word in self.words]
        self.starts: dict[str, list[int]] = {}
        for at, one in enumerate(self.stems):
            if at == 0 or self.words[at - 1] not in _DENIES:
                self.starts.setdefault(one, []).append(at)
        self.said = {one: len(self.starts[one]) for one in telling([*self.starts])}
        self._inside = self._inside_wholes(meanings)
        self.kept = self.kept_for(meanings)

    def kept_for(self, meanings: Meanings) -> frozenset[str]:
        """The people, by the names of their meanings, for whom it says that it is: those who grieve, under-fives."""
        kept = meanings.kept_from
        return frozenset(name for first in self.starts if first in kept for name, phrase in kept[first] if self.words_for(phrase, alone=False))

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


@lru_cache(maxsize=KEPT_READY)
def ready(text: str, meanings: Meanings) -> Text:
    """The text made ready, kept for the next who asks."""
    return Text(text, meanings)
