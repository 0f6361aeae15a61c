"""A coordinator's own workbook."""

from __future__ import annotations

import io
import random
import re
import zipfile
from datetime import date, datetime, timedelta

from openpyxl import Workbook
from openpyxl.styles import PatternFill

from .invented import CIRCLE, DID, FIRST, GIFTS, LAST, STREETS, phone, postcode


def as_jotted(day: date, chance: random.Random, *, with_year: bool) -> str:
    """A date as one jots it down."""
    if not with_year:
        return chance.choice([f"{day.day}/{day.month}", f"{day.day} {day:%b}", f"{day:%a} {day.day}/{day.month}"])
    return chance.choice(
        [f"{day.day}/{day.month}/{day:%y}", f"{day.day}.{day.month}.{day:%y}", f"{day.day} {day:%b} {day:%y}", f"{day.day:02}/{day.month:02}/{day.year}"]
    )


def jottings(began: date, many: int, chance: random.Random) -> str:
    """A cell of notes."""
    day, said = began, []
    for place in range(many):
        said.append(f"{as_jotted(day, chance, with_year=place == 0 or chance.random() < 0.4)} {chance.choice(DID)}")
        day += timedelta(days=chance.randint(5, 40))
    return chance.choice([". ", "\n", "; "]).join(said)


def own_rows(chance: random.Random) -> list[list[object]]:
    """Those the coordinator walks alongside now."""
    names = [f"{FIRST[(7 * at) % 40]} {LAST[(11 * at) % 30]}" for at in range(38)]
    names[2], names[5], names[9] = "Mr & Mrs Tolley", "Bev + Keith Marsh", "Smith, John and Mary"
    names[12], names[15], names[20] = "Jean Pell (and daughter Sue)", "lady at no. 9 Canal Row (blue door)", "QUIGLEY Doreen"
    names[22], names[27] = 'Maureen "Mo" Varley', "Okonjo, Winston"
    rows: list[list[object]] = []
    for at, name in enumerate(names):
        began = date(2024, 9, 2) + timedelta(days=chance.randint(0, 420))
        age = chance.choice([str(chance.randint(49, 91)), f"{chance.randint(60, 88)}ish", "N/A", "", f"{chance.randint(70, 90)}"])
        address = f"{chance.randint(1, 90)} {chance.choice(STREETS)}" + chance.choice(["", f", {postcode(chance)}", f" {postcode(chance)}"])
        ring: object = phone(chance)
        if at % 9 == 3:
            ring = int(str(ring).replace(" ", ""))
        if at == 17:
            ring = "7.70E+09"
        if at in (6, 7):
            address = "see above" if at == 7 else address
        start: object = began if at % 3 else as_jotted(began, chance, with_year=True)
        if at == 11:
            start = (began - date(1899, 12, 30)).days
        if at == 14:
            start = "March 2025"
        if at == 19:
            start = "tbc"
        came = chance.choice(["GP - Dr Osei", "police (PCSO)", "self", "housing", "her neighbour", "fire service", "library", "N/A"])
        rows.append(
            [
                name,
                age,
                address,
                ring,
                came,
                chance.choice(["Y", "yes", "said yes on phone", "Y", "", "tbc"]),
                start,
                chance.choice([*GIFTS, ""]),
                chance.choice([*CIRCLE, "", "-"]),
                jottings(began, chance.randint(1, 6), chance),
                chance.choice(["bad knees", "diabetic", "", "", "hard of hearing - ring twice", "COPD"]),
            ]
        )
    rows[2][9] = "12/3 rang. 14.3.25 visited – tea. No answer 20th"
    rows[24] = list(rows[1])
    rows[24][9], rows[24][3] = "3/11/25 back in touch after hospital. Rang ward", ""
    # Written twice, once in haste.
    rows[30] = [
        str(rows[4][0]).replace("tt", "t"),
        *rows[4][1:4],
        "N/A",
        "",
        "",
        "",
        "",
        "15/10/25 seen at the surgery, asked after the dog",
        "",
    ]
    rows.insert(10, ["", "", "", "", "", "", "", "", "", "Also 4/6/25 his brother rang, wants to be kept in the picture", ""])
    rows.insert(20, [])
    return rows


def coordinators_own() -> bytes:
    """One sheet of people now, one of those who have gone, one of groups; a title, merged headings, a row of sums."""
    chance = random.Random("coordinators-own")
    book = Workbook()
    sheet = book.active
    sheet.title = "Level 2"
    sheet.append(["MY PEOPLE – Fernbrook patch – DO NOT PRINT"])
    sheet.append(["Who", None, "Where", None, "How they came", None, None, "About them", None, "Log", None])
    heading = ["Name", "Age", "Address", "Tel", "From", "Said yes?", "Start", "Good at", "Who's around", "Notes", "Health"]
    sheet.append(heading)
    for merged in ("A1:K1", "A2:B2", "C2:D2", "E2:G2", "H2:I2", "J2:K2"):
        sheet.merge_cells(merged)
    yellow = PatternFill("solid", start_color="FFFF00")
    for row in own_rows(chance):
        sheet.append(row or [None])
        if chance.random() < 0.2:
            sheet.cell(sheet.max_row, 1).fill = yellow
    sheet.append(["Total", None, None, 39])
    quiet = book.create_sheet("Old ones")
    quiet.append([*heading[:6], "Start", "Finished", "Notes"])
    for at in range(12):
        began = date(2023, 10, 2) + timedelta(days=chance.randint(0, 250))
        ended = began + timedelta(days=chance.randint(60, 300))
        quiet.append(
            [
                f"{FIRST[(3 * at + 1) % 40]} {LAST[(7 * at + 4) % 30]}",
                chance.randint(40, 90),
                f"{at + 2} {STREETS[at % 7]}",
                phone(chance),
                "GP",
                "Y",
                began,
                ended if at != 5 else "moved to Hull",
                jottings(began, 2, chance),
            ]
        )
    groups = book.create_sheet("Groups & useful")
    groups.append(["What", "When"])
    groups.append(["Knit & natter, library", "Tues 10-12"])
    book.properties.created = book.properties.modified = datetime(2026, 1, 5, 9)  # noqa: DTZ001 - openpyxl takes no zone
    return _still(book)


def _still(book: Workbook) -> bytes:
    """The workbook with the same clock every time, so that it is the same file."""
    first, second = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in made.infolist():
            content = made.read(part)
            if part.filename == "docProps/core.xml":
                # openpyxl writes the moment of saving, whatever was set.
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-05T09:00:00Z", content)
            kept.writestr(zipfile.ZipInfo(part.filename, (2026, 1, 5, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return second.getvalue()
