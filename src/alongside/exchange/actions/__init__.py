"""Bringing a spreadsheet in: keeping it, settling its doubts, loading its people, taking all of it back, confirming it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, all_or_nothing, leave_trace, one_at_a_time
from alongside.web.planning import plans_kept

from .. import permissions, progress, words
from ..caseload.book import Book, as_json
from ..caseload.mapping import read_mapping
from ..models import MovingIn, PlannedPage, SheetRow
from ..planned import counted, made_of, pages_of
from ..reading import DryRun, dry_run, known_as_json, known_from_json, who_is_known, with_known
from .loading import Loading

__all__ = ["begin_to_load", "bring", "confirm", "forget_old", "load", "look_again", "say_it_broke_off", "settle", "take_back", "throw_away"]


@action
def bring(book: Book, mapping: str, *, whose_id: UUID | None = None, by: Actor, at: datetime) -> MovingIn:
    """A file waits to be looked at; nobody in it has a record yet."""
    permissions.team_to_bring_into(by)
    read_mapping(mapping)
    moving = MovingIn.objects.create(by_id=by.id, at=at, whose_id=whose_id or by.id, name=book.name, mapping=mapping, book=as_json(book))
    _look(moving, by=by, at=at)
    leave_trace("brought a spreadsheet", about=f"moving in {moving.id}", at=at)
    return moving


def _look(moving: MovingIn, *, by: Actor, at: datetime, afresh: bool = False) -> DryRun:
    """Read it as it would be loaded, ask the house of each of its people whether somebody like them is known, and keep what is shown."""
    on = timezone.localdate(at)
    before = {} if afresh else {asked: None if found is None else known_from_json(moving.known)[asked] for asked, found in moving.known.items()}
    run = dry_run(moving, by=by, on=on)
    known = who_is_known(run.understood.people, before)
    moving.known = known_as_json(known)
    run = with_known(run, {asked: found for asked, found in known.items() if found}, moving.settled)
    _keep_plan(moving, run, by=by, on=on)
    leave_trace("asked whether somebody is known", about=f"moving in {moving.id}", purpose="moving in", outcome="done", at=at)
    return run


def _keep_plan(moving: MovingIn, run: DryRun, *, by: Actor, on: date) -> None:
    """Its pages in place of those before, with what they were made of and their numbers."""
    PlannedPage.objects.filter(moving_id=moving.id).delete()
    PlannedPage.objects.bulk_create(pages_of(run, moving, by=by, on=on), batch_size=200)
    moving.counted = {**moving.counted, **counted(run)}
    moving.plan = made_of(moving, by=by, on=on)
    moving.save(update_fields=["known", "counted", "plan"])


@action
def look_again(moving: MovingIn, *, by: Actor, at: datetime) -> None:
    """Make what is shown anew: another day has come, or somebody works here who did not."""
    permissions.team_to_bring_into(by)
    on = timezone.localdate(at)
    _keep_plan(moving, dry_run(moving, by=by, on=on), by=by, on=on)
    leave_trace("read a spreadsheet again", about=f"moving in {moving.id}", at=at)


@action
def settle(moving: MovingIn, chosen: Mapping[str, str], *, by: Actor, at: datetime) -> None:
    """What somebody chose of the doubts; an empty choice opens a doubt again."""
    permissions.team_to_bring_into(by)
    if moving.loaded_at:
        raise Refused(words.LOADED_ALREADY)
    _not_while_loading(moving)
    settled = {**moving.settled, **chosen}
    moving.settled = {key: choice for key, choice in settled.items() if choice != "-"}
    moving.save(update_fields=["settled"])
    _look(moving, by=by, at=at)
    leave_trace("settled doubts of a spreadsheet", about=f"moving in {moving.id}", at=at)


@action
def load(moving: MovingIn, *, by: Actor, at: datetime, each: Callable[[int], object] = lambda done: None) -> MovingIn:
    """Everybody in it comes in, all of them or nobody; `each` is told how many have."""
    team_id = permissions.team_to_bring_into(by)
    one_at_a_time(moving.id)
    moving.refresh_from_db()
    if moving.loaded_at and not moving.undone_at:
        raise Refused(words.LOADED_ALREADY)
    # Somebody may have been introduced since the file was brought.
    with plans_kept():
        run = _look(moving, by=by, at=at, afresh=True)
    if not run.decided.coming:
        raise Refused(words.NOTHING_TO_LOAD)
    with plans_kept(), all_or_nothing():
        Loading(moving, run, team_id, by, at).everybody(each)
    with connection.cursor() as cursor:
        cursor.execute("SELECT changed_together()")
        moving.together = cursor.fetchone()[0]
    moving.loaded_at, moving.undone_at, moving.begun_at, moving.broke_off = at, None, None, ""
    moving.save(update_fields=["loaded_at", "together", "undone_at", "begun_at", "broke_off"])
    leave_trace("loaded a spreadsheet", about=f"moving in {moving.id}", at=at)
    return moving


@action
def begin_to_load(moving: MovingIn, *, by: Actor, at: datetime) -> None:
    """It is asked for, and goes on beside the pages."""
    permissions.team_to_bring_into(by)
    one_at_a_time(moving.id)
    moving.refresh_from_db()
    if moving.loaded_at and not moving.undone_at:
        raise Refused(words.LOADED_ALREADY)
    _not_while_loading(moving)
    moving.begun_at, moving.broke_off = at, ""
    moving.save(update_fields=["begun_at", "broke_off"])
    leave_trace("began to load a spreadsheet", about=f"moving in {moving.id}", at=at)


@action
def say_it_broke_off(moving: MovingIn, why: str, *, by: Actor, at: datetime) -> None:
    """Nobody came in: whoever brought it is told why, and may try again."""
    permissions.team_to_bring_into(by)
    moving.begun_at, moving.broke_off = None, why
    moving.save(update_fields=["begun_at", "broke_off"])
    leave_trace("could not load a spreadsheet", about=f"moving in {moving.id}", outcome="refused", at=at)


def _not_while_loading(moving: MovingIn) -> None:
    if progress.how_far(moving):
        raise Refused(words.IS_LOADING)


@action
def take_back(moving: MovingIn, *, by: Actor, at: datetime) -> tuple[int, list[UUID]]:
    """Undo the whole of it: how many went, and those who stay because something was written about them since."""
    permissions.team_to_bring_into(by)
    one_at_a_time(moving.id)
    moving.refresh_from_db()
    if moving.confirmed_at:
        raise Refused(words.CONFIRMED_ALREADY)
    if not moving.loaded_at or moving.undone_at:
        raise Refused(words.NOT_LOADED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id, stays FROM take_back_moving_in(%s)", [moving.id])
        found = cursor.fetchall()
    stay = [person for person, stays in found if stays]
    gone = [person for person, stays in found if not stays]
    if not stay:
        moving.loaded_at = moving.together = None
    else:
        moving.undone_at = at
    moving.counted = {**moving.counted, "stayed": len(stay)}
    moving.save(update_fields=["undone_at", "counted", "loaded_at", "together"])
    for person in gone:
        leave_trace("took back what a spreadsheet brought", person, about=f"moving in {moving.id}", at=at)
    leave_trace("took back a spreadsheet", about=f"moving in {moving.id}", at=at)
    return len(gone), stay


@action
def confirm(moving: MovingIn, *, by: Actor, at: datetime) -> None:
    """All is well: what the sheet said is not needed any more, and goes; from now on nothing is undone."""
    permissions.team_to_bring_into(by)
    if not moving.loaded_at:
        raise Refused(words.NOT_LOADED)
    SheetRow.objects.filter(moving_id=moving.id).delete()
    PlannedPage.objects.filter(moving_id=moving.id).delete()
    moving.confirmed_at, moving.book, moving.known, moving.settled, moving.plan = at, {}, {}, {}, ""
    moving.save(update_fields=["confirmed_at", "book", "known", "settled", "plan"])
    leave_trace("confirmed a spreadsheet", about=f"moving in {moving.id}", at=at)


@action
def throw_away(moving: MovingIn, *, by: Actor, at: datetime) -> None:
    """It is not to be loaded after all."""
    permissions.team_to_bring_into(by)
    if moving.loaded_at and not moving.undone_at:
        raise Refused(words.LOADED_ALREADY)
    _not_while_loading(moving)
    PlannedPage.objects.filter(moving_id=moving.id).delete()
    leave_trace("threw away a spreadsheet", about=f"moving in {moving.id}", at=at)
    moving.delete()


def forget_old() -> None:
    """What has waited too long to be loaded goes; it is nobody's record."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT forget_old_moving_in()")
