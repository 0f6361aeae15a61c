"""Everything that changes somebody's own copy, the links to it, and what they say themselves."""

from .copies import end_link, give_link, make_copy, new_code, write_easy_read
from .saying import answer_not_right, say_not_right, say_own_words, take_back_not_right, take_back_own_words
from .unfinished import drop_unfinished, forget_old_unfinished, keep_unfinished

__all__ = [
    "answer_not_right",
    "drop_unfinished",
    "end_link",
    "forget_old_unfinished",
    "give_link",
    "keep_unfinished",
    "make_copy",
    "new_code",
    "say_not_right",
    "say_own_words",
    "take_back_not_right",
    "take_back_own_words",
    "write_easy_read",
]
