"""What was planted, found again in whatever comes back."""

from __future__ import annotations

import re

from .planting import Seed


def any_of(forms: set[str]) -> str:
    """A pattern that finds the longest of these that stands somewhere: letter by letter, so that beginnings they share are tried once."""
    after: dict[str, set[str]] = {}
    for form in forms - {""}:
        after.setdefault(form[0], set()).add(form[1:])
    ways = "|".join(re.escape(letter) + any_of(rest) for letter, rest in sorted(after.items()))
    return f"(?:{ways})?" if ways and "" in forms else f"(?:{ways})" if len(after) > 1 else ways


class Finder:
    """Finds seeds in the text of an answer: one search for all of them."""

    def __init__(self, seeds: list[Seed]) -> None:
        self.by_form = {form: seed for seed in seeds for form in seed.forms}
        self.pattern = re.compile(any_of(set(self.by_form)))

    def find(self, text: str, *, typed: str = "") -> list[Seed]:
        """The seeds in a text, but for those that whoever asked typed themselves."""
        found = {self.by_form[form] for form in self.pattern.findall(text.lower())}
        return [seed for seed in found if not any(form in typed.lower() for form in seed.forms)]
