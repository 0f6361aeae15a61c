"""Words that may mean somebody is in danger now: then a person to ring stands first, before any place to go."""

from __future__ import annotations

from alongside.foundation.folding import fold

from .meanings import KNOWLEDGE

_LINES = (KNOWLEDGE / "danger.txt").read_text(encoding="utf-8").splitlines()
_SIGNS = frozenset(f" {line} " for line in _LINES if line and not line.startswith("#"))


def may_be_in_danger(words: str) -> bool:
    """Whether these words may be about somebody's life or safety. It says so too often rather than too seldom."""
    folded = f" {fold(words)} "
    return any(sign in folded for sign in _SIGNS)
