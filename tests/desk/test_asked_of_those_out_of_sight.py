"""Whether somebody out of sight may be the same person is asked so often an hour and no more, on whatever page."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from alongside.desk.introducing import ASKED
from alongside.people.actions import say_who
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import a_coordinator, a_team, an_organisation, as_, now, signed_in, somebody

pytestmark = pytest.mark.django_db
BORN = date(1950, 3, 4)


def called(sam, person_id, name):
    with as_(sam):
        say_who(Person.objects.get(id=person_id), name=name, likes_to_be_called="", date_of_birth=BORN, by=sam, at=now())


def test_another_name_on_a_record_of_ones_own_counts_as_asking_and_ends(monkeypatch):
    monkeypatch.setattr("alongside.desk.introducing.MOST_AN_HOUR", 4)
    organisation = an_organisation()
    somebody(a_coordinator(a_team("B", organisation=organisation), "Other Coordinator"), "Rhiannon Pugh", date_of_birth=BORN)
    sam = a_coordinator(a_team("A", organisation=organisation), "Sam")
    dummy = somebody(sam, "Dummy Person")
    page, browser = reverse("desk:same as", args=[dummy]), signed_in(sam)

    def asked() -> int:
        with as_(sam):
            return Entry.objects.filter(actor_id=sam.id, verb=ASKED).count()

    for number in range(3):
        called(sam, dummy, f"Wrong Name{number}x")
        browser.get(page)
    called(sam, dummy, "Rhiannon Pugh")
    assert ["Other Coordinator" in browser.get(page).content.decode() for _ in range(2)] == [True, True]
    assert asked() == 4
    called(sam, dummy, "Rhiannon Puw")
    shown = browser.get(page).content.decode()
    assert ("You have asked very often" in shown, "Other Coordinator" in shown, asked()) == (True, False, 4)
