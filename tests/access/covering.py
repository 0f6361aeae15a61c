"""Cover as tests arrange it, and what it shows to whom."""

from __future__ import annotations

from datetime import timedelta

from alongside.access.actions import arrange_cover
from alongside.people.models import Person
from alongside.trail.doing import acting
from alongside.trail.models import Entry
from tests.building import as_, now, today

A_WEEK = timedelta(days=7)


def cover(away, covering, *, by=None, since=None, last_day=None, people=()):
    with as_(by or away):
        return arrange_cover(
            away.id,
            covering and covering.id,
            since=since or today(),
            last_day=last_day or today() + A_WEEK,
            people=people,
            everybody=not people,
            by=by or away,
            at=now(),
        )


def sees(actor, person) -> bool:
    with acting(actor):
        return Person.objects.filter(id=person).exists()


def last_line_of(actor) -> tuple:
    with acting(actor):
        return Entry.objects.filter(actor_id=actor.id).order_by("-seq").values_list("verb", "people", "about", "purpose").first()
