"""What is good around here, loaded from sources and kept true by those who use it."""

from .asking import answer_still_right, ask_still_right, end_asking, settle_answer
from .encoding import encode_some
from .keeping import confirm, keep_entry, put_right, say_gone, say_there_after_all
from .liking import say_what_it_is_like, take_back_what_it_is_like
from .loading import LoadedEntries, load_entries
from .meeting import SessionTold, add_session, end_session, not_on, take_up_session
from .settling import keep_ours, take_sources_word, unsettle
from .tagging import keep_learned, load_tags, look_for_tags, say_of_tags, take_back_tags

__all__ = [
    "LoadedEntries",
    "SessionTold",
    "add_session",
    "answer_still_right",
    "ask_still_right",
    "confirm",
    "encode_some",
    "end_asking",
    "end_session",
    "keep_entry",
    "keep_learned",
    "keep_ours",
    "load_entries",
    "load_tags",
    "look_for_tags",
    "not_on",
    "put_right",
    "say_gone",
    "say_of_tags",
    "say_there_after_all",
    "say_what_it_is_like",
    "settle_answer",
    "take_back_tags",
    "take_back_what_it_is_like",
    "take_sources_word",
    "take_up_session",
    "unsettle",
]
