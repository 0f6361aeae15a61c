"""Funding streams, what each wants to hear about, and who reads what its money did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.teams.models import Organisation, Staff
from alongside.trail.doing import action, leave_trace

from .. import permissions, queries, words
from ..models import FundingStream, StreamReader
from ..rules import some_name


@action
def add_stream(organisation: Organisation, name: str, *, kind: str, wants_to_hear: str = "", by: Actor, at: datetime) -> FundingStream:
    """Money of one more place."""
    permissions.may_keep_posts(by, queries.teams_of(organisation.id))
    name = _its_own_name(organisation, name)
    made = FundingStream.objects.create(id=new_key(), organisation=organisation, name=name, kind=kind, wants_to_hear=wants_to_hear.strip())
    leave_trace("added a funding stream", about=f"stream {made.id}", at=at)
    return made


@action
def put_stream_right(stream: FundingStream, name: str, *, kind: str, wants_to_hear: str, by: Actor, at: datetime) -> FundingStream:
    """What it is called, where it comes from, what it wants to hear about."""
    permissions.may_keep_posts(by, queries.teams_of(stream.organisation_id))
    stream.name = _its_own_name(stream.organisation, name, but=stream)
    stream.kind, stream.wants_to_hear = kind, wants_to_hear.strip()
    stream.save(update_fields=["name", "kind", "wants_to_hear"])
    leave_trace("put a funding stream right", about=f"stream {stream.id}", at=at)
    return stream


@action
def choose_readers(stream: FundingStream, readers: Iterable[Staff], *, by: Actor, at: datetime) -> None:
    """These commissioners of the organisation, and no others, read what its money did."""
    permissions.may_keep_posts(by, queries.teams_of(stream.organisation_id))
    chosen = {one.id for one in readers}
    if not chosen <= set(queries.commissioners(stream.organisation, on=timezone.localdate(at)).values_list("id", flat=True)):
        raise Refused(words.NO_COMMISSIONER, field="readers")
    StreamReader.objects.filter(stream=stream).exclude(staff_id__in=chosen).delete()
    held = set(StreamReader.objects.filter(stream=stream).values_list("staff_id", flat=True))
    for one in sorted(chosen - held):
        StreamReader.objects.create(id=new_key(), stream=stream, staff_id=one)
    leave_trace("chose who reads a funding stream", about=f"stream {stream.id}", at=at)


def _its_own_name(organisation: Organisation, name: str, but: FundingStream | None = None) -> str:
    name = some_name(name, ask=words.NAME_A_STREAM, field="name")
    others = queries.streams_of(organisation).filter(name__iexact=name)
    if others.exclude(id=but.id if but else None).exists():
        raise Refused(words.ANOTHER_OF_THAT_NAME, name=name, field="name")
    return name
