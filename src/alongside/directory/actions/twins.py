"""One group told twice: looked for, put together, taken apart again, or said to be two. Nothing is deleted, and every source goes on being read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import Entry, LikelyTwins, TwinsJudged
from ..twins import returning
from ..twins.likeness import reasons_kept, twins_among
from ..twins.parts import CONFIRMED, PARTS, later_confirmed, plain, taken
from ..twins.queries import judged_between, tellers
from .keeping import WHAT_WE_KNOW, say
from .tagging import _found_by_them

NOT_THERE = Sentence("One of the two is not in the directory any more.")
THE_SAME = Sentence("These are not two entries, but one.")
TOGETHER_ALREADY = Sentence("“%(name)s” was put together with another entry meanwhile. Look at that one.")
IT_IS_GONE = Sentence("“%(name)s” is not there any more. Let the other one stay, or say first that it is there after all.")
NOT_TOGETHER = Sentence("These two are not put together any more.")


@action
def look_for_twins(*, by: Actor, at: datetime) -> int:
    """Compare all entries in use; how many pairs look alike. What people said of a pair stands, whatever is found."""
    found = twins_among(tellers())
    LikelyTwins.objects.all().delete()
    rows = [LikelyTwins(one_id=UUID(two.one.key), other_id=UUID(two.other.key), sure=two.sure, reasons=reasons_kept(two.reasons)) for two in found]
    LikelyTwins.objects.bulk_create(rows, batch_size=2_000)
    leave_trace("looked for twins", about=f"{len(found)} pairs", at=at)
    return len(found)


@action
def put_together(stays_id: UUID, other_id: UUID, parts: Collection[str] = (), *, by: Actor, at: datetime) -> TwinsJudged:
    """Both are one: the first stays, with what it says but for these `parts`, of which the other's words are kept. The other is found no more."""
    permissions.may_keep(by)
    stays, other = _both(stays_id, other_id)
    for one in (stays, other):
        if one.same_as_id is not None:
            raise Refused(TOGETHER_ALREADY, name=one.name)
    if stays.withdrawn_on is not None and other.withdrawn_on is None:
        raise Refused(IT_IS_GONE, name=stays.name)
    judged_between(stays.id, other.id).update(ended_at=at, ended_by=by.id)
    made = TwinsJudged(stays=stays, other=other, verdict="one", by_id=by.id, at=at)
    fields = [name for part in parts for name in PARTS[part]]
    _take_over(made, fields, timezone.localdate(at).isoformat())
    stays.save()
    made.save(force_insert=True)
    Entry.objects.filter(Q(id=other.id) | Q(same_as=other)).update(same_as=stays)
    _found_by_them([stays.id, other.id])
    leave_trace("put two entries together", about=f"entry {stays.id} {other.id}", at=at)
    return made


@action
def take_apart(judged_id: UUID, *, by: Actor, at: datetime) -> TwinsJudged:
    """They are two after all: both are as they were, with what was written since where it was written."""
    permissions.may_keep(by)
    judged = TwinsJudged.objects.filter(id=judged_id, verdict="one", ended_at__isnull=True).first()
    if judged is None:
        raise Refused(NOT_TOGETHER)
    judged.stays, judged.other = _both(judged.stays_id, judged.other_id)
    back = returning.with_what_went_into(judged.other_id)
    for later in returning.give_back(judged):
        later.save(update_fields=["took"])
    judged.stays.save()
    judged.ended_at, judged.ended_by_id = at, by.id
    judged.save()
    Entry.objects.filter(id__in=back).update(same_as=judged.other_id)
    Entry.objects.filter(id=judged.other_id).update(same_as=None)
    _found_by_them([judged.stays.same_as_id or judged.stays_id, judged.other_id])
    leave_trace("took two entries apart", about=f"entry {judged.stays_id} {judged.other_id}", at=at)
    return judged


@action
def say_they_are_two(one_id: UUID, other_id: UUID, *, by: Actor, at: datetime) -> TwinsJudged:
    """They only look alike: nobody is asked again."""
    permissions.may_keep(by)
    one, other = _both(one_id, other_id)
    said = judged_between(one.id, other.id).first()
    if said is not None and said.verdict == "one":
        raise Refused(TOGETHER_ALREADY, name=other.name)
    said = said or TwinsJudged.objects.create(stays=one, other=other, verdict="two", by_id=by.id, at=at)
    leave_trace("said that two entries are two", about=f"entry {one.id} {other.id}", at=at)
    return said


@action
def take_back_that_they_are_two(judged_id: UUID, *, by: Actor, at: datetime) -> None:
    """They may be one after all."""
    permissions.may_keep(by)
    TwinsJudged.objects.filter(id=judged_id, verdict="two", ended_at__isnull=True).update(ended_at=at, ended_by=by.id)
    leave_trace("took back that two entries are two", about=f"twinsjudged {judged_id}", at=at)


def _both(one_id: UUID, other_id: UUID) -> tuple[Entry, Entry]:
    if one_id == other_id:
        raise Refused(THE_SAME)
    rows = Entry.objects.select_for_update(of=("self",)).select_related("source").filter(id__in=(one_id, other_id)).order_by("id")
    held = {entry.id: entry for entry in rows}
    if len(held) != 2:
        raise Refused(NOT_THERE)
    return held[one_id], held[other_id]


def _take_over(judged: TwinsJudged, fields: list[str], on: str) -> None:
    """The other's words, as if one of us had put the entry right with them: its source does not write over them, and what it says stands beside."""
    stays, other = judged.stays, judged.other
    if other.confirmed_on is not None and later_confirmed(stays, other) is other:
        fields = [*fields, *CONFIRMED]
    for name in fields:
        before, after = plain(getattr(stays, name)), plain(getattr(other, name))
        if before == after:
            continue
        ours = name in stays.put_right
        judged.took[name] = {"before": before, "after": after, "put_right": ours}
        say(stays, {name: taken(name, after)})
        if stays.source.name == WHAT_WE_KNOW or name in (*CONFIRMED, "room_on"):
            continue
        if not ours:
            stays.source_says = {**stays.source_says, name: before}
        stays.put_right = {**stays.put_right, name: on}
