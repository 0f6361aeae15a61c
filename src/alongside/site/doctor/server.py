"""The database server: what is saved is saved, and its log holds nobody's words."""

from __future__ import annotations

import time

from .asking import check, counted, one, rows

OLDEST = 160_000


@check("The database server is PostgreSQL 16 or newer.", mend="Move to a newer server: back up, then restore there.", stops_serving=True)
def _version() -> str | None:
    found = int(one("SHOW server_version_num"))
    return f"The server is PostgreSQL {found // 10_000}." if found < OLDEST else None


@check(
    "What is saved is on the disk before anybody is told so.", mend="Set fsync = on and synchronous_commit = on in postgresql.conf; start without -c fsync=off."
)
def _on_disk() -> str | None:
    off = [name for name in ("fsync", "synchronous_commit") if one(f"SHOW {name}") == "off"]
    return f"{counted(off)} is off: a power cut can lose what people were told is saved." if off else None


@check("A power cut cannot tear a page of the database.", mend="Set full_page_writes = on in postgresql.conf.")
def _whole_pages() -> str | None:
    return None if one("SHOW full_page_writes") == "on" else "full_page_writes is off."


@check("The database notices when its disk returns something else than was written.", mend="Stop the server and run pg_checksums --enable.")
def _checksums() -> str | None:
    return None if one("SHOW data_checksums") == "on" else "Data checksums are off."


@check(
    "The database's log holds nobody's words.",
    mend="Set log_statement = none, log_min_duration_statement = -1, log_min_error_statement = panic and log_error_verbosity = terse.",
)
def _quiet_log() -> str | None:
    wanted = {"log_statement": "none", "log_min_duration_statement": "-1", "log_min_error_statement": "panic", "log_error_verbosity": "terse"}
    loud = [name for name, value in rows("SELECT name, setting FROM pg_settings WHERE name = ANY (%s)", [list(wanted)]) if value != wanted[name]]
    return f"Statements, and with them what people typed, can reach the server's log: {counted(sorted(loud))}." if loud else None


@check("The clocks of this machine and of the database agree.", mend="Let both take the time from the network (NTP).")
def _clocks() -> str | None:
    apart = abs(float(one("SELECT extract(epoch FROM clock_timestamp())")) - time.time())
    return f"They are {apart:.0f} seconds apart: the trail would tell the wrong moments." if apart > 2 else None


@check("The database has connections to spare.", mend="Raise max_connections, or serve with fewer threads.")
def _connections() -> str | None:
    most, used = int(one("SHOW max_connections")), int(one("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"))
    return f"{used} of {most} connections are in use." if used > most * 0.8 else None
