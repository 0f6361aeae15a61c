"""Finding in the directory as it is kept: the database leaves out what cannot suit, and finding.py weighs every survivor."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast, Length, Right

from alongside.foundation.folding import fold, fold_phone, fold_postcode
from alongside.places.distance import box_around

from . import finding
from .in_step import OFFER, encoder_here, fetch, shelf
from .languages import BY_CODE, LANGUAGES, Language
from .lived.told import lived
from .looking import look
from .meanings import Meanings, known_meanings
from .models import Entry
from .offers import Found, Offer, Sought, Weighed
from .reading import Reading, read
from .stemming import stems_in, telling
from .tagging.standing import tagged
from .twins.family import staying
from .wishing import Term, Vocabulary, Wish, stems_to_count, terms_of


def in_use() -> QuerySet[Entry]:
    """Every entry that has not been withdrawn, nor put together with another that stays."""
    return Entry.objects.filter(withdrawn_on__isnull=True, same_as__isnull=True)


def find(wish: Wish, meanings: Meanings | None = None) -> Found:
    """Everything that suits, the best first; at most four queries, whatever there is. By words and by meaning, where meaning is set up."""
    return lived(_found(wish, meanings or known_meanings()))


def _found(wish: Wish, meanings: Meanings) -> Found:
    if wish.words.strip() and (encoder := encoder_here()):
        among = frozenset(_narrowed(in_use(), wish).values_list("id", flat=True)) if wish.is_narrowed else None
        return look(wish, reading_of(wish, meanings), meanings, shelf(), encoder, fetch, among)
    sought = sought_by(wish, reading_of(wish, meanings), meanings)
    if wish.words.strip() and not sought.terms and not sought.anything:
        return Found()
    rows = _candidates(sought.wish, sought.terms).values_list(*OFFER)
    return finding.find(sought, (Offer(*row) for row in rows), meanings)


def reading_of(wish: Wish, meanings: Meanings | None = None) -> Reading:
    """What the words of a wish ask for, less what was taken back."""
    return read(wish.words, meanings or known_meanings()).without(wish.left)


def as_read(wish: Wish) -> Wish:
    """The wish with the days, times, cost and access that its words speak of."""
    return wish.with_what_was_read(reading_of(wish)) if wish.words.strip() else wish


def sought_by(wish: Wish, reading: Reading, meanings: Meanings) -> Sought:
    """What to look for, each word weighed by how rare it is in the directory."""
    return sought_of(wish, reading, meanings, vocabulary_of(stems_to_count((*reading.topics, *reading.unwanted), meanings)))


_USED = """
    SELECT (SELECT count(*) FROM directory_entry WHERE withdrawn_on IS NULL),
           (SELECT json_object_agg(stem, entries)::text FROM directory_knownword WHERE stem = ANY (%s::text[]))
