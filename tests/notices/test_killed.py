"""The worker is killed at any point, again and again: nothing is lost, nothing that was taken goes again, and what nobody can know is shown."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.urls import reverse

from alongside.notices.models import Notice
from alongside.teams.permissions import ON_THE_MACHINE
from tests.building import a_coordinator, as_, signed_in
from tests.conftest import CLUSTER, ROOT

from .conftest import posted
from .mail_server import PLACES, Remembering, a_mail_server

KILLS = int(os.environ.get("ALONGSIDE_KILLS", "60"))
PATIENCE = 60.0
"""Seconds until something that was to happen has failed to."""
ENOUGH = 8
"""So many wait at least, so that whoever is killed had something to do."""


class Nursery:
    """Where workers come from, and where the one that lives is killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process, self.living = process, 0

    def worker(self) -> int:
        """One that lives from now on."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("one\n")
        self.process.stdin.flush()
        self.living = int(self.process.stdout.readline())
        return self.living

    def kill(self) -> None:
        """With no time to say anything."""
        with suppress(ProcessLookupError):
            os.kill(self.living, signal.SIGKILL)


@contextmanager
def a_nursery(database: str, port: int) -> Iterator[Nursery]:
    here = {name: os.environ[name] for name in ("PATH", "ALONGSIDE_SECRET_KEY", "DJANGO_SETTINGS_MODULE")}
    mail = {"ALONGSIDE_EMAIL_HOST": "127.0.0.1", "ALONGSIDE_EMAIL_PORT": str(port), "ALONGSIDE_EMAIL_TLS": "0"}
    urls = {"DATABASE_URL": CLUSTER.url("app", database), "DATABASE_OWNER_URL": CLUSTER.url("owner", database)}
    environment = {**here, **mail, **urls, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), "ALONGSIDE_HTTPS": "0"}
    command = [sys.executable, "-m", "tests.notices.nursery"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        nursery = Nursery(process)
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield nursery
        finally:
            nursery.kill()
            process.kill()


def states() -> Counter[str]:
    with as_(ON_THE_MACHINE):
        return Counter(Notice.objects.values_list("state", flat=True))


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def until(so, *, patience: float = PATIENCE) -> None:
    end = time.monotonic() + patience
    while not so():
        assert time.monotonic() < end, f"It did not come to it: {states()}"
        time.sleep(0.01)


def killed_once(nursery: Nursery, server: Remembering, chance: random.Random) -> None:
    """A worker lives, and is killed: at a place in its conversation, or at any moment at all."""
    worker = nursery.worker()
    if chance.random() < 0.5:
        server.kill, server.where = worker, chance.choice(PLACES)
        until(lambda: is_gone(worker))
    else:
        time.sleep(chance.random() * 0.25)
        nursery.kill()
        until(lambda: is_gone(worker))


def test_killed_at_any_point_nothing_is_lost_nothing_goes_again_and_what_is_uncertain_is_shown(committed):
    sam, chance, numbers = a_coordinator(), random.Random(6), []
    with a_mail_server() as (server, port), a_nursery(committed, port) as nursery:
        for _ in range(KILLS):
            if states()["waiting"] < ENOUGH:
                numbers += [posted(sam).message_id for _ in range(2)]
            killed_once(nursery, server, chance)
        nursery.worker()
        until(lambda: not states().keys() & {"waiting", "handing over"})

        with as_(ON_THE_MACHINE):
            became = dict(Notice.objects.values_list("message_id", "state"))
        # Nothing is lost, and nothing came that was not sent.
        assert sorted(became) == sorted(numbers)
        assert set(server.taken) <= set(numbers)
        # Nothing goes twice by itself.
        assert set(server.taken.values()) == {1}
        # What is said to have gone was taken; what was taken is said to have gone, or that it may have.
        assert {number for number, state in became.items() if state == "gone"} <= set(server.taken)
        uncertain = {number for number, state in became.items() if state == "may have gone"}
        assert set(server.taken) - uncertain == {number for number, state in became.items() if state == "gone"}
        # And the test was where it hurts: killed with the words there, before and after they were taken.
        assert uncertain & set(server.taken)
        assert uncertain - set(server.taken)
        assert set(server.killed) == set(PLACES)

        page = signed_in(sam).get(reverse("notices:outbox")).content.decode()
        assert page.count("/came/") == len(uncertain)

        # Sent again, each goes under its own number, and nothing else does.
        for notice in _uncertain_ones():
            signed_in(sam).post(reverse("notices:send again", args=[notice.id]))
        until(lambda: set(states()) == {"gone"}, patience=PATIENCE + KILLS)
        assert {number for number, times in server.taken.items() if times == 2} <= uncertain
        assert set(server.taken) == set(numbers)


def _uncertain_ones() -> list[Notice]:
    with as_(ON_THE_MACHINE):
        return list(Notice.objects.filter(state="may have gone"))
