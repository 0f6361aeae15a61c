"""A group, its taster days and sessions, and who of our people is in it."""

from .answers import StillGoing
from .gatherings import Attendance, Gathering, RegisterLink
from .life import Group, Held, Step
from .packs import PackPage
from .people import Guest, InGroup
from .tasters import Taster

__all__ = ["Attendance", "Gathering", "Group", "Guest", "Held", "InGroup", "PackPage", "RegisterLink", "Step", "StillGoing", "Taster"]
