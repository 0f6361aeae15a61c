"""What is written down of a group."""

from .answers import agree_with_answer, keep_answer, lay_answer_aside, tell_still_going
from .gatherings import end_register_link, keep_session, make_register_link, mark_register, see_to_session, take_back_session, tell_by_link
from .life import describe, hear, step, take_back_step
from .packs import write_pack_page
from .people import be_in_group, be_in_group_after_all, leave_group
from .sharing import hand_on
from .tasters import ask_to_taster, call_off_taster, change_taster, not_asked_to_taster, plan_taster, say_how_it_was, say_how_taster_went, told_guests

__all__ = [
    "agree_with_answer",
    "ask_to_taster",
    "be_in_group",
    "be_in_group_after_all",
    "call_off_taster",
    "change_taster",
    "describe",
    "end_register_link",
    "hand_on",
    "hear",
    "keep_answer",
    "keep_session",
    "lay_answer_aside",
    "leave_group",
    "make_register_link",
    "mark_register",
    "not_asked_to_taster",
    "plan_taster",
    "say_how_it_was",
    "say_how_taster_went",
    "see_to_session",
    "step",
    "take_back_session",
    "take_back_step",
    "tell_by_link",
    "tell_still_going",
    "told_guests",
    "write_pack_page",
]
