"""A valuation as it is kept: each outcome with what it is counted from and every assumption with its source and who set it, as plain JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from alongside.foundation.refusals import Refused

from .discounting import discounting
from .estimates import Estimate, Shape, certain, exact
from .moving import PUT_IN
from .valued import Input, Outcome, Part, Scope, Valuation
from .words import NO_SHEET, SMALL_NUMBER

SET = tuple(part for part in Part if part is not Part.QUANTITY)
"""What is assumed of an outcome; how many there were is counted, and nobody sets it."""
FORM = 1


@dataclass(frozen=True)
class Valued:
    """One outcome of a sheet. `counted` names a figure and a part of it, such as `changes/better`; `worse` has it taken away."""

    name: str
    counted: str
    parts: Mapping[Part, Estimate]
    scope: Scope = Scope.WELLBEING
    worse: bool = False
    change: str = ""
    """What a sheet of 2026 named the change; what was counted tells which change it is, whatever stands here."""

    def __post_init__(self) -> None:
        self.outcome(0)  # refuses, in a sentence, what cannot be

    def outcome(self, quantity: int) -> Outcome:
        """As the engine takes it, with how many there were."""
        parts = {part.value: estimate for part, estimate in self.parts.items()}
        how_many = certain(-quantity if self.worse else quantity, source=self.counted)
        return Outcome(self.name, how_many, scope=self.scope, change=self.counted, whose="the people of this team", **parts)


@dataclass(frozen=True)
class Sheet:
    """Everything that somebody set: outcomes, what was put in, and how later years count."""

    outcomes: tuple[Valued, ...] = ()
    inputs: tuple[Input, ...] = ()
    discounting: str = "green-book"
    more: Mapping[str, str] = field(default_factory=dict)
    """What else is said of it: notes in words."""

    def valuation(self, quantities: Mapping[str, int]) -> Valuation:
        """With how many there were of what each outcome is counted from."""
        return Valuation(tuple(one.outcome(quantities.get(one.counted, 0)) for one in self.outcomes), self.inputs, discounting(self.discounting))

    def assumptions(self) -> Iterator[tuple[str, Part | None, Estimate]]:
        """Whose each is, which part (None: what was put in), and what was assumed."""
        for one in self.outcomes:
            yield from ((one.name, part, one.parts[part]) for part in SET)
        yield from ((one.name, None, one.pounds) for one in self.inputs)


def told_by(before: Sheet | None, after: Sheet, who: str) -> Sheet:
    """The same sheet with `set_by` at whatever is not as it was before: its figures or its source."""
    old = {(of, part): estimate for of, part, estimate in before.assumptions()} if before else {}

    def set_by(of: str, part: Part | None, now: Estimate) -> Estimate:
        was = old.get((of, part))
        same = was is not None and replace(was, set_by="") == replace(now, set_by="")
        return replace(now, set_by=was.set_by if was is not None and same else who)

    outcomes = tuple(replace(one, parts={part: set_by(one.name, part, estimate) for part, estimate in one.parts.items()}) for one in after.outcomes)
    return replace(after, outcomes=outcomes, inputs=tuple(replace(one, pounds=set_by(one.name, None, one.pounds)) for one in after.inputs))


def as_json(sheet: Sheet) -> dict[str, Any]:
    """As it is kept. Figures are text, so that none is ever rounded on the way."""
    return {
        "form": FORM,
        "discounting": sheet.discounting,
        "outcomes": [
            {
                "name": one.name,
                "counted": one.counted,
                "scope": one.scope.value,
                "worse": one.worse,
                "change": one.change,
                "parts": {part.value: estimate_as_json(one.parts[part]) for part in SET},
            }
            for one in sheet.outcomes
        ],
        "inputs": [{"name": one.name, "year": one.year, PUT_IN: estimate_as_json(one.pounds)} for one in sheet.inputs],
        "more": dict(sheet.more),
    }


def read_sheet(given: Mapping[str, Any]) -> Sheet:
    """What `as_json` wrote; a sentence for what it cannot be."""
    try:
        if given["form"] != FORM:
            raise Refused(NO_SHEET, why=f"it is of form {given['form']}")
        outcomes = tuple(
            Valued(
                one["name"],
                one["counted"],
                {part: read_estimate(one["parts"][part.value]) for part in SET},
                Scope(one["scope"]),
                bool(one["worse"]),
                one["change"],
            )
            for one in given["outcomes"]
        )
        inputs = tuple(Input(one["name"], read_estimate(one[PUT_IN]), one["year"]) for one in given["inputs"])
        return Sheet(outcomes, inputs, given["discounting"], dict(given["more"]))
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise Refused(NO_SHEET, why=f"{type(wrong).__name__}: {wrong}") from None


def estimate_as_json(one: Estimate) -> dict[str, str]:
    """A figure as it is kept, with its source and who set it."""
    return {"low": str(one.low), "central": str(one.central), "high": str(one.high), "shape": one.shape.value, "source": one.source, "set by": one.set_by}


def read_estimate(one: Mapping[str, str]) -> Estimate:
    """What `estimate_as_json` wrote."""
    low, central, high = (exact(one[name]) for name in ("low", "central", "high"))
    return Estimate(central, low, high, Shape(one["shape"]), one["source"], one["set by"])


SHARE_OF = {"none": Decimal(0), "a little": Decimal("0.25"), "half": Decimal("0.5"), "most": Decimal("0.75"), "all": Decimal(1)}
"""What people's answers to “how much of it?” stand for; their words say so (outcomes/words.py)."""
HALF_A_STEP = Decimal("0.125")


