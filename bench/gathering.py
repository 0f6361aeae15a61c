"""`python -m bench.gathering`: the pages of groups and money with 2,000 groups and 200,000 attendances, beside the barest page of ours and a person's."""

from __future__ import annotations

import argparse
import os
import random
import shutil
from typing import Any

from alongside.site import embedded

from . import report
from .__main__ import home_for

GROUPS, PEOPLE, ROUNDS = 2_000, 1_000, 20
MOST_QUERIES, MOST_OF_HELPDESK = 12, 0.2
"""As of a person's page and of the desk: queries, and the share of what django-helpdesk's ticket page with 25 follow-ups costs of a processor."""


def main() -> None:
    """Make a server, fill it, ask for every page in turn, and say what each costs."""
    parser = argparse.ArgumentParser(description="Measure the pages of groups and money.")
    parser.add_argument("--groups", type=int, default=GROUPS)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    home = home_for(None)
    cluster = embedded.start(home)
    try:
        cluster.make_database("bench_groups")
        cluster.make_database("bench_helpdesk")
        os.environ.update(
            DATABASE_URL=cluster.url("app", "bench_groups"),
            DATABASE_OWNER_URL=cluster.url("owner", "bench_groups"),
            DJANGO_SETTINGS_MODULE="bench.settings",
            ALONGSIDE_SECRET_KEY=cluster.secrets["secret_key"],
            ALONGSIDE_HTTPS="0",
        )
        os.environ.pop("ALONGSIDE_DEMO", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        machine = report.machine()
        filled, rows = measure(given.groups, given.people, given.rounds, cluster.url("owner", "bench_helpdesk"))
        print(f"{given.people:,} people, {filled.groups:,} groups of one team, {filled.attendances:,} attendances.\n{machine}\n")
        report.print_pages(rows, SHORT)
        found = targets(rows)
        report.print_targets(found)
        report.write(embedded.ROOT / "test-output/bench-groups.json", {"machine": machine, "groups": filled.groups, "pages": rows}, found)
    finally:
        cluster.stop()
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(cluster.socket, ignore_errors=True)


HELPDESK = "django-helpdesk ticket, 25 follow-ups"
SHORT = {"bare signed-in page": "bare page", "person page, 25 lines": "person", HELPDESK: "django-helpdesk"}


def measure(groups: int, people: int, rounds: int, helpdesk: str) -> tuple[Any, list[dict[str, Any]]]:
    """Fill, and ask for each page a few times in each round, in another order each time."""
    from django.utils import timezone

    from . import many_groups, peer, whole

    whole.fill(people, lambda words: None)
    filled = many_groups.fill(groups, today=timezone.localdate())
    whole.settle()
    asked = [*every_page(), peer.HelpDesk(helpdesk)] if peer.is_here() else every_page()
    chance = random.Random(1)
    for page in asked:
        page.warm(5)
    for _round in range(rounds):
        chance.shuffle(asked)
        for page in asked:
            page.measure(2)
    for page in asked:
        page.close()
    measured = sorted((page.measured for page in asked), key=lambda one: (one.what not in SHORT, one.what))
    peers = {one.what: one for one in measured if one.what in SHORT}
    return filled, [report.row_of(one, peers) for one in measured]


def every_page() -> list[Any]:
    """The pages of groups and money, and the two that they are held against."""
    from django.core.wsgi import get_wsgi_application
    from django.urls import reverse

    from alongside.groups.models import Attendance, Gathering, Group
    from alongside.money.models import Spend

    from .asking import Visitor
    from .pages import Page, a_colleague

    me = a_colleague()
    visitor = Visitor(get_wsgi_application(), me.cookies)
    group = Group.objects.using("owner").select_related("locality").order_by("name")[7]
    session = Gathering.objects.using("owner").filter(group=group).order_by("-on")[0]
    spend = Spend.objects.using("owner").select_related("group").order_by("at")[0]
    goes = Attendance.objects.using("owner").filter(gathering=session).order_by("id")[0].person_id
    where = group.locality_id
    addresses = {
        "bare signed-in page": "/bench/hello/",
        "person page, 25 lines": reverse("desk:person", args=[me.long_stories[0]]),
        "person page, in many groups": reverse("desk:person", args=[goes]),
        "board, one locality": f"{reverse('groups:board')}?in={where}",
        "board, everywhere": reverse("groups:board"),
        "all of one stage": f"{reverse('groups:all of one')}?at=started",
        "whom to ask": reverse("groups:to ask"),
        "young and old": reverse("desk:young and old"),
        "Today": reverse("desk:today"),
        "group page": reverse("groups:group", args=[group.id]),
        "people in a group": reverse("desk:people in group", args=[group.id]),
        "register": reverse("desk:register", args=[group.id, session.id]),
        "group's money": reverse("money:of group", args=[group.id]),
        "what a spend led to": reverse("desk:led to", args=[spend.id]),
        "year, one locality": f"{reverse('money:year')}?locality={where}",
        "year, everywhere": reverse("money:year"),
        "lines behind a year": f"{reverse('money:behind year')}?lines=spends",
        "groups behind a year": reverse("money:behind year"),
        "budgets": reverse("money:budgets"),
        "a budget and its book": reverse("money:budget", args=[spend.budget_id]),
        "asking to spend": reverse("money:ask to spend", args=[spend.budget_id]),
        "calendar of a locality": reverse("noticeboard:calendar of a locality", args=[where]),
    }
    return [Page(what, lambda url=url: visitor.get(url)) for what, url in addresses.items()]


def targets(rows: list[dict[str, Any]]) -> list[report.Target]:
    """Of every page what was promised of a person's and of the desk: its queries, and its processor beside django-helpdesk's."""
    ours = [row for row in rows if row["what"] not in SHORT]
    found = [report.Target(f"{row['what']}: queries", row["queries"], MOST_QUERIES, unit="") for row in ours]
    beside = [row for row in ours if HELPDESK in row["cpu against"]]
    return found + [report.Target(f"{one['what']}: CPU against {HELPDESK}", one["cpu against"][HELPDESK], MOST_OF_HELPDESK) for one in beside]


if __name__ == "__main__":
    main()
