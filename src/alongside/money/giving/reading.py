"""A file of grants as it is sent, row by row, with a sentence for each that is wrong. No Django."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, DecimalException, InvalidOperation
from typing import Any

from alongside.foundation.refusals import Refused

from . import words
from .columns import COLUMNS, NUMBERS

NEEDED = {
    "id": "id",
    "title": "title",
    "description": "description",
    "currency": "currency",
    "amountAwarded": "amountAwarded",
    "awardDate": "awardDate",
    "recipientOrganization": "recipientOrganization with an id and a name",
    "fundingOrganization": "fundingOrganization with an id and a name",
}
"""What the standard asks of every grant."""
MOST_FAULTS = 20
MOST_PLACES = 20
"""Digits before or behind the point beyond which a number is left as the words it came as."""
_INJECTED = re.compile(r"'(?=[=+\-@|%])")
"""The apostrophe by which a sheet of ours keeps a cell from being run."""


@dataclass(frozen=True)
class Grant:
    """One grant: what we reckon with, and all that the file said of it."""

    key: str
    title: str
    recipient: str
    funder: str
    pence: int
    awarded_on: date
    said: dict[str, Any]


def read_grants(sent: bytes) -> list[Grant]:
    """Every grant of a file; refused whole, with up to twenty sentences in one, when any row is wrong."""
    try:
        text = sent.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(words.NOT_TEXT, field="file") from None
    rows = _of_json(text) if text.lstrip()[:1] in ("{", "[") else _of_csv(text)
    found: dict[str, Grant] = {}
    faults: list[Refused] = []
    for number, said in enumerate(rows, 1):
        try:
            grant = _grant(number, said)
            if grant.key in found:
                raise Refused(words.TWICE, number=number, key=grant.key)
            found[grant.key] = grant
        except Refused as refused:
            faults.append(refused)
    if faults:
        raise SeveralFaults(faults)
    if not found:
        raise Refused(words.NO_GRANTS, field="file")
    return list(found.values())


class SeveralFaults(Exception):
    """Rows of a file that are wrong, each with its sentence."""

    def __init__(self, faults: list[Refused]) -> None:
        self.faults = faults
        super().__init__("; ".join(one.sentence for one in faults[:MOST_FAULTS]))


def _of_json(text: str) -> Iterator[Any]:
    try:
        # Sums as they are written, not as a computer rounds them.
        read = json.loads(text, parse_float=Decimal, parse_constant=_is_no_number)
    except (ValueError, RecursionError):
        raise Refused(words.NO_GRANTS, field="file") from None
    grants = read.get("grants") if isinstance(read, dict) else None
    if not isinstance(grants, list):
        raise Refused(words.NO_GRANTS, field="file")
    return iter(grants)


def _is_no_number(said: str) -> Any:
    raise ValueError(said)


def _of_csv(text: str) -> Iterator[dict[str, Any]]:
    sheet = csv.DictReader(io.StringIO(text))
    if "Identifier" not in (sheet.fieldnames or ()):
        raise Refused(words.NO_GRANTS, field="file")
    try:
        rows = list(sheet)
    except csv.Error:
        raise Refused(words.NO_GRANTS, field="file") from None
    return (_nested(row) for row in rows)


def _nested(row: dict[str | None, Any]) -> dict[str, Any]:
    """A row of the sheet as the same thing in JSON; empty cells are not there."""
    made: dict[str, Any] = {}
    for title, place in COLUMNS.items():
        cell = _INJECTED.sub("", (row.get(title) or "").strip(), count=1) if isinstance(row.get(title), str) else ""
        if cell:
            first, *more = place.split("/")
            value = _number(cell) if place.rsplit("/", 1)[-1] in NUMBERS else cell
            if more:
                made.setdefault(first, [{}])[0][more[-1]] = value
            else:
                made[first] = value
    return made


def _number(cell: str) -> Any:
    """What a cell says as a number; as it stands, where it says none."""
    try:
        found = Decimal(cell.replace(",", "").removeprefix("£"))
    except InvalidOperation:
        return cell
    return found if found.is_finite() and abs(found.adjusted()) <= MOST_PLACES else cell


def _grant(number: int, said: Any) -> Grant:
    said = said if isinstance(said, dict) else {}
    key = str(said.get("id") or "?")[:200]
    about: dict[str, Any] = {"number": number, "key": key}
    if said.get("recipientIndividual"):
        raise Refused(words.TO_A_PERSON, **about)
    for name, called in NEEDED.items():
        if not _is_there(said.get(name)):
            raise Refused(words.MISSING, what=called, **about)
    if said["currency"] != "GBP":
        raise Refused(words.NOT_POUNDS, found=str(said["currency"])[:20], **about)
    try:
        awarded_on = date.fromisoformat(str(said["awardDate"])[:10])
    except ValueError:
        raise Refused(words.NO_DAY, found=str(said["awardDate"])[:40], **about) from None
    return Grant(
        key,
        str(said["title"]),
        str(said["recipientOrganization"][0]["name"]),
        str(said["fundingOrganization"][0]["name"]),
        _pence(said, about),
        awarded_on,
        _plain(said),
    )


def _is_there(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and isinstance(value[0], dict) and bool(value[0].get("id")) and bool(value[0].get("name"))
    return value is not None and value != ""


def _pence(said: dict[str, Any], about: dict[str, Any]) -> int:
    try:
        pence = Decimal(str(said["amountAwarded"])) * 100
        if isinstance(said["amountAwarded"], bool) or not pence.is_finite() or pence != pence.to_integral_value() or not 0 <= pence <= 10**15:
            raise InvalidOperation
    except DecimalException:
        raise Refused(words.NO_SUM, found=str(said["amountAwarded"])[:40], **about) from None
    return int(pence)


def _plain(value: Any, name: str = "") -> Any:
    """As JSON keeps it: decimals as the shortest number that is the same; and what the standard has as a number as one, also where the file has it as words."""
    if isinstance(value, dict):
        return {key: _plain(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one, name) for one in value]
    if isinstance(value, str) and name in NUMBERS:
        value = _number(value)
    if not isinstance(value, Decimal):
        return value
    if abs(value.adjusted()) > MOST_PLACES:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)
