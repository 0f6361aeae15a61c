"""How somebody came to us, written down; and introductions that come in from others."""

from .coming_in import Brought, answer_back, bring_in, empty_old_introductions, not_taken_up, take_up
from .introducers import From, end_introducers_link, keep_introducer, new_introducers_link
from .recording import (
    accept,
    add_to_list,
    amend_introduction,
    bring_back_reason,
    end_reason,
    introduce,
    introduce_again,
    never_told,
    offer_again,
    retire_from_list,
    say_why,
    take_back_acceptance,
    take_back_message,
    write_back,
)

__all__ = [
    "Brought", "From", "accept", "add_to_list", "amend_introduction", "answer_back", "bring_back_reason", "bring_in", "empty_old_introductions",
    "end_introducers_link", "end_reason", "introduce", "introduce_again", "keep_introducer", "never_told", "new_introducers_link", "not_taken_up",
    "offer_again", "retire_from_list", "say_why", "take_back_acceptance", "take_back_message", "take_up", "write_back",
]  # fmt: skip
