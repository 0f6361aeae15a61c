"""Fills its own database, says so, then asks for the ticket page as often as each line on its input says."""

from __future__ import annotations

import json
import random
import sys
from itertools import cycle

import django

django.setup()

from django.conf import settings  # noqa: E402 - the settings come first
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from helpdesk.models import FollowUp, Queue, Ticket  # noqa: E402

from bench.asking import Visitor, cost_of, counted  # noqa: E402
from bench.lives import some_words  # noqa: E402

TICKETS, FOLLOW_UPS, STAFF = 200, 25, 10


def fill() -> list[int]:
    """A queue of tickets, each with as many follow-ups as our page shows lines; gives their keys."""
    chance = random.Random(1)
    staff = [User.objects.create_user(f"colleague{n}", f"colleague{n}@example.org", is_staff=True) for n in range(STAFF)]
    queue = Queue.objects.create(title="Fernbrook", slug="fernbrook")
    tickets = [
        Ticket.objects.create(
            title=f"Gwen Aldermoss {n}", queue=queue, submitter_email=f"neighbour{n}@example.org", assigned_to=staff[0], description=some_words(chance, 1, 2)
        )
        for n in range(TICKETS)
    ]
    FollowUp.objects.bulk_create(
        FollowUp(ticket=ticket, date=timezone.now(), title="Comment", comment=some_words(chance, 1, 6), public=n % 2 == 0, user=staff[n % STAFF])
        for ticket in tickets
        for n in range(FOLLOW_UPS)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return [ticket.id for ticket in tickets]


def main() -> None:
    """One line in, one line out."""
    call_command("migrate", verbosity=0)
    pages = cycle(reverse("helpdesk:view", args=[key]) for key in fill()[:20])
    client = Client()
    client.force_login(User.objects.get(username="colleague0"))
    visitor = Visitor(get_wsgi_application(), {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value})
    body = [visitor.get(next(pages)) for _ in range(20)][-1]
    with counted() as queries:
        visitor.get(next(pages))
    print(json.dumps({"queries": len(queries), "bytes": len(body), "backend": connection.connection.info.backend_pid}), flush=True)
    for line in sys.stdin:
        costs = [cost_of(lambda: visitor.get(next(pages))) for _ in range(int(line))]
        print(json.dumps([[cost.wall, cost.cpu] for cost in costs]), flush=True)


main()
