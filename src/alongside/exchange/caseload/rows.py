"""One row of a sheet: what each of its cells says of somebody, and what became of it."""

from __future__ import annotations

from alongside.foundation.folding import fold

from . import sayings
from .book import Cell, Spot
from .cells import listed
from .columns import DateCell, Reading
from .deciding import level_of, staff_of, stored_of, stored_of_all, yes_of
from .line import Line
from .mapping import DATES
from .names import Name, who_is_named
from .note_cells import NotesOf
from .row_cells import RowCells
from .telling import Choice, Fate, told

_SAID_BY = {"steps": "steps_by", "connections": "connections_kind"}


class LineReader(RowCells):
    """Reads one row by the mapping, and tells the ledger of every cell."""

    def read(self) -> Line:
        """All of the row."""
        line = self.line
        line.key = "\x1f".join(self._text_of(column) for column in self.mapping.key).strip("\x1f")
        for column in self.mapping.key:
            for spot, cell, name in self.cells.get(column, ()):
                self.ledger.tell(Fate.UNDERSTOOD, spot, cell.text, name, told(sayings.KEY_OF_ROWS))
        line.texts.update({part: words for part, words in self.around.so.items() if part not in DATES})
        self._name()
        for part, given in self.mapping.fields.items():
            if given.constant:
                line.texts.setdefault(part, given.constant)
            elif part != "name":
                getattr(self, f"_{part}", self._plain)(part)
        for column, cells in self.cells.items():
            for spot, cell, name in cells:
                self._left_over(column, spot, cell, name)
        return line

    def _name(self) -> None:
        cells = list(self._of("name"))
        if not cells:
            return
        spot, first, name = cells[0]
        text = " ".join(cell.text for _, cell, _ in cells)
        self.line.spot = spot
        named = who_is_named(text)
        people = named.people
        if len(people) > 1:
            names = ", ".join(one.name for one in people)
            choices = Choice("several", told(sayings.SEVERAL_PEOPLE, names=names)), Choice("one", told(sayings.ONE_PERSON, name=text))
            if self.ledger.ask("several", spot, first.text, name, told(sayings.SEVERAL_NAMES), *choices) == "one":
                people = (Name(text),)
        for at, cell, column in cells:
            words = sayings.SURNAME_FIRST if named.turned else sayings.IS_THE_NAME
            self._understood(at, cell, column, words, name=", ".join(one.name for one in people))
        self.line.people = people
        if named.words and people == named.people:
            self._keep(name, text)

    def _day(self, part: str) -> None:
        for spot, cell, name in self._of(part):
            dated = DateCell(spot, cell, name, self.around.readings.get(fold(name), Reading()), self.around.today, self.ledger)
            day, words = dated.born() if part == "born" else dated.day()
            if day and self.line.days.get(part) is None:
                self.line.days[part], self.line.spots[part] = day, spot
            elif day:
                words = words or cell.text
            if words:
                self._keep(name, words)

    _born = _introduced_on = _since = _ended_on = _last_contact = _note_on = _day

    def _level(self, part: str) -> None:
        for placed in self._of(part):
            spot, cell, name = placed
            level, was_known = level_of(placed, self.mapping, self.ledger)
            self.line.texts[part], self.line.spots[part] = level, spot
            if not was_known:
                self._keep(name, cell.text)

    def _note_how(self, part: str) -> None:
        given = self.mapping.fields[part]
        for spot, cell, name in self._of(part):
            how = given.words.get(fold(cell.text), given.otherwise)
            self.line.texts[part] = how or "other"
            self._understood(spot, cell, name, sayings.TAKEN if how else sayings.KEPT_IN_WORDS)
            if not how:
                self._keep(name, cell.text)

    def _yes(self, part: str) -> None:
        for placed in self._of(part):
            _, cell, name = placed
            how, out = yes_of(placed, self.mapping, self.ledger)
            self.line.asked = True
            self.line.out = self.line.out or out
            if how:
                self.line.texts[part] = how
            else:
                self._keep(name, cell.text)

    def _staff(self, part: str) -> None:
        for placed in self._of(part):
            _, cell, name = placed
            email, was_known = staff_of(placed, self.mapping, self.around, self.ledger)
            self.line.texts[part] = email
            if not was_known:
                self._keep(name, cell.text)

    _coordinator = _note_by = _staff

    def _many(self, part: str) -> None:
        for spot, cell, name in self._of(part):
            self.line.several.setdefault(part, []).extend(listed(cell.text, commas=part == "gifts"))
            self._understood(spot, cell, name, sayings.TAKEN)

    _gifts = _circle = _many

    def _said_of(self, part: str) -> None:
        """Steps with who does them, connections with their kind: by a column, by the mapping, or as a doubt about all of them."""
        of = _SAID_BY[part]
        said_nowhere = of not in self.mapping.fields and of not in self.around.so
        for placed in self._of(part):
            spot, cell, name = placed
            if said_nowhere:
                self.line.texts[of] = stored_of_all(of, placed, self.ledger)
            self.line.several.setdefault(part, []).extend(listed(cell.text, commas=part == "connections"))
            self._understood(spot, cell, name, sayings.TAKEN)

    _steps = _connections = _said_of

    def _stored(self, part: str) -> None:
        for placed in self._of(part):
            _, cell, name = placed
            said, was_known = stored_of(part, placed, self.mapping, self.ledger)
            self.line.texts.setdefault(part, said)
            if not was_known:
                self._keep(name, cell.text)

    _steps_by = _connections_kind = _stored

    def _kept_in_words(self, part: str) -> None:
        for spot, cell, name in self._of(part):
            self._understood(spot, cell, name, sayings.KEPT_IN_WORDS)
            self._keep(name, cell.text)

    def _notes(self, part: str) -> None:
        for spot, cell, name in self._of(part):
            reading = self.around.readings.get(fold(name), Reading())
            self.line.notes += NotesOf(spot, cell, name, reading, self.around, self.ledger).notes()

    def _left_over(self, column: str, spot: Spot, cell: Cell, name: str) -> None:
        """A cell of which nothing was told: its column is left out, or the mapping does not mention it."""
        if spot in self.ledger.fates:
            return
        if column in self.mapping.left_out:
            self.ledger.tell(Fate.LEFT_OUT, spot, cell.text, name, told(sayings.BY_THE_MAPPING, why=self.mapping.left_out[column]))
            return
        choices = Choice("words", told(sayings.KEEP_IN_WORDS)), Choice("out", told(sayings.LEAVE_OUT))
        chosen = self.ledger.ask("column", spot, cell.text, name, told(sayings.UNMENTIONED), *choices, whole_column=True)
        if chosen == "words":
            self._keep(name, cell.text)
