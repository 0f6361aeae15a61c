"""What is written down of meetings."""

from .afterwards import answer, answer_for, chase, chase_all, take_minutes, tell_back
from .lists import Told, empty_old_proposals, not_this_time, propose, put_down, send_list, take_off_list
from .reflecting import bring_a_scene, say_a_thought, take_back_thought
from .room import agree, close, keep_notes, mark_present, take_back_agreed
from .series import call_many, call_series, change_series, end_seat_link, give_seat, leave_seat, make_own_calendar, new_seat_link
from .telling import tell_seats, writes_to

__all__ = [
    "Told",
    "agree",
    "answer",
    "answer_for",
    "bring_a_scene",
    "call_many",
    "call_series",
    "change_series",
    "chase",
    "chase_all",
    "close",
    "empty_old_proposals",
    "end_seat_link",
    "give_seat",
    "keep_notes",
    "leave_seat",
    "make_own_calendar",
    "mark_present",
    "new_seat_link",
    "not_this_time",
    "propose",
    "put_down",
    "say_a_thought",
    "send_list",
    "take_back_agreed",
    "take_back_thought",
    "take_minutes",
    "take_off_list",
    "tell_back",
    "tell_seats",
    "writes_to",
]
