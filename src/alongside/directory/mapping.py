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

from alongside.foundation.mappings import Slip, Spec, load_yaml, short
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .listing import Listing
from .shapes import check_field, check_top

SHIPPED = Path(__file__).parent / "mappings"
_TEXTS = frozenset(f.name for f in fields(Listing) if f.type == "str" and f.name != "source_key")
_FIELDS = _TEXTS | {"days", "access", "place", "confirmed_on"}


@dataclass(frozen=True)
class Mapping:
    """A mapping as it was read, with nothing in it that we do not know."""

    source: str
    licence: str
    key: tuple[str, ...]
    fields: dict[str, Spec]
    nothing: frozenset[str]
    left_out: dict[str, str]
    about: str = ""
    columns: frozenset[str] = field(default_factory=frozenset)


def find_mapping(named: str) -> Mapping:
    """A mapping by its file, or by the short name of one that comes with us."""
    try:
        shipped = SHIPPED / f"{named}.yaml"
        path = shipped if "/" not in named and shipped.exists() else Path(named)
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        ours = ", ".join(sorted(p.stem for p in SHIPPED.glob("*.yaml")))
        raise Refused(Sentence("There is no mapping %(named)s. Give a YAML file, or one of these: %(ours)s."), named=named, ours=ours) from None
    return read_mapping(text, named)


def read_mapping(text: str, named: str = "the mapping") -> Mapping:
    """A mapping from its YAML, or a refusal that says what is wrong and how to mend it."""
    try:
        return _made(load_yaml(text))
    except Slip as slip:
        raise Refused(slip.said, named=named, **slip.parts) from None


def _made(given: Any) -> Mapping:
    top = check_top(given)
    specs = {name: _spec(spec) for name, spec in top["fields"].items()}
    if "kind" in top:
        specs["kind"] = {"constant": top["kind"]}
    for name, spec in specs.items():
        if name not in _FIELDS:
            raise Slip(Sentence("%(named)s: an entry has no “%(name)s”. It has: %(fields)s."), name=short(name), fields=", ".join(sorted(_FIELDS)))
        check_field(name, spec)
    if "name" not in specs or "kind" not in specs:
        raise Slip(Sentence("%(named)s must say what an entry's name and kind are."))
    key = tuple(_listed(top["key"]))
    used = frozenset(key) | {column for name, spec in specs.items() for column in _columns(name, spec)}
    nothing = frozenset(word.casefold() for word in _listed(top.get("nothing") or []))
    return Mapping(top["source"], top.get("licence", ""), key, specs, nothing, dict(top.get("left_out") or {}), top.get("about", ""), used)


def check_columns(mapping: Mapping, there: Iterable[str]) -> list[str]:
    """Columns of a file that the mapping neither takes nor leaves out; refused when one it takes is not there."""
    columns = list(there)
    missing = sorted(mapping.columns - set(columns))
    if missing:
        no_column = Sentence("The file has no column “%(name)s”, which the mapping takes. Its columns are: %(columns)s. Is it the right mapping?")
        raise Refused(no_column, name=missing[0], columns=", ".join(columns))
    return [name for name in columns if name and name not in mapping.columns and name not in mapping.left_out]


def _listed(given: Any) -> list[str]:
    return given if isinstance(given, list) else [given]


def _spec(spec: Any) -> Spec:
    return spec if isinstance(spec, dict) else {"from": spec}


def _columns(name: str, spec: Spec) -> Iterable[str]:
    if name == "access":
        for asked in spec.values():
            yield from (*_listed(asked.get("there", [])), *_listed(asked.get("missing", [])))
    elif name == "place" or (name == "days" and "from" not in spec):
        yield from spec.values()
    else:
        yield from _listed(spec.get("from", []))
        yield from _listed(spec.get("office_of", []))
