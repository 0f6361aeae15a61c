"""Words of a cell that stand for something of ours: a level, their yes, somebody who works here."""

from __future__ import annotations

from alongside.connections.words import KINDS
from alongside.foundation.folding import fold
from alongside.foundation.words import Word
from alongside.journeys.words import LEVELS, WHO_DOES_IT

from . import sayings
from .line import Around, Placed
from .mapping import Mapping
from .telling import Choice, Fate, Ledger, told

_YES = {"y": "yes", "yes": "yes", "true": "yes", "given": "yes", "agreed": "yes", "verbal": "yes", "n": "no", "no": "no", "declined": "no", "refused": "no"}
OURS = {
    "steps_by": {word.stored: word for word in WHO_DOES_IT},
    # A group or a place is what a sheet mostly means.
    "connections_kind": {word.stored: word for word in sorted(KINDS, key=lambda word: word.stored != "community")},
}
NOT_SAID = {"steps_by": sayings.WHO_DOES_THESE, "connections_kind": sayings.WHICH_KIND}
LEVEL_WORDS = {word.stored: word for word in LEVELS}


def level_of(placed: Placed, mapping: Mapping, ledger: Ledger) -> tuple[str, bool]:
    """The level that a cell's word stands for, and whether we knew it; a doubt about all cells of that word when we did not."""
    spot, cell, name = placed
    given = mapping.fields["level"]
    if known := given.words.get(fold(cell.text)) or _said_as_we_do(cell.text) or given.otherwise:
        ledger.tell(Fate.UNDERSTOOD, spot, cell.text, name, told(sayings.IS_LEVEL, level=LEVEL_WORDS[known]))
        return known, bool(given.words.get(fold(cell.text)) or _said_as_we_do(cell.text))
    choices = [Choice(stored, told(sayings.MEANS, words=words)) for stored, words in LEVEL_WORDS.items()]
    # A light contact says least of somebody of whom we know nothing.
    choices.sort(key=lambda choice: choice.key != "level 1")
    why = told(sayings.UNKNOWN_WORD, text=cell.text)
    return ledger.ask(f"level {fold(cell.text)}", spot, cell.text, name, why, *choices, whole_column=True), False


def _said_as_we_do(text: str) -> str:
    return next((level.stored for level in LEVELS if fold(text) in (fold(level.stored), fold(level.lac), fold(level.sp))), "")


def yes_of(placed: Placed, mapping: Mapping, ledger: Ledger) -> tuple[str, bool]:
    """How it is known that they said yes (empty when it is not), and whether they are left out because they said no."""
    spot, cell, name = placed
    given = mapping.fields["yes"]
    said = given.words.get(fold(cell.text)) or _YES.get(fold(cell.text)) or given.otherwise
    how = f"{name}: {cell.text}"
    if said == "yes":
        ledger.tell(Fate.UNDERSTOOD, spot, cell.text, name, told(sayings.TAKEN))
        return how, False
    if said == "no":
        choices = Choice("out", told(sayings.LEAVE_THEM_OUT)), Choice("words", told(sayings.NOT_INTRODUCED))
        return "", ledger.ask("no", spot, cell.text, name, told(sayings.SAID_NO), *choices) == "out"
    choices = Choice("words", told(sayings.NOT_INTRODUCED)), Choice("yes", told(sayings.THEY_SAID_YES))
    why = told(sayings.UNKNOWN_WORD, text=cell.text)
    chosen = ledger.ask(f"yes {fold(cell.text)}", spot, cell.text, name, why, *choices, whole_column=True)
    return (how if chosen == "yes" else ""), False


def stored_of(part: str, placed: Placed, mapping: Mapping, ledger: Ledger) -> tuple[str, bool]:
    """Who does the steps, or of which kind a connection is, by a column's words; and whether we knew the word."""
    spot, cell, name = placed
    given, ours = mapping.fields[part], OURS[part]
    known = given.words.get(fold(cell.text)) or _ours(cell.text, ours) or given.otherwise
    if known:
        ledger.tell(Fate.UNDERSTOOD, spot, cell.text, name, told(sayings.MEANS, words=ours[known]))
        return known, True
    why = told(sayings.UNKNOWN_WORD, text=cell.text)
    return ledger.ask(f"{part} {fold(cell.text)}", spot, cell.text, name, why, *_offered(ours), whole_column=True), False


def stored_of_all(part: str, placed: Placed, ledger: Ledger) -> str:
    """The same where no column says it: one doubt for all of them."""
    spot, cell, name = placed
    return ledger.ask(part, spot, cell.text, name, told(NOT_SAID[part]), *_offered(OURS[part]), whole_column=True)


def _offered(ours: dict[str, Word]) -> list[Choice]:
    return [Choice(stored, told(sayings.MEANS, words=word)) for stored, word in ours.items()]


def _ours(text: str, ours: dict[str, Word]) -> str:
    return next((one.stored for one in ours.values() if fold(text) in (fold(one.stored), fold(one.lac), fold(one.sp or ""))), "")


def staff_of(placed: Placed, mapping: Mapping, around: Around, ledger: Ledger) -> tuple[str, bool]:
    """Who works here by these initials or this name, as an e-mail address (empty: nobody), and whether we knew."""
    spot, cell, name = placed
    known = fold(cell.text)
    email = around.colleagues.get(fold(mapping.staff.get(known, "")), "") or around.colleagues.get(known, "")
    if email:
        ledger.tell(Fate.UNDERSTOOD, spot, cell.text, name, told(sayings.IS_THE_NAME, name=email))
        return email, True
    offered = sorted(set(around.colleagues.values()))
    choices = [Choice("nobody", told(sayings.WHOEVER_LOADS)), *(Choice(one, told(sayings.IS_THE_NAME, name=one)) for one in offered)]
    chosen = ledger.ask(f"staff {known}", spot, cell.text, name, told(sayings.UNKNOWN_STAFF, text=cell.text), *choices, whole_column=True)
    return ("" if chosen == "nobody" else chosen), False
