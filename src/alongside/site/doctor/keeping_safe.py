"""Backups, heads of the trail, room on the disk, and who may read the files."""

from __future__ import annotations

import os
import shutil
import stat
import time
from pathlib import Path

from django.conf import settings

from alongside.trail.chain import Head, faults
from alongside.trail.exported import heads_from_text
from alongside.trail.queries import newest_head, stored_lines

from .asking import check

LAST_LINES = 1000
A_DAY_AND_A_BIT = 26 * 3600


@check("The last lines of the trail hold.", mend="Change nothing; run alongside verify-trail and tell whoever answers for information governance.")
def _last_lines() -> str | None:
    newest = newest_head()
    lines = stored_lines(after=max(newest.seq - LAST_LINES, 0)) if newest else iter(())
    first = next(lines, None)
    return next(faults(lines, after=Head(first.seq, first.hash)), None) if first else None


def _newest(folder: str) -> Path | None:
    found = [path for path in Path(folder).iterdir() if path.suffix == ".age" and path.is_file()]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


@check("There is a backup of the last day.", mend="Run alongside backup FOLDER --recipient KEY every night, and set ALONGSIDE_BACKUPS to that folder.")
def _backup() -> str | None:
    folder = os.environ.get("ALONGSIDE_BACKUPS")
    if not folder:
        return "Where backups are is not told."
    newest = _newest(folder)
    if newest is None:
        return "There is none."
    hours = (time.time() - newest.stat().st_mtime) / 3600
    return f"The newest is {hours:.0f} hours old." if hours * 3600 > A_DAY_AND_A_BIT else None


@check(
    "A head of the trail of the last day is kept elsewhere, and agrees.",
    mend="Run alongside verify-trail --write-head FILE every day, and set ALONGSIDE_HEADS to that file.",
)
def _heads() -> str | None:
    file = os.environ.get("ALONGSIDE_HEADS")
    if not file:
        return "Where heads are kept is not told: a trail that was cut or rolled back would not show."
    path = Path(file)
    kept = list(heads_from_text(path.read_text().splitlines()))
    if not kept or time.time() - path.stat().st_mtime > A_DAY_AND_A_BIT:
        return "No head was kept within the last day."
    newest = max(kept, key=lambda head: head.seq)
    here = next(stored_lines(after=newest.seq - 1), None)
    return (
        None
        if here and (here.seq, here.hash) == (newest.seq, newest.hash)
        else "The newest head is not a line of this trail: it was cut, rolled back or rewritten."
    )


@check("There is room on the disk.", mend="Make room, or give it a larger disk; a full disk stops every note.")
def _room() -> str | None:
    for folder in filter(None, (os.environ.get("ALONGSIDE_EMBEDDED"), os.environ.get("ALONGSIDE_BACKUPS"), str(settings.ROOT))):
        disk = shutil.disk_usage(folder)
        if disk.free < max(disk.total * 0.1, 2_000_000_000):
            return f"{disk.free / 1_000_000_000:.1f} GB are left of {disk.total / 1_000_000_000:.0f}."
    return None


@check(
    "The database's files and secrets are closed to others on this machine.", mend="chmod 600 secrets.json, chmod 700 postgres, in the folder ALONGSIDE_HOME."
)
def _files() -> str | None:
    folder = os.environ.get("ALONGSIDE_EMBEDDED")
    if not folder:
        return None
    wanted = {"secrets.json": 0o600, "postgres": 0o700}
    open_to_others = [name for name, mode in wanted.items() if stat.S_IMODE(Path(folder, name).stat().st_mode) & ~mode]
    return f"{' and '.join(open_to_others)} may be read by others." if open_to_others else None


@check("Backups are closed to others on this machine.", mend="chmod 600 the backups, chmod 700 their folder.")
def _backup_files() -> str | None:
    folder = os.environ.get("ALONGSIDE_BACKUPS")
    newest = _newest(folder) if folder else None
    return "The newest backup may be read by others." if newest and stat.S_IMODE(newest.stat().st_mode) & 0o077 else None
