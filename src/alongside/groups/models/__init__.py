"""A group, its taster days and sessions, and who of our people is in it."""

from .life import Group, Held, Step
from .people import Guest, InGroup
from .tasters import Taster

__all__ = ["Group", "Guest", "Held", "InGroup", "Step", "Taster"]
