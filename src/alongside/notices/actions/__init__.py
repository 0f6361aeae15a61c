"""What changes what goes out: what a team does here, what the worker does in `carrying`."""

from ..rules import Sending
from .carrying import begin, give_back, settle, take
from .outbox import could_not, done_by_hand, forget_old_notices, it_came, post, send_again, take_back, take_back_about

__all__ = [
    "Sending",
    "begin",
    "could_not",
    "done_by_hand",
    "forget_old_notices",
    "give_back",
    "it_came",
    "post",
    "send_again",
    "settle",
    "take",
    "take_back",
    "take_back_about",
]
