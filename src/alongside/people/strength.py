"""How sure it is, from folded pieces alone, that somebody who is introduced is known: what the database says of people nobody here may see.

The same as `judged` in access/sql/someone_like.sql, which crosses the line and so may say no more; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Collection

from .rules import Piece

ALMOST_CERTAINLY, PROBABLY, PERHAPS = STRENGTHS = ("almost certainly", "probably", "perhaps")
NAMES = ("name", "sounds like", "form of name")
FACTS = ("born", "phone", "postcode")


def strength(asked: Collection[Piece], known: Collection[Piece]) -> str | None:
    """One of `STRENGTHS`, or None. Another date of birth speaks against it: a father and a son of one name share all but that."""
    shared = set(asked) & set(known)
    kinds = {piece.kind for piece in shared}
    facts, parts = len(kinds & set(FACTS)), sum(piece.kind == "name part" for piece in shared)
    same_name = bool(kinds & set(NAMES))
    born_otherwise = "born" not in kinds and all(any(piece.kind == "born" for piece in pieces) for pieces in (asked, known))
    if same_name and not born_otherwise:
        # A postcode and a telephone are a household's, a birthday is one's own; but Jean and Joan sound alike, and may be twins.
        return ALMOST_CERTAINLY if "born" in kinds and kinds & {"name", "form of name"} else PROBABLY
    # Somebody of the household shares a name, a telephone and, if they are twins, a birthday.
    one_name_alone = sum(piece.kind == "name part" for piece in asked) == 1
    if parts and "phone" in kinds and one_name_alone and not born_otherwise:
        return PROBABLY
    if same_name or (parts and facts):
        return PERHAPS
    # No name in common: they gave none, or another. A telephone or a postcode is a household's, and so says little beside another birthday.
    if born_otherwise:
        return None
    return PROBABLY if {"born", "phone"} <= kinds else PERHAPS if "phone" in kinds or facts >= 2 else None
