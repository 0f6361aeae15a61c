"""`python -m bench`: what `alongside bench` runs, with a database server of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from alongside.site import embedded

from .own_server import migrated, own_server

NOTES_EACH = 20


def main() -> None:
    """Make a server, measure, print, and leave nothing behind but the figures."""
    parser = argparse.ArgumentParser(prog="alongside bench", description="Measure pages, as ratios, beside stated peers.")
    parser.add_argument("--small", action="store_true", help="1,000 people and few rounds: to see that it runs, not to measure")
    parser.add_argument("--people", type=int, help="how many people (20,000)")
    parser.add_argument("--rounds", type=int, help="how many rounds of five answers a page (40)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the database here, and use it again the next time")
    given = parser.parse_args()
    people = given.people or (1_000 if given.small else 20_000)
    rounds = given.rounds or (6 if given.small else 40)
    with own_server(given.keep) as (cluster, home):
        _with(cluster, people, rounds, home)


def _say(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{words:<70}", end="\r", file=sys.stderr, flush=True)


def _with(cluster: embedded.Cluster, people: int, rounds: int, home: Path) -> None:
    name = f"bench_{people}"
    cluster.drop_database("bench_helpdesk")
    cluster.make_database("bench_helpdesk")
    migrated(cluster, name)
    from django.utils import timezone

    from alongside.foundation.actor import Role
    from alongside.teams.models import Staff

    from . import moving_in, report, same, server, whole
    from .house import somebody_alone

    machine = report.machine()
    if not Staff.objects.exists():
        whole.fill(people, _say)
    loads = whole.directory(people, max(people // 40, 100))
    whole.settle()
    rows = whole.measure(rounds, cluster.url("owner", "bench_helpdesk"), _say)
    held, peaks = server.memory()
    started = server.demo_start(home)
    _say("writing who may stand there twice")
    twice = same.measure(min(people, 18_000), somebody_alone(today=timezone.localdate()))
    _say("bringing a sheet in")
    moved = moving_in.measure(min(people, 5_000), somebody_alone(today=timezone.localdate(), role=Role.MANAGER))
    targets = [*whole.targets(rows, loads), *same.targets(twice), *moving_in.targets(moved)]
    found = {
        "machine": machine,
        "people": people,
        "notes": people * NOTES_EACH,
        "pages": rows,
        "directory": loads,
        "may stand there twice": same.told(twice),
        "moving in": moving_in.told(moved),
        "server MiB": held,
        "server peaks MiB": peaks,
        "demo start s": started,
    }
    _say("")
    print(f"{people:,} people, {people * NOTES_EACH:,} notes, {loads['entries']:,} directory entries; PostgreSQL as it ships, every commit on disk.")
    print(f"{machine}\n")
    report.print_pages(rows, whole.SHORT)
    print(f"\nDirectory: {loads['first']:.1f} s at once; {loads['again']:.2f} s again, unchanged; one by one, from a sample of {loads['sample']},")
    print(f"  {loads['one_by_one']:.0f} s looked for, validated and saved, {loads['one_by_one_unseen']:.0f} s unvalidated and in one transaction.")
    print(f"Who may stand there twice, of {twice.people:,} in sight: {twice.list_seconds:.2f} s for {twice.pairs:,} pairs;")
    print(f"  every pair compared would take {twice.every_pair_seconds:,.0f} s, from a sample.")
    print(f"A sheet of {moved.rows:,} rows: read in {moved.bring:.1f} s, loaded in {moved.load:.0f} s, undone in {moved.undo:.1f} s;")
    print(f"  it writes {moved.written:,} rows, and as many bare ones take {moved.bare:.1f} s.")
    print(f"The server (three processes) holds {held:.0f} MiB after {server.PAGES} pages; their peaks add up to {peaks:.0f}.")
    print(f"The demo's first page comes after {started:.1f} s.\n")
    report.print_targets(targets)
    report.write(embedded.ROOT / "test-output/bench.json", found, targets)


if __name__ == "__main__":
    main()
