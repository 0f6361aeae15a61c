"""Whom we hand to, what was handed over and its exchange, and the boundary between roles."""

from .exchange import OwnNote, SharedPage, StepUp, Turn
from .whom import Receiver, WhoDoesWhat

__all__ = ["OwnNote", "Receiver", "SharedPage", "StepUp", "Turn", "WhoDoesWhat"]
