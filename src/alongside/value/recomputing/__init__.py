"""Published figures worked out again: each agrees, agrees within rounding, or does not follow, with its working.

docs/guide/checking-the-published.md says how a file of them is written; cases.schema.json says the same to a program.
"""

from .judging import judge, recompute
from .reading import content_of
from .verdicts import Judged, Verdict, told_together

__all__ = ["Judged", "Verdict", "content_of", "judge", "recompute", "told_together"]
