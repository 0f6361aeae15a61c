"""What is good around here, loaded from sources and kept true by those who use it."""

from ..meeting import SessionTold
from .asking import answer_still_right, ask_still_right, end_asking, settle_answer
from .complaining import complain, complain_openly, settle_complaints, take_up_complaints
from .encoding import encode_some
from .gaps import answer_gap, change_gap, end_gap, keep_gap, keep_open_gap, not_passed_on, open_gap_again, pass_on
from .keeping import confirm, keep_entry, put_right, say_gone, say_room, say_there_after_all
from .liking import say_what_it_is_like, take_back_what_it_is_like
from .lived import say_what_they_found
from .loading import LoadedEntries, load_entries
from .meeting import add_session, end_session, not_on, take_up_session
from .settling import keep_ours, take_sources_word, unsettle
from .tagging import keep_learned, load_tags, look_for_tags, say_of_tags, take_back_tags
from .twins import look_for_twins, put_together, say_they_are_two, take_apart, take_back_that_they_are_two

__all__ = [
    "LoadedEntries",
    "SessionTold",
    "add_session",
    "answer_gap",
    "answer_still_right",
    "ask_still_right",
    "change_gap",
    "complain",
    "complain_openly",
    "confirm",
    "encode_some",
    "end_asking",
    "end_gap",
    "end_session",
    "keep_entry",
    "keep_gap",
    "keep_learned",
    "keep_open_gap",
    "keep_ours",
    "load_entries",
    "load_tags",
    "look_for_tags",
    "look_for_twins",
    "not_on",
    "not_passed_on",
    "open_gap_again",
    "pass_on",
    "put_right",
    "put_together",
    "say_gone",
    "say_of_tags",
    "say_room",
    "say_there_after_all",
    "say_they_are_two",
    "say_what_it_is_like",
    "say_what_they_found",
    "settle_answer",
    "settle_complaints",
    "take_apart",
    "take_back_tags",
    "take_back_that_they_are_two",
    "take_back_what_it_is_like",
    "take_sources_word",
    "take_up_complaints",
    "take_up_session",
    "unsettle",
]
