"""What stops a reading for a while, and not for good."""

from __future__ import annotations

from alongside.foundation.refusals import Refused


class GoesOn(Refused):
    """Nobody answered, or too slowly: what was read stays, and reading goes on from there another time."""
