"""Who is named in a cell: one person, or several who share it, as people write couples and families."""

from __future__ import annotations

import re
from dataclasses import dataclass

TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "sir", "lady", "lord", "prof", "fr", "sister")
_TITLE = re.compile(rf"^(?:{'|'.join(TITLES)})\b\.?\s*", re.I)
_AND = re.compile(r"\s*(?:&|\+|\band\b)\s*", re.I)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_QUOTED = re.compile(r"\s+[\"“‘']([A-Z][\w’'-]{0,20})[\"”’']\s+")
_NO_NAME = re.compile(
    r"\b(?:family|household|sons?|daughters?|children|kids|group|club|couple|twins|baby|husband|wife|partner|dog|carer|mum|dad|neighbour|friend)\b", re.I
)
"""Words of which none is somebody's name: what holds one is kept as it is written."""


@dataclass(frozen=True)
class Name:
    """One person's name as it will be written, and what they like to be called."""

    name: str
    called: str = ""


@dataclass(frozen=True)
class Named:
    """Who a cell names. `words` is what it says besides; more than one in `people` were written together."""

    people: tuple[Name, ...]
    words: str = ""
    turned: bool = False
    """The surname stood first."""


def who_is_named(text: str) -> Named:
    """The people in a cell with names: `"Mr & Mrs Tolley"`, `"Bev + Keith Marsh"`, `"Smith, John and Mary"`, `"Jean Pell (and daughter)"`."""
    text = " ".join(text.split())
    bare, called, words = _besides(text)
    if _NO_NAME.search(bare):
        return Named((Name(text),))
    people, turned = _people(bare)
    if not people:
        return Named((Name(text),))
    if len(people) == 1:
        return Named((Name(people[0], called),), words, turned)
    return Named(tuple(Name(one) for one in people), " ".join(part for part in (called, words) if part), turned)


def _besides(text: str) -> tuple[str, str, str]:
    """The name without what stands in brackets or quotation marks: one word there is what they like to be called, more is words about them."""
    called, words = "", []
    if quoted := _QUOTED.search(f" {text} "):
        called = quoted[1]
        text = _QUOTED.sub(" ", f" {text} ", count=1).strip()
    for inside in _BRACKET.findall(text):
        if not called and re.fullmatch(r"[A-Z][\w’'-]{1,20}", inside.strip()) and not _NO_NAME.search(inside):
            called = inside.strip()
        else:
            words.append(f"({inside.strip()})")
    bare = " ".join(_BRACKET.sub(" ", text).split())
    return (bare, called, " ".join(words)) if bare else (text, "", "")


def _people(text: str) -> tuple[tuple[str, ...], bool]:
    surname_first = re.fullmatch(r"([A-Za-z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s*([^,]+)", text)
    if surname_first and not _AND.search(surname_first[1]):
        firsts = [part for part in _AND.split(surname_first[2]) if part]
        if firsts and all(_like_a_name(first) for first in firsts) and (len(firsts) == 1 or len(_bare(firsts[-1]).split()) == 1):
            return tuple(_titled(first, surname_first[1].title() if surname_first[1].isupper() else surname_first[1]) for first in firsts), True
        if len(firsts) == 1:
            return (), False
    pieces = [piece.strip() for piece in re.split(r",\s*", text) if piece.strip()]
    parts = [part for piece in pieces for part in _AND.split(piece) if part]
    if len(parts) == 1:
        return (_turned(parts[0]),), _turned(parts[0]) != parts[0]
    if not parts or not all(_like_a_name(part) for part in parts):
        return (), False
    # Whoever has no surname of their own shares the last one's.
    last = _bare(parts[-1]).split()
    shared = last[-1] if last else ""
    return tuple(part if len(_bare(part).split()) > 1 or part is parts[-1] else _titled(part, shared) for part in parts), False


def _like_a_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 4 and all(re.fullmatch(r"[A-Za-zÀ-ž][\w.’'-]*", word) for word in words)


def _bare(text: str) -> str:
    """Without its title."""
    return _TITLE.sub("", text).strip()


def _titled(first: str, surname: str) -> str:
    return f"{first} {surname}".strip()


def _turned(text: str) -> str:
    """`TOLLEY Maureen` as she would write it."""
    words = text.split()
    if len(words) == 2 and words[0].isupper() and len(words[0]) > 2 and words[1].istitle() and words[0].isalpha():
        return f"{words[1]} {words[0].title()}"
    return text
