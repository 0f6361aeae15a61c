"""A figure as a file that answers for itself: its definition above the numbers, and no cell that could run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from alongside.foundation.cells import inert
from alongside.web.templatetags.components import long_moment

from .asking import Asking
from .laying_out import Laid
from .saying import Line, Shown
from .saying_reports import Told

Row = tuple[object, ...]


def as_csv(shown: Shown, asking: Asking) -> str:
    """The file's text, with the mark by which spreadsheets know UTF-8."""
    return _csv(_whole(shown, asking))


def as_xlsx(shown: Shown, asking: Asking) -> bytes:
    """The same rows as a workbook; no cell of it is a formula."""
    return _xlsx([(_("Figure"), _whole(shown, asking))])


def reports_as_csv(reports: Sequence[Told], asking: Asking) -> str:
    """Every figure of some reports, one under the other."""
    rows: list[Row] = []
    for report in reports:
        rows += [*_of_report(report), ()]
        for one in report.figures:
            rows += [*_whole(one, asking), ()]
        for table in report.laid:
            rows += [*_of_table(table), ()]
    return _csv(rows)


def reports_as_xlsx(reports: Sequence[Told], asking: Asking) -> bytes:
    """A sheet for each report that says what it is, and one for each of its figures."""
    sheets = []
    for report in reports:
        sheets.append((_("Report"), _of_report(report)))
        sheets += [(one.key, _whole(one, asking)) for one in report.figures] + [(one.key, _of_table(one)) for one in report.laid]
    return _xlsx(sheets)


def _of_report(report: Told) -> list[Row]:
    rows: list[Row] = [(report.name,), (_("It answers"), report.asks)]
    return [*rows, (_("It does not tell"), report.lacks)] if report.lacks else rows


def _of_table(one: Laid) -> list[Row]:
    rows: list[Row] = [(one.name,), (_("What it counts"), one.sentence), (_("Window"), one.window), (_("Of whom"), one.cohort), (_("Left out"), one.exclusions)]
    return [*rows, (), one.heads, *one.rows]


def _csv(rows: Iterable[Row]) -> str:
    written = io.StringIO()
    sheet = csv.writer(written, lineterminator="\r\n")
    for row in rows:
        sheet.writerow([inert(cell) for cell in row])
    return "\ufeff" + written.getvalue()


def _xlsx(sheets: Iterable[tuple[str, Iterable[Row]]]) -> bytes:
    # Loaded when a workbook is first asked for: few pages ever are one.
    from openpyxl import Workbook
    from openpyxl.writer.excel import save_workbook

    book = Workbook(write_only=True)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 48, 24
        for row in rows:
            sheet.append([inert(cell) for cell in row])
    written = io.BytesIO()
    save_workbook(book, written)
    return written.getvalue()


def _whole(shown: Shown, asking: Asking) -> list[Row]:
    """Every row of a file: what the figure means, and its numbers."""
    rows: list[Row] = [
        (shown.name,),
        (_("What it counts"), shown.sentence),
        (_("Team"), asking.team.name),
        (_("Period"), asking.days),
        (_("Window"), shown.window),
        (_("Of whom"), shown.cohort),
        (_("Left out"), shown.exclusions),
        (_("Figures made"), long_moment(asking.made.made_at)),
        (_("Extract"), asking.made.digest),
        (_("Small numbers"), shown.how_it_leaves),
        (),
        (shown.by, _("How many")),
        *_rows(shown.lines),
        (_("Total"), _number(shown.table.total)),
    ]
    if not shown.table.adds_up:
        rows.append((_("Take care"), _("The parts do not add up to the total: something in the records contradicts itself.")))
    rows += [(), (_("Before and after, as pairs"),), *shown.pairs] if shown.pairs else []
    if shown.table.several:
        rows.append((_("Take care"), _("Somebody may stand under several of these: they may add up to more than the total, and shares to more than 100%.")))
    if shown.leaves_some_out:
        rows.append((_("Said no to evaluation, and not counted here"), _number(shown.said_no)))
    for said, lines in ((_("Locality"), shown.homes), (_("Post"), shown.posts), (_("Who pays for the post"), shown.streams)):
        rows += [(), (said, _("How many")), *_rows(lines)] if lines else []
    return rows


def _rows(lines: Iterable[Line]) -> list[tuple[object, ...]]:
    return [(line.label, _number(line.n)) for line in lines]


def _number(n: int | None) -> object:
    return _("held back") if n is None else n
