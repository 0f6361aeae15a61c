"""A spreadsheet as a whole service keeps it: thousands of rows, several notes a cell, dates as they came, some people twice, some in one row."""

from __future__ import annotations

import io
import random
from datetime import date, timedelta

from openpyxl import Workbook

from alongside.people.matching.knowing import known_given_names
from assets.caseload_examples.invented import CIRCLE, GIFTS, STREETS, phone, postcode
from assets.caseload_examples.own import as_jotted, jottings

from .same import BEGINNINGS, ENDINGS

HEADING = [
    "Name",
    "DOB",
    "Address",
    "Tel",
    "From",
    "Said yes?",
    "Start",
    "Status",
    "Good at",
    "Who's around",
    "To do",
    "Who does it",
    "Linked to",
    "Notes",
    "Health",
]
MAPPING = """
name: A service's own workbook
sheets: {People: {}}
fields:
  name: Name
  born: DOB
  address: Address
  phone: Tel
  introduced_by: From
  "yes": Said yes?
  since: Start
  level: {from: Status, words: {Open: level 2, Waiting: introduced, Closed: not active}}
  gifts: Good at
  circle: Who's around
  steps: To do
  steps_by: {from: Who does it, words: {them: themselves, me: us, family: people in their life}}
  connections: Linked to
  notes: Notes
  kept_in_words: Health
"""
_TWICE, _COUPLE = 0.03, 0.04


def a_large_sheet(rows: int, *, seed: int = 1) -> bytes:
    """A workbook of so many rows under its heading; the same every time."""
    chance, given = random.Random(seed), sorted(known_given_names())
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.append(["EVERYBODY – do not sort"])
    sheet.append(HEADING)
    written: list[list[object]] = []
    while len(written) < rows:
        written.append(_again(chance.choice(written), chance) if written and chance.random() < _TWICE else _row(chance, given))
    for row in written:
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _row(chance: random.Random, given: list[str]) -> list[object]:
    first, last = chance.choice(given).title(), f"{chance.choice(BEGINNINGS)}{chance.choice(ENDINGS)}"
    name = (
        f"{first} & {chance.choice(given).title()} {last}"
        if chance.random() < _COUPLE
        else chance.choice([f"{first} {last}", f"{first} {last}", f"{last}, {first}"])
    )
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(27_000))
    began = date(2023, 9, 4) + timedelta(days=chance.randint(0, 600))
    address = f"{chance.randint(1, 150)} {chance.choice(STREETS)}" + chance.choice(["", f", {postcode(chance)}"])
    return [
        name,
        chance.choice([f"{born:%d/%m/%Y}", f"{born:%d.%m.%y}", "", born]),
        address,
        chance.choice([phone(chance), phone(chance), "", "no phone"]),
        chance.choice(["GP", "police (PCSO)", "self", "housing", "her neighbour", "N/A"]),
        chance.choice(["Y", "yes", "Y", "", "tbc"]),
        began if chance.random() < 0.6 else as_jotted(began, chance, with_year=True),
        chance.choice(["Open", "Open", "Closed", "Waiting"]),
        chance.choice([*GIFTS, "", ""]),
        chance.choice([*CIRCLE, "", "-"]),
        chance.choice(["ring the GP", "look up choir", "", "", ""]),
        chance.choice(["them", "me", "family", ""]),
        chance.choice(["Walking for Health", "Men's Shed; lunch club", "", ""]),
        jottings(began, chance.randint(1, 6), chance),
        chance.choice(["bad knees", "", "", "hard of hearing"]),
    ]  # fmt: skip


def _again(row: list[object], chance: random.Random) -> list[object]:
    """Written down a second time, in haste."""
    name = str(row[0])
    at = chance.randrange(1, len(name) - 1)
    return [name[:at] + name[at + 1 :], *row[1:4], "", "", "", "Open", "", "", "", "", "", jottings(date(2025, 6, 2), 1, chance), ""]
