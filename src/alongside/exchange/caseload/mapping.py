"""Mappings: a small file that says which column of a team's spreadsheet is what.

name: Fernbrook's own spreadsheet       what the mapping is called
about: who keeps it, and how
sheets:                                 which sheets hold people, each with what is so of all on it; without this, every sheet does
  Current: {level: level 2}
  Old ones: {level: not active}
left_out_sheets: {Groups: Not people.}  sheets that are not taken, each with the reason
key: [Ref]                              columns that are the same on every row of one person; without, rows of one name are a doubt
nothing: [N/A, tbc]                     words that mean an empty cell, besides the usual ones
dates: day first                        or month first; without, each column shows it or is a doubt
staff: {SP: sam@example.org}            who is meant by initials or a name
left_out: {ONS4 before: Kept in the old files.}     columns that are not taken, each with the reason
fields:
  name: Name                            a column as it is, or several: [First name, Surname]
  level: {from: Status, words: {Open: level 2, Closed: not active}, otherwise: level 1}
  introduced_by: {constant: The practice}
  yes: {from: Consent, words: {Y: "yes", N: "no"}}  or {constant: how all of them said yes}
  steps_by: {from: Who, words: {me: us, them: themselves}}     who does the steps of the row; connections_kind likewise
  notes: [Notes, Contact log]           columns with several dated notes in a cell
  kept_in_words: [GP practice, Age]     columns kept as words, each after its column's name
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alongside.connections.words import KINDS
from alongside.foundation.folding import fold
from alongside.foundation.mappings import NOTHING, Slip, Spec, listed, load_yaml, one_text, only, paired, quoted, short
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.journeys.words import LEVELS, WAYS_OF_A_NOTE, WHO_DOES_IT

from .dates import Order

SHIPPED = Path(__file__).parents[1] / "examples"

ONE = (
    "name", "called", "born", "address", "postcode", "phone", "email", "how_to_reach", "keep_in_mind", "coordinator", "introduced_by", "introduced_on", "why",
    "yes", "level", "since", "ended_on", "last_contact", "good_life", "note_on", "note_how", "note_by", "steps_by", "connections_kind",
)  # fmt: skip
"""Parts of which somebody, or one row, has one."""
MANY = ("gifts", "circle", "steps", "connections", "notes", "kept_in_words")
"""Parts of which there are several, in one cell or in several columns."""
DATES = ("born", "introduced_on", "since", "ended_on", "last_contact", "note_on")
JOINED = {"name": " ", "address": ", "}
"""Parts that are put together from all their columns; of any other the first column with something in it counts."""

USUAL_NOTHING = ("", "n/a", "na", "n.a.", "-", "--", "–", "—", "?", "tbc", "tba", "none", "nil", "null", "unknown", "not known", "not recorded", "x")
_STORED = {
    "level": [word.stored for word in LEVELS], "note_how": [word.stored for word in WAYS_OF_A_NOTE], "yes": ["yes", "no"],
    "steps_by": [word.stored for word in WHO_DOES_IT], "connections_kind": [word.stored for word in KINDS],
}  # fmt: skip
_TOP = ("name", "about", "sheets", "left_out_sheets", "key", "nothing", "dates", "staff", "left_out", "fields")
_ASKED = ("from", "words", "otherwise", "constant")
_LEFT_OUT = "left_out: {ONS4 before: Kept in the old files.}"


@dataclass(frozen=True)
class From:
    """Where a part comes from: columns, or words of the mapping's own; and what the words of a column are to us."""

    columns: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    otherwise: str = ""
    constant: str = ""


@dataclass(frozen=True)
class Mapping:
    """A mapping as it was read, with nothing in it that we do not know. Names of columns and words of cells are folded."""

    name: str
    about: str
    fields: dict[str, From]
    sheets: dict[str, dict[str, str]]
    left_out_sheets: dict[str, str]
    left_out: dict[str, str]
    key: tuple[str, ...]
    nothing: frozenset[str]
    dates: Order | None
    staff: dict[str, str]

    def columns(self) -> Iterator[tuple[str, str]]:
        """Every column that is taken, with the part it is for."""
        yield from ((column, part) for part, given in self.fields.items() for column in given.columns)


def shipped() -> list[str]:
    """The short names of the mappings that come with us."""
    return sorted(path.stem for path in SHIPPED.glob("*.yaml"))


def example_files() -> list[Path]:
    """The invented spreadsheets that come with us, each beside its mapping."""
    return sorted(path for path in SHIPPED.iterdir() if path.suffix in (".csv", ".xlsx"))


def text_of_mapping(named: str) -> str:
    """The YAML of a mapping by its file, or by the short name of one that comes with us."""
    try:
        ours = SHIPPED / f"{named}.yaml"
        return (ours if "/" not in named and ours.exists() else Path(named)).read_text(encoding="utf-8")
    except (OSError, ValueError):
        told = Sentence("There is no mapping %(named)s. Give a YAML file, or one of these: %(ours)s.")
        raise Refused(told, named=named, ours=", ".join(shipped())) from None


