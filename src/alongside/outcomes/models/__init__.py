"""How life is going: what changed, what each change is worth to them, measures as they were asked, and use of services."""

from .changes import CountsAs, LifeChange, TeamKind, Worth
from .measures import Answer, Asking, MeasureFile, TeamMeasure
from .stories import Story
from .uses import BroughtUses, KnownUse, UseOn

__all__ = ["Answer", "Asking", "BroughtUses", "CountsAs", "KnownUse", "LifeChange", "MeasureFile", "Story", "TeamKind", "TeamMeasure", "UseOn", "Worth"]
