"""Because of which meeting somebody was shown to its table, as the trail keeps it: the meeting's key, and on what ground they were on its list."""

from __future__ import annotations

import re
from uuid import UUID

SEEN = "on the list of their meeting"
_KEPT = re.compile(rf"{SEEN} (?P<meeting>[0-9a-f-]{{36}}), (?P<ground>[a-z ]+)")


def because_of(meeting_id: UUID, ground: str) -> str:
    """What stands first in the purpose of a look from a table."""
    return f"{SEEN} {meeting_id}, {ground}"


def meeting_and_ground(because: str) -> tuple[UUID, str] | None:
    """The meeting and the ground; nothing where it was no look from a table, or one from before they were kept."""
    found = _KEPT.fullmatch(because)
    return (UUID(found["meeting"]), found["ground"]) if found else None
