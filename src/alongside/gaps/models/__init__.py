from .barriers import Barrier, BarrierStep
from .bundles import Bundle, Different, Idea, Together

__all__ = ["Barrier", "BarrierStep", "Bundle", "Different", "Idea", "Together"]
