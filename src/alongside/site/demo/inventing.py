"""Inventing somebody: a name, a birthday, a home. Telephones never ring and letters never arrive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from .chance import Chance
from .neighbourhood import Street, streets_of
from .plan import Home
from .reading import told

_YEAR = 365.25


class Inventor:
    """Invents people, none of them twice."""

    def __init__(self, chance: Chance, today: date) -> None:
        self._chance = chance
        self._today = today
        self._names: set[str] = set()
        self._homes: set[str] = set()
        # Ranges that Ofcom keeps free for drama; the directory has the rest of the second.
        self._mobiles = _numbers(chance, "07700 900", 1000)
        self._landlines = _numbers(chance, "01632 960", 500)

    def name(self, she: str, families: Sequence[str] = ()) -> str:
        """A first and a family name out of one family's background; from among these, where they are given."""
        backgrounds = [one for one in told("names") if not families or one["from"] in families]
        while True:
            (background,) = self._chance.choices(backgrounds, [one["share"] for one in backgrounds])
            first = self._chance.deal(f"{she} {background['from']}", background[she])
            name = f"{first} {self._chance.deal(background['from'], background['family'])}"
            if name not in self._names:
                self._names.add(name)
                return name

    def first_name(self, she: str) -> str:
        """What somebody in somebody's life is called."""
        backgrounds = told("names")
        (background,) = self._chance.choices(backgrounds, [one["share"] for one in backgrounds])
        return str(self._chance.deal(f"a {she} {background['from']}", background[she]))

    def born(self, youngest: int, oldest: int) -> date:
        """A birthday of somebody between these ages today."""
        years = self._chance.uniform(youngest, oldest + 0.99)
        return self._today - timedelta(days=round(years * _YEAR))

    def home(self, locality: str, *, postcode_known: bool = True, phone_known: bool = True) -> Home:
        """Somewhere to live in this locality, and a telephone."""
        street = self._chance.choice(streets_of(locality))
        address = self._door(street)
        return Home(f"{address}, {street.place}", street.postcode if postcode_known else "", self.phone() if phone_known else "")

    def phone(self, kind: str = "") -> str:
        """A telephone that nobody has: `mobile`, `landline`, or either."""
        return next(self._mobiles if (kind or self._chance.choice(["mobile", "landline"])) == "mobile" else self._landlines)

    def _door(self, street: Street) -> str:
        while True:
            number = self._chance.randint(1, street.homes)
            address = f"Flat {number}, {street.name}" if street.is_tower or street.name.endswith("Court") else f"{number} {street.name}"
            if address not in self._homes:
                self._homes.add(address)
                return address


def _numbers(chance: Chance, start: str, many: int) -> Iterator[str]:
    return (f"{start}{number:03}" for number in chance.sample(range(many), many))
