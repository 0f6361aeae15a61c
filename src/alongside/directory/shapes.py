"""What each part of a mapping may look like, and the sentence that is said when it looks otherwise."""

from __future__ import annotations

from typing import Any

from alongside.foundation.mappings import NOTHING, Slip, Spec, listed, one_text, only, paired, quoted, short
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


def check_top(given: Any) -> Spec:
    """The mapping as a whole: its parts by their names, each of a shape that we can read."""
    if not isinstance(given, dict) or not isinstance(given.get("fields"), dict) or not given.get("source") or not given.get("key"):
        raise Slip(Sentence("%(named)s needs at least “source”, “key” and “fields”."))
    only(given, _TOP, "a mapping")
    for name in ("source", "licence", "about"):
        one_text(given.get(name, ""), quoted(name), f"{name}: Libraries in Fernshire")
    listed(given["key"], quoted("key"), "key: [name, postcode]")
    listed(given.get("nothing") or [], quoted("nothing"), "nothing: [NA, Not known]")
    for column, why in paired(given.get("left_out") or {}, quoted("left_out"), _LEFT_OUT).items():
        one_text(why, quoted("left_out", column), _LEFT_OUT)
    return given


def check_field(name: str, spec: Spec) -> None:
    """One field of an entry: nothing in it that we do not know, and nothing left to guess."""
    if name == "access":
        _check_access(spec)
    elif name == "place":
        _check_place(spec)
    elif name == "days" and "from" not in spec:
        only(spec, DAYS, quoted("days"))
        _check_columns_of(spec, "days", _HOURS)
    else:
        _check_ordinary(name, spec)


def _check_ordinary(name: str, spec: Spec) -> None:
    only(spec, _ASKED, quoted(name))
    if ("from" in spec) == ("constant" in spec):
        told = Sentence("%(named)s: %(what)s must say where it comes from: a column, such as %(column)s, or words of its own, such as %(words)s.")
        raise Slip(told, what=quoted(name), column=f"{name}: title", words=f"{name}: {{constant: Ask us.}}")
    if not listed(spec.get("from", [""]), quoted(name, "from"), f"{name}: title", may_be_empty="from" not in spec):
        raise Slip(NOTHING, what=quoted(name), example=f"{name}: title")
    for way in ("join", "otherwise", "constant"):
        one_text(spec.get(way, ""), quoted(name, way), f"{way}: some words")
    one_text(spec.get("office_of", "name"), quoted(name, "office_of"), "office_of: name", may_be_empty=False)
    if spec.get("may_be_a_home", "true") not in ("true", "false"):
        raise Slip(Sentence("%(named)s: %(what)s is either true or false."), what=quoted(name, "may_be_a_home"))
    for step in listed(spec.get("through", []), quoted(name, "through"), "through: one line"):
        if step not in transforms.BY_NAME:
            told = Sentence("%(named)s: we do not know how to make “%(name)s” through “%(step)s”. We know: %(known)s.")
            raise Slip(told, name=name, step=short(step), known=", ".join(transforms.BY_NAME))
    words = paired(spec.get("words", {}), quoted(name, "words"), _WORDS)
    for word in words.values():
        one_text(word, quoted(name, "words"), _WORDS)
    _check_said(name, [spec[way] for way in ("constant", "otherwise") if way in spec] + list(words.values()))


def _check_said(name: str, said: list[str]) -> None:
    """What the mapping says in its own words is something that an entry can hold."""
    if name in _STORED and (wrong := [word for word in said if word not in _STORED[name]]):
        told = Sentence("%(named)s: “%(wrong)s” is no %(name)s. There are: %(known)s.")
        raise Slip(told, wrong=short(wrong[0]), name=name, known=", ".join(_STORED[name]))
    if name == "email" and (wrong := [word for word in said if word and not transforms.email(word)]):
        raise Slip(Sentence("%(named)s: “%(wrong)s” is not an e-mail address. Write it whole and alone."), wrong=short(wrong[0]))


def _check_access(spec: Spec) -> None:
    only(spec, [word.stored for word in ACCESS], quoted("access"))
    for feature, asked in spec.items():
        only(paired(asked, quoted("access", feature), _ACCESS), ("there", "missing"), quoted("access", feature))
        for columns in asked.values():
            listed(columns, quoted("access", feature), _ACCESS)


def _check_place(spec: Spec) -> None:
    only(spec, sorted(set().union(*PLACES)), quoted("place"))
    if set(spec) not in PLACES:
        told = Sentence("%(named)s: %(what)s needs both latitude and longitude, or both easting and northing, such as %(example)s.")
        raise Slip(told, what=quoted("place"), example=_PLACE)
    _check_columns_of(spec, "place", _PLACE)


def _check_columns_of(spec: Spec, name: str, example: str) -> None:
    if not spec:
        raise Slip(NOTHING, what=quoted(name), example=example)
    for asked, column in spec.items():
        one_text(column, quoted(name, asked), example, may_be_empty=False)
