"""Two records turn out to be one person's, or two people's after all."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from alongside.access import joining as carrying
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.people.actions import remember_again
from alongside.people.models import Holding, Joining, NotTheSame, Person, Whereabouts
from alongside.people.permissions import may_join, may_part, may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time


@action
def join(kept: Person, other: Person, *, taking: list[str], by: Actor, at: datetime) -> Joining:
    """Everything of the other is carried to the one, whose key holds from now on. `taking` names columns whose words are taken from the other."""
    for key in sorted((kept.id, other.id)):
        one_at_a_time(key)
    may_be_joined(kept, other, by=by)
    known = {f"{table}.{column}" for table, columns in carrying.TAKEN.items() for column in columns}
    joining = Joining.objects.create(person=kept, other=other, by_id=by.id, at=at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_join(%s, %s::text[])", [joining.id, sorted(known & set(taking))])
    leave_trace("joined two records", kept.id, other.id, about=f"joining {joining.id}", at=at)
    return joining


def may_be_joined(kept: Person, other: Person, *, by: Actor) -> None:
    """Refuses what cannot be joined by whoever asks, in the sentence that mends it."""
    if kept.id == other.id:
        raise Refused(Sentence("These are not two records: it is one."))
    held = {key: frozenset(Holding.objects.filter(person_id=key).values_list("team_id", flat=True)) for key in (kept.id, other.id)}
    may_join(by, held[kept.id], held[other.id])
    if Whereabouts.objects.filter(person_id__in=held).count() < len(held):
        raise NotYours(Sentence("Where one of them lives is protected, and the list of who may know would change. Ask somebody who is on it to join them."))


@action
def part(joining: Joining, *, by: Actor, at: datetime) -> None:
    """Undo a joining, whole: everything carried over goes home, everything set aside comes back, and what was written since stays where it is.
    What protects where they are protects both from then on."""
    one_at_a_time(joining.person_id)
    joining.refresh_from_db()
    may_be_parted(joining, by=by)
    if joining.undone_at:
        raise Refused(Sentence("This was undone already."))
    if Joining.objects.filter(person_id=joining.person_id, undone_at__isnull=True, id__gt=joining.id).exists():
        raise Refused(Sentence("Another record was joined to this one later. Undo that first."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_part(%s)", [joining.id])
    leave_trace("parted two records", joining.person_id, joining.other_id, about=f"joining {joining.id}", at=at)
    for person in Person.objects.filter(id__in=(joining.person_id, joining.other_id)):
        remember_again(person, by=by, at=at)


def may_be_parted(joining: Joining, *, by: Actor) -> None:
    """Refuses what cannot be parted by whoever asks: where they are is theirs to know, and no team gets what only a manager of both gives."""
    may_write(by)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sees_where, held_by, other_held_by FROM people_parting(%s)", [joining.id])
        sees_where, held_by, other_held_by = cursor.fetchone()
    if not sees_where:
        raise NotYours(Sentence("Where they are is protected, and would be on both pages. Ask somebody who is on the list to part them."))
    may_part(by, frozenset(held_by), frozenset(other_held_by))


@action
def tell_apart(person: Person, other: Person, *, by: Actor, at: datetime) -> None:
    """They are two people: nobody is asked again."""
    may_write(by)
    one, two = sorted((person.id, other.id))
    NotTheSame.objects.get_or_create(person_id=one, other_id=two, defaults={"by_id": by.id, "at": at})
    leave_trace("told two people apart", person.id, other.id, about=f"person {one}", at=at)
