"""`python -m bench.gathering`: the pages of groups and money with 2,000 groups and 200,000 attendances, beside the barest page of ours and a person's."""

from __future__ import annotations

import argparse
from typing import Any

from . import report
from .beside import BARE, PERSON, a_server, asked_in_turn, targets, tell

GROUPS, PEOPLE, ROUNDS = 2_000, 1_000, 20


def main() -> None:
    """Make a server, fill it, ask for every page in turn, and say what each costs."""
    parser = argparse.ArgumentParser(description="Measure the pages of groups and money.")
    parser.add_argument("--groups", type=int, default=GROUPS)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    with a_server("bench_groups") as helpdesk:
        from django.utils import timezone

        from . import many_groups, whole

        machine = report.machine()
        whole.fill(given.people, lambda words: None)
        filled = many_groups.fill(given.groups, today=timezone.localdate())
        whole.settle()
        rows = asked_in_turn(every_page(), given.rounds, helpdesk)
        counted = {"people": given.people, "groups of one team": filled.groups, "attendances": filled.attendances}
        tell("groups", counted, machine, rows, targets(rows))


def every_page() -> list[Any]:
    """The pages of groups, of what is missing and of money, and the two that they are held against."""
    from django.urls import reverse
    from django.utils import timezone

    from alongside.groups.models import Attendance, Gathering, Group
    from alongside.money.models import Spend
    from alongside.site.wsgi import application

    from . import many_wishes
    from .asking import Visitor
    from .pages import Page, a_colleague

    me = a_colleague()
    visitor = Visitor(application, me.cookies)
    group = Group.objects.using("owner").select_related("locality").order_by("name")[7]
    session = Gathering.objects.using("owner").filter(group=group).order_by("-on")[0]
    spend = Spend.objects.using("owner").select_related("group").order_by("at")[0]
    goes = Attendance.objects.using("owner").filter(gathering=session).order_by("id")[0].person_id
    where = group.locality_id
    opened = many_wishes.fill(group, today=timezone.localdate())
    addresses = {
        BARE: "/bench/hello/",
        PERSON: reverse("desk:person", args=[me.long_stories[0]]),
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
        "how a group goes, all of it": reverse("desk:how group goes", args=[group.id]),
        "register on paper": reverse("desk:register on paper", args=[group.id]),
        "guests of a taster": reverse("desk:guests", args=[group.id, opened.taster]),
        "what is missing": reverse("gaps:missing"),
        "one that is missing": reverse("gaps:bundle", args=[opened.bundle]),
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
    leader = Visitor(visitor.application, {})
    by_link = {
        "register, by a link": reverse("groups:register", args=[opened.address]),
        "leader's page, by a link": reverse("groups:their page", args=[opened.address]),
        "still going, by a link": reverse("groups:still going", args=[opened.address]),
    }
    ours = [Page(what, lambda url=url: visitor.get(url)) for what, url in addresses.items()]
    return ours + [Page(what, lambda url=url: leader.get(url)) for what, url in by_link.items()]


if __name__ == "__main__":
    main()
