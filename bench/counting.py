"""`python -m bench.counting`: the reports over one team of 20,000 people, beside the same counts by the ORM, and a live page meanwhile."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from alongside.site import embedded

from . import report
from .asking import Cost, cost_of
from .counted_plainly import seconds
from .own_server import migrated, own_server

PEOPLE, ROUNDS = 20_000, 3
FIRST_AT_MOST, EACH_AT_MOST = 1.0, 3.0
"""Seconds: the first page of reports, and any of them."""
NO_SLOWER = 1.5
"""What a live page may take of a processor while somebody asks for reports, beside what it takes alone: both share the machine's caches."""
PERIOD = "this-year"
OF_PROCESSOR = "first, of the process's processor"
MANAGER, COMMISSIONER = "manager", "commissioner"


def main() -> None:
    """Make a server, fill it, make the figures, ask for every report, and say what each took."""
    parser = argparse.ArgumentParser(description="Measure the reports.")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--ask-for-reports", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--ask-once", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ask_for_reports:
        _asks_until_it_is_stopped()
        return
    if given.ask_once:
        _asks_once()
        return
    with own_server() as (cluster, _home):
        migrated(cluster, "bench_counting")
        machine = report.machine()
        found = measure(given.people, given.rounds)
        _say(machine, found)


def measure(people: int, rounds: int) -> dict[str, Any]:
    """Everything in one run."""
    from . import counted_plainly, whole

    whole.fill(people, lambda words: None)
    seats = _one_team()
    whole.settle()
    made = seconds(lambda: _make(seats[MANAGER]))
    visitors = {role: _visitor(staff.email) for role, staff in seats.items()}
    keys = _reports()
    firsts = [_first_page() for _ in range(rounds)]
    each = {}
    for key in keys:
        each[key] = {role: median(seconds(lambda role=role, key=key: visitors[role].get(_address(role, key))) for _ in range(rounds)) for role in visitors}
    all_at_once = {role: median(seconds(lambda role=role: visitors[role].get(_address(role))) for _ in range(rounds)) for role in visitors}
    paper = median(seconds(lambda: visitors[COMMISSIONER].get("/figures/paper.pdf?period=last-year")) for _ in range(rounds))
    alone, meanwhile = _live(rounds)
    return {
        "people": people,
        "made": made,
        "first": median(one.wall for one in firsts) / 1000,
        OF_PROCESSOR: median(one.cpu for one in firsts) / 1000,
        "each": each,
        "all at once": all_at_once,
        "paper": paper,
        "by the ORM": counted_plainly.by_the_orm(visitors[MANAGER], rounds, PERIOD),
        "live alone ms": alone,
        "live meanwhile ms": meanwhile,
    }


def _address(role: str, key: str = "") -> str:
    period = PERIOD if role == MANAGER else "last-year"
    return f"/figures/reports/{key}{'/' if key else ''}?period={period}"


def _reports() -> list[str]:
    from alongside.evidence.reports import every_report

    return list(every_report())


def _one_team() -> dict[str, Any]:
    """Everybody known to one team, with its manager and its commissioner."""
    from datetime import date

    from django.db import connections

    from alongside.foundation.actor import Role
    from alongside.teams.models import Membership, Staff, Team

    team = Team.objects.using("owner").order_by("name").first()
    assert team is not None
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE people_holding SET team_id = %s", [team.id])
        cursor.execute("UPDATE introductions_introduction SET team_id = %s", [team.id])
    found = {}
    for role in (Role.MANAGER, Role.COMMISSIONER):
        found[role.value] = Staff.objects.create(email=f"{role.value}@example.org", name=role.value.capitalize())
        Membership.objects.create(staff=found[role.value], team=team, role=role, since=date(2020, 1, 6))
    return found


def _make(manager: Any) -> None:
    from django.utils import timezone

    from alongside.evidence.actions import make_extract
    from alongside.teams.queries import as_actor
    from alongside.trail.doing import acting

    actor = as_actor(manager, on=timezone.localdate())
    with acting(actor, purpose="bench", at=timezone.now()):
        make_extract(actor.seats[0].team_id, by=actor, at=timezone.now())


