"""Every table of the room."""

from .budgets import Budget, Closing, Movement, Ways
from .grants import Grant
from .posts import FundingStream, Post, PostCost, Share, StreamReader
from .spends import Brought, Receipt, Spend

__all__ = ["Brought", "Budget", "Closing", "FundingStream", "Grant", "Movement", "Post", "PostCost", "Receipt", "Share", "Spend", "StreamReader", "Ways"]
