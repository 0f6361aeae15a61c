"""Pictures of a valuation as plain SVG: what it says stands in its title, every figure in the table beside it, and nothing is told by colour alone."""

from .distribution import distribution_picture
from .picture import Picture
from .svg import as_svg
from .tornado import tornado_picture
from .waterfall import waterfall_picture

__all__ = ["Picture", "as_svg", "distribution_picture", "tornado_picture", "waterfall_picture"]
