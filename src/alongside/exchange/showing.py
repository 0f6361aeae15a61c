"""A dry run as it is shown: in the team's words, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from alongside.foundation.words import Vocabulary
from alongside.web.templatetags.components import long_date
from alongside.web.vocabulary import say, say_word, word_for

from .caseload.incoming import Incoming
from .caseload.telling import Doubt, Fate, Said, Told
from .reading import DryRun

A_PAGE = 50
"""Entries shown at once."""


def people(run: DryRun, vocabulary: Vocabulary, *, today: date) -> list[dict[str, Any]]:
    """Whoever would come in, with what would be written down."""
    return [_person(one, bool(them), vocabulary, today) for one, them in run.decided.coming]


def doubts(run: DryRun, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """What could be read in another way: what nobody has settled first."""
    return [_doubt(doubt, vocabulary) for doubt in sorted(run.doubts, key=lambda doubt: doubt.settled)]


def cells(run: DryRun, fate: Fate, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """Cells of one fate, each with the sentence about it."""
    return [_cell(told, vocabulary) for told in run.understood.of(fate)]


def said(words: Said, vocabulary: Vocabulary) -> str:
    """A sentence of the engine's in the team's words."""
    return say(words.sentence, vocabulary, **dict(words.parts))


def _person(one: Incoming, is_known: bool, vocabulary: Vocabulary, today: date) -> dict[str, Any]:
    return {
        "name": one.name,
        "called": one.called,
        "is_known": is_known,
        "where": ", ".join(part for part in (one.address, one.postcode) if part),
        "phone": one.phone,
        "born": long_date(one.born),
        "introductions": [{"by": intro.by, "on": long_date(intro.on)} for intro in one.introduced],
        "levels": [
            {"said": say_word(word_for(level, "journeys.LEVELS"), vocabulary), "since": long_date(since)} for level, since in one.levels_in_order(today)
        ],
        "notes": [{"on": long_date(note.on), "text": f"{say(note.lead, vocabulary)}\n{note.text}" if note.lead else note.text} for note in one.notes],
        "lists": [*one.gifts, *one.circle, *_steps(one, vocabulary), *_connections(one, vocabulary)],
        "rows": ", ".join(f"{page} {row}".strip() for page, row in one.rows),
    }


def _steps(one: Incoming, vocabulary: Vocabulary) -> list[str]:
    return [f"{step.words} ({say_word(word_for(step.who, 'journeys.WHO_DOES_IT'), vocabulary)})" for step in one.steps]


def _connections(one: Incoming, vocabulary: Vocabulary) -> list[str]:
    return [f"{made.to} ({say_word(word_for(made.kind, 'connections.KINDS'), vocabulary)})" for made in one.connections]


def _doubt(doubt: Doubt, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "key": doubt.key,
        "where": where(doubt.spot.page, doubt.spot.named),
        "column": doubt.column,
        "text": doubt.text,
        "why": said(doubt.why, vocabulary),
        "choices": [(choice.key, said(choice.words, vocabulary)) for choice in doubt.choices],
        "chosen": doubt.chosen,
        "chosen_words": next(said(choice.words, vocabulary) for choice in doubt.choices if choice.key == doubt.chosen),
        "settled": doubt.settled,
        "cells": doubt.cells,
        "ours": [key for choice in doubt.choices if (key := choice.key.removeprefix("them ")) != choice.key],
    }


def _cell(told: Told, vocabulary: Vocabulary) -> dict[str, Any]:
    return {"where": where(told.spot.page, told.spot.named), "column": told.column, "text": told.text, "words": said(told.words, vocabulary)}


def where(page: str, cell: str) -> str:
    """A cell as one finds it: `Level 2, C12`."""
    return f"{page}, {cell}" if page else cell


def summary(run: DryRun) -> Iterator[tuple[str, int]]:
    """What the command prints, a line for each number: the cells add up to the file's."""
    yield "people", len(run.decided.coming)
    yield "staying out", len(run.decided.staying_out)
    yield "doubts", run.open_doubts
    yield from ((f"cells {fate}", many) for fate, many in run.understood.fates.items())
    yield "cells in all", run.understood.many_cells
