"""Entries to compare, pairs that wait for somebody, and what was said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import BinaryField, Case, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Substr

from ..in_step import WHOLE, rows_of
from ..models import Entry, KnownWord, LikelyTwins, TwinsJudged
from ..stemming import telling
from .likeness import Compared, Twins, reasons_kept
from .saying import Why, why
from .telling import Teller

_COMPARED = ("id", "name", "source__name", "organisation", "description", "address", "postcode", "phone", "email", "website", "latitude", "longitude")
MOST_LOOKED_AT = 400
"""Entries with which one is compared while somebody waits."""
_RARE_WORDS = 2


def _in_use() -> QuerySet[Entry]:
    return Entry.objects.filter(withdrawn_on__isnull=True, same_as__isnull=True)


def tellers(rows: QuerySet[Entry] | None = None) -> list[Teller]:
    """Entries in use as they are compared."""
    rows = _in_use() if rows is None else rows
    whole = Case(When(encoded__of_text=F("encoded__text"), then=Substr("encoded__vectors", 1, WHOLE, output_field=BinaryField())))
    told = rows.order_by("id").values_list(*_COMPARED, whole).iterator(chunk_size=5_000)
    return [Teller(str(key), *said, meaning=rows_of(vector)[0] if vector else None) for key, *said, vector in told]


def judged() -> QuerySet[TwinsJudged]:
    """What people said of two entries and did not take back."""
    return TwinsJudged.objects.filter(ended_at__isnull=True)


def judged_between(one: UUID, other: UUID) -> QuerySet[TwinsJudged]:
    """What stands of these two."""
    return judged().filter(Q(stays=one, other=other) | Q(stays=other, other=one))


def waiting() -> QuerySet[LikelyTwins]:
    """Pairs of which nobody has said anything, the surest first."""
    there = {f"{side}__{name}__isnull": True for side in ("one", "other") for name in ("withdrawn_on", "same_as")}
    said = judged().filter(Q(stays=OuterRef("one"), other=OuterRef("other")) | Q(stays=OuterRef("other"), other=OuterRef("one")))
    return LikelyTwins.objects.filter(~Exists(said), **there).select_related("one__source", "other__source").order_by("-sure", "one__name", "id")


def twins_of(entry: Entry) -> list[Twins]:
    """What may be the same as this one, now; the surest first."""
    rows = list(_in_use().filter(_alike(entry)).exclude(id=entry.id).order_by("id").values_list("id", flat=True)[:MOST_LOOKED_AT])
    said = judged().filter(Q(stays=entry) | Q(other=entry)).values_list("stays_id", "other_id")
    apart = {key for pair in said for key in pair}
    every = tellers(Entry.objects.filter(id__in=[entry.id, *rows]))
    mine = next(one for one in every if one.key == str(entry.id))
    known = Compared(every, _names(every), _in_use().count())
    found = [known.twins(mine, one) for one in every if one is not mine and UUID(one.key) not in apart]
    return sorted((two for two in found if two.sure >= known.least), key=lambda two: (-two.sure, two.other.name))


def _alike(entry: Entry) -> Q:
    """What shares something with it that few others have; more is looked at than compares well."""
    alike = Q(name__iexact=entry.name)
    mine = Teller(str(entry.id), entry.name, phone=entry.phone, postcode=entry.postcode, website=entry.website, email=entry.email)
    if mine.at:
        alike |= Q(postcode=mine.at)
    if mine.call:
        alike |= Q(phone=entry.phone) | Q(phone__endswith=mine.call[-3:])
    if mine.site:
        alike |= Q(website__icontains=mine.site)
    if mine.mail:
        alike |= Q(email__iexact=mine.mail)
    rare = _rarest(telling(list(mine.words)))
    if rare:
        alike |= Q(stems__contains=rare)
    return alike


def _rarest(words: list[str]) -> list[str]:
    used = dict(KnownWord.objects.filter(stem__in=words).values_list("stem", "entries"))
    return sorted(words, key=lambda word: (used.get(word, 0), word))[:_RARE_WORDS]


def _names(every: Iterable[Teller]) -> dict[str, int]:
    """How many entries use each word of these names."""
    words = {word for one in every for word in one.words}
    return dict(KnownWord.objects.filter(stem__in=sorted(words)).values_list("stem", "entries"))


def family(entry_id: UUID) -> QuerySet[TwinsJudged]:
    """What was put into it, and stands."""
    return judged().filter(stays=entry_id, verdict="one").select_related("other__source", "by").order_by("at", "id")


def by_key(keys: Collection[UUID]) -> dict[UUID, Entry]:
    """These entries with their sources."""
    return {entry.id: entry for entry in Entry.objects.filter(id__in=keys).select_related("source")}


def said_to_be_two(entry: Entry) -> list[tuple[TwinsJudged, Entry]]:
    """What was said to be another than this one, and stands."""
    rows = judged().filter(Q(stays=entry) | Q(other=entry), verdict="two").select_related("stays", "other", "by").order_by("at", "id")
    return [(one, one.other if one.stays_id == entry.id else one.stays) for one in rows]


def why_of(one: Entry, other: Entry) -> Why:
    """Why these two may be one."""
    both = tellers(Entry.objects.filter(id__in=(one.id, other.id)))
    return why(reasons_kept(Compared(both, _names(both), _in_use().count()).twins(*both).reasons))
