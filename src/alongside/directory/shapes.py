"""What each part of a mapping may look like, and the sentence that is said when it looks otherwise."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from alongside.foundation.words import Sentence

from . import transforms
from .words import ACCESS, COSTS, KINDS

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLACES = ({"latitude", "longitude"}, {"easting", "northing"})

_TOP = ("source", "licence", "about", "kind", "key", "nothing", "left_out", "fields")
_ASKED = ("from", "join", "through", "words", "otherwise", "constant", "office_of", "may_be_a_home")
_STORED = {"kind": [word.stored for word in KINDS], "cost": [word.stored for word in COSTS]}
_LEFT_OUT = "left_out: {officer: A person's own name.}"
_WORDS = "words: {Gratis: free}"
_ACCESS = "access: {step free: {there: ramp, missing: ramp}}"
_PLACE = "place: {latitude: lat, longitude: lon}"
_HOURS = "days: {monday: hours on monday}"

_NOT_ONE_TEXT = Sentence("%(named)s: %(what)s has to be one piece of text, such as %(example)s.")
_NO_PAIRS = Sentence("%(named)s: %(what)s has to say what belongs to what, such as %(example)s.")
_NOTHING = Sentence("%(named)s: %(what)s is empty. Write it like this: %(example)s.")

Spec = dict[str, Any]


class Slip(Exception):
    """Something in a mapping that we cannot read: the sentence that says so, whose gap `named` is the mapping's."""

    def __init__(self, said: Sentence, **parts: Any) -> None:
        super().__init__(said.lac)
        self.said, self.parts = said, parts


def check_top(given: Any) -> Spec:
    """The mapping as a whole: its parts by their names, each of a shape that we can read."""
    if not isinstance(given, dict) or not isinstance(given.get("fields"), dict) or not given.get("source") or not given.get("key"):
        raise Slip(Sentence("%(named)s needs at least “source”, “key” and “fields”."))
    _only(given, _TOP, "a mapping")
    for name in ("source", "licence", "about"):
        _text(given.get(name, ""), quoted(name), f"{name}: Libraries in Fernshire")
    _listed(given["key"], quoted("key"), "key: [name, postcode]")
    _listed(given.get("nothing") or [], quoted("nothing"), "nothing: [NA, Not known]")
    for column, why in _paired(given.get("left_out") or {}, quoted("left_out"), _LEFT_OUT).items():
        _text(why, quoted("left_out", column), _LEFT_OUT)
    return given


def check_field(name: str, spec: Spec) -> None:
    """One field of an entry: nothing in it that we do not know, and nothing left to guess."""
    if name == "access":
        _check_access(spec)
    elif name == "place":
        _check_place(spec)
    elif name == "days" and "from" not in spec:
        _only(spec, DAYS, quoted("days"))
        _check_columns_of(spec, "days", _HOURS)
    else:
        _check_ordinary(name, spec)


def quoted(*names: str) -> str:
    """Where in the mapping it stands: `“phone”, “from”`."""
    return ", ".join(f"“{short(name)}”" for name in names)


def short(given: Any) -> str:
    """Enough of what stands there to find it again."""
    return given[:60] if isinstance(given, str) else "…"


