"""The whole run, in this order: write the neighbourhood, load the directory, ask for every page in turn, weigh the server."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.db import connections
from django.utils import timezone

from . import by_copy, peer
from .directory_load import load
from .house import open_house
from .lives import lives
from .pages import Page, pages
from .peer import HelpDesk
from .report import Target, row_of

OURS, PLAIN, TODAY, BARE, HELLO = "person page, 25 lines", "person page without the trail", "Today", "same rows, bare driver", "bare signed-in page"
SHORT = {BARE: "driver", HELLO: "bare page", PLAIN: "no trail", peer.NAME: "helpdesk"}


def fill(people: int, say: Callable[[str], None]) -> None:
    """Everybody, by COPY."""
    today = timezone.localdate()
    staff = open_house(people, today=today)
    by_copy.write(lives(people, len(staff), today=today), staff, progress=lambda many: say(f"{many:,} people written"))
    settle()


def settle() -> None:
    """What the database does by itself within minutes of so much writing."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def measure(rounds: int, helpdesk_url: str | None, say: Callable[[str], None]) -> list[dict[str, Any]]:
    """Every page in turn, a few answers at a time and in another order each round, so that whatever else the machine does hits all alike."""
    asked: list[Page | HelpDesk] = [*pages()]
    if helpdesk_url and peer.is_here():
        asked.append(HelpDesk(helpdesk_url))
    else:
        say("django-helpdesk is not measured: make bench installs it.")
    chance = random.Random(1)
    for page in asked:
        page.warm(15)
    for number in range(rounds):
        chance.shuffle(asked)
        for page in asked:
            page.measure(5)
        say(f"round {number + 1} of {rounds}")
    for page in asked:
        page.close()
    measured = [page.measured for page in asked]
    peers = {one.what: one for one in measured if one.what in SHORT}
    order = [OURS, PLAIN, TODAY, "people, a team's", HELLO, BARE, peer.NAME]
    rows = [row_of(one, peers) for one in measured]
    return sorted(rows, key=lambda row: (order.index(row["what"]) if row["what"] in order else len(order), row["what"]))


def targets(rows: list[dict[str, Any]], loads: dict[str, Any]) -> list[Target]:
    """What was promised (S1, S5 of the house's promises), beside what was found."""
    by_name = {row["what"]: row for row in rows}
    found = []
    for name in (OURS, TODAY):
        row = by_name[name]
        if peer.NAME in row["cpu against"]:
            found.append(Target(f"{name}: CPU against django-helpdesk's ticket", row["cpu against"][peer.NAME], 0.2, 0.05))
        found.append(Target(f"{name}: queries", row["queries"], 12, unit=""))
    found.append(Target(f"{OURS}: CPU against the bare driver", by_name[OURS]["cpu against"][BARE], 20, 10))
    growth = [by_name[name] for name in ("person page, 20 notes", "person page, 2,000 notes")]
    found.append(Target("person page with 1 note: queries", by_name["person page, 1 notes"]["queries"], 12, unit=""))
    found.append(Target("person page with 2,000 notes: queries", growth[1]["queries"], 12, unit=""))
    found.append(Target("2,000 notes, 400 more lines, against 20: milliseconds", growth[1]["ms"] / growth[0]["ms"], 1.5, 1.2))
    alone = by_name["person page, 2,000 notes, changes alone"]
    found.append(Target("changes alone among 2,400 lines, against 20 notes: milliseconds", alone["ms"] / growth[0]["ms"], 1.5, 1.2))
    found.append(Target("directory: a file at once against validated and saved one by one", loads["first"] / loads["one_by_one"], 1 / 40, 1 / 80))
    found.append(Target("directory: the same file again, seconds", loads["again"], 1, unit=" s"))
    return found


def directory(entries: int, sample: int) -> dict[str, Any]:
    """The directory's figures."""
    return asdict(load(entries, sample))
