"""What a change is worth to somebody, as they may say it: three ways, and none of them has to be taken. No Django."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

HOTTEST = 100
"""Degrees of the thermometer, from nought."""

SAY_WHAT_THEY_WOULD_PAY = Sentence("Write what they would pay, or what they would give up. If they would rather not say, choose that.")
HOW_OFTEN = Sentence("Say how often they would pay it: once, or a week, a month or a year.")
SAY_BESIDE_WHAT = Sentence("Choose the thing they would put just below it, or just above it, or both.")
UPSIDE_DOWN = Sentence("It cannot be worth more than %(more)s and less than %(less)s: that costs less. Put one of them right.")
SAY_HOW_WARM = Sentence("Write a whole number from 0 to %(hottest)s, as they show it on the thermometer.")


@dataclass(frozen=True)
class Priced:
    """Something whose price everybody can look up: pence, and where it is published."""

    key: str
    name: str
    pence: int
    source: str


@dataclass(frozen=True)
class Said:
    """What they said: by which way, and what that way asks. Sums in pence; `more_than` and `less_than` are keys of things with a price."""

    way: str
    pence: int | None = None
    each: str = ""
    gives_up: str = ""
    more_than: str = ""
    less_than: str = ""
    degrees: int | None = None
    words: str = ""


@cache
def known_prices() -> dict[str, Priced]:
    """Things with a price, by key, the cheapest first."""
    given = yaml.safe_load(Path(__file__).with_name("known_prices.yaml").read_text(encoding="utf-8"))
    return {one["key"]: Priced(**one) for one in sorted(given, key=lambda one: one["pence"])}


def as_kept(said: Said) -> dict[str, object]:
    """What is kept of it: what its way asks and nothing of the other ways; refused with what is missing."""
    if said.way == "would pay":
        return _would_pay(said)
    if said.way == "beside prices":
        return _beside_prices(said)
    if said.way == "thermometer":
        if said.degrees is None or not 0 <= said.degrees <= HOTTEST:
            raise Refused(SAY_HOW_WARM, field="degrees", hottest=HOTTEST)
        return {"degrees": said.degrees}
    return {}


def _would_pay(said: Said) -> dict[str, object]:
    if said.pence is None and not said.gives_up.strip():
        raise Refused(SAY_WHAT_THEY_WOULD_PAY, field="pounds")
    if said.pence is not None and not said.each:
        raise Refused(HOW_OFTEN, field="each")
    return {"pence": said.pence, "each": said.each if said.pence is not None else "", "gives_up": said.gives_up.strip()}


def _beside_prices(said: Said) -> dict[str, object]:
    more, less = known_prices().get(said.more_than), known_prices().get(said.less_than)
    if more is None and less is None:
        raise Refused(SAY_BESIDE_WHAT, field="more_than")
    if more and less and more.pence >= less.pence:
        raise Refused(UPSIDE_DOWN, field="less_than", more=more.name, less=less.name)
    kept: dict[str, object] = {}
    # Just above it stands the thing that is worth more.
    for name, one in (("below", more), ("above", less)):
        if one:
            kept |= {name: one.name, f"{name}_pence": one.pence}
    return kept
