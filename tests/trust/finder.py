"""What was planted, found again in whatever comes back."""

from __future__ import annotations

import re

from .planting import Seed


class Finder:
    """Finds seeds in the text of an answer: one search for all of them."""

    def __init__(self, seeds: list[Seed]) -> None:
        self.by_form = {form: seed for seed in seeds for form in seed.forms}
        longest_first = sorted(self.by_form, key=len, reverse=True)
        self.pattern = re.compile("|".join(re.escape(form) for form in longest_first))

    def find(self, text: str, *, typed: str = "") -> list[Seed]:
        """The seeds in a text, but for those that whoever asked typed themselves."""
        found = {self.by_form[form] for form in self.pattern.findall(text.lower())}
        return [seed for seed in found if not any(form in typed.lower() for form in seed.forms)]
