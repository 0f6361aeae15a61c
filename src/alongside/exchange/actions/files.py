"""A file of entries is brought, loaded whole or not at all, or thrown away."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from alongside.directory.actions import load_entries
from alongside.directory.actions.keeping import WHAT_WE_KNOW
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..files.reading import Read
from ..models import BroughtFile, Feed
from .feeds_read import MOST_LEFT_OUT

A_WHILE = timedelta(minutes=10)
"""Loading that began so long ago has broken off."""
KEPT_FOR = timedelta(days=30)
OURS = Sentence("This is what we call what we know ourselves. Give the file’s source a name of its own.")
READ_AS_FEED = Sentence("“%(name)s” is read from its feed, every night. Give the file’s source a name of its own.")
NO_FILE = Sentence("This file is not here any more. Bring it again.")
IS_LOADED = Sentence("This file is loaded already.")
BEING_LOADED = Sentence("This file is being loaded already.")


@dataclass(frozen=True)
class Bringing:
    """A file and what is said of it."""

    name: str
    content: bytes
    source_name: str
    licence: str = ""
    kind: str = "service"
    is_package: bool = False
    meanings: dict[str, str] = field(default_factory=dict)
    """What each column of a sheet means."""


@action
def bring_file(said: Bringing, *, by: Actor, at: datetime) -> BroughtFile:
    """It waits; nothing of it is on the noticeboard yet."""
    permissions.may_connect(by)
    name = " ".join(said.source_name.split())
    source_is_free(name)
    about = {
        "name": said.name[:200],
        "source_name": name,
        "licence": said.licence.strip(),
        "kind": said.kind,
        "is_package": said.is_package,
        "meanings": said.meanings,
    }
    made = BroughtFile.objects.create(**about, content=said.content, by_id=by.id, at=at)
    leave_trace("brought a file of entries", about=f"file {made.id}", at=at)
    return made


@action
def say_what_columns_mean(file_id: UUID, meanings: dict[str, str], kind: str, *, by: Actor, at: datetime) -> BroughtFile:
    """It is read so from now on, and the next file of its source too."""
    permissions.may_connect(by)
    file = _held(file_id)
    if file.begun_at is not None and at - file.begun_at < A_WHILE:
        raise Refused(BEING_LOADED)
    file.meanings, file.kind = meanings, kind
    file.save(update_fields=["meanings", "kind"])
    leave_trace("said what the columns of a file mean", about=f"file {file.id}", at=at)
    return file


def source_is_free(name: str) -> None:
    """Refuses a source that something else writes."""
    if name == WHAT_WE_KNOW:
        raise Refused(OURS, field="name")
    if Feed.objects.filter(source__name=name, ended_at__isnull=True).exists():
        raise Refused(READ_AS_FEED, name=name, field="name")


@action
def begin_to_load_file(file_id: UUID, *, by: Actor, at: datetime) -> BroughtFile:
    """From now on it is being loaded."""
    permissions.may_connect(by)
    file = _held(file_id)
    if file.begun_at is not None and at - file.begun_at < A_WHILE:
        raise Refused(BEING_LOADED)
    file.begun_at, file.said = at, ""
    file.save(update_fields=["begun_at", "said"])
    leave_trace("began to load a file of entries", about=f"file {file.id}", at=at)
    return file


@action
def load_file(file_id: UUID, read: Read, *, by: Actor, at: datetime) -> BroughtFile:
    """Everything that was read of it goes into the directory, all of it or none."""
    permissions.may_connect(by)
    file = _held(file_id)
    source_is_free(file.source_name)
    done = load_entries(read.listings, source=file.source_name, licence=file.licence, over=read.over, by=by, at=at)
    file.done, file.left_out = {**asdict(done), "left_out": len(read.left_out)}, read.left_out[:MOST_LEFT_OUT]
    file.loaded_at, file.begun_at, file.content, file.said = at, None, None, ""
    file.save()
    leave_trace("loaded a file of entries", about=f"file {file.id}", at=at)
    return file


@action
def say_why_not_loaded(file_id: UUID, why: str, *, by: Actor, at: datetime) -> None:
    """Nothing of it was loaded, and why."""
    permissions.may_connect(by)
    BroughtFile.objects.filter(id=file_id, loaded_at__isnull=True).update(said=why, begun_at=None)
    leave_trace("did not load a file of entries", about=f"file {file_id}", at=at)


@action
def throw_file_away(file_id: UUID, *, by: Actor, at: datetime) -> None:
    """It is not here any more; of one that was loaded, what came of it stays."""
    permissions.may_connect(by)
    _held(file_id).delete()
    leave_trace("threw a file of entries away", about=f"file {file_id}", at=at)


@action
def forget_old_files(*, by: Actor, at: datetime) -> int:
    """What has waited too long to be loaded goes."""
    permissions.may_connect(by)
    gone, _ = BroughtFile.objects.filter(loaded_at__isnull=True, at__lt=at - KEPT_FOR).delete()
    leave_trace("cleared old files of entries away", about=f"{gone} files", at=at)
    return gone


def _held(file_id: UUID) -> BroughtFile:
    file = BroughtFile.objects.select_for_update().filter(id=file_id).first()
    if file is None:
        raise Refused(NO_FILE)
    if file.loaded_at is not None:
        raise Refused(IS_LOADED)
    return file
