"""`python -m bench.one_import PACKAGE SAMPLE`: in a process of its own, a package read and loaded, again unchanged, and a sample saved one by one.

Its answer is one line of JSON. How much memory it took is known once it has loaded twice, before anything else is done.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import django

from .processor import of_backend

MIB = 1024
"""Kibibytes in it: Linux tells the peak of a process in kibibytes, macOS in bytes."""
_WRITTEN = """
    SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 ORDER BY relname
"""


def main() -> None:
    """Twice all, then a few."""
    django.setup()
    content, sample = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])
    bare = _peak()
    first, again = _load(content), _load(content)
    peak = _peak()
    print(json.dumps({"first": first, "again": again, "bare": bare, "peak": peak, "one_by_one": _one_by_one(content, sample)}))


def _peak() -> float:
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return taken / MIB / (MIB if sys.platform == "darwin" else 1)


def _load(content: bytes) -> dict[str, Any]:
    """Seconds of reading and validating and of storing, what was done, and which tables were written to, by how many rows."""
    from django.db import connection
    from django.utils import timezone

    from alongside.directory.actions import load_entries
    from alongside.exchange.files.reading import read_package
    from alongside.trail.doing import acting

    from .directory_load import BENCH

    began, now, spent = time.perf_counter(), timezone.now(), _processor()
    read = read_package(content)
    if read.left_out:
        raise RuntimeError(f"The bench's own package has a bad row: {read.left_out[0]}")
    seen = time.perf_counter()
    with acting(BENCH, purpose="bench", at=now):
        done = load_entries(read.listings, source="A package", by=BENCH, at=now)
        with connection.cursor() as cursor:
            cursor.execute(_WRITTEN)
            written = dict(cursor.fetchall())
    return {"read": seen - began, "store": time.perf_counter() - seen, "processor": _processor() - spent, "done": asdict(done), "written": written}


def _processor() -> float:
    """Seconds of a processor that this process and its database have taken: however many others want one, these are the same."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    return time.process_time() + of_backend(backend) / 1000


def _one_by_one(content: bytes, sample: int) -> dict[str, float]:
    """Seconds for so many: the same reading, then each looked for, validated by the model and saved with its sessions, as Django does it."""
    from django.utils import timezone

    from alongside.directory.models import Entry, Session, Source
    from alongside.exchange.files.reading import read_package

    began, spent = time.perf_counter(), _processor()
    read = read_package(content)
    share = sample / len(read.listings)
    reading, reading_spent = (time.perf_counter() - began) * share, (_processor() - spent) * share
    began, spent = time.perf_counter(), _processor()
    source = Source.objects.create(name="One by one")
    kept = {field.name for field in Entry._meta.concrete_fields}
    for one in read.listings[:sample]:
        given = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(one).items() if name in kept}
        key = given.pop("source_key")
        entry = Entry.objects.filter(source=source, source_key=key).first() or Entry(source=source, source_key=key)
        for name, value in (given | {"digest": one.digest}).items():
            setattr(entry, name, value)
        entry.full_clean()
        entry.save()
        for said in one.meets:
            held = {name: getattr(said, name) for name in said.__dataclass_fields__}
            session = Session.objects.filter(entry=entry, ended_at__isnull=True, **held).first() or Session(entry=entry, at=timezone.now(), **held)
            session.full_clean(exclude=["by"])
            session.save()
    return {"seconds": reading + time.perf_counter() - began, "processor": reading_spent + _processor() - spent}


if __name__ == "__main__":
    main()
