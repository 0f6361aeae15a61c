"""What is written about the invented town (`world/*.yaml`), read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORLD = Path(__file__).parent / "world"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def told(name: str) -> Any:
    """One file's words: `told("staff")`."""
    # The loader is one of the two safe ones.
    return yaml.load((WORLD / f"{name}.yaml").read_text(), Loader=_LOADER)  # noqa: S506


@cache
def all_told(folder: str) -> list[Any]:
    """The words of every file in a folder, one after another by name."""
    return [one for path in sorted((WORLD / folder).glob("*.yaml")) for one in told(f"{folder}/{path.stem}")]
