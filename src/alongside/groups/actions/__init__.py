"""What is written down of a group."""

from .life import describe, hear, step, take_back_step
from .sharing import hand_on

__all__ = ["describe", "hand_on", "hear", "step", "take_back_step"]
