"""Files of facts (YAML), read as quickly as this machine can: by a loader of the two that read plain facts alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# Written in C where the machine has it: ten times as quick.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def facts_in(path: Path) -> Any:
    """What a file says."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are safe
