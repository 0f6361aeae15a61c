"""What each field of a mapping takes from a row: made once for a file, and asked of every row."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from alongside.places.national_grid import degrees_from_grid
from alongside.places.postcode_file import EAST, NORTH, SOUTH, WEST

from . import transforms
from .addresses import may_be_a_home, town_of
from .day_names import days_in
from .shapes import DAYS

LETTERS_GO_HERE = "Its letters go here; it may meet elsewhere."
LETTERS_GO_NEAR_HERE = "Only about here, for its letters may go to a home; it may meet elsewhere."

_YES, _NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0"})

Cells = dict[str, str]
Text = Callable[[Cells], str]
Taken = Callable[[Cells], dict[str, Any]]


def taking(fields: dict[str, dict[str, Any]]) -> Taken:
    """What the fields of a mapping give of a row, by the names that a Listing has for it."""
    steps = [(name, _other(name, spec), _text(spec) if "from" in spec or "constant" in spec else None) for name, spec in fields.items()]

    def take(cells: Cells) -> dict[str, Any]:
        taken: dict[str, Any] = {}
        for name, other, text in steps:
            if other is not None:
                taken.update(other(cells))
            elif text is not None:
                taken[name] = text(cells)
        return taken

    return take


def _other(name: str, spec: dict[str, Any]) -> Taken | None:
    """A field that gives something else than its text; None for one that gives just that."""
    if name == "access":
        return lambda cells: _access(spec, cells)
    if name == "place":
        return lambda cells: _degrees({asked: cells[column] for asked, column in spec.items()})
    if name == "days" and "from" not in spec:
        return lambda cells: _hours(spec, cells)
    text = _text(spec)
    if name == "days":
        return lambda cells: {"days": days_in(text(cells))}
    if name == "confirmed_on":
        return lambda cells: {"confirmed_on": transforms.day(text(cells))}
    if name == "email":
        return lambda cells: {"email": transforms.email(text(cells))}
    if spec.get("may_be_a_home") == "true":
        return lambda cells: _home(name, text(cells))
    if name in ("cost", "kind"):
        return lambda cells: {name: said} if (said := text(cells)) else {}
    return None


def _text(spec: dict[str, Any]) -> Text:
    """What a field says: a constant, a column, several joined, or the first of several that is not empty."""
    if "constant" in spec:
        constant = str(spec["constant"])
        return lambda cells: constant
    columns = spec["from"] if isinstance(spec["from"], list) else [spec["from"]]
    steps = spec.get("through", [])
    through = [transforms.BY_NAME[step] for step in (steps if isinstance(steps, list) else [steps])]
    otherwise = str(spec.get("otherwise", ""))
    if len(columns) == 1 and not otherwise and not spec.keys() & {"words", "office_of"}:
        return _column(columns[0], through)

    def text(cells: Cells) -> str:
        values = [cells[column] for column in columns if cells[column]]
        said = str(spec["join"]).join(values) if "join" in spec else next(iter(values), "")
        if "words" in spec:
            said = str(spec["words"].get(said, spec.get("otherwise", said)))
        if "office_of" in spec:
            said = transforms.office_email(said, beside=cells[spec["office_of"]])
        for step in through:
            said = step(said)
        return said or otherwise

    return text


def _column(column: str, through: list[Callable[[str], str]]) -> Text:
    """Most fields: one column, as it is or made tidy."""
    cell: Text = itemgetter(column)
    if not through:
        return cell

    def text(cells: Cells) -> str:
        said = cell(cells)
        for step in through:
            said = step(said)
        return said

    return text


def _home(name: str, text: str) -> dict[str, Any]:
    if not text:
        return {name: text}
    home = may_be_a_home(text)
    return {name: town_of(text) if home else text, "about_here": home, "place_words": LETTERS_GO_NEAR_HERE if home else LETTERS_GO_HERE}


def _degrees(given: dict[str, str]) -> dict[str, float]:
    place = _place(given)
    return {"latitude": place[0], "longitude": place[1]} if place else {}


def _access(spec: dict[str, Any], cells: dict[str, str]) -> dict[str, Any]:
    def all_say(columns: Any, word: frozenset[str]) -> bool:
        asked = columns if isinstance(columns, list) else [columns]
        return bool(asked) and all(cells[column].casefold() in word for column in asked)

    there = tuple(feature for feature, asked in spec.items() if all_say(asked.get("there", []), _YES))
    missing = tuple(feature for feature, asked in spec.items() if feature not in there and all_say(asked.get("missing", []), _NO))
    return {"access": there, "access_missing": missing}


def _hours(spec: dict[str, str], cells: dict[str, str]) -> dict[str, Any]:
    """Days and hours from a column a day; days with the same hours, one after another, are said together."""
    hours = [(number, cells[spec[name]].replace(",", " and ")) for number, name in enumerate(DAYS, start=1) if name in spec]
    opens = [(number, said) for number, said in hours if said and said.casefold() != "closed"]
    runs: list[tuple[int, int, str]] = []
    for number, said in opens:
        if runs and runs[-1][1] == number - 1 and runs[-1][2] == said:
            runs[-1] = (runs[-1][0], number, said)
        else:
            runs.append((number, number, said))
    lines = [f"{DAYS[a - 1].title()}{f' to {DAYS[b - 1].title()}' if b > a else ''} {said}" for a, b, said in runs]
    return {"days": tuple(number for number, _ in opens), "times": "; ".join(lines)}


def _place(given: dict[str, str]) -> tuple[float, float] | None:
    """A place in the British Isles, or None: a wrong place is worse than none."""
    try:
        if "latitude" in given:
            place = float(given["latitude"]), float(given["longitude"])
        else:
            found = degrees_from_grid(float(given["easting"]), float(given["northing"]))
            if found is None:
                return None
            place = found
    except ValueError:
        return None
    return place if SOUTH <= place[0] <= NORTH and WEST <= place[1] <= EAST else None
