"""Every table of the room."""

from .budgets import Budget, Closing, Movement, Ways
from .grants import Grant
from .in_posts import InPost
from .posts import FundingStream, Post, PostCost, Share, StreamReader
from .spends import Brought, Receipt, Spend

__all__ = [
    "Brought",
    "Budget",
    "Closing",
    "FundingStream",
    "Grant",
    "InPost",
    "Movement",
    "Post",
    "PostCost",
    "Receipt",
    "Share",
    "Spend",
    "StreamReader",
    "Ways",
]
