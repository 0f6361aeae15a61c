"""What is written down of a group."""

from .gatherings import end_register_link, keep_session, make_register_link, mark_register, take_back_session, tell_by_link
from .life import describe, hear, step, take_back_step
from .packs import write_pack_page
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
    "end_register_link",
    "hand_on",
    "hear",
    "keep_session",
    "leave_group",
    "make_register_link",
    "mark_register",
    "not_asked_to_taster",
    "plan_taster",
    "say_how_it_was",
    "say_how_taster_went",
    "step",
    "take_back_session",
    "take_back_step",
    "tell_by_link",
    "write_pack_page",
]
