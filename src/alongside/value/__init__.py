"""What it was worth, and how sure we are: a social return of which every pound opens. No Django, no database; docs/guide/valuing.md walks through it.

Exact sums (fractions, rounded to the penny where they are shown) are here; draws (floats, NumPy) are in `alongside.value.drawing`, so that what only adds up
starts without NumPy.
"""

from .beside import Satisfied, holds_again
from .breaking_even import AllAtOnce, BreakEven, all_at_once, break_even
from .discounting import Discounting, at_rate, discounting
from .estimates import Estimate, Shape, between, certain
from .moving import Assumption, assumptions, moved
from .own import Own, everything_in, read_index
from .prices import PriceIndex
from .proxies import Proxy, proxies, proxy, read_proxies
from .reckoning import Level, Reckoned, Worth, pence, reckon
from .tornado import Swing, tornado
from .twice import Flag, Flagged, flags
from .valued import Input, Outcome, Part, Scope, Valuation
from .waterfall import Step, waterfall
from .wellbys import wellby

__all__ = [
    "AllAtOnce",
    "Assumption",
    "BreakEven",
    "Discounting",
    "Estimate",
    "Flag",
    "Flagged",
    "Input",
    "Level",
    "Outcome",
    "Own",
    "Part",
    "PriceIndex",
    "Proxy",
    "Reckoned",
    "Satisfied",
    "Scope",
    "Shape",
    "Step",
    "Swing",
    "Valuation",
    "Worth",
    "all_at_once",
    "assumptions",
    "at_rate",
    "between",
    "break_even",
    "certain",
    "discounting",
    "everything_in",
    "flags",
    "holds_again",
    "moved",
    "pence",
    "proxies",
    "proxy",
    "read_index",
    "read_proxies",
    "reckon",
    "tornado",
    "waterfall",
    "wellby",
]
