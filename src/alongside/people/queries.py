"""Asking about people, as far as the one who asks may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Case, F, IntegerField, Prefetch, Q, QuerySet, When

from alongside.foundation.folding import fold

from .matching.sounding import sound
from .models import CircleLook, Closeness, Gift, InTheirLife, Person, Proposal
from .rings import Held, Placed
from .rules import Piece, SomewhereLike, nearly, pieces, some_of_a_postcode, somewhere, without_titles
from .strength import strength


@dataclass(frozen=True)
class KnownAlready:
    """Somebody like this may be known: how sure we are, and whom to ask. Never who it is."""

    strength: str
    ask: str


def someone_like(found: Iterable[Piece]) -> list[KnownAlready]:
    """Whether somebody with these pieces is known anywhere in the organisation; the strongest first, at most five."""
    asked = [piece for piece in found if piece.kind != "part sounds like"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT strength, ask FROM someone_like(%s::text[], %s::text[])", [[p.kind for p in asked], [p.key for p in asked]])
        return [KnownAlready(*row) for row in cursor.fetchall()]


@dataclass(frozen=True)
class OutOfSight:
    """Somebody like them whom the one who asks may not see: how sure that is, whom to ask, and whether it was proposed already."""

    strength: str
    ask: str
    proposed: bool


def others_like(person_id: UUID) -> list[OutOfSight]:
    """Those out of sight who may be the same person, by what is kept of somebody in sight; the strongest first, at most five."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT strength, ask, proposed FROM others_like(%s)", [person_id])
        return [OutOfSight(*row) for row in cursor.fetchall()]


def proposals_of(person_id: UUID) -> QuerySet[Proposal]:
    """What was proposed of them to others, the newest first."""
    return Proposal.objects.filter(person_id=person_id, asked=False).select_related("answered_by").order_by("-at", "id")


def proposals_to_answer() -> QuerySet[Proposal]:
    """What others ask of those in sight, and nobody has answered for good."""
    return (
        Proposal.objects.filter(asked=True)
        .exclude(answer="two people")
        .exclude(other_id=F("person_id"))
        .select_related("by", "person", "answered_by")
        .order_by("at", "id")
    )


