"""What stands beside somebody's story, in its order; a team leaves out what it never uses, and nothing that is written is ever hidden."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

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

    @property
    def template(self) -> str:
        """Where it is written."""
        return f"desk/facts/{self.name}.html"


SECTIONS = (
    Section("good_life"),
    Section("know"),
    Section("where"),
    Section("why", ("reasons",), words.WHY_THEY_CAME, begins="desk:why they came"),
    Section("visits", ("visits",), words.WHEN_WE_MEET),
    Section("rhythm"),
    Section("agreement", ("agreement",), words.WHAT_WE_AGREED),
    Section("steps"),
    Section("waits", ("waits",), words.SAFE_WAITING, begins="desk:waiting"),
    Section("papers", ("papers",), words.PAPERS, begins="desk:papers"),
    Section("look_back", ("look_back",), words.LOOK_BACK_HEADING, begins="desk:look back"),
    Section("connections", ("connections",), words.CONNECTIONS),
    Section("changes", ("changes",), words.WHAT_CHANGED),
    Section("gifts", ("gifts", "would_help"), words.WHAT_THEY_BRING),
    Section("giving", ("giving",), words.GIVES_AND_RECEIVES, begins="desk:giving"),
    Section("circle", ("circle",), words.PEOPLE_IN_THEIR_LIFE),
    Section("week", ("week",), words.THEIR_WEEK, begins="desk:week"),
    Section("choices"),
    Section("sharing"),
    Section("own_copy"),
    Section("joined"),
    Section("more"),
)

CAN_BE_LEFT_OUT = tuple(section for section in SECTIONS if section.says is not None)


def shown(known: dict[str, Any], left_out: Collection[str]) -> list[Section]:
    """The sections of somebody's page: all but those that the team leaves out and that hold nothing, and those that only wait to be begun."""
    return [section for section in SECTIONS if _written(section, known) or (section.name not in left_out and not section.begins)]


def to_begin(known: dict[str, Any], left_out: Collection[str]) -> list[Section]:
    """The sections in which nothing is written yet, as one line of where to begin them."""
    return [section for section in SECTIONS if section.begins and section.name not in left_out and not _written(section, known)]


def _written(section: Section, known: dict[str, Any]) -> bool:
    return section.says is None or any(known.get(name) for name in section.holds)
