"""Every table of the room."""

from .posts import FundingStream, Post, PostCost, Share, StreamReader

__all__ = ["FundingStream", "Post", "PostCost", "Share", "StreamReader"]