def _check_ordinary(name: str, spec: Spec) -> None:
    _only(spec, _ASKED, quoted(name))
    if ("from" in spec) == ("constant" in spec):
        told = Sentence("%(named)s: %(what)s must say where it comes from: a column, such as %(column)s, or words of its own, such as %(words)s.")
        raise Slip(told, what=quoted(name), column=f"{name}: title", words=f"{name}: {{constant: Ask us.}}")
    if not _listed(spec.get("from", [""]), quoted(name, "from"), f"{name}: title", may_be_empty="from" not in spec):
        raise Slip(_NOTHING, what=quoted(name), example=f"{name}: title")
    for way in ("join", "otherwise", "constant"):
        _text(spec.get(way, ""), quoted(name, way), f"{way}: some words")
    _text(spec.get("office_of", "name"), quoted(name, "office_of"), "office_of: name", may_be_empty=False)
    if spec.get("may_be_a_home", "true") not in ("true", "false"):
        raise Slip(Sentence("%(named)s: %(what)s is either true or false."), what=quoted(name, "may_be_a_home"))
    for step in _listed(spec.get("through", []), quoted(name, "through"), "through: one line"):
        if step not in transforms.BY_NAME:
            told = Sentence("%(named)s: we do not know how to make “%(name)s” through “%(step)s”. We know: %(known)s.")
            raise Slip(told, name=name, step=short(step), known=", ".join(transforms.BY_NAME))
    words = _paired(spec.get("words", {}), quoted(name, "words"), _WORDS)
    for word in words.values():
        _text(word, quoted(name, "words"), _WORDS)
    _check_said(name, [spec[way] for way in ("constant", "otherwise") if way in spec] + list(words.values()))


def _check_said(name: str, said: list[str]) -> None:
    """What the mapping says in its own words is something that an entry can hold."""
    if name in _STORED and (wrong := [word for word in said if word not in _STORED[name]]):
        told = Sentence("%(named)s: “%(wrong)s” is no %(name)s. There are: %(known)s.")
        raise Slip(told, wrong=short(wrong[0]), name=name, known=", ".join(_STORED[name]))
    if name == "email" and (wrong := [word for word in said if word and not transforms.email(word)]):
        raise Slip(Sentence("%(named)s: “%(wrong)s” is not an e-mail address. Write it whole and alone."), wrong=short(wrong[0]))


def _check_access(spec: Spec) -> None:
    _only(spec, [word.stored for word in ACCESS], quoted("access"))
    for feature, asked in spec.items():
        _only(_paired(asked, quoted("access", feature), _ACCESS), ("there", "missing"), quoted("access", feature))
        for columns in asked.values():
            _listed(columns, quoted("access", feature), _ACCESS)


def _check_place(spec: Spec) -> None:
    _only(spec, sorted(set().union(*PLACES)), quoted("place"))
    if set(spec) not in PLACES:
        told = Sentence("%(named)s: %(what)s needs both latitude and longitude, or both easting and northing, such as %(example)s.")
        raise Slip(told, what=quoted("place"), example=_PLACE)
    _check_columns_of(spec, "place", _PLACE)


def _check_columns_of(spec: Spec, name: str, example: str) -> None:
    if not spec:
        raise Slip(_NOTHING, what=quoted(name), example=example)
    for asked, column in spec.items():
        _text(column, quoted(name, asked), example, may_be_empty=False)


def _only(given: Spec, can: Iterable[str], what: str) -> None:
    allowed = list(can)
    if strange := [name for name in given if name not in allowed]:
        told = Sentence("%(named)s: %(what)s cannot say “%(strange)s”. It can say: %(known)s.")
        raise Slip(told, what=what, strange=short(strange[0]), known=", ".join(allowed))


def _paired(given: Any, what: str, example: str) -> Spec:
    if not isinstance(given, dict):
        raise Slip(_NO_PAIRS, what=what, example=example)
    for name in given:
        _text(name, what, example)
    return given


def _listed(given: Any, what: str, example: str, *, may_be_empty: bool = False) -> list[str]:
    """One text, or a list of texts, as a list."""
    found = given if isinstance(given, list) else [given]
    for one in found:
        _text(one, what, example, may_be_empty=may_be_empty)
    return found


def _text(given: Any, what: str, example: str, *, may_be_empty: bool = True) -> None:
    if not isinstance(given, str):
        raise Slip(_NOT_ONE_TEXT, what=what, example=example)
    if not given and not may_be_empty:
        raise Slip(_NOTHING, what=what, example=example)
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\n" for letter in given):
        raise Slip(Sentence("%(named)s: %(what)s holds a character that no text has. Write it anew, such as %(example)s."), what=what, example=example)
