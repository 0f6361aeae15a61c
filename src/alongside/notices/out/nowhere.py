"""The demo's way out: nothing leaves this machine."""

from __future__ import annotations

from collections.abc import Callable

from ..models import Notice
from ..rules import Answer, Came


class Nowhere:
    """Takes everything and sends nothing, as the page says."""

    def give(self, notice: Notice, begin: Callable[[], bool]) -> Answer | None:
        """Nothing leaves."""
        return Answer(Came.TAKEN, "The demo sends nothing.") if begin() else None
