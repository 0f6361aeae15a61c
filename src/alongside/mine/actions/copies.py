"""Making somebody's own copy, and the links by which they read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace

from .. import rules, words
from ..addresses import new_reference
from ..models import Copy, EasyLine, Line, Link


@action
def make_copy(person: Person, parts: Iterable[str], rows: Iterable[UUID], *, told: list[rules.Told], by: Actor, at: datetime) -> Copy:
    """Keep a copy as it is given to them: the parts that were ticked, and of notes only those ticked one by one."""
    may_write(by)
    wanted = rules.some_part(parts)
    made = Copy.objects.create(person=person, parts=wanted, by_id=by.id, at=at)
    lines = [
        Line(
            person=person,
            copy=made,
            place=place,
            part=one.part,
            voice=one.voice,
            says=one.says,
            more=one.more,
            on=one.on,
            of=one.of,
            row=one.row,
            by_id=by.id,
            at=at,
        )
        for place, one in enumerate(rules.chosen(told, wanted, rows))
    ]
    Line.objects.bulk_create(lines)
    # Links that hold show the newest copy, and so what was chosen for it.
    Link.objects.filter(person=person, ended_at__isnull=True).update(shows_who_looked="looks" in wanted)
    leave_trace("made their own copy", person.id, about=f"own copy {made.id}", at=at)
    return made


@action
def write_easy_read(person: Person, written: Iterable[rules.EasyTold], *, by: Actor, at: datetime) -> list[EasyLine]:
    """Their copy in Easy Read, as somebody wrote it and chose its pictures; it takes the place of the one before."""
    may_write(by)
    kept = rules.easy_lines(written)
    EasyLine.objects.filter(person=person).delete()
    made = [EasyLine(person=person, place=place, part=line.part, words=line.words, **_chosen(line), by_id=by.id, at=at) for place, line in enumerate(kept)]
    EasyLine.objects.bulk_create(made)
    leave_trace("wrote it in Easy Read", person.id, about=f"own copy {person.id}", at=at)
    return made


def _chosen(line: rules.EasyTold) -> dict[str, object]:
    ours = line.picture in {word.stored for word in words.PICTURES}
    return {"picture": line.picture} if ours else {"picture": "", "chosen": UUID(line.picture)}


@action
def give_link(person: Person, *, until: date, by: Actor, at: datetime) -> Link:
    """An address at which they read their copy until a day; it opens nothing without the code that goes with it."""
    may_write(by)
    rules.a_last_day(until, timezone.localdate(at))
    newest = Copy.objects.filter(person=person).order_by("-at").first()
    if newest is None:
        raise Refused(words.NO_COPY_YET)
    link = Link.objects.create(person=person, reference=new_reference(), until=until, shows_who_looked="looks" in newest.parts, by_id=by.id, at=at)
    leave_trace("gave them a link", person.id, about=f"link {link.id}", at=at)
    return link


@action
def end_link(link: Link, *, by: Actor, at: datetime) -> None:
    """The link opens nothing any more, and whoever reads by it sees nothing more from the next page."""
    may_write(by)
    if link.ended_at is None:
        link.ended_at, link.ended_by_id = at, by.id
        link.save(update_fields=["ended_at", "ended_by"])
    leave_trace("ended a link", link.person_id, about=f"link {link.id}", at=at)


@action
def new_code(link: Link, *, by: Actor, at: datetime) -> None:
    """Another code for the same link: the old one was forgotten, overheard, or tried too often. Whoever reads by the old one sees nothing more."""
    may_write(by)
    if link.ended_at is not None or link.until <= timezone.localdate(at):
        raise Refused(words.LINK_OVER)
    link.code_number += 1
    link.save(update_fields=["code_number"])
    leave_trace("gave a new code", link.person_id, about=f"link {link.id}", at=at)