def read_mapping(text: str, named: str = "the mapping") -> Mapping:
    """A mapping from its YAML, or a refusal that says what is wrong and how to mend it."""
    try:
        return _made(load_yaml(text))
    except Slip as slip:
        raise Refused(slip.said, named=named, **slip.parts) from None


def _made(given: Any) -> Mapping:
    if not isinstance(given, dict) or not isinstance(given.get("fields"), dict) or not given.get("name"):
        raise Slip(Sentence("%(named)s needs at least “name” and “fields”."))
    only(given, _TOP, "a mapping")
    for name in ("name", "about"):
        one_text(given.get(name, ""), quoted(name), f"{name}: Our own spreadsheet")
    sheets = {name: _sheet(name, so) for name, so in paired(given.get("sheets") or {}, quoted("sheets"), "sheets: {Current: {level: level 2}}").items()}
    fields = {name: _from(name, spec) for name, spec in given["fields"].items()}
    if "name" not in fields:
        raise Slip(Sentence("%(named)s must say which column the name is in, such as %(example)s."), example="name: Name")
    if "level" not in fields and not (sheets and all("level" in so for so in sheets.values())):
        raise Slip(Sentence("%(named)s must say the level of each person, such as %(example)s."), example="level: {constant: level 1}")
    return Mapping(
        given["name"],
        given.get("about", ""),
        fields,
        {fold(name): so for name, so in sheets.items()},
        {fold(name): why for name, why in _words(given, "left_out_sheets", "left_out_sheets: {Groups: Not people.}").items()},
        {fold(name): why for name, why in _words(given, "left_out", _LEFT_OUT).items()},
        tuple(fold(column) for column in listed(given.get("key") or [], quoted("key"), "key: [Ref]")),
        frozenset(word.casefold() for word in (*USUAL_NOTHING, *listed(given.get("nothing") or [], quoted("nothing"), "nothing: [N/A]"))),
        _order(given.get("dates", "")),
        {fold(name): email for name, email in _words(given, "staff", "staff: {SP: sam@example.org}").items()},
    )


def _words(given: Spec, name: str, example: str) -> dict[str, str]:
    found = paired(given.get(name) or {}, quoted(name), example)
    for one, words in found.items():
        one_text(words, quoted(name, one), example, may_be_empty=False)
    return found


def _sheet(name: str, so: Any) -> dict[str, str]:
    so = paired(so or {}, quoted("sheets", name), "Current: {level: level 2}")
    only(so, ONE, quoted("sheets", name))
    for part, words in so.items():
        one_text(words, quoted("sheets", name, part), "level: level 2", may_be_empty=False)
        _known(part, [words])
    return so


def _order(given: Any) -> Order | None:
    one_text(given, quoted("dates"), "dates: day first")
    if given and given not in [order.value for order in Order]:
        raise Slip(Sentence("%(named)s: “dates” is either “day first” or “month first”, or is not said."))
    return Order(given) if given else None


def _from(name: str, spec: Any) -> From:
    if name not in (*ONE, *MANY):
        told = Sentence("%(named)s: we know no part “%(name)s” of what a sheet can say of somebody. We know: %(known)s.")
        raise Slip(told, name=short(name), known=", ".join((*ONE, *MANY)))
    spec = spec if isinstance(spec, dict) else {"from": spec}
    only(spec, _ASKED, quoted(name))
    if ("from" in spec) == ("constant" in spec):
        told = Sentence("%(named)s: %(what)s must say where it comes from: a column, such as %(column)s, or words of its own, such as %(words)s.")
        raise Slip(told, what=quoted(name), column=f"{name}: Column", words=f"{name}: {{constant: some words}}")
    columns = listed(spec.get("from", []), quoted(name, "from"), f"{name}: Column")
    if "from" in spec and not columns:
        raise Slip(NOTHING, what=quoted(name), example=f"{name}: Column")
    words = paired(spec.get("words", {}), quoted(name, "words"), "words: {Open: level 2}")
    for said in (*words.values(), spec.get("constant", ""), spec.get("otherwise", "")):
        one_text(said, quoted(name), f"{name}: Column")
    constants = [] if name == "yes" else [spec[way] for way in ("constant",) if way in spec]
    _known(name, [*words.values(), *constants, *([spec["otherwise"]] if "otherwise" in spec else [])])
    return From(
        tuple(fold(column) for column in columns), {fold(word): said for word, said in words.items()}, spec.get("otherwise", ""), spec.get("constant", "")
    )


def _known(name: str, said: list[str]) -> None:
    if name in _STORED and (wrong := [word for word in said if word not in _STORED[name]]):
        told = Sentence("%(named)s: “%(wrong)s” is no %(name)s. There are: %(known)s.")
        raise Slip(told, wrong=short(wrong[0]), name=name, known=", ".join(_STORED[name]))
