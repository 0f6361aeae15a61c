"""What is done with what is missing here."""

from .barriers import put_barrier_right, raise_barrier, say_of_barrier, take_back_of_barrier
from .growing import grow_together, put_together_again, rename, say_different, take_apart, take_back_different, take_out
from .ideas import begin_a_group, take_back_idea

__all__ = [
    "begin_a_group",
    "grow_together",
    "put_barrier_right",
    "put_together_again",
    "raise_barrier",
    "rename",
    "say_different",
    "say_of_barrier",
    "take_apart",
    "take_back_different",
    "take_back_idea",
    "take_back_of_barrier",
    "take_out",
]
