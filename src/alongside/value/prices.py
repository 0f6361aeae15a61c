"""A sum of one year in the prices of another: by an index of prices that whoever reckons gives, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from alongside.foundation.refusals import Refused

from .estimates import Estimate
from .words import NO_INDEX


@dataclass(frozen=True)
class PriceIndex:
    """An index of prices by year (“2019”, “2013/14”), any year its hundred: the GDP deflator for unit costs and WELLBYs (Green Book)."""

    name: str
    """Its name, which a proxy's `uplift` begins with: “GDP deflator”."""
    source: str
    by_year: dict[str, Decimal]

    def times(self, since: str, to: str) -> Fraction:
        """By how much a sum of one year is multiplied to be in the prices of another."""
        if since == to:
            return Fraction(1)
        for year in (since, to):
            if year not in self.by_year:
                raise Refused(NO_INDEX, name=self.name, year=year)
        return Fraction(self.by_year[to]) / Fraction(self.by_year[since])

    def serves(self, uplift: str) -> bool:
        """Whether a proxy says that it is brought to another year's prices by this: its uplift begins with the whole of this name (“CPI” is not “CPIH”)."""
        named, by = self.name.casefold(), uplift.casefold()
        return by.startswith(named) and not by[len(named) : len(named) + 1].isalnum()

    def uprated(self, sum_of: Estimate, since: str, to: str) -> Estimate:
        """An estimate in the prices of another year, to a hundredth of a penny; its source says so."""
        by = self.times(since, to)
        low, central, high = (_decimal(Fraction(one) * by) for one in (sum_of.low, sum_of.central, sum_of.high))
        return Estimate(central, low, high, sum_of.shape, f"{sum_of.source}; from {since} to {to} prices by {self.name} ({self.source})", sum_of.set_by)


def _decimal(of: Fraction) -> Decimal:
    return (Decimal(of.numerator) / Decimal(of.denominator)).quantize(Decimal("0.0001"))
