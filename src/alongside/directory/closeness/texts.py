"""What of an entry, and of a wish, is given to the encoder: the whole, and the pieces of it that say something of their own."""

from __future__ import annotations

import re

MOST_PIECES, A_PIECE = 8, 60
"""Pieces of a description that are kept, and the letters below which one is joined to the next."""

MOST_CLAUSES = 6
"""Parts of a wish that are looked for one by one; the whole is looked for too."""

_ENDS = re.compile(r"(?<=[.,;:!?])\s+|[\n•|]+|\s[-–]\s")
_BREATHS = re.compile(r"[.,;:!?()\n•|–—…]+|\s-\s|\s(?:and|but)\s")


def pieces_of(name: str, description: str) -> list[str]:
    """The whole, its name, and the pieces of its description: what is kept of an entry, in this order."""
    joined: list[str] = []
    for piece in _ENDS.split(description):
        if not piece or not piece.strip():
            continue
        if joined and len(joined[-1]) < A_PIECE:
            joined[-1] += f" {piece.strip()}"
        else:
            joined.append(piece.strip())
    return [f"{name}. {description}" if description else name, name, *joined[:MOST_PIECES]]


def clauses_of(words: str) -> list[str]:
    """The parts of a wish, as somebody draws breath."""
    return [part.strip() for part in _BREATHS.split(words) if part and part.strip()][:MOST_CLAUSES]
