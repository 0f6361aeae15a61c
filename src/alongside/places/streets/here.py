"""The streets of this house, as whoever runs the machine set them: its own map file first, then a server of tiles; with neither, a plain ground."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from .archive import Archive
from .directories import BrokenArchive

ADDRESS = "/map/{z}-{x}-{y}"
"""Where a browser gets a tile of our own file."""


@lru_cache(maxsize=2)
def _opened(path: Path, changed: int, size: int) -> Archive | str:
    """The file as it was written last, or why it cannot be used."""
    try:
        archive = Archive(path)
        archive.attribution  # noqa: B018 - read now, so that what is wrong is known at the start
    except BrokenArchive as wrong:
        return str(wrong)
    return archive


def _file() -> Archive | str | None:
    """Our map file; in words why it cannot be used; None where none is set."""
    if not settings.MAP_FILE:
        return None
    path = Path(settings.MAP_FILE)
    try:
        stands = path.stat()
        return _opened(path, stands.st_mtime_ns, stands.st_size)
    except OSError as wrong:
        return (wrong.strerror or "it cannot be read").lower()


def map_file() -> Archive | None:
    """Our map file, where there is one that can be used."""
    found = _file()
    return found if isinstance(found, Archive) else None


def what_is_wrong() -> str | None:
    """Why the map file that is set cannot be used, as part of a sentence."""
    found = _file()
    return found if isinstance(found, str) else None


@dataclass(frozen=True)
class Streets:
    """Where a browser gets tiles, whom to thank for them, and of our own file its least and largest level and its bounds (south, west, north, east)."""

    url: str
    attribution: str
    levels: tuple[int, int] | None = None
    bounds: tuple[float, float, float, float] | None = None


def streets() -> Streets | None:
    """What there is."""
    archive = map_file()
    if archive:
        header = archive.header
        bounds = header.south, header.west, header.north, header.east
        return Streets(ADDRESS, settings.MAP_ATTRIBUTION or archive.attribution, header.levels, bounds)
    return Streets(settings.MAP_TILES_URL, settings.MAP_ATTRIBUTION) if settings.MAP_TILES_URL else None


def for_a_map() -> dict[str, Any]:
    """What a page with a map needs (directory/_map.html)."""
    return {"streets": streets()}
