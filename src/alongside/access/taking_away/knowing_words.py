"""What a word may be that begins with a capital: an ordinary one, a title, what somebody is to somebody, or never a name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from alongside.people.matching.knowing import known_given_names


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
mr mrs ms miss mx dr doctor rev reverend cllr councillor pc sgt sir lady lord father fr nurse aunt auntie uncle
""")
"""Before a name."""

KIN = frozenset(
    [
        "mum",
        "mam",
        "mother",
        "dad",
        "father",
        "brother",
        "sister",
        "son",
        "daughter",
        "wife",
        "husband",
        "nan",
        "nana",
        "gran",
        "granny",
        "grandma",
        "grandad",
        "grandfather",
        "grandmother",
        "aunt",
        "auntie",
        "uncle",
        "cousin",
        "niece",
        "nephew",
        "partner",
        "neighbour",
        "friend",
        "carer",
        "granddaughter",
        "grandson",
        "boy",
        "girl",
        "lad",
        "baby",
    ]
)
"""What somebody is to somebody, which tells no name."""

NEVER_A_NAME = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mondays",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "saturdays",
        "sundays",
        "january",
        "february",
        "march",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "christmas",
        "easter",
        "ramadan",
        "eid",
        "diwali",
        "english",
        "welsh",
        "scottish",
        "irish",
        "british",
        "polish",
        "urdu",
        "bengali",
        "punjabi",
        "arabic",
        "french",
        "german",
        "spanish",
        "italian",
        "portuguese",
        "romanian",
        "ukrainian",
        "gujarati",
        "hindi",
        "somali",
        "turkish",
        "chinese",
        "english-speaking",
        "muslim",
        "christian",
        "catholic",
        "methodist",
        "jewish",
        "hindu",
        "sikh",
        "britain",
        "england",
        "wales",
        "scotland",
        "ireland",
        "poland",
        "i",
        "i'm",
        "i'd",
        "i've",
        "i'll",
        "i’m",
        "i’d",
        "i’ve",
        "i’ll",
        "facebook",
        "whatsapp",
        "zoom",
        "google",
    ]
)
"""Words that have a capital wherever they stand, and are no person's."""

NAMES_AND_WORDS = _words("""
rose mark grace faith hope joy dawn ivy holly daisy lily violet ruby pearl heather hazel olive poppy iris fern robin sandy penny carol eve gene miles max drew
frank ray guy jack grant rob sue dot pat bill pip white brown green black gray young king cook baker hill wood hall walker bell fox carter wright turner
""")
"""With a capital a name, in small letters a word."""


@cache
def _ordinary() -> frozenset[str]:
    words = (Path(__file__).parent / "ordinary_words.txt").read_text(encoding="utf-8").split()
    return frozenset(words)


@cache
def is_ordinary(plain: str) -> bool:
    """Whether a word, in small letters, is an ordinary one, in whatever form: plays, played, playing; and no first name."""
    known = _ordinary()
    if plain in known:
        return True
    if plain in known_given_names():
        return False
    return any(_stems(plain, known)) or ("-" in plain and all(is_ordinary(part) for part in plain.split("-"))) or _shortened(plain, known)


def is_word_in_small_letters(plain: str) -> bool:
    """Whether a word in small letters is no name, though it may be one with a capital."""
    return plain in NAMES_AND_WORDS or is_ordinary(plain)


def _stems(word: str, known: frozenset[str]) -> list[bool]:
    endings = (
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("er", ""),
        ("er", "e"),
        ("est", ""),
        ("ly", ""),
    )
    stems = [word[: -len(ending)] + instead for ending, instead in endings if word.endswith(ending) and len(word) > len(ending) + 2]
    stems += [re.sub(r"(.)\1(?:ed|ing|er)$", r"\1", word)]
    return [stem in known for stem in stems if stem != word]


def _shortened(word: str, known: frozenset[str]) -> bool:
    found = re.fullmatch(r"(.+?)(?:n['’]t|['’](?:d|ll|ve|re|m|s))", word)
    return found is not None and found[1] in known
