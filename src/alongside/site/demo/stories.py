"""The lives that are told in full."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from .inventing import Inventor
from .neighbourhood import streets
from .plan import Home, Life
from .reading import all_told


def told_in_full(inventor: Inventor, today: date) -> list[Life]:
    """Everybody whose story is written down."""
    return [_life(story, inventor, today) for story in all_told("stories")]


def _life(story: dict[str, Any], inventor: Inventor, today: date) -> Life:
    home = Home()
    if story.get("street"):
        street = streets()[story["street"]]
        home = Home(f"{story['home']}, {street.place}", street.postcode, inventor.phone(story.get("phone", "")))
    return Life(
        key=story["who"],
        name=story["who"],
        called=story.get("called") or "",
        born=story.get("born"),
        she=story["she"],
        by=story["by"],
        began=today - timedelta(days=story["began"]),
        home=home,
        introduced=story["introduced"],
        know=story.get("know", {}),
        lines=story["lines"],
    )
