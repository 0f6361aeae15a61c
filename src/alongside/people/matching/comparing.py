"""How two entries are alike, one thing at a time: each answer is a word that `knowledge/weights.yaml` weighs; None when either says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from .describing import Described
from .knowing import known_given_names, one_name_in_two_forms
from .sounding import sound

A_GENERATION = 14
"""Years between two who cannot be one person whose year was written down wrongly by a little."""

CLOSENESS = {
    "same": 6,
    "short form": 5,
    "one of two": 4,
    "spelt nearly so": 4,
    "sounds alike": 3,
    "initial": 2,
    "starts alike": 1,
    "another name": 0,
    "other": 0,
}


@dataclass(frozen=True, slots=True)
class Alike:
    """How two entries are alike in each thing."""

    given: str | None = None
    family: str | None = None
    crossed: bool = False
    generation: str | None = None
    born: str | None = None
    phone: str | None = None
    house: str | None = None
    street: str | None = None
    place: str | None = None
    postcode: str | None = None


def compare(one: Described, other: Described) -> Alike:
    """Everything of two entries that can be held side by side."""
    given = given_names(one.given + one.called, other.given + other.called)
    family = families(one.family, other.family)
    crossed = False
    if (given is None or family is None or CLOSENESS[given] + CLOSENESS[family] <= 5) and one.given and one.family and other.given and other.family:
        over = families(one.given, other.family), families(one.family, other.given)
        if min(CLOSENESS[over[0] or "other"], CLOSENESS[over[1] or "other"]) >= 3:
            given, family, crossed = over[0], over[1], True
    return Alike(
        given=given,
        family=family,
        crossed=crossed,
        generation=_generation(one.generation, other.generation),
        born=births(one.born, other.born),
        phone=_digits(one.phone[-10:], other.phone[-10:]),
        house=houses(one.house, other.house),
        street=words_alike(one.street, other.street),
        place=words_alike(one.place, other.place),
        postcode=_digits(one.postcode, other.postcode),
    )


@lru_cache(maxsize=500_000)
def given_names(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """First names with what they like to be called: the likest two of them count, the first of each before all."""
    if not one or not other:
        return None
    first = _given(one[0], other[0])
    if CLOSENESS[first] >= 4 or (len(one) == 1 and len(other) == 1):
        return first
    best = max((_given(a, b) for a in one for b in other), key=CLOSENESS.__getitem__)
    # Somebody known by a second name; an initial in the middle says nothing.
    return "short form" if CLOSENESS[best] >= 4 else first


@cache
def _given(one: str, other: str) -> str:
    if one == other:
        return "initial" if len(one) == 1 else "same"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else "other"
    if one_name_in_two_forms(one, other):
        return "short form"
    # Jean is no slip of the pen for Joan, nor Ali for Ala: both are names.
    return "another name" if one in known_given_names() and other in known_given_names() else spelling(one, other)


@lru_cache(maxsize=500_000)
def families(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """Family names: of two joined by a hyphen one may have been left out, or taken on."""
    if not one or not other:
        return None
    if one == other:
        return "initial" if len(one[0]) == 1 else "same"
    joined = spelling("".join(one), "".join(other))
    if joined in ("same", "spelt nearly so") or (len(one) == 1 and len(other) == 1):
        return joined
    best = max((spelling(a, b) for a in one for b in other), key=CLOSENESS.__getitem__)
    return "one of two" if CLOSENESS[best] >= 4 else best


@cache
def spelling(one: str, other: str) -> str:
    """How alike two words are, by what the hand and the ear do to them."""
    if one == other:
        return "same"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else "other"
    shorter, slips = min(len(one), len(other)), OSA.distance(one, other, score_cutoff=2)
    if (slips == 1 and shorter >= 3) or (slips == 2 and shorter >= 6):
        return "spelt nearly so"
    if sound(one) == sound(other) and shorter >= 4 and len(sound(one)) > 2:
        return "sounds alike"
    if JaroWinkler.similarity(one, other) >= 0.86 or (shorter >= 4 and (one.startswith(other) or other.startswith(one))):
        return "starts alike"
    return "other"


def _generation(one: str, other: str) -> str | None:
    if not one and not other:
        return None
    return "same" if one == other else "other" if one and other else "one says"


@lru_cache(maxsize=500_000)
def births(one: str, other: str) -> str | None:
    """Two dates of birth as eight digits."""
    if not one or not other:
        return None
    if one == other:
        return "same"
    swapped = one[:4] + one[6:] + one[4:6]
    if swapped == other or OSA.distance(one, other, score_cutoff=1) == 1:
        return "a slip"
    apart = abs(int(one[:4]) - int(other[:4])) >= A_GENERATION
    if not apart and (one[:4] == other[:4]) + (one[4:6] == other[4:6]) + (one[6:] == other[6:]) == 2:
        return "two parts of three"
    return "a generation apart" if apart else "other"


@lru_cache(maxsize=200_000)
def _digits(one: str, other: str) -> str | None:
    if not one or not other:
        return None
    return "same" if one == other else "a slip" if OSA.distance(one, other, score_cutoff=1) == 1 else "other"


@lru_cache(maxsize=200_000)
def houses(one: str, other: str) -> str | None:
    """House numbers; whoever writes the flat too means the same house."""
    if not one or not other:
        return None
    if one == other or one.split()[-1] == other.split()[-1]:
        return "same"
    return "a slip" if OSA.distance(one, other, score_cutoff=1) == 1 else "other"


@lru_cache(maxsize=500_000)
def words_alike(one: str, other: str) -> str | None:
    """Streets and places, in any order of their words, with a slip here and there."""
    if not one or not other:
        return None
    if one == other or fuzz.token_set_ratio(one, other) >= 97:
        return "same"
    near = max(fuzz.token_sort_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")), fuzz.token_set_ratio(one, other))
    return "spelt nearly so" if near >= 80 else "other"
