"""Finding in the directory as it is kept: the database leaves out what cannot suit, and finding.py weighs every survivor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.places.distance import box_around

from . import finding
from .finding import Found, Offer, Weighed
from .meanings import Meanings, known_meanings
from .models import Entry, KnownWord
from .stemming import telling
from .wishing import Asked, Term, Vocabulary, Wish, asked_in, guesses, stems_to_count, terms_of

_OFFER = (
    "id", "name", "kind", "description", "organisation", "latitude", "longitude", "days", "cost", "access", "access_missing", "confirmed_on", "confirmed_how",
)  # fmt: skip


def in_use() -> QuerySet[Entry]:
    """Every entry that has not been withdrawn."""
    return Entry.objects.filter(withdrawn_on__isnull=True)


def find(wish: Wish, meanings: Meanings | None = None) -> Found:
    """Everything that suits, the best first; at most four queries, whatever there is."""
    meanings = meanings or known_meanings()
    terms = terms_for(wish.words, meanings)
    if wish.words.strip() and not terms:
        return Found()
    rows = _candidates(wish, terms).values_list(*_OFFER)
    return finding.find(wish, terms, (Offer(*row) for row in rows), meanings)


def terms_for(words: str, meanings: Meanings) -> list[Term]:
    """What to look for, weighed by how rare each word is in the directory, slips of the pen forgiven."""
    asked = asked_in(words, meanings)
    if not asked:
        return []
    counts = _counts(stems_to_count(asked, meanings))
    meant = _likely(asked, counts, meanings)
    if meant:
        more = [Asked(word, (word,)) for words_meant in meant.values() for word in words_meant]
        counts |= _counts(stems_to_count(more, meanings) - counts.keys())
    return terms_of(asked, meanings, Vocabulary(in_use().count(), counts), meant)


def _counts(stems: set[str]) -> dict[str, int]:
    return dict(KnownWord.objects.filter(stem__in=sorted(stems)).values_list("stem", "entries")) if stems else {}


def _likely(asked: Sequence[Asked], counts: dict[str, int], meanings: Meanings) -> dict[str, list[str]]:
    """For each word that neither the directory nor our meanings know, the known words one slip away."""
    unknown = {one.said: guesses(one) for one in asked if one.guessable and one.phrase[0] not in counts and one.phrase not in meanings.kin}
    everything = set().union(*unknown.values()) if unknown else set()
    known = set(_counts(everything)) | {stem for stem in everything if (stem,) in meanings.kin}
    return {said: sorted(near & known) for said, near in unknown.items() if near & known}


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
    if terms:
        rows = rows.filter(stems__overlap=sorted({word for term in terms for way in term.ways for word in telling(list(way.phrase))}))
    return rows


def entries_by_key(keys: Sequence[UUID]) -> dict[UUID, Entry]:
    """These entries with their sources, in one query."""
    return {entry.id: entry for entry in Entry.objects.filter(id__in=keys).select_related("source")}


def passing(wish: Wish) -> QuerySet[Entry]:
    """What nothing that we know rules out, when no words and no place were given."""
    return _candidates(wish, ())


def by_name(wish: Wish, start: int, many: int) -> list[Weighed]:
    """A stretch of what passes, in the order of names."""
    rows = passing(wish).order_by("name", "id").values_list(*_OFFER)[start : start + many]
    return [finding.weigh(wish, (), Offer(*row), known_meanings(), None) for row in rows]


def nearest_beyond(wish: Wish) -> Weighed | None:
    """The nearest that would suit but for its distance; None when there is none, or no words to go by."""
    if wish.reach is None or not wish.words.strip():
        return None
    return min(find(replace(wish, reach=None)).near, key=lambda one: (one.metres or 0.0, one.offer.id), default=None)
