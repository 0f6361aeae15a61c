"""All the words of all the rooms, gathered once."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings

from alongside.foundation.words import Word


@cache
def all_words() -> dict[str, dict[str, Word]]:
    """Every word by where it stands: `""` for a room's own terms, `"journeys.LEVELS"` for a list of choices."""
    found: dict[str, dict[str, Word]] = {"": {}}
    for room in settings.ROOMS:
        if room in ("foundation", "site") or find_spec(f"alongside.{room}.words") is None:
            continue
        module = import_module(f"alongside.{room}.words")
        for name, value in vars(module).items():
            if isinstance(value, Word):
                found[""][value.stored] = value
            elif isinstance(value, tuple) and value and all(isinstance(word, Word) for word in value):
                found[f"{room}.{name}"] = {word.stored: word for word in value}
    return found


def word_for(stored: str, among: str = "") -> Word:
    """One word; KeyError names it when no room has it, so that a page never shows a word without a meaning."""
    return all_words()[among][stored]
