"""What was agreed, found again."""

from __future__ import annotations

from .models import Agreement
from .words import AGREEMENT_PARTS

IN_PARTS = tuple(part.stored for part in AGREEMENT_PARTS if part.stored not in ("words", "whole"))
"""The names of an agreement's parts, in the order of the sheet."""


def still_holds(version: Agreement) -> dict[str, str]:
    """What of a version they have not ended, part by part in the order of the sheet; nothing once they ended the whole."""
    ended = {one.part for one in version.ended_parts.all()}
    held = {name: getattr(version, name) for name in ("words", *IN_PARTS) if name not in ended}
    return {} if "whole" in ended else {name: words for name, words in held.items() if words}
