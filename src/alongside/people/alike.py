"""Which records in sight may be one person's, weighed and with reasons; asked afresh each time, so that nothing is old."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from alongside.foundation.words import Sentence

from .matching.blocking import pairs_between
from .matching.comparing import compare
from .matching.describing import Described, describe
from .matching.explaining import reasons
from .matching.knowing import weights
from .matching.rarity import IN_GENERAL
from .matching.weighing import ONE, likenesses, usual_priors, weigh
from .models import Person, Whereabouts

MOST = 3000
"""Pairs that are weighed, those with the most in common first; a page shows some of them."""
LEAST = 0.4
"""Below this nobody is asked to look."""
ALMOST_CERTAINLY, PROBABLY = 0.95, 0.7


@dataclass(frozen=True)
class Alike:
    """Two records, how likely they are one person's (0 to 1), and why."""

    one: Person
    other: Person
    probability: float
    reasons: tuple[Sentence, ...]

    @property
    def strength(self) -> str:
        """As it is said."""
        return "almost certainly" if self.probability >= ALMOST_CERTAINLY else "probably" if self.probability >= PROBABLY else "perhaps"


def described(person: Person, where: Whereabouts | None) -> Described:
    """Somebody as the engine compares them, as far as the one who asks may see them."""
    return describe(
        name=person.name,
        called=person.likes_to_be_called,
        born=person.date_of_birth,
        phone=where.phone if where else "",
        postcode=where.postcode if where else "",
        address=where.address if where else "",
    )


def alike(of: UUID | None = None) -> list[Alike]:
    """The likeliest first: of one person, or of everybody in sight."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT one, other, known FROM likely_same(%s, %s)", [of, MOST])
        rows = cursor.fetchall()
    if not rows:
        return []
    people, told = _told({key for one, other, _known in rows for key in (one, other)})
    pairs = [(one, other) for one, other, _known in rows if one in people and other in people]
    compared = [compare(told[one], told[other]) for one, other in pairs]
    met = likenesses([(told[one], told[other], likeness) for (one, other), likeness in zip(pairs, compared, strict=True)], IN_GENERAL)
    likely = usual_priors(rows[0][2]).shares(weigh(met, weights()))[:, ONE]
    found = [
        Alike(people[one], people[other], float(probability), tuple(reasons(likeness)))
        for (one, other), likeness, probability in zip(pairs, compared, likely, strict=True)
        if probability >= LEAST
    ]
    return sorted(found, key=lambda pair: (-round(pair.probability, 3), pair.one.name, pair.one.id, pair.other.id))


def likest(asked: Described, people: Collection[Person], *, most: int = 5) -> list[tuple[Person, list[Sentence]]]:
    """Of people in sight those likest to somebody who is being introduced, with what speaks for it and against it."""
    here, told = _told({person.id for person in people})
    compared = {key: compare(asked, known) for key, known in told.items()}
    if not compared:
        return []
    met = likenesses([(asked, told[key], likeness) for key, likeness in compared.items()], IN_GENERAL)
    likely = usual_priors(len(compared)).shares(weigh(met, weights()))[:, ONE]
    best = sorted(zip(compared, likely, strict=True), key=lambda pair: (-pair[1], here[pair[0]].name, pair[0]))[:most]
    return [(here[key], reasons(compared[key])) for key, _probability in best]


def already_here(asked: Sequence[Described], *, most: int = 5) -> list[list[Alike]]:
    """For each entry of a file those in sight who may be it, the likeliest first; whoever has no telling piece in common is never compared."""
    here = list(Person.objects.order_by("id"))
    where = {found.person_id: found for found in Whereabouts.objects.all()}
    told = [described(person, where.get(person.id)) for person in here]
    pairs = sorted(pairs_between(asked, told))
    if not pairs:
        return [[] for _entry in asked]
    compared = [compare(asked[one], told[other]) for one, other in pairs]
    met = likenesses([(asked[one], told[other], likeness) for (one, other), likeness in zip(pairs, compared, strict=True)], IN_GENERAL)
    likely = usual_priors(len(asked) + len(here)).shares(weigh(met, weights()))[:, ONE]
    found: dict[int, list[Alike]] = {}
    for (one, other), likeness, probability in zip(pairs, compared, likely, strict=True):
        if probability >= LEAST:
            found.setdefault(one, []).append(Alike(here[other], here[other], float(probability), tuple(reasons(likeness))))
    return [sorted(found.get(place, ()), key=lambda pair: (-round(pair.probability, 3), pair.one.name, pair.one.id))[:most] for place in range(len(asked))]


def why(one: Person, other: Person) -> list[Sentence]:
    """What speaks for two being one, and against it."""
    _people, told = _told({one.id, other.id})
    return reasons(compare(told[one.id], told[other.id]))


def _told(keys: Collection[UUID]) -> tuple[dict[UUID, Person], dict[UUID, Described]]:
    people = {person.id: person for person in Person.objects.filter(id__in=keys)}
    where = {found.person_id: found for found in Whereabouts.objects.filter(person_id__in=keys)}
    return people, {key: described(person, where.get(key)) for key, person in people.items()}
