"""A run of its own: a server made and filled, every page asked for in turn, the barest page, a person's and django-helpdesk's beside them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from alongside.site import embedded

from . import report
from .own_server import migrated, own_server

HELPDESK = "django-helpdesk ticket, 25 follow-ups"
BARE, PERSON = "bare signed-in page", "person page, 25 lines"
SHORT = {BARE: "bare page", PERSON: "person", HELPDESK: "django-helpdesk"}
MOST_QUERIES, MOST_OF_HELPDESK = 12, 0.2
"""As of a person's page and of the desk: queries, and the share of what django-helpdesk's ticket page with 25 follow-ups costs of a processor."""


@contextmanager
def a_server(name: str) -> Iterator[str]:
    """A server with a migrated database of this name; gives the address of another, for django-helpdesk."""
    with own_server() as (cluster, _home):
        cluster.make_database("bench_helpdesk")
        migrated(cluster, name)
        yield cluster.url("owner", "bench_helpdesk")


def asked_in_turn(pages: list[Any], rounds: int, helpdesk: str) -> list[dict[str, Any]]:
    """Each page a few times in each round, in another order each time."""
    from . import peer

    asked = [*pages, peer.HelpDesk(helpdesk)] if peer.is_here() else pages
    chance = random.Random(1)
    for page in asked:
        page.warm(5)
    for _round in range(rounds):
        chance.shuffle(asked)
        for page in asked:
            page.measure(2)
    for page in asked:
        page.close()
    return rows_of(page.measured for page in asked)


def rows_of(measured: Any) -> list[dict[str, Any]]:
    """What was measured, the peers first."""
    found = sorted(measured, key=lambda one: (one.what not in SHORT, one.what))
    peers = {one.what: one for one in found if one.what in SHORT}
    return [report.row_of(one, peers) for one in found]


def targets(rows: list[dict[str, Any]], most: dict[str, int] | None = None) -> list[report.Target]:
    """Of every page what was promised of a person's and of the desk: its queries (or as many as `most` says), and its processor beside django-helpdesk's."""
    ours = [row for row in rows if row["what"] not in SHORT]
    found = [report.Target(f"{row['what']}: queries", row["queries"], (most or {}).get(row["what"], MOST_QUERIES), unit="") for row in ours]
    beside = [row for row in ours if HELPDESK in row["cpu against"]]
    return found + [report.Target(f"{one['what']}: CPU against {HELPDESK}", one["cpu against"][HELPDESK], MOST_OF_HELPDESK) for one in beside]


def tell(kind: str, filled: dict[str, Any], machine: dict[str, Any], rows: list[dict[str, Any]], found: list[report.Target]) -> None:
    """Printed, and kept as a file."""
    print(f"{', '.join(f'{many:,} {what}' for what, many in filled.items())}.\n{machine}\n")
    report.print_pages(rows, SHORT)
    report.print_targets(found)
    report.write(embedded.ROOT / f"test-output/bench-{kind}.json", {"machine": machine, **filled, "pages": rows}, found)