def _visitor(email: str) -> Any:
    from django.conf import settings
    from django.test import Client

    from alongside.site.wsgi import application
    from alongside.teams.models import Staff
    from alongside.teams.signing_in import SECOND_FACTOR

    from .asking import Visitor

    client = Client()
    client.force_login(Staff.objects.get(email=email))
    session = client.session
    session[SECOND_FACTOR] = True
    session.save()
    return Visitor(application, {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value})


def _first_page() -> Cost:
    """What the first report costs, in a process that has opened its door and never counted before."""
    said = subprocess.run([sys.executable, "-m", "bench.counting", "--ask-once"], check=True, capture_output=True, text=True).stdout
    return Cost(*map(float, said.split()))


def _asks_once() -> None:
    import django

    django.setup()
    visitor = _visitor(f"{MANAGER}@example.org")
    cost = cost_of(lambda: visitor.get(_address(MANAGER, "introductions")))
    print(cost.wall, cost.cpu)


def _live(rounds: int) -> tuple[float, float]:
    """A colleague's own day: milliseconds of processor alone, and while another process asks for one report after the other."""
    from .pages import a_colleague

    me = a_colleague()
    visitor = _visitor("colleague0@example.org")
    ask = lambda: visitor.get(f"/people/{me.long_stories[0]}/")  # noqa: E731
    ask()
    alone = median(cost_of(ask).cpu for _ in range(20 * rounds))
    with _somebody_asking():
        meanwhile = median(cost_of(ask).cpu for _ in range(20 * rounds))
    return alone, meanwhile


@contextmanager
def _somebody_asking() -> Iterator[None]:
    running = subprocess.Popen([sys.executable, "-m", "bench.counting", "--ask-for-reports"], stdout=subprocess.PIPE)
    try:
        assert running.stdout is not None
        running.stdout.readline()
        yield
    finally:
        running.terminate()
        running.wait()


def _asks_until_it_is_stopped() -> None:
    import django

    django.setup()
    visitor, keys = _visitor(f"{MANAGER}@example.org"), _reports()
    print("asking", flush=True)
    while True:
        for key in keys:
            visitor.get(_address(MANAGER, key))


def _say(machine: str, found: dict[str, Any]) -> None:
    print(f"{found['people']:,} people of one team.\n{machine}\n")
    print(f"The figures are made in {found['made']:.1f} s, with everything of the periods that are over kept as it leaves.")
    print(
        f"First page of reports: {found['first']:.2f} s ({found[OF_PROCESSOR]:.2f} of the process's processor). All of them on one page: "
        + ", ".join(f"{s:.2f} s ({who})" for who, s in found["all at once"].items())
    )
    for key, took in found["each"].items():
        print(f"  {key:<15}" + "   ".join(f"{who} {seconds:.2f} s" for who, seconds in took.items()))
    print(f"The committee paper as PDF: {found['paper']:.2f} s.")
    for key, took in found["by the ORM"].items():
        print(f"  {key:<15}" + "   ".join(f"{what} {n:.3f}" for what, n in took.items()))
    print(f"A page of somebody: {found['live alone ms']:.1f} ms of processor alone, {found['live meanwhile ms']:.1f} while reports are asked for.")
    slowest = max(seconds for took in (*found["each"].values(), found["all at once"]) for seconds in took.values())
    targets = [
        report.Target("first page of reports, s", found["first"], FIRST_AT_MOST, unit=" s"),
        report.Target("slowest page of reports, s", slowest, EACH_AT_MOST, unit=" s"),
        report.Target("a live page while reports are asked for, beside alone", found["live meanwhile ms"] / found["live alone ms"], NO_SLOWER),
    ]
    report.print_targets(targets)
    report.write(embedded.ROOT / "test-output/bench-counting.json", {"machine": machine, **found}, targets)


if __name__ == "__main__":
    main()
