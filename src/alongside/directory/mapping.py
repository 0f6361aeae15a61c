"""Mappings: a small file that says which column of a published file becomes which part of an entry.

source: Libraries in Fernshire          what the entries' source is called
licence: Open Government Licence v3.0
about: who publishes it and what is in it
kind: place                             group, place, activity or service; or a field below
key: [name, postcode]                   the columns that tell one row from another, this year and next
nothing: [NA, Not known]                words that mean an empty cell
left_out:                               columns that are not taken, each with the reason
  officer: A person's own name.
fields:
  name: name                            a column as it is
  description: {from: [type, notes], join: ". "}
  website: {from: [site, page], through: web address}         the first that is not empty, made tidy
  cost: {from: entry, words: {Free: free, Ticket: some}}      one word for another
  how_to_join: {constant: Ask at the desk.}
  days: {from: opening times}                                 the days it names; or {monday: column, …} with hours
  access: {step free: {there: [ramp], missing: ramp}}         when all these columns say Yes, or all those say No
  place: {latitude: lat, longitude: lon}                      or {easting: …, northing: …}; else the postcode's
  email: {from: contact, office_of: name}                     only an office's address, never a person's own
  address: {from: address, may_be_a_home: true}               shortened to the town when it may be somebody's home
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import yaml

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import transforms
from .listing import Listing
from .words import ACCESS, COSTS, KINDS

SHIPPED = Path(__file__).parent / "mappings"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_TEXTS = frozenset(f.name for f in fields(Listing) if f.type == "str" and f.name != "source_key")
_FIELDS = _TEXTS | {"days", "access", "place", "confirmed_on"}
_ASKED = frozenset({"from", "join", "through", "words", "otherwise", "constant", "office_of", "may_be_a_home"})


@dataclass(frozen=True)
class Mapping:
    """A mapping as it was read, with nothing in it that we do not know."""

    source: str
    licence: str
    key: tuple[str, ...]
    fields: dict[str, dict[str, Any]]
    nothing: frozenset[str]
    left_out: dict[str, str]
    about: str = ""
    columns: frozenset[str] = field(default_factory=frozenset)


def find_mapping(named: str) -> Mapping:
    """A mapping by its file, or by the short name of one that comes with us."""
    shipped = SHIPPED / f"{named}.yaml"
    path = shipped if shipped.exists() and "/" not in named else Path(named)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        ours = ", ".join(sorted(p.stem for p in SHIPPED.glob("*.yaml")))
        raise Refused(Sentence("There is no mapping %(named)s. Give a YAML file, or one of these: %(ours)s."), named=named, ours=ours) from None
    return read_mapping(text, named)


def read_mapping(text: str, named: str = "the mapping") -> Mapping:
    """A mapping from its YAML, or a refusal that says which line of thought is wrong."""
    try:
        given = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark:
            raise Refused(Sentence("%(named)s is not YAML (line %(line)s). See the mappings that come with us."), named=named, line=mark.line + 1) from None
        raise Refused(Sentence("%(named)s is not YAML. See the mappings that come with us."), named=named) from None
    if not isinstance(given, dict) or not isinstance(given.get("fields"), dict) or not given.get("source") or not given.get("key"):
        raise Refused(Sentence("%(named)s needs at least “source”, “key” and “fields”."), named=named)
    specs = {name: _spec(spec) for name, spec in given["fields"].items()}
    if "kind" in given:
        specs["kind"] = {"constant": given["kind"]}
    _check(named, specs)
    key = tuple(_listed(given["key"]))
    left_out = {str(name): str(why) for name, why in (given.get("left_out") or {}).items()}
    used = frozenset(key) | {column for name, spec in specs.items() for column in _columns(name, spec)}
    nothing = frozenset(str(word).casefold() for word in given.get("nothing") or ())
    return Mapping(str(given["source"]), str(given.get("licence", "")), key, specs, nothing, left_out, str(given.get("about", "")), used)


def check_columns(mapping: Mapping, there: Iterable[str]) -> list[str]:
    """Columns of a file that the mapping neither takes nor leaves out; refused when one it takes is not there."""
    columns = list(there)
    missing = sorted(mapping.columns - set(columns))
    if missing:
        no_column = Sentence("The file has no column “%(name)s”, which the mapping takes. Its columns are: %(columns)s. Is it the right mapping?")
        raise Refused(no_column, name=missing[0], columns=", ".join(columns))
    return [name for name in columns if name and name not in mapping.columns and name not in mapping.left_out]


def _listed(given: Any) -> list[str]:
    return [str(one) for one in given] if isinstance(given, list) else [str(given)]


def _spec(spec: Any) -> dict[str, Any]:
    return spec if isinstance(spec, dict) else {"from": spec}


def _columns(name: str, spec: dict[str, Any]) -> Iterable[str]:
    if name == "access":
        for asked in spec.values():
            yield from (*_listed(asked.get("there", [])), *_listed(asked.get("missing", [])))
    elif name == "place" or (name == "days" and "from" not in spec):
        yield from (str(column) for column in spec.values())
    else:
        yield from _listed(spec.get("from", []))
        yield from _listed(spec["office_of"]) if "office_of" in spec else ()


_NO_STEP = Sentence("%(named)s: we do not know how to make “%(name)s” through “%(step)s”. We know: %(known)s.")
_CANNOT_SAY = Sentence("%(named)s: “%(name)s” cannot say “%(strange)s”. It can say: %(known)s.")


def _in_order(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _check(named: str, specs: dict[str, dict[str, Any]]) -> None:
    """Everything in a mapping is something we know, so that a slip of the pen is not silence."""
    for name, spec in specs.items():
        if name not in _FIELDS:
            raise Refused(Sentence("%(named)s: an entry has no “%(name)s”. It has: %(fields)s."), named=named, name=name, fields=_in_order(_FIELDS))
        if name == "access":
            known = {word.stored for word in ACCESS}
            strange = [feature for feature in spec if feature not in known]
            strange += [way for asked in spec.values() for way in asked if way not in ("there", "missing")]
        elif name == "place":
            known = {"latitude", "longitude", "easting", "northing"}
            strange = [asked for asked in spec if asked not in known]
        elif name == "days" and "from" not in spec:
            known = set(DAYS)
            strange = [asked for asked in spec if asked not in known]
        else:
            known = set(_ASKED)
            strange = [asked for asked in spec if asked not in known]
            for step in _listed(spec.get("through", [])):
                if step not in transforms.BY_NAME:
                    raise Refused(_NO_STEP, named=named, name=name, step=step, known=", ".join(transforms.BY_NAME))
        if strange:
            raise Refused(_CANNOT_SAY, named=named, name=name, strange=strange[0], known=_in_order(known))
    if "name" not in specs or "kind" not in specs:
        raise Refused(Sentence("%(named)s must say what an entry's name and kind are."), named=named)
    for name, words in (("kind", KINDS), ("cost", COSTS)):
        allowed = {word.stored for word in words}
        said = [specs[name][way] for way in ("constant", "otherwise") if way in specs.get(name, {})] + list(specs.get(name, {}).get("words", {}).values())
        if wrong := [value for value in said if value not in allowed]:
            raise Refused(
                Sentence("%(named)s: “%(wrong)s” is no %(name)s. There are: %(known)s."), named=named, wrong=wrong[0], name=name, known=_in_order(allowed)
            )