"""


def vocabulary_of(stems: set[str]) -> Vocabulary:
    """How many entries there are, and how many use each of these words."""
    if not stems:
        return Vocabulary()
    with connection.cursor() as cursor:
        cursor.execute(_USED, [sorted(stems)])
        entries, counts = cursor.fetchone()
    return Vocabulary(entries, json.loads(counts) if counts else {})


def sought_of(wish: Wish, reading: Reading, meanings: Meanings, vocabulary: Vocabulary) -> Sought:
    """The same, where the words were counted already."""
    wanted, unwanted = (terms_of(topics, meanings, vocabulary) for topics in (reading.topics, reading.unwanted))
    return Sought(wish.with_what_was_read(reading), wanted, unwanted, reading.anything)


def _candidates(wish: Wish, terms: Sequence[Term]) -> QuerySet[Entry]:
    """A superset of what passes: the box around the reach, the days, the access, and any word that a term could be said by."""
    rows = in_use()
    if wish.latitude is not None and wish.longitude is not None and wish.reach is not None:
        south, north, west, east = box_around(wish.latitude, wish.longitude, wish.reach)
        rows = rows.filter(Q(latitude__isnull=True) | Q(latitude__range=(south, north), longitude__range=(west, east)))
    if wish.days:
        rows = rows.filter(Q(days=[]) | Q(days__overlap=sorted(wish.days)))
    if wish.access:
        rows = rows.exclude(access_missing__overlap=sorted(wish.access))
    if wish.free_only:
        rows = rows.exclude(cost="some")
    rows = _narrowed(rows, wish)
    if terms:
        words = sorted({word for term in terms for way in term.ways for word in telling(list(way.phrase))})
        rows = rows.filter(Q(stems__overlap=words) | Q(tag_stems__overlap=words))
    return rows


def _narrowed(rows: QuerySet[Entry], wish: Wish) -> QuerySet[Entry]:
    """Of these, those with the tags, the language and the room that are asked for; of room, what nobody has said is kept."""
    for tag in wish.tags:
        rows = tagged(rows, tag)
    if wish.spoken in BY_CODE:
        # Read here and not by the database, which knows the letters of other alphabets only in some of its collations.
        rows = rows.filter(languages__in=[line for line in _lines_of_languages() if BY_CODE[wish.spoken].is_in(line)])
    return rows.exclude(room__in=("waiting", "full")) if wish.room_now else rows


def languages_in_use() -> list[Language]:
    """Those that some entry names; one query."""
    named = " / ".join(_lines_of_languages())
    return [one for one in LANGUAGES if one.is_in(named)]


def _lines_of_languages() -> list[str]:
    return list(in_use().exclude(languages="").values_list("languages", flat=True).distinct())


def entries_by_key(keys: Sequence[UUID]) -> dict[UUID, Entry]:
    """These entries with their sources, in one query."""
    return {entry.id: entry for entry in Entry.objects.filter(id__in=keys).select_related("source")}


BESIDE = 400
"""Metres within which somewhere that people know helps to find something."""


def places_beside(entry: Entry) -> list[Entry]:
    """Places within a few minutes of it."""
    if entry.latitude is None or entry.longitude is None:
        return []
    south, north, west, east = box_around(entry.latitude, entry.longitude, BESIDE)
    there = in_use().filter(kind="place", latitude__range=(south, north), longitude__range=(west, east)).exclude(id=entry.id)
    return list(there.only("id", "name", "latitude", "longitude").order_by("id")[:50])


def ending(digits: Sequence[str]) -> list[UUID]:
    """The keys of the entries that end so, in the order of what was given; of two that end alike, the one in use; of those put together, the one that stays."""
    if not digits:
        return []
    rows = Entry.objects.annotate(end=Right(Cast("id", TextField()), len(digits[0]))).filter(end__in=digits)
    found = dict(rows.order_by(F("withdrawn_on").asc(nulls_last=True), "-id").values_list("end", "id"))
    return staying([found[one] for one in digits if one in found])


def named_exactly(name: str) -> Entry | None:
    """The one entry of just this name; None when there is none, or more than one."""
    found = list(in_use().filter(name__iexact=name.strip())[:2]) if name.strip() else []
    return found[0] if len(found) == 1 else None


def named_like(words: str) -> list[Entry]:
    """Entries in whose name all these words stand, the shortest names first."""
    rows = in_use().select_related("source")
    for word in words.split()[:8]:
        rows = rows.filter(name__icontains=word)
    return list(rows.order_by(Length("name"), "name", "id")[:20]) if words.split() else []


ALIKE_SHOWN = 5


def like_it(name: str, postcode: str, phone: str) -> list[Entry]:
    """What may be the same as something that is about to be written down: of its name, or nearly, or of its telephone at its postcode."""
    folded, number = fold(name), fold_phone(phone)
    stems = telling(stems_in(name))
    alike = (
        [one for one in in_use().filter(stems__contains=stems).only("id", "name", "address", "postcode")[:200] if _reads_like(folded, fold(one.name))]
        if stems
        else []
    )
    here = fold_postcode(postcode)
    if number and here:
        alike += [one for one in in_use().filter(postcode=here).exclude(phone="")[:200] if fold_phone(one.phone) == number and one not in alike]
    return sorted(alike, key=lambda one: (here is not None and one.postcode != here, one.name))[:ALIKE_SHOWN]


def _reads_like(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return one == other or (min(len(words), len(others)) > 1 and (words <= others or others <= words))


@dataclass(frozen=True)
class Question:
    """An open link about an entry: until which day, and what was answered so far."""

    entry_id: UUID
    until: date
    answer: str
    words: str


def open_question(reference: str) -> Question | None:
    """What a link asks about while it is open."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM still_right_asked(%s)", [reference])
        row = cursor.fetchone()
    return Question(*row) if row else None


def passing(wish: Wish) -> QuerySet[Entry]:
    """What nothing that we know rules out, when no words and no place were given."""
    return _candidates(wish, ())


def by_name(wish: Wish, start: int, many: int) -> list[Weighed]:
    """A stretch of what passes, in the order of names."""
    rows = passing(wish).order_by("name", "id").values_list(*OFFER)[start : start + many]
    return [finding.weigh(Sought(wish), Offer(*row), known_meanings(), None) for row in rows]


def nearest_beyond(wish: Wish) -> Weighed | None:
    """The nearest that would suit but for its distance; None when there is none, or no words to go by."""
    if wish.reach is None or not wish.words.strip():
        return None
    return min(_found(replace(wish, reach=None), known_meanings()).near, key=lambda one: (one.metres or 0.0, one.offer.id), default=None)
