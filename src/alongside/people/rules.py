"""What may be written about somebody, and which pieces of them could show that we know them already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alongside.foundation.folding import fold, fold_phone, fold_postcode
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .matching.knowing import forms_of
from .matching.sounding import sound

OLDEST = 120
"""Years; the oldest person whose age was verified reached 122."""

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "lady", "lord"})
_LITTLE_WORDS = "a an the of on in at by to from with near next and who man woman gentleman girl boy neighbour somebody someone unknown"
_NO_NAMES = frozenset(_LITTLE_WORDS.split())
"""What somebody is called by who gave no name: two who are *the lady on the stairs* and *the man on the quay* have no name in common."""

_TITLES_TYPED = _TITLES | {"revd", "prof", "fr", "cllr", "bnr", "bns", "parch", "parchg", "cyng"}
"""Titles as they are typed, Welsh ones too; those of the names that are kept stand above, and the keys of names rest on them."""


@dataclass(frozen=True)
class Piece:
    """One folded piece of who somebody is: `kind` is `name`, `sounds like`, `form of name`, `name part`, `part sounds like`, `born`, `postcode` or `phone`."""

    kind: str
    key: str


def pieces(name: str, called: str = "", born: date | None = None, postcode: str = "", phone: str = "") -> set[Piece]:
    """Every piece by which somebody could be known again, folded so that spelling and spacing do not hide them."""
    return set(_pieces(name, called, born, postcode, phone))


def without_titles(words: str) -> str:
    """What somebody typed to look for a person, without Mrs or Mr, in English or Welsh; whole where nothing else was typed."""
    return " ".join(word for word in words.split() if fold(word) not in _TITLES_TYPED) or words.strip()


def nearly(word: str) -> set[str]:
    """A short name as others spell it: Mo is Moe, Jo is Joe. Of longer ones the sound says it."""
    return {word + "e", word + "h", word[:-1]} - {word[:1]} if len(sound(word)) < 2 else set()


def _pieces(name: str, called: str, born: date | None, postcode: str, phone: str) -> Iterator[Piece]:
    parts = [part for part in fold(name).split() if part not in _TITLES]
    names = [parts]
    if parts and called:
        # Mo, for Maureen Tolley: whoever introduces her may know no other name.
        names.append([*fold(called).split(), parts[-1]])
    for known_as in names:
        if len(known_as) > 1:
            yield Piece("name", " ".join(sorted(known_as)))
            yield Piece("sounds like", " ".join(sorted(sound(part) for part in known_as)))
            # Peggy is Margaret: each form of the first name, with the last as it sounds.
            yield from (Piece("form of name", f"{form} {sound(known_as[-1])}") for form in sorted(forms_of(known_as[0])))
    every_part = {*parts, *fold(called).split()}
    yield from (Piece("name part", part) for part in every_part - _NO_NAMES if len(part) > 1)
    yield from (Piece("part sounds like", sound(part)) for part in every_part if len(sound(part)) > 1)
    if born:
        yield Piece("born", born.isoformat())
    if folded := fold_postcode(postcode):
        yield Piece("postcode", folded)
    if len(number := fold_phone(phone)) >= 10:
        yield Piece("phone", number)


_SOME_OF_A_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?([0-9]([A-Z]{1,2})?)?")


@dataclass(frozen=True)
class SomewhereLike:
    """A piece of an address as somebody looks for it: a pattern for the address, or how a postcode begins; empty when it is not that."""

    address: str = ""
    postcode: str = ""


def somewhere(word: str) -> SomewhereLike:
    """One word of a search, as a piece of an address: the beginning of a word of it, a whole house number, or nothing when it is too short."""
    if re.fullmatch(r"[0-9]+[a-z]?", word):
        return SomewhereLike(address=rf"\m{word}[a-z]?\M")
    return SomewhereLike(address=rf"\m{word}") if len(word) > 2 and word.isalnum() else SomewhereLike()


def some_of_a_postcode(text: str) -> SomewhereLike:
    """What was typed, as the beginning of a postcode (`"zz99 3"`), or nothing when none begins so."""
    typed = re.sub(r"[^A-Za-z0-9]", "", text).upper()
    return SomewhereLike(postcode=typed) if _SOME_OF_A_POSTCODE.fullmatch(typed) else SomewhereLike()


def some_words(text: str, *, field: str, ask: Sentence) -> str:
    """The text without spaces around it, or a refusal that asks for it."""
    words = text.strip()
    if not words:
        raise Refused(ask, field=field)
    return words


def a_possible_birthday(born: date | None, *, today: date) -> None:
    """Nobody was born tomorrow, or before anybody now alive."""
    if born and born > today:
        raise Refused(Sentence("This date of birth is in the future. Check the year."), field="date_of_birth")
    if born and today.year - born.year > OLDEST:
        raise Refused(Sentence("This date of birth is more than %(years)s years ago. Check the year."), years=OLDEST, field="date_of_birth")


def not_in_the_future(day: date, *, today: date, field: str) -> None:
    """What has happened has a day that has come."""
    if day > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field=field)


def a_real_postcode(text: str) -> str:
    """A postcode as it is stored, or nothing when nothing was written; refused when it cannot be one."""
    if not text.strip():
        return ""
    folded = fold_postcode(text)
    if folded is None:
        raise Refused(Sentence("This is not a whole postcode. Write it like ZZ99 3WZ, or leave it empty."), field="postcode")
    return folded
