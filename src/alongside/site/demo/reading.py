"""What is written about the invented town (`world/*.yaml`), read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from alongside.foundation.files import facts_in

WORLD = Path(__file__).parent / "world"


@cache
def told(name: str) -> Any:
    """One file's words: `told("staff")`."""
    return facts_in(WORLD / f"{name}.yaml")


@cache
def all_told(folder: str) -> list[Any]:
    """The words of every file in a folder, one after another by name."""
    return [one for path in sorted((WORLD / folder).glob("*.yaml")) for one in told(f"{folder}/{path.stem}")]
