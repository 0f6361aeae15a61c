"""What is written down of hand-overs."""

from .boundary import say_who_does_what
from .ours import end_link, hand_over, new_link, say, take_back, tell_them
from .theirs import Said, answer, keep_own_note, write_their_part
from .together import write_shared
from .whom import Known, change_receiver, keep_receiver, retire_receiver

__all__ = [
    "Known",
    "Said",
    "answer",
    "change_receiver",
    "end_link",
    "hand_over",
    "keep_own_note",
    "keep_receiver",
    "new_link",
    "retire_receiver",
    "say",
    "say_who_does_what",
    "take_back",
    "tell_them",
    "write_shared",
    "write_their_part",
]