def from_answers(answers: Mapping[str, int], asked: str) -> Estimate:
    """A share as people told it: the mean of those who were asked, half a step of the answers' ladder lower and higher. Without an answer: 0 to 1."""
    told = {answer: n for answer, n in answers.items() if answer in SHARE_OF}
    many, silent = sum(told.values()), sum(answers.values()) - sum(told.values())
    if not many:
        return Estimate(Decimal("0.5"), Decimal(0), Decimal(1), source=f"{asked} Nobody was asked, so anything may be true.")
    mean = (sum((SHARE_OF[answer] * n for answer, n in told.items()), Decimal(0)) / many).quantize(Decimal("0.01"))
    source = f"{asked} As said {many} times; {silent} times nobody asked."
    return Estimate(mean, max(Decimal(0), mean - HALF_A_STEP), min(Decimal(1), mean + HALF_A_STEP), source=source)


_SAID_TIMES = re.compile(r"As said (\d+) times; \d+ times nobody asked\.")
A_TWENTIETH = Decimal("0.05")


def as_answers_leave(one: Estimate) -> Estimate:
    """A share that people told, for whoever sees no exact numbers: to a twentieth, without how many said it. What few said may be anything."""
    said = _SAID_TIMES.search(one.source)
    if said is None:
        return one
    if int(said[1]) in SMALL_NUMBER:
        few = one.source.replace(said[0], "Held back, because few were asked: so anything may be true.")
        return replace(one, central=Decimal("0.5"), low=Decimal(0), high=Decimal(1), source=few)
    by = (one.central / A_TWENTIETH).quantize(Decimal(1)) * A_TWENTIETH - one.central
    low, central, high = (min(Decimal(1), max(Decimal(0), figure + by)) for figure in (one.low, one.central, one.high))
    return replace(one, low=low, central=central, high=high, source=one.source.replace(said[0], "As those said who were asked, to a twentieth."))


def parts_of(**given: Estimate) -> dict[Part, Estimate]:
    """Every assumption of an outcome, those that are not given at what takes nothing away."""
    nothing = {Part.DURATION: certain(1, source="Not known for longer.")}
    return {part: given.get(part.value) or nothing.get(part) or certain(0, source="Nothing is known of it.") for part in SET}


Rows = Sequence[tuple[tuple[int, ...], int]]
"""Changes as a version keeps them: how many of each outcome one person had, and how many people had just so many. No number stands for anybody."""


def quantities_of(sheet: Sheet, rows: Rows) -> dict[str, int]:
    """How many there were of what each outcome is counted from."""
    return {one.counted: sum(pattern[place] * people for pattern, people in rows) for place, one in enumerate(sheet.outcomes)}


def touched_by(sheet: Sheet, rows: Rows) -> dict[str, int]:
    """For how many people each outcome changed, by its name."""
    return {one.name: sum(people for pattern, people in rows if pattern[place]) for place, one in enumerate(sheet.outcomes)}
