"""A mark of what a page shows, by which it asks whether it may go on showing it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID


def mark_of(shown: Iterable[UUID]) -> str:
    """Another, as soon as one of them is not shown any more."""
    return hashlib.sha256("\n".join(sorted(map(str, shown))).encode()).hexdigest()[:32]
