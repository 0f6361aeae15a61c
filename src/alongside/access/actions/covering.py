"""Covering for a colleague who is away, and ending it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.access import covers, permissions, rules
from alongside.access.models import Cover, Covered
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace, one_at_a_time


@action
def arrange_cover(
    away_id: UUID, covering_id: UUID | None, *, since: date, last_day: date, people: Sequence[UUID] = (), everybody: bool = False, by: Actor, at: datetime
) -> Cover:
    """A colleague is away for these days, and another stands in for them, with everybody or with some; it ends by itself."""
    today = timezone.localdate(at)
    team_id = permissions.team_to_arrange_for(by, away_id, covers.teams_walked_in(away_id, on=today))
    days = rules.days_of_cover(since, last_day, today=today)
    rules.somebody_else_covers(away_id, covering_id)
    rules.some_people(people, everybody=everybody)
    one_at_a_time(away_id)
    walked = set(covers.walked_with_by(away_id, on=today).values_list("person_id", flat=True))
    chosen = sorted(walked if everybody else walked & set(people))
    if covering_id is not None:
        covers.can_stand_in(covering_id, away_id, days)
        covers.covered_by_nobody_else(away_id, chosen, days, everybody=everybody)
    made = Cover.objects.create(
        away_id=away_id, covering_id=covering_id, since=days.since, until=days.until, everybody=everybody, team_id=team_id, by_id=by.id, at=at
    )
    if not everybody:
        Covered.objects.bulk_create([Covered(cover=made, person_id=person, by_id=by.id, at=at) for person in chosen])
    leave_trace("arranged cover", *chosen, about=f"cover {made.id}", at=at)
    return made


@action
def change_last_day(cover: Cover, last_day: date, *, by: Actor, at: datetime) -> Cover:
    """They are back sooner, or stay away longer: another last day, for the same people and whoever covers."""
    today = timezone.localdate(at)
    permissions.may_change_cover(by, cover.away_id, cover.team_id, covers.teams_walked_in(cover.away_id, on=today))
    one_at_a_time(cover.away_id)
    cover.refresh_from_db()
    if cover.ended_at is not None or cover.until <= today:
        raise Refused(Sentence("It is over already. Arrange it anew."))
    days = rules.another_last_day(cover.since, last_day, today=today)
    people = covers.covered_people(cover, on=today)
    # Of days that are asked for anew: on the others it holds already.
    if cover.covering_id is not None and days.until > cover.until:
        longer = rules.Days(cover.until, days.until)
        covers.can_stand_in(cover.covering_id, cover.away_id, longer)
        covers.covered_by_nobody_else(cover.away_id, people, longer, everybody=cover.everybody)
    cover.until = days.until
    cover.save(update_fields=["until"])
    leave_trace("changed the days of cover", *people, about=f"cover {cover.id}", at=at)
    return cover


@action
def end_cover(cover: Cover, *, by: Actor, at: datetime) -> Cover:
    """They are back, or it was a mistake: whoever covered sees no more of it from their next page on."""
    today = timezone.localdate(at)
    permissions.may_change_cover(by, cover.away_id, cover.team_id, covers.teams_walked_in(cover.away_id, on=today))
    if cover.ended_at is None:
        cover.ended_at, cover.ended_by_id = at, by.id
        cover.save(update_fields=["ended_at", "ended_by"])
    leave_trace("ended cover", *covers.covered_people(cover, on=today), about=f"cover {cover.id}", at=at)
    return cover


@action
def go_on_with_cover(cover: Cover, *, by: Actor, at: datetime) -> Cover:
    """It was ended by mistake, and goes on until its last day after all."""
    today = timezone.localdate(at)
    permissions.may_change_cover(by, cover.away_id, cover.team_id, covers.teams_walked_in(cover.away_id, on=today))
    if cover.until <= today:
        raise Refused(Sentence("Its last day has passed. Arrange it anew."))
    one_at_a_time(cover.away_id)
    cover.refresh_from_db()
    people = covers.covered_people(cover, on=today)
    if cover.covering_id is not None and cover.ended_at is not None:
        still = rules.Days(max(cover.since, today), cover.until)
        covers.can_stand_in(cover.covering_id, cover.away_id, still)
        covers.covered_by_nobody_else(cover.away_id, people, still, everybody=cover.everybody)
    cover.ended_at, cover.ended_by_id = None, None
    cover.save(update_fields=["ended_at", "ended_by"])
    leave_trace("arranged cover", *people, about=f"cover {cover.id}", at=at)
    return cover
