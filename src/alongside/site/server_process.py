"""Whether a PostgreSQL server runs on some data: its number alone proves nothing, for numbers are used again."""

from __future__ import annotations

import time
from pathlib import Path

import psutil


def running(data: Path) -> int | None:
    """The process that serves this data, or None. Its number alone proves nothing: numbers are used again."""
    try:
        number = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
        return number if str(data) in psutil.Process(number).cmdline() else None
    except (OSError, ValueError, psutil.Error):
        return None


def may_work_in(data: Path, process: psutil.Process) -> bool:
    """Whether this is, or for all we can see might be, a process of a server on this data."""
    try:
        return process.name().startswith("postgres") and Path(process.cwd()).samefile(data)
    except psutil.AccessDenied:
        return process.uids().real == data.stat().st_uid
    except (OSError, psutil.Error):
        return False


def put_away_after_a_crash(data: Path, socket: Path) -> None:
    """After a kill -9 the server's two lock files stay, and a process that took over its number would keep us from starting.

    While any process of the old server still works in the folder, they are what keeps two servers off the same data.
    """
    left = [data / "postmaster.pid", socket / ".s.PGSQL.5432.lock"]
    patience = time.monotonic() + 20  # seconds; the old server's processes end by themselves in less than one
    while any(file.exists() for file in left) and time.monotonic() < patience:
        if not any(may_work_in(data, process) for process in psutil.process_iter()):
            for file in left:
                file.unlink(missing_ok=True)
        time.sleep(0.1)
