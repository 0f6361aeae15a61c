"""The cells of one row by their columns: what stands in each, and where somebody lives and how they are reached."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.foundation.folding import fold, fold_postcode
from alongside.foundation.words import Sentence

from . import sayings
from .book import Cell, Row, Spot
from .cells import AN_EMAIL, is_ditto, postcode_in, telephones
from .line import Around, Line, Placed
from .mapping import JOINED, Mapping
from .telling import Choice, Fate, Ledger, told

_FROM_ABOVE = frozenset({"address", "postcode", "phone", "coordinator", "introduced_by", "how_to_reach"})


class RowCells:
    """One row; whatever is told of its cells goes to the ledger."""

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
