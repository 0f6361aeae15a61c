"""Walking alongside one person: levels, notes, the good life, the shared agreement, its steps, and what is waited for."""

from .agreeing import Agreement, EndedPart, GoodLife
from .handing import HandedOver, HandOver
from .papers import Paper
from .promising import LookBack, Step, Waiting
from .rhythm import Rhythm
from .walking import Alongside, Level, Nameless, Note, Outing, Visit

__all__ = [
    "Agreement",
    "Alongside",
    "EndedPart",
    "GoodLife",
    "HandOver",
    "HandedOver",
    "Level",
    "LookBack",
    "Nameless",
    "Note",
    "Outing",
    "Paper",
    "Rhythm",
    "Step",
    "Visit",
    "Waiting",
]
