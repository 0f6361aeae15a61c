"""What we build on is always the same, and is what we think it is."""

from __future__ import annotations

from tests.house import locks


def test_everything_is_locked():
    assert [str(fault) for fault in locks.faults()] == []


def test_a_part_that_is_missing_loose_or_without_a_hash_is_found():
    lock = "django==5.2.1 \\\n    --hash=sha256:ab\npsycopg>=3 \\\n    --hash=sha256:ab\njinja2==3.1\n"
    assert [fault.sentence.split()[0] for fault in locks.in_lock("a.txt", lock, ["django>=5", "numpy>=2"])] == ["numpy", "psycopg", "jinja2"]
