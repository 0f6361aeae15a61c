"""Keys are made here, not by the database: a row must be known before row security lets it be read back."""

from __future__ import annotations

import os
import time
from uuid import UUID


def new_key() -> UUID:
    """A UUID of version 7 (RFC 9562): time first, so that neighbours in time are neighbours on disk."""
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10))
    value = (milliseconds & (1 << 48) - 1) << 80 | 7 << 76 | (chance >> 68 & 0xFFF) << 64 | 2 << 62 | chance & (1 << 62) - 1
    return UUID(int=value)
