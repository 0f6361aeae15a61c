"""Everything that changes money, by what it is about."""

from .posts import add_post, put_post_right, say_what_it_costs
from .shares import change_share, give_share, take_back_share
from .streams import add_stream, choose_readers, put_stream_right

__all__ = [
    "add_post",
    "add_stream",
    "change_share",
    "choose_readers",
    "give_share",
    "put_post_right",
    "put_stream_right",
    "say_what_it_costs",
    "take_back_share",
]
