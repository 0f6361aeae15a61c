"""Naming somebody to a partner, what they choose about who may know, and covering for a colleague."""

from .choices import choose, withdraw
from .covering import arrange_cover, end_cover, go_on_with_cover
from .naming import end_naming, name_to_partner

__all__ = ["arrange_cover", "choose", "end_cover", "end_naming", "go_on_with_cover", "name_to_partner", "withdraw"]
