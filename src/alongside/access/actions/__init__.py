"""Naming somebody to a partner, and what they choose about who may know."""

from .choices import choose, withdraw
from .naming import end_naming, name_to_partner

__all__ = ["choose", "end_naming", "name_to_partner", "withdraw"]
