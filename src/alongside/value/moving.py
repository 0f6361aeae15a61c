"""One assumption taken out of a valuation, and another put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from alongside.foundation.refusals import Refused

from .estimates import Estimate
from .valued import Outcome, Part, Valuation
from .words import NO_SUCH_ASSUMPTION

PUT_IN = "put in"


@dataclass(frozen=True)
class Assumption:
    """Where an assumption stands: an outcome and its part, or an input (`part` is then None)."""

    of: str
    part: Part | None
    estimate: Estimate

    @property
    def name(self) -> str:
        """As a picture or a table names it: “in work: deadweight”."""
        return f"{self.of}: {self.part.value.replace('_', ' ') if self.part else PUT_IN}"


def assumptions(valuation: Valuation) -> Iterator[Assumption]:
    """Every assumption of a valuation, in its order."""
    for outcome in valuation.outcomes:
        yield from (Assumption(outcome.name, part, outcome.estimate(part)) for part in Part)
    yield from (Assumption(one.name, None, one.pounds) for one in valuation.inputs)


def moved(valuation: Valuation, of: str, part: Part | None, to: Estimate) -> Valuation:
    """The same valuation with one assumption changed. What did not change is the same object, so that draws of it are kept."""
    if part is None and any(one.name == of for one in valuation.inputs):
        return replace(valuation, inputs=tuple(replace(one, pounds=to) if one.name == of else one for one in valuation.inputs))
    if part is not None and any(one.name == of for one in valuation.outcomes):
        return replace(valuation, outcomes=tuple(_with(one, part, to) if one.name == of else one for one in valuation.outcomes))
    raise Refused(NO_SUCH_ASSUMPTION, part=part.value if part else PUT_IN, outcome=of)


def _with(outcome: Outcome, part: Part, to: Estimate) -> Outcome:
    change: dict[str, Any] = {part.value: to}
    return replace(outcome, **change)
