"""A cell with one note or several: each with its day, and a doubt where a day was completed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alongside.foundation.words import Sentence

from . import sayings
from .book import Cell, Spot
from .columns import Reading
from .incoming import NoteIn
from .line import Around
from .notes import split_notes
from .telling import Choice, Fate, Ledger, told


@dataclass(frozen=True)
class NotesOf:
    """A cell with one note or several."""

    spot: Spot
    cell: Cell
    column: str
    reading: Reading
    around: Around
    ledger: Ledger

    def notes(self) -> list[NoteIn]:
        around = self.around
        pieces = split_notes(self.cell.text, order=self.reading.order, year=around.year, month=around.month, today=around.today)
        made: list[NoteIn] = []
        for piece in pieces:
            day = piece.on if piece.on and piece.on <= around.today else None
            text = piece.text.strip()
            if piece.why == "behind" and made and not self._take("behind", sayings.DATE_BEHIND, text, day):
                made[-1] = NoteIn(f"{made[-1].text} {text}", made[-1].on)
                continue
            if piece.why and piece.why != "behind" and not self._take("year", sayings.NO_YEAR, piece.written, day):
                day = None
            if piece.other and day:
                day = self._order(piece.written, day, piece.other)
            if text:
                made.append(NoteIn(text, day))
        self.ledger.tell(Fate.UNDERSTOOD, self.spot, self.cell.text, self.column, told(sayings.NOTES_FOUND, many=len(made)))
        return made

    def _take(self, kind: str, why: Sentence, text: str, day: date | None) -> bool:
        no = sayings.ONE_NOTE if kind == "behind" else sayings.WITHOUT_A_DAY
        choices = Choice("so", told(sayings.TAKE_SO)), Choice("no", told(no))
        said = told(why, text=text, day=day or "?")
        return self.ledger.ask(kind, self.spot, self.cell.text, self.column, said, *choices, whole_column=True) == "so"

    def _order(self, text: str, day: date, other: date) -> date | None:
        choices = (
            Choice("day first", told(sayings.DAY_FIRST, day=day)),
            Choice("month first", told(sayings.MONTH_FIRST, day=other)),
            Choice("no", told(sayings.WITHOUT_A_DAY)),
        )
        said = told(sayings.EITHER_ORDER, text=text)
        chosen = self.ledger.ask("order", self.spot, self.cell.text, self.column, said, *choices, whole_column=True)
        return {"day first": day, "month first": other if other <= self.around.today else None}.get(chosen)
