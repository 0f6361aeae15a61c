"""How sure we are: ten thousand draws of every assumption at once, the people drawn again each time. Floats, NumPy, and the same numbers for the same seed."""

from .distribution import Distribution
from .people import Changes, changes, changes_of
from .simulating import Simulation, simulate

__all__ = ["Changes", "Distribution", "Simulation", "changes", "changes_of", "simulate"]
