"""Words without their endings, so that gardening, gardener and gardens are one word.

A light suffix folder in the manner of Porter's and Lovins' stemmers, for finding only: what it gives need not be a word, it
need only be the same for words that belong together, and different for those that do not. It knows English.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

import yaml

from alongside.foundation.folding import fold

_KNOWLEDGE = Path(__file__).parent / "knowledge"
_STOP_FILE, _ODD_FILE = _KNOWLEDGE / "stop_words.txt", _KNOWLEDGE / "stems.yaml"
STOP_WORDS = frozenset(word for line in _STOP_FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#") for word in line.split())
"""Words that say nothing of what somebody would like, in a wish or in a directory; they still count inside a phrase."""

FINGERPRINT = hashlib.blake2b(Path(__file__).read_bytes() + _STOP_FILE.read_bytes() + _ODD_FILE.read_bytes(), digest_size=8).digest()
"""Changes when how words are kept does, so that the stems kept with every entry are made anew when its source is loaded again."""

_ODD: dict[str, str] = {word: home for home, words in yaml.safe_load(_ODD_FILE.read_text(encoding="utf-8")).items() for word in words}
"""Words that no rule brings home, by where they belong."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A folded word without its endings: `"walkers"` → `"walk"`."""
    if word in _ODD:
        return _ODD[word]
    if len(word) <= 3 or not word.isascii() or not word.isalpha():
        return word
    for ending in (_plural, _ness, _doing, _doer, _state, _last_e):
        word = ending(word)
    return word


def stems_in(text: str) -> list[str]:
    """Every word of a text, in its order, without endings; stop words too, for they stand inside phrases."""
    return [stem(word) for word in fold(text).split()]


def telling(stems: list[str]) -> list[str]:
    """The different stems that say something, in their order."""
    return [word for word in dict.fromkeys(stems) if word not in _STOP_STEMS and len(word) > 1]


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("ses") and len(word) > 5:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _ness(word: str) -> str:
    """Loneliness → lonely, friendship → friend, bereavement → bereave."""
    for ending, least in (("ness", 4), ("ship", 4), ("ment", 5)):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            return word[:-1] + "y" if word.endswith("i") else word
    return word


def _doing(word: str) -> str:
    """Walking, walked → walk; knitting → knit; baking → bake."""
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and not word.endswith("eed") and len(rest) >= 3 and re.search("[aeiouy]", rest):
            return _mended(rest)
    return word


def _doer(word: str) -> str:
    """Walker → walk, baker → bake, visitor → visit, cyclist → cycl."""
    if word.endswith("er") and len(word) >= 5 and re.search("[aeiouy]", word[:-2]):
        return _mended(word[:-2])
    if word.endswith("or") and len(word) >= 7:
        return _mended(word[:-2])
    if word.endswith("ist") and len(word) >= 7:
        return word[:-3]
    return word


def _mended(rest: str) -> str:
    """What is left when an ending went: a doubled letter single again, a lost e put back on a short word."""
    if rest[-1] == rest[-2] and (rest[-1] not in "lsz" or (rest[-1] == "l" and len(rest) >= 7)):
        return rest[:-1]
    if len(rest) == 3 and re.fullmatch("[^aeiou][aeiouy][^aeiouwxy]", rest):
        return rest + "e"
    return rest


def _state(word: str) -> str:
    """Relaxation → relax, depression → depress, lonely → lone, active and activity → activ."""
    for ending, least in (("ation", 4), ("ion", 5), ("ity", 5), ("ly", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def _last_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


_STOP_STEMS = STOP_WORDS | {stem(word) for word in STOP_WORDS}
