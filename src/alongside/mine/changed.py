"""What has changed in somebody's record since their copy was made, as far as the copy tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from .models import Copy, Line
from .rules import Told, chosen


def parts_changed(copy: Copy, told: Iterable[Told]) -> list[str]:
    """The parts of a copy that would say something else if it were made anew with the same ticks, in their order."""
    then = list(Line.objects.filter(copy=copy))
    now = chosen(told, copy.parts, [line.row for line in then])
    was, is_ = {_said(line) for line in then}, {_said(line) for line in now}
    differing = {part for part, *_ in was ^ is_}
    return [part for part in copy.parts if part in differing]


def _said(line: Line | Told) -> tuple[str, str, UUID, str, str]:
    return line.part, line.of, line.row, line.says, line.more
