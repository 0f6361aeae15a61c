"""Measures: questions that are asked in the same words each time, read from a file each, and what follows from their answers."""

from .measure import Band, Item, Measure, Score
from .reading import read_measure, shipped, text_of
from .scoring import Change, Scored, changes, checked, scored

__all__ = ["Band", "Change", "Item", "Measure", "Score", "Scored", "changes", "checked", "read_measure", "scored", "shipped", "text_of"]
