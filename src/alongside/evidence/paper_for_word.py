"""The committee paper for Word: real headings, tables whose first row repeats, and each chart a picture with its words."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from alongside.web.printing import as_pictures

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_CHART = Path(__file__).with_name("chart.typ")
_WIDE_CM = 15.5


def paper_as_docx(paper: dict[str, Any]) -> bytes:
    """The same paper as the PDF, to be edited and sent on."""
    # Loaded when a paper for Word is first asked for: few pages ever are one.
    from docx import Document as new_document

    document = new_document()
    _described(document, paper)
    charts = _charts([rows for part in paper["parts"] for one in (*part["figures"], *part["laid"]) if _has_bars(rows := _charted(one))])
    document.add_paragraph(paper["from"])
    document.add_heading(paper["title"], 1)
    document.add_paragraph(paper["lead"])
    document.add_heading(paper["says"]["heading"], 2)
    for line in paper["says"]["lines"]:
        _labelled(document, line, style="List Bullet")
    for part in paper["parts"]:
        document.add_heading(part["heading"], 2)
        document.add_paragraph(part["asks"])
        for one in part["figures"]:
            _figure(document, one, charts.pop(0) if _has_bars(_charted(one)) else None)
        for one in part["laid"]:
            _laid(document, one, charts.pop(0) if _has_bars(_charted(one)) else None)
        if part["lacks"]:
            document.add_paragraph(part["lacks"], style="Intense Quote")
    document.add_heading(paper["counted"]["heading"], 2)
    for line in paper["counted"]["lines"]:
        _labelled(document, line)
    for one in paper["counted"]["each"]:
        document.add_heading(one["name"], 3)
        for line in one["lines"]:
            _labelled(document, line)
    return _written(document)


def _written(document: Document) -> bytes:
    from docx.opc.pkgwriter import PackageWriter

    written, package = io.BytesIO(), document.part.package
    for part in package.parts:
        part.before_marshal()
    PackageWriter.write(written, package.rels, package.parts)
    return written.getvalue()


def _described(document: Document, paper: dict[str, Any]) -> None:
    """Title, author and language, which a screen reader reads by; figures of a table stand under it."""
    from docx.oxml.ns import qn

    document.core_properties.title, document.core_properties.author = paper["title"], paper["from"]
    document.core_properties.language = f"{paper['lang']}-{paper['region'].upper()}"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), document.core_properties.language)


Charted = list[dict[str, Any]]
"""Rows of a chart: what each is called, its number as it is told, and its bar in hundredths of the longest."""


def _charted(one: dict[str, Any]) -> Charted:
    rows: Charted = one.get("charted", one["rows"])
    return rows


def _has_bars(rows: Charted) -> bool:
    return any(row["bar"] for row in rows)


def _charts(drawn: Sequence[Charted]) -> list[bytes]:
    """A picture for each that has a bar at all, all in one go."""
    return as_pictures(_CHART, {"charts": [{"rows": rows} for rows in drawn]}) if drawn else []


def _labelled(document: Document, line: dict[str, str], style: str | None = None) -> None:
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(f"{line['label']}: ").bold = True
    paragraph.add_run(line["says"])


def _figure(document: Document, one: dict[str, Any], chart: bytes | None) -> None:
    document.add_heading(one["message"], 3)
    document.add_paragraph(one["name"])
    if chart:
        _picture(document, one, chart)
    if one["rows"]:
        table = document.add_table(rows=0, cols=2, style="Light Grid Accent 1")
        _row(table, one["by"], one["how_many"])
        for row in one["rows"]:
            _row(table, row["label"], row["n"])
        _row(table, one["total"]["label"], one["total"]["says"])
        _repeats(table)
    for line in one["pairs"]:
        _labelled(document, line)
    for line in one["notes"]:
        document.add_paragraph(line)


def _picture(document: Document, one: dict[str, Any], chart: bytes) -> None:
    """Its bars, with every number of them for whoever does not see them."""
    from docx.shared import Cm

    picture = document.add_picture(io.BytesIO(chart), width=Cm(_WIDE_CM))
    numbers = "; ".join(f"{row['label']} {row['n']}" for row in _charted(one))
    picture._inline.docPr.set("descr", _("Bar chart. %(numbers)s.") % {"numbers": numbers})
    picture._inline.docPr.set("title", one["drawn"])


def _laid(document: Document, one: dict[str, Any], chart: bytes | None) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    document.add_heading(one["message"], 3)
    document.add_paragraph(one["name"])
    if chart:
        _picture(document, one, chart)
    if one["rows"]:
        table = document.add_table(rows=0, cols=len(one["heads"]), style="Light Grid Accent 1")
        table.autofit = False
        share = _WIDE_CM / sum(column["wide"] for column in one["columns"])
        for row in (one["heads"], *one["rows"]):
            for cell, said, column in zip(table.add_row().cells, row, one["columns"], strict=True):
                cell.text, cell.width = said, Cm(share * column["wide"])
                if column["number"]:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _repeats(table)


def _row(table: Table, label: str, number: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    cells = table.add_row().cells
    cells[0].text, cells[1].text = label, number
    cells[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeats(table: Table) -> None:
    """The first row is its heading, on every page that the table goes on to; no row is torn between two pages."""
    from docx.oxml import OxmlElement

    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if place == 0:
            properties.append(OxmlElement("w:tblHeader"))
