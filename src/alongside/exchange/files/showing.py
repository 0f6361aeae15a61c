"""How a sheet of entries would be read, before any of it is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from alongside.directory.listing import Listing
from alongside.directory.models import Entry
from alongside.directory.reasons import days_said
from alongside.foundation.refusals import Refused
from alongside.web.vocabulary import say_refusal, say_word, word_for

from ..models import BroughtFile
from ..words import MEANS
from .meanings import Meanings, mapping_of
from .reading import Read, read_entries
from .sheets import Entries

FIRST = 5
MOST_REASONS = 50
_SHOWN = ("kind", "organisation", "address", "postcode", "times", "cost_words", "access_words", "phone", "email", "website", "how_to_join", "getting_there")
_AND = ("languages", "who_for", "not_for", "confirmed_on", "description")
_MEANT = {"times": "when", "cost_words": "cost"}
LONGEST = 300
"""Letters of one text that are shown here."""


@dataclass(frozen=True)
class Looked:
    """What a sheet says as it is read now, or why it cannot be read so."""

    refused: str = ""
    first: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    taken: int = 0
    here_already: int = 0
    left_out: list[dict[str, str]] = field(default_factory=list)
    not_taken: int = 0
    """Rows of which nothing is taken."""


def columns_of(entries: Entries, meanings: Meanings) -> list[dict[str, Any]]:
    """Each column with examples, and what it may mean."""
    return [
        {"name": column, "number": number, "examples": entries.examples(column), "means": meanings.get(column, "")}
        for number, column in enumerate(entries.columns)
    ]


def offered() -> list[tuple[str, str]]:
    """What a column may mean."""
    return [("", _("do not take it")), *((word.stored, say_word(word)) for word in MEANS)]


def looked_at(file: BroughtFile, entries: Entries, vocabulary: Any) -> Looked:
    """All of it, as it would be loaded now."""
    try:
        read = read_entries(entries, mapping_of(file.meanings, entries, source=file.source_name, licence=file.licence, kind=file.kind))
    except Refused as refused:
        return Looked(say_refusal(refused, vocabulary))
    return _told(file, read)


def _told(file: BroughtFile, read: Read) -> Looked:
    keys = {one.source_key for one in read.listings}
    here = Entry.objects.filter(source__name=file.source_name, source_key__in=keys).count() if keys else 0
    first = [(one.name, _facts(one)) for one in read.listings[:FIRST]]
    return Looked("", first, len(read.listings), here, read.left_out[:MOST_REASONS], len(read.left_out) - read.doubts)


def _facts(one: Listing) -> list[tuple[str, str]]:
    facts = [(_label(name), _said(name, getattr(one, name))) for name in (*_SHOWN, *_AND) if getattr(one, name)]
    if one.days:
        facts.append((_("Found on"), days_said(list(one.days))))
    if one.latitude is not None:
        facts.append((_("On the map"), f"{one.latitude:.5f}, {one.longitude:.5f}"))
    return facts


def _label(name: str) -> str:
    return say_word(word_for(_MEANT.get(name, name), "exchange.MEANS"), capital=True)


def _said(name: str, value: Any) -> str:
    if name == "kind":
        return say_word(word_for(value, "directory.KINDS"), capital=True)
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
