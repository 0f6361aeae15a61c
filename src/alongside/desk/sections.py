"""What stands beside somebody's story, in its order; a team leaves out what it never uses, and nothing that is written is ever hidden."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format

from alongside.foundation.words import Sentence

from . import words


@dataclass(frozen=True)
class Section:
    """One part beside the story: `desk/facts/<name>.html`.

    `holds` names what in `reading.beside` shows that something is written there. A section without a name that a manager
    could read (`says`) is never left out. One with a page to begin it on (`begins`) takes one line while it is empty, not a part of
    its own: with everything that could be written down of somebody, a page would else be mostly what is not.
    """

    name: str
    holds: tuple[str, ...] = ()
    says: Sentence | None = None
    begins: str = ""
    heading: Sentence | None = None
    """What it is called where it is folded, if not as it `says`; a part with neither is never folded."""
    first: str = ""
    """What of the first thing in it is told in that line."""
    line_of_its_own: bool = False
    """Whether that line is made in `desk/lines/<name>.html` instead."""

    @property
    def line(self) -> str:
        """Where the line to which it is folded is written, if it has one of its own."""
        return f"desk/lines/{self.name}.html" if self.line_of_its_own else ""

    @property
    def template(self) -> str:
        """Where it is written."""
        return f"desk/facts/{self.name}.html"


SECTIONS = (
    Section("good_life", ("good_life",), heading=words.GOOD_LIFE_IN_A_LINE, first="words"),
    Section("know"),
    Section("where", ("where",), heading=words.WHERE_AND_HOW, first="address"),
    Section("why", ("reasons",), words.WHY_THEY_CAME, begins="desk:why they came", line_of_its_own=True),
    Section("visits", ("visits",), words.WHEN_WE_MEET, first="on"),
    Section("rhythm", heading=words.HOW_OFTEN, line_of_its_own=True),
    Section("agreement", ("agreement",), words.WHAT_WE_AGREED, first="agreed_on"),
    Section("steps", ("steps",), heading=words.STEPS, first="words"),
    Section("waits", ("waits",), words.SAFE_WAITING, begins="desk:waiting", first="awaited"),
    Section("step_ups", ("step_ups",), words.HANDED_TO_OTHERS, begins="desk:step up to whom", first="to"),
    Section("papers", ("papers",), words.PAPERS, begins="desk:papers", first="what"),
    Section("look_back", ("look_back",), words.LOOK_BACK_HEADING, begins="desk:look back", first="on"),
    Section("connections", ("connections",), words.CONNECTIONS, first="to"),
    Section("groups", ("groups",), words.GROUPS_THEY_ARE_IN, begins="desk:in groups", first="name"),
    Section("gaps", ("gaps",), words.WISHES, begins="desk:find", first="words"),
    Section("changes", ("changes",), words.WHAT_CHANGED, first="words"),
    Section("gifts", ("gifts", "would_help"), words.WHAT_THEY_BRING, first="words"),
    Section("giving", ("giving",), words.GIVES_AND_RECEIVES, begins="desk:giving", line_of_its_own=True),
    Section("circle", ("circle",), words.PEOPLE_IN_THEIR_LIFE, line_of_its_own=True),
    Section("week", ("week",), words.THEIR_WEEK, begins="desk:week", first="words"),
    Section("choices", heading=words.WHO_MAY_KNOW),
    Section("sharing", ("namings",), heading=words.WHO_ELSE_KNOWS, first="partner"),
    Section("own_copy", ("own_copy",), heading=words.THEIR_OWN_COPY, first="on"),
    Section("joined"),
    Section("more", heading=words.AND_MORE),
)

KEPT_OPEN = ("choices", "joined", "more")
"""What stands on every page, whatever happened."""

CAN_BE_LEFT_OUT = tuple(section for section in SECTIONS if section.says is not None)


def shown(known: dict[str, Any], left_out: Collection[str]) -> list[Section]:
    """The sections of somebody's page: all but those that the team leaves out and that hold nothing, and those that only wait to be begun.

    Of somebody who has died: what is written and no more, for nothing is begun any more.
    """
    if (known.get("level") or {}).get("level") == "died":
        return [section for section in SECTIONS if section.name in KEPT_OPEN or any(known.get(name) for name in section.holds)]
    return [section for section in SECTIONS if _written(section, known) or (section.name not in left_out and not section.begins)]


def in_a_line(section: Section, known: dict[str, Any]) -> tuple[int, str]:
    """How much stands in a folded part, and how it begins."""
    held = known.get(section.holds[0]) if section.holds else None
    things = held if isinstance(held, list) else [held] if held else []
    first = things[0].get(section.first) if things and isinstance(things[0], dict) and section.first else None
    return len(things), date_format(first, "j F Y") if isinstance(first, date) else " ".join(str(first or "").split())


def to_begin(known: dict[str, Any], left_out: Collection[str]) -> list[Section]:
    """The sections in which nothing is written yet, as one line of where to begin them."""
    return [section for section in SECTIONS if section.begins and section.name not in left_out and not _written(section, known)]


def _written(section: Section, known: dict[str, Any]) -> bool:
    return section.says is None or any(known.get(name) for name in section.holds)
