"""Invented households, seeded: couples, twins, fathers and sons of one name, strangers of one name; and second entries, as hasty as people write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from alongside.people.matching.describing import Described, describe

_NAMES = yaml.safe_load((Path(__file__).parent / "invented_names.yaml").read_text())
_GIVEN = _NAMES["given"].split()
_FAMILY = _NAMES["family"].split()
_SHORT = {
    "Margaret": "Peggy", "Elizabeth": "Liz", "Susan": "Sue", "Patricia": "Pat", "Christine": "Chris", "Dorothy": "Dot", "William": "Bill", "Robert": "Bob",
    "Michael": "Mick", "Thomas": "Tom", "David": "Dai", "Mohammed": "Mohd", "Katarzyna": "Kasia", "Joseph": "Joe", "Daniel": "Dan", "Samuel": "Sam",
}  # fmt: skip
_STREETS = _NAMES["streets"].split("|")
_TWINS = [("Jean", "Joan"), ("Ann", "Amy"), ("Kelly", "Kerry"), ("Imran", "Irfan"), ("David", "Daniel"), ("Gurpreet", "Harpreet"), ("Sara", "Zara")]


@dataclass(frozen=True)
class Entry:
    """One entry as somebody wrote it, and who it really is about."""

    who: int
    name: str
    born: date | None
    phone: str
    postcode: str
    address: str
    called: str = ""

    @property
    def described(self) -> Described:
        return describe(name=self.name, called=self.called, born=self.born, phone=self.phone, postcode=self.postcode, address=self.address)


class Neighbourhood:
    """Writes down households, and some of their people a second time."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.people = 0

    def write_down(self, households: int, *, twice: float = 0.2) -> list[Entry]:
        """Entries of so many households in no order; this share of people stands there twice."""
        entries = []
        for _ in range(households):
            for person in self._household():
                entries.append(self._forgetting(person))
                if self.chance.random() < twice:
                    entries.append(self._hastily(person))
        self.chance.shuffle(entries)
        return entries

    def must_stay_apart(self, of_each: int) -> list[Entry]:
        """Couples, twins, fathers and sons of one name, sisters, strangers of one name: nobody stands there twice."""
        kinds = (self._couple, self._twins, self._one_name, self._parent_and_child, self._strangers_of_one_name)
        return [person for kind in kinds for _ in range(of_each) for person in kind()]

    def _household(self) -> list[Entry]:
        kinds = (self._alone, self._alone, self._alone, self._couple, self._couple, self._twins, self._one_name, self._parent_and_child)
        return self.chance.choice(kinds)()

    def _alone(self) -> list[Entry]:
        return [self._somebody(*self._home())]

    def _couple(self) -> list[Entry]:
        first = self._somebody(*self._home())
        return [first, self._beside(first, born=self._near(first.born, 2200))]

    def _twins(self) -> list[Entry]:
        one, other = self.chance.choice(_TWINS)
        first = replace(self._somebody(*self._home()), name="")
        family = self.chance.choice(_FAMILY)
        return [replace(first, name=f"{one} {family}"), replace(self._beside(first), name=f"{other} {family}")]

    def _one_name(self) -> list[Entry]:
        father = self._somebody(*self._home(), youngest=1965)
        says = self.chance.random() < 0.4
        son = self._beside(father, born=self._later(father.born, self.chance.randint(18, 42)))
        return [replace(father, name=father.name + " Sr" * says), replace(son, name=father.name + " Jr" * says)]

    def _parent_and_child(self) -> list[Entry]:
        parent = self._somebody(*self._home(), youngest=1965)
        return [parent, self._beside(parent, born=self._later(parent.born, self.chance.randint(18, 42)))]

    def _strangers_of_one_name(self) -> list[Entry]:
        first = self._somebody(*self._home())
        return [first, replace(self._somebody(*self._home()), name=first.name)]

    def _somebody(self, address: str, postcode: str, phone: str, *, youngest: int = 2004) -> Entry:
        self.people += 1
        name = f"{self.chance.choice(_GIVEN)} {self.chance.choice(_FAMILY)}"
        born = date(self.chance.randint(1928, youngest), 1, 1) + timedelta(days=self.chance.randrange(365))
        return Entry(self.people, name, born, phone, postcode, address)

    def _beside(self, first: Entry, *, born: date | None = None) -> Entry:
        self.people += 1
        family = first.name.split()[-1] if first.name else ""
        given = self.chance.choice([name for name in _GIVEN if not first.name.startswith(name)])
        phone = first.phone if self.chance.random() < 0.6 else self._phone()
        return replace(first, who=self.people, name=f"{given} {family}", born=born or first.born, phone=phone)

    def _near(self, day: date | None, days: int) -> date:
        assert day
        return day + timedelta(days=self.chance.randint(-days, days))

    def _later(self, day: date | None, years: int) -> date:
        assert day
        return day + timedelta(days=365 * years + self.chance.randint(0, 364))

    def _home(self) -> tuple[str, str, str]:
        letters = "ABDEFGHJLNPQRSTUWXYZ"
        postcode = f"ZZ99 {self.chance.randint(1, 9)}{self.chance.choice(letters)}{self.chance.choice(letters)}"
        return f"{self.chance.randint(1, 120)} {self.chance.choice(_STREETS)}", postcode, self._phone()

    def _phone(self) -> str:
        # As many as a town has: the ranges kept for invented people would be shared by dozens.
        return f"07700 {self.chance.randrange(10**6):06d}"

    def _forgetting(self, person: Entry) -> Entry:
        """As first written down: now and then without a birthday, a telephone, an address."""
        lost = self.chance.random
        return replace(
            person,
            born=None if lost() < 0.12 else person.born,
            phone="" if lost() < 0.25 else person.phone,
            address="" if lost() < 0.15 else person.address,
            postcode="" if lost() < 0.1 else person.postcode,
        )

    def _hastily(self, person: Entry) -> Entry:
        """The same person as somebody else wrote them down."""
        chance = self.chance.random
        given, family = person.name.split()[0], person.name.split()[1]
        suffix = " ".join(person.name.split()[2:])
        if chance() < 0.15:
            given = _SHORT.get(given, given)
        if chance() < 0.12:
            given = self._slip(given)
        if chance() < 0.12:
            family = self._slip(family)
        if chance() < 0.04:
            family = self.chance.choice(_FAMILY)
        name = f"{given} {family} {suffix}".strip()
        if chance() < 0.06:
            name = f"{family}, {given}" if chance() < 0.5 else f"{family} {given}"
        address, postcode, phone = person.address, person.postcode, person.phone
        if chance() < 0.1:
            address, postcode, phone = self._home()
        if chance() < 0.15:
            phone = self._phone()
        return self._forgetting(replace(person, name=name, born=self._born(person.born), address=address, postcode=postcode, phone=phone))

    def _born(self, born: date | None) -> date | None:
        if born is None or self.chance.random() > 0.1:
            return born
        kind = self.chance.randrange(3)
        if kind == 0 and born.day <= 12:
            return date(born.year, born.day, born.month)
        return (
            date(born.year - self.chance.choice((1, 10)), born.month, min(born.day, 28))
            if kind == 1
            else date(born.year, born.month, self.chance.randint(1, 28))
        )

    def _slip(self, word: str) -> str:
        place = self.chance.randrange(1, max(len(word) - 1, 2))
        kind = self.chance.randrange(3)
        if kind == 0:
            return word[:place] + word[place + 1 :]
        if kind == 1:
            return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
        return word[:place] + self.chance.choice("aeiounrst") + word[place + 1 :]
