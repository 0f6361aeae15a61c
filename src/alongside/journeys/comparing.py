"""What changed from one version of some words to the next, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OUT, IN = "same", "out", "in"
_ALIKE = 0.4
"""Below this share of words in common it was written anew, and showing every word that happens to stay would only confuse."""


@dataclass(frozen=True)
class Piece:
    """Some words, and whether they stayed, went out or came in."""

    kind: str
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """The pieces of both, in order: those that stayed and came in give `after`, those that stayed and went out give `before`."""
    if before == after:
        return [Piece(SAME, after)] if after else []
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [Piece(kind, text) for kind, text in ((OUT, before), (IN, after)) if text]
    pieces: list[Piece] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece(SAME, "".join(new[c:d])))
            continue
        pieces += [Piece(kind, text) for kind, text in ((OUT, "".join(old[a:b])), (IN, "".join(new[c:d]))) if text]
    return pieces
