"""A whole file by a mapping: the people in it, every doubt, and what became of every cell. The same file, mapping and choices give the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Paired
from dataclasses import dataclass, field
from datetime import date

from alongside.foundation.folding import fold

from . import sayings
from .book import Book, Page, Spot, cells_of
from .columns import Reading, reading_of
from .dates import Evidence, evidence_of, month_in, year_in
from .gathering import grouped, merged_alike, people_of
from .incoming import Incoming
from .layout import Heading, heading_of, is_heading_again, is_sums, only_cell
from .line import Around, Line
from .mapping import DATES, Mapping
from .rows import LineReader
from .telling import Choice, Doubt, Fate, Ledger, Said, Told, told


@dataclass(frozen=True)
class Understood:
    """All that a file says, as it would be loaded, with the fate of every cell."""

    people: tuple[Incoming, ...]
    doubts: tuple[Doubt, ...]
    cells: tuple[Told, ...]
    many_cells: int
    left_out_people: tuple[Incoming, ...] = ()

    @property
    def fates(self) -> dict[str, int]:
        """How many cells have which fate; together as many as the file has."""
        counted = Counter(one.fate for one in self.cells)
        return {fate.value: counted[fate] for fate in Fate}

    @property
    def open_doubts(self) -> int:
        """Doubts that nobody has settled."""
        return sum(not doubt.settled for doubt in self.doubts)

    def of(self, fate: Fate) -> Iterator[Told]:
        """The cells of one fate, in the order of the file."""
        return (one for one in self.cells if one.fate == fate)


@dataclass
class _Reader:
    """Reads a file page by page."""

    book: Book
    mapping: Mapping
    today: date
    colleagues: Paired[str, str]
    ledger: Ledger
    lines: list[tuple[str, Line]] = field(default_factory=list)

    def read(self) -> None:
        laid = [(page, heading) for page in self.book.pages if (heading := self._heading(page))]
        evidence = {(page.name, column): evidence_of(texts) for page, heading in laid for column, texts in self._dated(page, heading)}
        whole = _together(evidence.values())
        for page, heading in laid:
            readings = {column: reading_of(found, whole, self.mapping.dates) for (name, column), found in evidence.items() if name == page.name}
            self._page(page, heading, readings)

    def _heading(self, page: Page) -> Heading | None:
        folded = fold(page.name)
        if folded in self.mapping.left_out_sheets or (self.mapping.sheets and folded not in self.mapping.sheets):
            why = self.mapping.left_out_sheets.get(folded)
            self._whole_page(page, Fate.LEFT_OUT, told(sayings.BY_THE_MAPPING, why=why) if why else told(sayings.UNMENTIONED))
            return None
        heading = heading_of(page, self.mapping)
        if heading is None:
            names = self.mapping.fields["name"].columns
            self._whole_page(page, Fate.REFUSED, told(sayings.NO_HEADING, column=", ".join(names)))
        return heading

    def _whole_page(self, page: Page, fate: Fate, words: Said) -> None:
        for spot, cell in cells_of(Book("", (page,))):
            self.ledger.tell(fate, spot, cell.text, "", words)

    def _dated(self, page: Page, heading: Heading) -> Iterator[tuple[str, list[str]]]:
        dated = {column for column, part in self.mapping.columns() if part in (*DATES, "notes")}
        for place, column in enumerate(heading.folded):
            if column in dated:
                rows = page.rows[heading.row :]
                yield column, [row[place].text for row in rows if place < len(row) and row[place].text and not row[place].day]

    def _page(self, page: Page, heading: Heading, readings: dict[str, Reading]) -> None:
        so = self.mapping.sheets.get(fold(page.name), {})
        named = f"{page.name} {self.book.name}"
        year = year_in(page.name) or year_in(self.book.name)
        around = Around(page.name, heading, so, readings, year, month_in(named), self.today, self.colleagues)
        for number in range(1, heading.row + 1):
            words = sayings.A_HEADING if number == heading.row else sayings.ABOVE_THE_HEADING
            self._row_out(page, number, told(words))
        above: Line | None = None
        for number in range(heading.row + 1, len(page.rows) + 1):
            above = self._row(page, number, around, above) or above

    def _row(self, page: Page, number: int, around: Around, above: Line | None) -> Line | None:
        row = page.rows[number - 1]
        if not any(cell.text for cell in row):
            return None
        if not page.name and len(row) > len(around.heading.names):
            # In a file of text, a separator inside words moves all that follows into the wrong column.
            for place, cell in enumerate(row):
                if cell.text:
                    self.ledger.tell(Fate.REFUSED, Spot(page.name, number, place), cell.text, "", told(sayings.MOVED_ON))
            return None
        if is_heading_again(row, around.heading):
            self._row_out(page, number, told(sayings.HEADING_AGAIN))
            return None
        if is_sums(row):
            self._row_out(page, number, told(sayings.A_TOTAL))
            return None
        if (alone := only_cell(row)) and self._is_a_heading(page, number, around, *alone):
            self._row_out(page, number, told(sayings.BETWEEN))
            return None
        line = LineReader(row, number, around, self.mapping, self.ledger, above).read()
        if not line.people and line.key and any(other.key == line.key for _, other in self.lines):
            self.lines.append((page.name, line))
            return line
        if not line.people:
            return self._nameless(page, number, line, above)
        if line.out:
            self._row_out(page, number, told(sayings.SAID_NO))
            return None
        self.lines.append((page.name, line))
        return line

    def _is_a_heading(self, page: Page, number: int, around: Around, column: int, cell: object) -> bool:
        text = page.rows[number - 1][column].text
        name = around.heading.names[column] if column < len(around.heading.names) else ""
        names = self.mapping.fields["name"].columns
        if fold(name) not in names and column:
            return False
        choices = [Choice("heading", told(sayings.IS_A_HEADING)), Choice("somebody", told(sayings.IS_SOMEBODY, name=text))]
        if text.istitle() and len(text.split()) > 1:
            choices.reverse()
        spot = Spot(page.name, number, column)
        return self.ledger.ask("heading", spot, text, name, told(sayings.A_HEADING_OR_SOMEBODY), *choices) == "heading"

    def _nameless(self, page: Page, number: int, line: Line, above: Line | None) -> Line | None:
        """A row without a name goes on from the one above, unless somebody says otherwise."""
        row = page.rows[number - 1]
        column = next(place for place, cell in enumerate(row) if cell.text)
        spot, text = Spot(page.name, number, column), row[column].text
        if above is None or not above.people:
            for place, cell in enumerate(row):
                if cell.text:
                    self.ledger.tell(Fate.REFUSED, Spot(page.name, number, place), cell.text, "", told(sayings.NOBODY_NAMED))
            return None
        names = ", ".join(one.name for one in above.people)
        choices = Choice("above", told(sayings.ABOUT_ABOVE, name=names)), Choice("out", told(sayings.LEAVE_ROW_OUT))
        if self.ledger.ask("nameless", spot, text, "", told(sayings.NO_NAME_HERE), *choices) == "out":
            self._row_out(page, number, told(sayings.NOT_CHOSEN))
            return None
        above.notes += line.notes
        above.words += line.words
        above.words += [words for part, words in line.texts.items() if part not in self.mapping.fields or not self.mapping.fields[part].constant]
        for part, several in line.several.items():
            above.several.setdefault(part, []).extend(several)
        for part, day in line.days.items():
            above.days.setdefault(part, day)
        return None

    def _row_out(self, page: Page, number: int, words: Said) -> None:
        for place, cell in enumerate(page.rows[number - 1]):
            if cell.text:
                spot = Spot(page.name, number, place)
                if (before := self.ledger.fates.get(spot)) and before.fate != Fate.DOUBTED:
                    del self.ledger.fates[spot]
                self.ledger.tell(Fate.LEFT_OUT, spot, cell.text, "", words)


def _together(every: Iterable[Evidence]) -> Evidence:
    found = list(every)
    return Evidence(
        sum(one.day_first for one in found),
        sum(one.month_first for one in found),
        sum(one.either for one in found),
        next((one.shows_day_first for one in found if one.shows_day_first), ""),
        next((one.shows_month_first for one in found if one.shows_month_first), ""),
    )


def understand(book: Book, mapping: Mapping, *, settled: Paired[str, str], today: date, colleagues: Paired[str, str]) -> Understood:
    """What the file says. `colleagues` are those who work here by folded name, initials and e-mail address; `settled` is what was chosen, by a doubt's key."""
    ledger = Ledger(settled)
    reader = _Reader(book, mapping, today, colleagues, ledger)
    reader.read()
    people: list[Incoming] = []
    number = 1
    for group in merged_alike(grouped(reader.lines, ledger), ledger):
        made = people_of(group, ledger, today, number)
        number += len(made[0].notes) + 1
        people += made
    order = {page.name: place for place, page in enumerate(book.pages)}
    cells = sorted(ledger.fates.values(), key=lambda one: (order[one.spot.page], one.spot.row, one.spot.column))
    return Understood(tuple(people), tuple(ledger.doubts.values()), tuple(cells), sum(1 for _ in cells_of(book)))
