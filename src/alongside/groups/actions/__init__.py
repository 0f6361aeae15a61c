"""What is written down of a group."""

from .life import describe, hear, step, take_back_step
from .people import be_in_group, be_in_group_after_all, leave_group
from .sharing import hand_on
from .tasters import ask_to_taster, call_off_taster, change_taster, not_asked_to_taster, plan_taster, say_how_it_was, say_how_taster_went

__all__ = [
    "ask_to_taster",
    "be_in_group",
    "be_in_group_after_all",
    "call_off_taster",
    "change_taster",
    "describe",
    "hand_on",
    "hear",
    "leave_group",
    "not_asked_to_taster",
    "plan_taster",
    "say_how_it_was",
    "say_how_taster_went",
    "step",
    "take_back_step",
]
