"""What tells whether two entries are one: their names, places, telephones, pages and words, made ready for comparing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from alongside.foundation.folding import fold, fold_phone

from ..stemming import stem

Floats = npt.NDArray[np.float32]

_NOTHING = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "in",
        "at",
        "a",
        "an",
        "on",
        "to",
        "with",
        "by",
        "ltd",
        "limited",
        "cic",
        "cio",
        "plc",
        "llp",
        "uk",
        "co",
        "company",
        "charity",
        "trust",
        "fund",
        "registered",
    ]
)
"""Words of a name that tell no two apart."""
_NUMBER = re.compile(r"^(\d+)(?:st|nd|rd|th)?$")
_SHORTEST_NUMBER = 10
"""Digits of a whole telephone number."""


@dataclass(frozen=True)
class Teller:
    """One entry as it is compared."""

    key: str
    name: str
    source: str = ""
    organisation: str = ""
    description: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    latitude: float | None = None
    longitude: float | None = None
    meaning: Floats | None = field(default=None, compare=False, kw_only=True)
    """Its vector, where it is encoded."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of its name that tell it from another, each once, without endings."""
        said = fold(self.name.replace("&", " ")).split()
        return tuple(dict.fromkeys(stem(word) for word in said if word not in _NOTHING)) or tuple(said)

    @cached_property
    def spelt(self) -> dict[str, str]:
        """These words as they are written."""
        return {stem(fold(word)): word for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", self.name)}

    @cached_property
    def together(self) -> str:
        """The same in one line, in the order of letters."""
        return " ".join(sorted(self.words))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in it: the 1st Scouts are not the 2nd."""
        return frozenset(found[1] for word in fold(self.name).split() if (found := _NUMBER.match(word)))

    @cached_property
    def call(self) -> str:
        """Its telephone number in digits; empty when it is not a whole one."""
        digits = fold_phone(self.phone)[:11]
        return digits if len(digits) >= _SHORTEST_NUMBER else ""

    @cached_property
    def page(self) -> str:
        """Its page of the web, however it is written."""
        said = self.website.strip()
        if not said:
            return ""
        try:
            parts = urlsplit(said if "//" in said else f"//{said}")
        except ValueError:
            return ""
        host = parts.netloc.casefold().removeprefix("www.")
        return f"{host}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}" if "." in host else ""

    @cached_property
    def site(self) -> str:
        """Whose website that is on."""
        return self.page.split("/", 1)[0].split("?", 1)[0]

    @cached_property
    def mail(self) -> str:
        """Its e-mail address."""
        return self.email.strip().casefold()

    @cached_property
    def at(self) -> str:
        """Its whole postcode; of what may be a home only a part is kept, which many share."""
        return self.postcode if " " in self.postcode else ""

    @cached_property
    def house(self) -> str:
        """The numbers of its address, of which its house has one."""
        return " ".join(re.findall(r"\b\d+[a-z]?\b", self.address.casefold()))


def rare(tellers: Iterable[Teller]) -> dict[str, int]:
    """How many names use each word."""
    counted: dict[str, int] = {}
    for one in tellers:
        for word in one.words:
            counted[word] = counted.get(word, 0) + 1
    return counted
