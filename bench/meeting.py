"""`python -m bench.meeting`: the pages of meetings with a county’s sixty series, 1,500 meetings and 20,000 places on lists."""

from __future__ import annotations

import argparse
from typing import Any

from . import report
from .beside import BARE, PERSON, a_server, asked_in_turn, targets, tell

PEOPLE, ROUNDS = 1_000, 20
OPENS = "by link: what is open to a seat"
MOST: dict[str, int] = {}


def main() -> None:
    """Make a server, fill it, ask for every page in turn, and say what each costs."""
    parser = argparse.ArgumentParser(description="Measure the pages of meetings.")
    parser.add_argument("--series", type=int, default=60)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    with a_server("bench_meetings") as helpdesk:
        from django.utils import timezone

        from . import many_meetings, whole

        machine = report.machine()
        whole.fill(given.people, lambda words: None)
        filled = many_meetings.fill(given.series, today=timezone.localdate())
        whole.settle()
        rows = asked_in_turn(every_page(filled), given.rounds, helpdesk)
        counted = {"people": given.people, "series of one team": filled.series, "meetings": filled.meetings, "places on their lists": filled.items}
        tell("meetings", counted, machine, rows, targets(rows, MOST))


def every_page(filled: Any) -> list[Any]:
    """The pages of meetings: as the team sees them, as a GP does who signs in, and by a housing officer's link; and those they are held against."""
    from django.conf import settings
    from django.urls import reverse

    from alongside.meetings.links import address_of
    from alongside.meetings.models import Agreed, Listed, Meeting
    from alongside.site.wsgi import application
    from alongside.teams.models import Staff

    from .asking import Visitor
    from .pages import Page, a_colleague, signed_in

    me = a_colleague()
    team = Visitor(application, me.cookies)
    gp = Visitor(application, {settings.SESSION_COOKIE_NAME: signed_in(Staff.objects.get(id=filled.gp))})
    nobody = Visitor(application, {})
    meeting = Meeting.objects.using("owner").filter(series__seats__staff_id=filled.gp, closed_at=None).order_by("series__name")[0]
    before = Meeting.objects.using("owner").filter(series=meeting.series_id, closed_at__isnull=False).order_by("-on")[0]
    one = Listed.objects.using("owner").filter(meeting=meeting).order_by("id")[0]
    asked = Agreed.objects.using("owner").filter(meeting=before, answer="").order_by("id")[0]
    day, there = [meeting.series_id, meeting.on.isoformat()], address_of(filled.seat)
    waiting = Listed.objects.using("owner").filter(meeting=before, told=None).order_by("id")[0]
    addresses = {
        BARE: "/bench/hello/",
        PERSON: reverse("desk:person", args=[me.long_stories[0]]),
        "person page, at many meetings": reverse("desk:person", args=[one.person_id]),
        "Today": reverse("desk:today"),
        "all series": reverse("meetings:all"),
        "one series": reverse("meetings:series", args=[meeting.series_id]),
        "a day": reverse("desk:meeting", args=day),
        "a day that is closed": reverse("desk:meeting", args=[before.series_id, before.on.isoformat()]),
        "putting on a list": reverse("desk:put on", args=day),
        "notes in the room": reverse("desk:meeting notes", args=[*day, one.id]),
        "what tables took on": reverse("desk:to chase"),
        "what became of one": reverse("desk:heard what became", args=[asked.id]),
        "telling somebody": reverse("desk:tell back", args=[before.series_id, before.on.isoformat(), waiting.id]),
    }
    at_tables = {
        "my tables": reverse("desk:my tables"),
        "a list": reverse("desk:the list", args=day),
        "one of a list": reverse("desk:one of the list", args=[*day, one.id]),
        "a shared screen": reverse("desk:screen", args=[*day, one.id]),
    }
    keeps, opens, said = reverse("desk:meeting notes", args=[*day, one.id]), reverse("desk:seat open", args=[there]), _said()
    found = [Page(what, lambda url=url: team.get(url)) for what, url in addresses.items()]
    found += [Page(f"a GP: {what}", lambda url=url: gp.get(url)) for what, url in at_tables.items()]
    found.append(Page("notes kept while typed", lambda: team.post(keeps, next(said))))
    found.append(Page("by link: a seat", lambda: nobody.get(reverse("desk:seat", args=[there]))))
    found.append(Page(OPENS, lambda: nobody.post(opens, {})))
    return found


def _said() -> Any:
    """What is typed, longer each time, as somebody goes on; each time over what stood there."""
    from alongside.meetings.actions.room import mark_of

    stood, number = "At home, and wishes to stay.", 0
    while True:
        number += 1
        words = f"At home {number}."
        yield {"situation": words, "stood_situation": mark_of(stood)}
        stood = words


if __name__ == "__main__":
    main()
