"""How much a pound of a later year counts: rates by year, and whether the first year is discounted too, as dated data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files

import yaml

from alongside.foundation.refusals import Refused

from .words import NO_RATE_SO_LATE, NO_SUCH_DISCOUNTING

LAST_YEAR = 125
"""The Green Book's rates end here."""


@dataclass(frozen=True)
class Rate:
    """A rate a year (0.035 is 3.5 %), up to and with the year `until`, counted from 0."""

    until: int
    rate: Decimal


@dataclass(frozen=True)
class Discounting:
    """Rates by year. With `first_year_discounted` year 1 lies one year ahead, as in the SROI guide; without, it is now, as in the Green Book."""

    name: str
    rates: tuple[Rate, ...]
    first_year_discounted: bool = False
    title: str = ""
    source: str = ""
    url: str = ""
    since: date | None = None
    review: date | None = None

    def factor(self, year: int) -> Fraction:
        """What a pound of this year (1 is the first) counts today: the product of 1/(1 + rate) over the years between."""
        return _factor(self.rates, year if self.first_year_discounted else year - 1, self.name)

    def factor_put_in(self, year: int) -> Fraction:
        """What a pound put in in this year counts: the first year's counts whole under either timing, for it is paid before anything comes of it."""
        return _factor(self.rates, year - 1, self.name)


@cache
def _factor(rates: tuple[Rate, ...], years_ahead: int, name: str) -> Fraction:
    if years_ahead <= 0:
        return Fraction(1)
    found = next((one.rate for one in rates if years_ahead <= one.until), None)
    if found is None:
        raise Refused(NO_RATE_SO_LATE, name=name, year=years_ahead, last=rates[-1].until if rates else 0)
    return _factor(rates, years_ahead - 1, name) / (1 + Fraction(found))


@cache
def known() -> dict[str, Discounting]:
    """Every way of discounting that comes with us, by name (data/discounting.yaml)."""
    read = yaml.safe_load(files(__package__).joinpath("data/discounting.yaml").read_text("utf-8"))
    return {
        name: Discounting(
            name,
            tuple(Rate(one["until"], Decimal(one["rate"])) for one in given["rates"]),
            given["first_year_discounted"],
            given["title"],
            given["source"],
            given["url"],
            given["since"],
            given["review"],
        )
        for name, given in read.items()
    }


def discounting(name: str) -> Discounting:
    """One of them, by name: `discounting("green-book")`."""
    if name not in known():
        raise Refused(NO_SUCH_DISCOUNTING, name=name, known=", ".join(known()))
    return known()[name]


def at_rate(rate: Decimal, *, first_year_discounted: bool, name: str = "its own rate") -> Discounting:
    """One rate for every year, for a study that says its own."""
    return Discounting(name, (Rate(LAST_YEAR, rate),), first_year_discounted, title=name)
