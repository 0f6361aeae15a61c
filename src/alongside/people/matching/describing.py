"""Somebody as the engine compares them: names taken apart and folded, a date of birth, and where and how they are reached."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from alongside.foundation.folding import fold, fold_phone

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "lady", "lord", "master", "prof"})
GENERATIONS = {
    "jr": "younger",
    "jnr": "younger",
    "junior": "younger",
    "younger": "younger",
    "yr": "younger",
    "sr": "elder",
    "snr": "elder",
    "senior": "elder",
    "elder": "elder",
    "ii": "second",
    "iii": "third",
}
_PARTICLES = frozenset({"van", "von", "der", "den", "de", "da", "di", "la", "le", "el", "al", "ap", "ab", "ferch", "bin", "ibn", "bint", "o", "the"})
_STREET_WORDS = """
street st road rd lane ln close cl avenue ave av drive dr way place pl crescent cres court ct terrace terr tce grove
gardens gdns rise flat apartment unit house row square sq circuit cct parade pde walk the
"""
_STREETS = frozenset(_STREET_WORDS.split())


@dataclass(frozen=True, slots=True)
class Described:
    """One entry about somebody; what is not known is empty. `born` is eight digits, `19510302`, so that slips of one digit can be seen."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    generation: str = ""
    born: str = ""
    phone: str = ""
    postcode: str = ""
    house: str = ""
    street: str = ""
    place: str = ""


def describe(
    *,
    name: str = "",
    given: str = "",
    family: str = "",
    called: str = "",
    born: date | None = None,
    phone: str = "",
    postcode: str = "",
    address: str = "",
    place: str = "",
) -> Described:
    """An entry as it is compared: `name` whole, or `given` and `family` apart; an address in one piece, house and street together."""
    if name:
        given, family = _taken_apart(name)
    givens, families = _tokens(given), _tokens(family)
    generation = next((GENERATIONS[part] for part in (*families[1:], *givens[1:]) if part in GENERATIONS), "")
    house, street = _house_and_street(address)
    digits = fold_phone(phone)
    return Described(
        given=tuple(part for part in givens if part not in TITLES and not (part in GENERATIONS and len(givens) > 1)),
        family=_feminine(tuple(part for part in families if part not in TITLES and not (part in GENERATIONS and len(families) > 1))),
        called=tuple(part for part in _tokens(called) if part not in TITLES),
        generation=generation,
        born=born.strftime("%Y%m%d") if born else "",
        phone=digits if len(digits) >= 6 else "",
        postcode=re.sub(r"[^A-Z0-9]", "", postcode.upper()),
        house=house,
        street=street,
        place=fold(place),
    )


def _taken_apart(name: str) -> tuple[str, str]:
    """The given names and the family name of a name in one piece: `Marlow, Gwen` and `Mrs Gwen Prys-Marlow` alike."""
    if "," in name:
        family, _, given = name.partition(",")
        if fold(given) in GENERATIONS:
            return _taken_apart(f"{family} {given}")
        return given, family
    words = [word for word in name.split() if fold(word) and fold(word) not in TITLES]
    last = next((place for place in range(len(words) - 1, 0, -1) if fold(words[place]) not in GENERATIONS), 0)
    if last == 0:
        return " ".join(words), ""
    return " ".join(words[:last]), " ".join(words[last:])


def _tokens(words: str) -> tuple[str, ...]:
    found = tuple(fold(words).split())
    return tuple(part for part in found if part not in _PARTICLES) or found


def _feminine(family: tuple[str, ...]) -> tuple[str, ...]:
    """Kowalska and Kowalski are one family's name."""
    return tuple(re.sub(r"(sk|ck|dzk)a$", r"\1i", part) for part in family)


def _house_and_street(address: str) -> tuple[str, str]:
    parts = fold(address).split()
    numbers = [part for part in parts if part[0].isdigit()]
    words = [part for part in parts if not part[0].isdigit()]
    return " ".join(numbers), " ".join(part for part in words if part not in _STREETS) or " ".join(words)
