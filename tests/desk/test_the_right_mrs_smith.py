"""Two of one name are told apart by their year and their street, by whoever may see it and only when they are looked for."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from alongside.people.actions import protect_location, say_where
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, a_team, as_, now, signed_in, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator(a_team())


def _smith(sam, born, address, *, protected=False):
    key = somebody(sam, "Ann Smith", date_of_birth=born)
    with as_(sam):
        person = Person.objects.get(id=key)
        say_where(person, address=address, postcode="ZZ99 3WZ", phone="", email="", by=sam, at=now())
        if protected:
            protect_location(person, why="She asked.", listed=[], by=sam, at=now())
    return key


def _rows(browser):
    said = " ".join(browser.get(reverse("desk:people") + "?whose=called").content.decode().split())
    return said.split('<li class="row">')[1:]


def test_a_search_says_which_is_which(sam):
    _smith(sam, date(1941, 5, 2), "9 Fern Row\nFernbrook")
    _smith(sam, date(1978, 5, 2), "12 Elm Rise")
    browser = signed_in(sam)

    browser.post(reverse("desk:people"), {"words": "smith"})
    rows = _rows(browser)

    assert sorted(["born 1941 · 9 Fern Row, ZZ99 3WZ" in row, "born 1978 · 12 Elm Rise, ZZ99 3WZ" in row] for row in rows) == [[False, True], [True, False]]


def test_a_list_that_nobody_searched_shows_no_address(sam):
    _smith(sam, date(1941, 5, 2), "9 Fern Row")

    said = signed_in(sam).get(reverse("desk:people")).content.decode()

    assert "Ann Smith" in said
    assert "Fern Row" not in said


def test_a_protected_address_is_shown_to_those_listed_alone(sam):
    ash = a_coordinator(Team.objects.get(id=sam.team_id))
    _smith(sam, None, "9 Fern Row", protected=True)

    shown = {}
    for who in (sam, ash):
        browser = signed_in(who)
        browser.post(reverse("desk:people"), {"words": "smith"})
        (row,) = _rows(browser)
        shown[who.id] = "Fern Row" in row

    assert shown == {sam.id: True, ash.id: False}
