"""Keys that Open Referral asks for where we keep none of our own: the same for the same thing, whoever asks and whenever."""

from __future__ import annotations

from uuid import UUID, uuid5

_OURS = UUID("6f0e7f8a-54c5-5d0a-9a51-0b8f6f7a3f10")
"""The house's own name space (RFC 4122, version 5)."""


def key(what: str, *of: object) -> str:
    """The key of one thing, by what it is and of what: `key("location", entry.id)`."""
    return str(uuid5(_OURS, "\n".join([what, *(str(one) for one in of)])))


def of_nobody(entry_id: object) -> str:
    """The key of whoever runs an entry of which that is not known: the entry's alone."""
    return key("organization of", entry_id)
