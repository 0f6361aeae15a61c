"""Indices of multiple deprivation as governments publish them: a small area and its tenth, under other headings in each country."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, Sheet

from .words import FIFTHS, NO_DEPRIVATION, NOT_A_TENTH

AREAS = ("lsoa code", "data_zone", "data zone", "lsoa21cd", "lsoa11cd", "lsoa_code", "lsoa")
TENTHS = ("index of multiple deprivation (imd) decile", "imd decile", "imd_decile", "simd2020v2_decile", "simd_decile", "wimd decile", "decile")
"""How the headings of areas and of tenths begin, in files of England, Scotland and Wales; the first found is taken."""


def read_deprivation(sheet: Sheet) -> Iterator[tuple[str, str] | BadRow]:
    """Every row as an area and its fifth, from the most deprived (tenths 1 and 2) to the least; an area that comes again keeps its first."""
    area, tenth = (_column(sheet, beginnings) for beginnings in (AREAS, TENTHS))
    seen: set[str] = set()
    for row in sheet.rows:
        if isinstance(row, BadRow):
            yield row
            continue
        name = row.cells.get(area, "")
        if name and name not in seen:
            seen.add(name)
            yield _read(row, name, row.cells.get(tenth, ""))


def _read(row: Row, area: str, tenth: str) -> tuple[str, str] | BadRow:
    if tenth not in {str(n) for n in range(1, 11)}:
        return BadRow(row.number, NOT_A_TENTH.lac % {"number": row.number, "said": tenth[:40]}, tuple(row.cells.values()))
    return area, FIFTHS[(int(tenth) - 1) // 2].stored


def _column(sheet: Sheet, beginnings: tuple[str, ...]) -> str:
    for beginning in beginnings:
        for column in sheet.columns:
            if column.casefold().startswith(beginning):
                return column
    raise Refused(NO_DEPRIVATION, columns=", ".join(sheet.columns))
