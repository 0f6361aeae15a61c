"""Filling the gaps of a told life: `{She} rang {him}self` as it is said of one person."""

from __future__ import annotations

from typing import Any

_SAID = {
    "she": {"she": "she", "him": "her", "his": "her", "herself": "herself"},
    "he": {"she": "he", "him": "him", "his": "his", "herself": "himself"},
}


def slots(she: str, **more: str) -> dict[str, str]:
    """Every gap with what belongs in it, and the same with a capital."""
    words = _SAID[she]
    return {**words, **{name.capitalize(): word.capitalize() for name, word in words.items()}, **more}


def fill(words: str, given: dict[str, str]) -> str:
    """The words with their gaps filled, beginning with a capital."""
    filled = words.format(**given)
    return filled[:1].upper() + filled[1:]


def fill_in(text: Any, given: dict[str, str]) -> Any:
    """The same for a list of words."""
    return [fill_in(one, given) for one in text] if isinstance(text, list) else fill(text, given) if isinstance(text, str) else text
