"""Everything that changes money, by what it is about."""

from .brought import take_back_brought, write_brought
from .budgets import add_budget, choose_ways, close_year, give, give_back, move_between, reopen_year, turn_back
from .grants import bring_grants
from .in_posts import end_in_post, put_into_post, take_back_in_post
from .posts import add_post, put_post_right, say_what_it_costs
from .shares import change_share, give_share, take_back_share
from .spends import Asked, answer, ask_to_spend, keep_receipt, not_spent_after_all, say_paid_back, say_what_it_came_to, take_back_spend
from .streams import add_stream, choose_readers, put_stream_right

__all__ = [
    "Asked",
    "add_budget",
    "add_post",
    "add_stream",
    "answer",
    "ask_to_spend",
    "bring_grants",
    "change_share",
    "choose_readers",
    "choose_ways",
    "close_year",
    "end_in_post",
    "give",
    "give_back",
    "give_share",
    "keep_receipt",
    "move_between",
    "not_spent_after_all",
    "put_into_post",
    "put_post_right",
    "put_stream_right",
    "reopen_year",
    "say_paid_back",
    "say_what_it_came_to",
    "say_what_it_costs",
    "take_back_brought",
    "take_back_in_post",
    "take_back_share",
    "take_back_spend",
    "turn_back",
    "write_brought",
]
