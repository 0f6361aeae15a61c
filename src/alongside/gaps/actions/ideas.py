"""What is missing becomes the idea of a group, with what was heard and from how many."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from alongside.directory.models import Gap
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.groups import actions as groups
from alongside.groups.actions.life import Described
from alongside.groups.queries import steps_of
from alongside.trail.doing import action, leave_trace, one_at_a_time
from alongside.web.vocabulary import say

from .. import permissions
from ..models import Bundle, Idea
from ..where import where_most_lie
from ..words import GONE_ON, HEARD_FROM, IDEA_ALREADY, IT_WAS_NO_IDEA, NOBODY_LEFT, TAKEN_APART

MOST_WORDS = 12
"""Wishes whose very words are carried over; how many there are is said of all."""


@action
def begin_a_group(bundle: Bundle, *, by: Actor, at: datetime) -> Idea:
    """A group at “interest heard”, carrying the words of the wishes, how many would come and where most of them lie; each leads to the other."""
    permissions.may_keep(by, bundle.team_id)
    one_at_a_time(bundle.team_id)
    if bundle.apart_at is not None:
        raise Refused(TAKEN_APART, name=bundle.name)
    if Idea.objects.filter(bundle=bundle, taken_back_at__isnull=True).exists():
        raise Refused(IDEA_ALREADY, name=bundle.name)
    wishes = list(Gap.objects.filter(together__bundle=bundle, together__left_at__isnull=True, ended_at__isnull=True).order_by("id"))
    if not wishes:
        raise Refused(NOBODY_LEFT)
    many = sum(gap.how_many for gap in wishes)
    heard = "\n".join([say(HEARD_FROM, by.vocabulary, wishes=len(wishes), many=many), *(f"“{gap.words}”" for gap in wishes[:MOST_WORDS])])
    where = bundle.locality or where_most_lie(bundle)
    given = Described(bundle.name, locality_id=where.id if where else None)
    group = groups.hear(given, heard, on=timezone.localdate(at), many=many, gap=bundle.id, by=by, at=at)
    made = Idea.objects.create(bundle=bundle, group=group, by_id=by.id, at=at)
    leave_trace("began a group with what is missing", about=f"missing {bundle.id} group {group.id}", at=at)
    return made


@action
def take_back_idea(idea: Idea, *, by: Actor, at: datetime) -> Idea:
    """It was no idea for a group after all: the group ends where it began, and the wishes are as free as before."""
    permissions.may_keep(by, idea.bundle.team_id)
    one_at_a_time(idea.bundle.team_id)
    if idea.taken_back_at is not None:
        return idea
    stood = [one.stage for one in steps_of(idea.group)]
    if stood not in (["heard"], ["heard", "ended"]):
        raise Refused(GONE_ON)
    if stood == ["heard"]:
        groups.step(idea.group, "ended", say(IT_WAS_NO_IDEA, by.vocabulary), on=timezone.localdate(at), by=by, at=at)
    idea.taken_back_at, idea.taken_back_by_id = at, by.id
    idea.save(update_fields=["taken_back_at", "taken_back_by"])
    leave_trace("took back the idea of a group", about=f"missing {idea.bundle_id} group {idea.group_id}", at=at)
    return idea
