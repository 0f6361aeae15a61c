"""A series of meetings, its table, and who is spoken of there."""

from .lists import Agreed, Brought, Discussed, Listed, Proposal, ToldBack
from .reflection import OwnCalendar, Reflection, Thought
from .series import Meeting, Present, Seat, Series

__all__ = ["Agreed", "Brought", "Discussed", "Listed", "Meeting", "OwnCalendar", "Present", "Proposal", "Reflection", "Seat", "Series", "Thought", "ToldBack"]
