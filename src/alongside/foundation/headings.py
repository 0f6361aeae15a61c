"""What a column is for, by what people usually call it."""

from __future__ import annotations

from .folding import fold

Headings = dict[str, frozenset[str]]


def usual(names: dict[str, str]) -> Headings:
    """Each part with what its column is usually called, given as a list with commas."""
    return {part: frozenset(fold(heading) for heading in listed.split(",")) for part, listed in names.items()}


def part_for(column: str, headings: Headings) -> str:
    """The part that a column of this name usually holds; empty when we do not know."""
    asked = fold(column)
    return next((part for part, known in headings.items() if asked in known), "")
