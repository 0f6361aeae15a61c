"""However much is written, a page asks the database as little."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.journeys.actions import write_note
from alongside.people.models import Person
from tests.building import a_coordinator, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db

MOST = 12
"""Queries a page may ask (promises.md S1)."""


def asked_by(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return [q["sql"] for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]


@pytest.mark.parametrize("notes", [1, 30])
def test_a_persons_page_asks_little_with_one_note_or_thirty(notes):
    sam = a_coordinator()
    gwen = somebody(sam)
    with as_(sam):
        for number in range(notes):
            write_note(Person.objects.get(id=gwen), f"Visit {number}", on=today(), how="visit", by=sam, at=now())
    asked = asked_by(signed_in(sam), reverse("desk:person", args=[gwen]))
    assert len(asked) <= MOST, "\n".join(asked)


@pytest.mark.parametrize("people", [1, 30])
@pytest.mark.parametrize("page", ["today", "people"])
def test_a_list_asks_little_with_one_person_or_thirty(page, people):
    sam = a_coordinator()
    for _ in range(people):
        somebody(sam)
    asked = asked_by(signed_in(sam), reverse(f"desk:{page}"))
    assert len(asked) <= MOST, "\n".join(asked)
