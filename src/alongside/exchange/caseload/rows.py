"""One row of a sheet: what each of its cells says of somebody, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.foundation.folding import fold, fold_postcode
from alongside.foundation.words import Sentence

from . import sayings
from .book import Cell, Row, Spot
from .cells import AN_EMAIL, is_ditto, listed, postcode_in, telephones
from .columns import DateCell, Reading
from .deciding import level_of, staff_of, yes_of
from .line import Around, Line, Placed
from .mapping import DATES, JOINED, Mapping
from .names import Name, who_is_named
from .note_cells import NotesOf
from .telling import Choice, Fate, Ledger, told

_FROM_ABOVE = frozenset({"address", "postcode", "phone", "coordinator", "introduced_by", "how_to_reach"})


class LineReader:
    """Reads one row by the mapping, and tells the ledger of every cell."""

    def __init__(self, row: Row, number: int, around: Around, mapping: Mapping, ledger: Ledger, above: Line | None) -> None:
        self.around, self.mapping, self.ledger, self.above = around, mapping, ledger, above
        self.line = Line(number)
        self.cells: dict[str, list[Placed]] = {}
        for column, cell in enumerate(row):
            spot = Spot(around.page, number, column)
            if cell.text and column < len(around.heading.names) and (name := around.heading.names[column]):
                self.cells.setdefault(fold(name), []).append((spot, cell, name))
            elif cell.text:
                ledger.tell(Fate.REFUSED, spot, cell.text, "", told(sayings.NOT_BEYOND))
                self.line.words.append(cell.text)

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

    def _text_of(self, column: str) -> str:
        return next((cell.text for _, cell, _ in self.cells.get(column, ())), "")

    def _of(self, part: str) -> Iterator[Placed]:
        """The cells of a part that say something; of those that say there is nothing, that is told."""
        for column in self.mapping.fields[part].columns:
            for spot, cell, name in self.cells.get(column, ()):
                if cell.text.casefold() in self.mapping.nothing:
                    self._understood(spot, cell, name, sayings.NOTHING_SAID)
                elif part in _FROM_ABOVE and self.above and is_ditto(cell.text):
                    self._from_above(part, spot, cell, name)
                elif is_ditto(cell.text) and part != "notes":
                    self._understood(spot, cell, name, sayings.NOTHING_SAID)
                else:
                    yield spot, cell, name

    def _from_above(self, part: str, spot: Spot, cell: Cell, name: str) -> None:
        words = self.above.texts.get(part, "") if self.above else ""
        choices = [Choice("above", told(sayings.FROM_ABOVE, words=words))] if words else []
        chosen = self.ledger.ask("above", spot, cell.text, name, told(sayings.POINTS_ABOVE), *choices, Choice("out", told(sayings.LEAVE_OUT)))
        if chosen == "above":
            self.line.texts.setdefault(part, words)

    def _understood(self, spot: Spot, cell: Cell, name: str, words: Sentence, /, **parts: object) -> None:
        self.ledger.tell(Fate.UNDERSTOOD, spot, cell.text, name, told(words, **parts))

    def _refused(self, spot: Spot, cell: Cell, name: str, words: Sentence) -> None:
        self.ledger.tell(Fate.REFUSED, spot, cell.text, name, told(words))
        self._keep(name, cell.text)

    def _keep(self, name: str, text: str) -> None:
        self.line.words.append(f"{name}: {text}")

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

    def _plain(self, part: str) -> None:
        """One text; when it is joined, from all its columns."""
        given = self.mapping.fields[part]
        for spot, cell, name in self._of(part):
            before = self.line.texts.get(part, "")
            if said := given.words.get(fold(cell.text), given.otherwise):
                self.line.texts[part] = said
                self._understood(spot, cell, name, sayings.IS_THE_NAME, name=said)
                continue
            if before and part in JOINED:
                self.line.texts[part] = f"{before}{JOINED[part]}{cell.text}"
                self._understood(spot, cell, name, sayings.TAKEN)
            elif before and part not in self.around.so:
                self._understood(spot, cell, name, sayings.KEPT_IN_WORDS)
                self._keep(name, cell.text)
            else:
                self.line.texts[part] = cell.text
                self.line.spots[part] = spot
                self._understood(spot, cell, name, sayings.TAKEN)

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

    def _address(self, part: str) -> None:
        self._plain(part)
        postcode, rest = postcode_in(self.line.texts.get(part, ""))
        apart = self.mapping.fields.get("postcode")
        if postcode and not (apart and any(self._text_of(column) for column in apart.columns)):
            self.line.texts[part], self.line.texts["postcode"] = rest, postcode
            if spot := self.line.spots.get(part):
                before = self.ledger.fates[spot]
                del self.ledger.fates[spot]
                self.ledger.tell(before.fate, spot, before.text, before.column, told(sayings.POSTCODE_FOUND, postcode=postcode))

    def _postcode(self, part: str) -> None:
        for spot, cell, name in self._of(part):
            if folded := fold_postcode(cell.text):
                self.line.texts[part], self.line.spots[part] = folded, spot
                self._understood(spot, cell, name, sayings.TAKEN)
            else:
                self.ledger.tell(Fate.REFUSED, spot, cell.text, name, told(sayings.BAD_POSTCODE))
                self.line.texts["address"] = ", ".join(text for text in (self.line.texts.get("address", ""), cell.text) if text)

    def _phone(self, part: str) -> None:
        for spot, cell, name in self._of(part):
            said, was_mended = telephones(cell.text)
            if not said:
                self._refused(spot, cell, name, sayings.BAD_PHONE)
                continue
            before = self.line.texts.get(part, "")
            self.line.texts[part] = f"{before} / {said}" if before else said
            self._understood(spot, cell, name, sayings.MENDED_PHONE if was_mended else sayings.TAKEN, **({"phone": said} if was_mended else {}))

    def _email(self, part: str) -> None:
        for spot, cell, name in self._of(part):
            if AN_EMAIL.fullmatch(cell.text):
                self.line.texts[part] = cell.text
                self._understood(spot, cell, name, sayings.TAKEN)
            else:
                self._refused(spot, cell, name, sayings.BAD_EMAIL)

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
            self.line.several.setdefault(part, []).extend(listed(cell.text, commas=part in ("gifts", "connections")))
            self._understood(spot, cell, name, sayings.TAKEN)

    _gifts = _circle = _steps = _connections = _many

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
