"""What is missing is in the neighbourhood in which most of its wishes lie; what one person alone wishes for is in none until a group comes of it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.connections.actions.gaps import keep_gap_for
from alongside.directory.gaps.said import Said
from alongside.gaps import actions
from alongside.gaps.models import Bundle
from alongside.groups.models import Group
from alongside.people.actions import protect_location
from alongside.people.models import Person
from alongside.places.models import Postcode
from alongside.teams.models import Team
from tests.building import a_coordinator, a_locality, as_, now, signed_in, somebody

from .wishing import FAR_OFF, HERE, keeps

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    """Sam, whose team walks in two localities: of the square of HERE two postcodes are Brook's and one is Moor's; that of FAR_OFF is Moor's."""
    sam, brook, moor = a_coordinator(name="Sam Holt"), a_locality("Brook"), a_locality("Moor")
    Team.objects.get(id=sam.team_id).localities.set([brook, moor])
    lie = ((HERE, brook), (HERE, brook), (HERE, moor), (FAR_OFF, moor))
    for number, ((latitude, longitude), locality) in enumerate(lie):
        Postcode.objects.create(postcode=f"ZZ99 {number}AA", latitude=latitude + 0.001, longitude=longitude - 0.001, locality=locality)
    return sam


def together(sam, *wishes) -> Bundle:
    browser = signed_in(sam)
    browser.post(reverse("gaps:together"), {"wish": [str(one.id) for one in wishes]})
    with as_(sam):
        return Bundle.objects.select_related("locality").get()


def test_where_most_of_the_wishes_lie_is_where_it_is_missing_and_where_its_group_stands_on_the_board(sam):
    bundle = together(sam, keeps(sam, "fishing"), keeps(sam, "angling"), keeps(sam, "a day by the canal", FAR_OFF))
    assert bundle.locality.name == "Brook"
    signed_in(sam).post(reverse("gaps:begin a group", args=[bundle.id]))
    with as_(sam):
        assert Group.objects.get().locality == bundle.locality


def test_a_wish_that_names_a_locality_lies_there(sam):
    assert together(sam, keeps(sam, "fishing", near="moor"), keeps(sam, "angling", near="Moor")).locality.name == "Moor"


def test_where_no_wish_lies_in_a_locality_of_the_team_none_is_said(sam):
    assert together(sam, keeps(sam, "fishing", (53.9, -2.9)), keeps(sam, "angling", None)).locality is None


def test_what_one_alone_wishes_for_is_in_none_until_it_is_made_the_idea_of_a_group(sam):
    wish, browser = keeps(sam, "somewhere to sing"), signed_in(sam)
    browser.post(reverse("gaps:begin", args=[wish.id]))
    with as_(sam):
        bundle = Bundle.objects.get()
    assert bundle.locality is None
    browser.post(reverse("gaps:begin a group", args=[bundle.id]))
    with as_(sam):
        assert (Group.objects.get().locality.name, Bundle.objects.get().locality) == ("Brook", None)


def test_nor_does_its_group_lie_anywhere_where_it_must_not_be_known_where_he_is(sam):
    key = somebody(sam, "Eddie Marsh")
    with as_(sam):
        eddie = Person.objects.get(id=key)
        protect_location(eddie, why="His safety", listed=[sam.id], by=sam, at=now())
        wish = keep_gap_for(eddie, Said("somewhere to sing", "Moor", *HERE, 3000), on_their_page=True, by=sam, at=now())
        actions.begin_a_group(actions.grow_together([wish], alone=True, by=sam, at=now()), by=sam, at=now())
        assert Group.objects.get().locality is None
