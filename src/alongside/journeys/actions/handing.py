"""Handing people over to another coordinator, from a day on and for good; and taking that back, whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.journeys import handing, permissions, rules
from alongside.journeys.models import Alongside, HandedOver, HandOver, Step, Visit, Waiting
from alongside.journeys.words import A_MANAGER_HANDS_OVER, NO_SEAT_TO_TAKE_THEM
from alongside.teams.models import Staff
from alongside.trail.doing import action, leave_trace, one_at_a_time

_MODELS: tuple[tuple[str, type[Step | Waiting | Visit]], ...] = (("steps", Step), ("waits", Waiting), ("visits", Visit))


@action
def hand_over(
    giver_id: UUID,
    taker_id: UUID,
    *,
    since: date,
    people: Sequence[UUID] = (),
    everybody: bool = False,
    words: str = "",
    by: Actor,
    at: datetime,
) -> HandOver:
    """From a day on somebody else walks alongside these people; what is still to be done goes over too, and the past stays whose it was.

    Rows say at once who will do it; until the day comes, pages go on to say who does (`desk/sql`).
    """
    teams = permissions.teams_to_hand_over_in(by, handing.teams_worked_in(giver_id))
    one_at_a_time(giver_id)
    walks = [walk for walk in handing.walks_of(giver_id, teams) if everybody or walk.person_id in people]
    chosen = sorted(walk.person_id for walk in walks)
    rules.a_hand_over(giver_id, taker_id, since, chosen, today=timezone.localdate(at))
    for person_id in chosen:
        one_at_a_time(person_id)
    if handing.sees_none_of(taker_id, chosen, on=since):
        raise Refused(NO_SEAT_TO_TAKE_THEM, name=Staff.objects.get(id=taker_id).name, field="taker")
    made = HandOver.objects.create(giver_id=giver_id, taker_id=taker_id, since=since, by_id=by.id, at=at)
    for goes in handing.what_goes(walks, giver_id, taker_id, since=since):
        _goes_over(made, goes, words.strip(), by=by, at=at)
        leave_trace("handed over", goes.person.id, about=f"hand-over {made.id}", at=at)
    return made


def _goes_over(made: HandOver, goes: handing.Goes, words: str, *, by: Actor, at: datetime) -> None:
    person_id, ended = goes.person.id, goes.walk
    # Whoever began on a day to come never did.
    ended.until = max(made.since, ended.since)
    ended.save(update_fields=["until"])
    began = None
    if not Alongside.objects.filter(person_id=person_id, coordinator_id=made.taker_id, until__isnull=True).exists():
        began = Alongside.objects.create(person_id=person_id, coordinator_id=made.taker_id, since=made.since, by_id=by.id, at=at)
    rows = {name: list(getattr(goes, name)) for name, _ in _MODELS}
    for name, model in _MODELS:
        model.objects.filter(id__in=rows[name]).update(staff_id=made.taker_id)
    HandedOver.objects.create(hand_over=made, person_id=person_id, words=words, ended=ended, began=began, **rows, by_id=by.id, at=at)


@action
def take_back_hand_over(made: HandOver, *, by: Actor, at: datetime) -> HandOver:
    """As if it had not been: everybody who is still with whoever took over goes back, with what is still open. What was written meanwhile stays.

    A manager takes back those whom their teams hold; the others of the same hand-over are for theirs to take back.
    """
    teams = permissions.teams_to_hand_over_in(by, handing.teams_worked_in(made.giver_id))
    people = handing.handed_in(made, teams)
    if not people:
        raise NotYours(A_MANAGER_HANDS_OVER)
    one_at_a_time(made.giver_id)
    for person_id in people:
        one_at_a_time(person_id)
    made.refresh_from_db()
    if made.undone_at is not None:
        raise Refused(Sentence("This was undone already."))
    back = [one.handed for one in handing.what_comes_back(made) if one.goes_back and one.handed.person_id in people]
    if not back:
        raise Refused(Sentence("Nobody is left to go back: everybody has been handed on since, or left. Hand them over anew."))
    keys = handing.rows_to_give_back(made, [one.person_id for one in back])
    for _, model in _MODELS:
        model.objects.filter(id__in=keys[model]).update(staff_id=made.giver_id)
    for one in back:
        began, ended = one.began, one.ended
        one.began, one.taken_back_at = None, at
        one.save(update_fields=["began", "taken_back_at"])
        if began is not None:
            # Handed on and taken back since: that row holds on to this walk no more.
            HandedOver.objects.filter(ended=began, taken_back_at__isnull=False).update(ended=None)
            Alongside.objects.filter(id=began.id).delete()
        ended.until = None
        ended.save(update_fields=["until"])
        leave_trace("took back a hand-over", one.person_id, about=f"hand-over {made.id}", at=at)
    if handing.all_are_back(made):
        made.undone_at, made.undone_by_id = at, by.id
        made.save(update_fields=["undone_at", "undone_by"])
    return made


@action
def read_of_hand_over(made: HandOver, *, by: Actor, at: datetime) -> HandOver:
    """Whoever takes over has read of it: it need not stand on their day any more."""
    if made.taker_id != by.id:
        raise NotYours(Sentence("Only whoever takes over says that they have read it."))
    if made.read_at is None:
        made.read_at = at
        made.save(update_fields=["read_at"])
    people = HandedOver.objects.filter(hand_over=made).order_by("person_id").values_list("person_id", flat=True)
    leave_trace("read that they were handed over", *people, about=f"hand-over {made.id}", at=at)
    return made
