"""What one process writes the next search of another knows: added, put right, gone, tagged, encoded, and only once it is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from django.db import transaction

from alongside.directory.actions import encode_some, keep_entry, load_tags, put_right, say_gone, say_of_tags, say_there_after_all
from alongside.directory.closeness.encoder import known_encoder
from alongside.directory.models import Entry, Tag
from alongside.directory.tagging.published import read_published
from tests.building import a_coordinator, as_, now
from tests.conftest import CLUSTER
from tests.directory.conftest import LOADER
from tests.directory.test_kept_true import SHED
from tests.directory.test_tagging import CAUSES

ANOTHER = """
import json, sys
import django
django.setup()
from django.db import transaction
from django.utils import timezone
from alongside.directory.queries import find
from alongside.directory.wishing import Wish
for line in sys.stdin:
    with transaction.atomic():
        found = find(Wish(json.loads(line), today=timezone.localdate()))
    print(json.dumps([one.offer.name for one in (*found.near, *found.apart)]), flush=True)
"""

Search = Callable[[str], list[str]]


@pytest.fixture
def search(committed: str) -> Iterator[Search]:
    """Searches in a process of its own, which is there from the beginning and goes on."""
    settings = {**os.environ, "DATABASE_URL": CLUSTER.url("app", committed), "DATABASE_OWNER_URL": CLUSTER.url("owner", committed), "ALONGSIDE_MEANING": "1"}
    with subprocess.Popen([sys.executable, "-c", ANOTHER], env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as another:

        def ask(words: str) -> list[str]:
            another.stdin.write(json.dumps(words) + "\n")
            another.stdin.flush()
            return json.loads(another.stdout.readline())

        assert ask("pigeons") == []
        yield ask
        another.stdin.close()
        assert another.wait(timeout=20) == 0


def test_another_process_knows_at_its_next_search_what_this_one_kept(search: Search) -> None:
    sam = a_coordinator()
    with as_(sam):
        entry = keep_entry(replace(SHED, name="The loft", description="Homing pigeons are kept and raced."), by=sam, at=now())
    assert search("pigeons") == ["The loft"]
    with as_(sam):
        put_right(entry.id, replace(SHED, name="The hutch", description="Rabbits are kept and shown."), by=sam, at=now())
    assert (search("pigeons"), search("rabbits")) == ([], ["The hutch"])
    with as_(sam):
        say_gone(entry.id, by=sam, at=now())
    assert search("rabbits") == []
    with as_(sam):
        say_there_after_all(entry.id, by=sam, at=now())
    assert search("rabbits") == ["The hutch"]
    with as_(LOADER):
        load_tags(read_published(CAUSES.encode()), by=LOADER, at=now())
    assert search("cats") == []
    with as_(sam):
        say_of_tags([(Entry.objects.get(id=entry.id), Tag.objects.get(name="Cats"))], "accepted", by=sam, at=now())
    assert search("cats") == ["The hutch"]
    assert search("bunnies") == []
    with transaction.atomic():
        assert encode_some(known_encoder()) == 1
    assert search("bunnies") == ["The hutch"]


def test_what_is_being_written_is_found_once_it_is_kept_though_something_newer_was_read_before(search: Search) -> None:
    sam = a_coordinator()

    def begin(name: str) -> Entry:
        with as_(sam):
            return keep_entry(replace(SHED, name=name, description="Homing pigeons."), by=sam, at=now())

    newer = begin("The dovecote")
    assert search("pigeons") == ["The dovecote"]
    with transaction.atomic():
        begin("The loft")
        Entry.objects.using("owner").filter(id=newer.id).update(name="The old dovecote")
        assert search("pigeons") == ["The old dovecote"]
    assert set(search("pigeons")) == {"The loft", "The old dovecote"}
    with transaction.atomic():
        begin("Another loft")
        transaction.set_rollback(True)
    assert set(search("pigeons")) == {"The loft", "The old dovecote"}