def _held(found: set[Piece]) -> dict[UUID, set[Piece]]:
    """Which of these pieces are whose, among those in sight."""
    asked = list(found)
    held: dict[UUID, set[Piece]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id, kind, key FROM people_like(%s::text[], %s::text[])", [[one.kind for one in asked], [one.key for one in asked]])
        for person, kind, key in cursor.fetchall():
            held.setdefault(person, set()).add(Piece(kind, key))
    return held


def _at(asked: list[SomewhereLike]) -> dict[int, set[UUID]]:
    """Who lives somewhere like each of these, by its place in the list, among those whose whereabouts one may see."""
    found: dict[int, set[UUID]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id, number FROM people_at(%s::text[], %s::text[])", [[one.address for one in asked], [one.postcode for one in asked]])
        for person, number in cursor.fetchall():
            found.setdefault(number - 1, set()).add(person)
    return found


@dataclass(frozen=True)
class Like:
    """Those in sight who are like what was typed, the likest first: by a whole name, by how a name sounds, by where they are or a number."""

    whole: list[UUID]
    sounding: list[UUID]
    elsewhere: list[UUID]

    @property
    def all(self) -> list[UUID]:
        """Everybody, in that order."""
        return [*self.whole, *self.sounding, *self.elsewhere]


def like(words: str) -> Like:
    """Those in sight of whom each of these words is a name, as it sounds, or a piece of their address; or whose telephone or postcode it is.

    Accents, spelling and titles are forgiven. Of where they are only as far as the one who asks may see it.
    """
    words = without_titles(words)
    each = fold(words).split()
    whole = [{Piece("name part", word)} for word in each]
    asked = [{Piece("part sounds like", sound(word)), *(Piece("name part", one) for one in {word, *nearly(word)})} for word in each]
    wholes = {piece for piece in pieces("", postcode=words, phone=words) if piece.kind in ("postcode", "phone")}
    held = _held(set().union(wholes, *asked))
    at = _at([some_of_a_postcode(words), *(somewhere(word) for word in each)])

    def every(ways: list[set[Piece]], more: dict[int, set[UUID]]) -> set[UUID]:
        fitting = [{person for person, theirs in held.items() if theirs & way} | more.get(number, set()) for number, way in enumerate(ways, start=1)]
        return set.intersection(*fitting) if fitting else set()

    by_name, by_sound = every(whole, {}), every(asked, {})
    elsewhere = {person for person, theirs in held.items() if theirs & wholes} | at.get(0, set()) | every(asked, at)
    return Like(sorted(by_name), sorted(by_sound - by_name), sorted(elsewhere - by_sound - by_name))


def named(words: str) -> QuerySet[Person]:
    """People in sight whose name, or what they like to be called, holds these words or sounds like them: names before streets, whole names first."""
    asked, found = Q(), like(words)
    for word in without_titles(words).split():
        asked &= Q(name__icontains=word) | Q(likes_to_be_called__icontains=word)
    rank = Case(When(id__in=found.whole, then=0), When(asked, then=1), When(id__in=found.sounding, then=2), default=3, output_field=IntegerField())
    return Person.objects.filter(asked | Q(id__in=found.all)).order_by(rank, "name", "id")


def who_may_be(found: set[Piece]) -> QuerySet[Person]:
    """People in sight who may be somebody with these pieces: by name, however it is spelt, or by date of birth, telephone and postcode alone."""
    held = _held({piece for piece in found if piece.kind != "part sounds like"})
    return Person.objects.filter(id__in=[person for person, theirs in held.items() if strength(found, theirs)]).order_by("name", "id")


def called_something_like(words: str) -> QuerySet[Person]:
    """People in sight with a word of their name in common, however it is spelt."""
    return Person.objects.filter(id__in=list(_held({piece for piece in pieces(words) if piece.kind == "name part"}))).order_by("name", "id")


def exactly_called(words: str, *, but: UUID) -> list[Person]:
    """People in sight whose name, or what they like to be called, is just this, however it is written; two at most, but for one."""
    asked = fold(words)
    if not asked:
        return []
    found = [person for person in called_something_like(words).exclude(id=but) if asked in (fold(person.name), fold(person.likes_to_be_called))]
    whole = [person for person in found if fold(person.name) == asked]
    return (whole or found)[:2]


def gifts_of(person_id: UUID, *, on: date) -> QuerySet[Gift]:
    """What they bring, as far as it still holds."""
    return Gift.objects.filter(Q(until__isnull=True) | Q(until__gt=on), person_id=person_id).order_by("at", "id")


def circle_of(person_id: UUID) -> list[InTheirLife]:
    """Everybody who is or was in their life, with the rings they stood on in `places`; two queries."""
    return list(InTheirLife.objects.filter(person_id=person_id).prefetch_related(Prefetch("places", Closeness.objects.order_by("since"))).order_by("at", "id"))


def names_in_their_life(person_id: UUID, *, on: date) -> list[str]:
    """The names of the people who are in their life on a day, as they were written down."""
    now = InTheirLife.objects.filter(Q(until__isnull=True) | Q(until__gt=on), person_id=person_id)
    return list(now.order_by("at", "id").values_list("name", flat=True))


def held(one: InTheirLife) -> Held:
    """As the plain rules take somebody of a circle."""
    return Held(one.since, one.until, tuple(Placed(place.ring, place.since) for place in one.places.all()))


def looks_at_circle(person_id: UUID) -> list[date]:
    """The days on which their circle was gone through as a whole; the first began it."""
    return list(CircleLook.objects.filter(person_id=person_id).order_by("on").values_list("on", flat=True))
