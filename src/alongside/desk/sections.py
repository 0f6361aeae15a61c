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
    could read (`says`) is never left out.
    """

    name: str
    holds: tuple[str, ...] = ()
    says: Sentence | None = None

    @property
    def template(self) -> str:
        """Where it is written."""
        return f"desk/facts/{self.name}.html"


SECTIONS = (
    Section("good_life"),
    Section("know"),
    Section("where"),
    Section("visits", ("visits",), words.WHEN_WE_MEET),
    Section("agreement", ("agreement",), words.WHAT_WE_AGREED),
    Section("steps"),
    Section("waits", ("waits",), words.SAFE_WAITING),
    Section("look_back", ("look_back",), words.LOOK_BACK_HEADING),
    Section("connections", ("connections",), words.CONNECTIONS),
    Section("changes", ("changes",), words.WHAT_CHANGED),
    Section("gifts", ("gifts", "would_help"), words.WHAT_THEY_BRING),
    Section("giving", ("giving",), words.GIVES_AND_RECEIVES),
    Section("circle", ("circle",), words.PEOPLE_IN_THEIR_LIFE),
    Section("week", ("week",), words.THEIR_WEEK),
    Section("choices"),
    Section("sharing"),
    Section("own_copy"),
    Section("more"),
)

CAN_BE_LEFT_OUT = tuple(section for section in SECTIONS if section.says is not None)


def shown(known: dict[str, Any], left_out: Collection[str]) -> list[Section]:
    """The sections of somebody's page: all but those that the team leaves out and that hold nothing."""
    return [section for section in SECTIONS if section.says is None or section.name not in left_out or any(known.get(name) for name in section.holds)]
