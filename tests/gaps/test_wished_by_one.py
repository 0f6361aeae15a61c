"""Two wishes of one person are one person's: no map shows where they lie, and no file what they are called."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from alongside.access.actions import join
from alongside.connections.actions.gaps import keep_gap_for
from alongside.connections.models import GapOf
from alongside.directory.gaps.said import Said
from alongside.directory.models import Gap
from alongside.foundation.actor import Role
from alongside.gaps import actions
from alongside.people.actions import protect_location
from alongside.people.models import Person
from alongside.teams.models import Staff, Team
from tests.building import a_coordinator, a_seat, as_, now, signed_in, somebody

from .wishing import keeps

pytestmark = pytest.mark.django_db
LEFT_OUT = '"Left out, each wished for by one person alone: fewer than 8"'


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def eddie(sam):
    key = somebody(sam, "Eddie Marsh")
    with as_(sam):
        return Person.objects.get(id=key)


def wishes_of(sam, person, *words) -> list[Gap]:
    with as_(sam):
        return [keep_gap_for(person, Said(said, "Fernbrook", 53.4, -2.3, 3000, how_many=9), on_their_page=True, by=sam, at=now()) for said in words]


def missing_to(who) -> str:
    return " ".join(signed_in(who).get(reverse("gaps:missing")).content.decode().split())


def grows(sam, gaps):
    with as_(sam):
        return actions.grow_together(gaps, by=sam, at=now())


def test_where_one_person_wishes_twice_is_on_no_map_until_somebody_else_wishes_it_too(sam, eddie):
    bundle = grows(sam, wishes_of(sam, eddie, "fishing by the mosque", "fishing on a Sunday"))
    page = missing_to(sam)
    assert ("2 wishes · 18 would come" in page, "data-lat" in page, "data-map " in page) == (True, False, False)
    other = keeps(sam, "angling")
    with as_(sam):
        actions.grow_together([other], into=bundle, by=sam, at=now())
    page = missing_to(sam)
    assert ('data-lat="53.4" data-lng="-2.3"' in page, "data-map " in page) == (True, True)


def test_nor_where_the_other_says_no_place(sam, eddie):
    grows(sam, [*wishes_of(sam, eddie, "fishing by the mosque", "fishing on a Sunday"), keeps(sam, "angling", None)])
    assert "data-lat" not in missing_to(sam)


def test_wishes_of_nobody_by_name_are_each_somebodys(sam):
    grows(sam, [keeps(sam, "fishing"), keeps(sam, "angling")])
    assert 'data-lat="53.4"' in missing_to(sam)


def test_what_one_person_wishes_twice_leaves_in_no_file_and_on_no_paper(sam, eddie):
    bundle = grows(sam, wishes_of(sam, eddie, "fishing by the mosque", "fishing on a Sunday"))
    with as_(sam):
        actions.raise_barrier(bundle, "transport", "No bus on Sundays.", by=sam, at=now())
    browser = signed_in(sam)
    assert browser.get(reverse("gaps:missing file")).content.decode().split("\r\n")[1:] == [LEFT_OUT, ""]
    for which in ("barriers file", "barriers"):
        listed = browser.get(reverse(f"gaps:{which}")).content.decode()
        assert ("No bus on Sundays." in listed, "One person’s wish, not named here" in listed, "mosque" in listed) == (True, True, False)
    other = keeps(sam, "angling")
    with as_(sam):
        actions.grow_together([other], into=bundle, by=sam, at=now())
    leaves = ("missing file", "barriers file", "barriers")
    assert ["fishing by the mosque" in browser.get(reverse(f"gaps:{which}")).content.decode() for which in leaves] == [True, True, True]


def test_the_list_as_printed_names_nothing_that_one_person_alone_wishes_for(sam, eddie):
    bundle = grows(sam, wishes_of(sam, eddie, "fishing by the mosque", "fishing on a Sunday"))
    printed = lambda page: re.sub(r"<(a|span)[^>]*never-printed[^>]*>.*?</\1>", "", page)  # noqa: E731
    page = missing_to(sam)
    assert ("mosque" in page, "mosque" in printed(page), "One person’s wish, not named here" in printed(page)) == (True, False, True)
    other = keeps(sam, "angling")
    with as_(sam):
        actions.grow_together([other], into=bundle, by=sam, at=now())
    page = printed(missing_to(sam))
    assert ("mosque" in page, "One person’s wish, not named here" in page) == (True, False)


def test_nor_do_they_to_a_colleague_who_may_not_read_whose_wishes_they_are(sam):
    noor, beside = a_coordinator(), a_coordinator(Team.objects.get(id=sam.team_id))
    hal = somebody(noor, "Hal Thwaite")
    a_seat(Staff.objects.get(id=sam.id), Role.COORDINATOR, Team.objects.get(id=noor.team_id))
    with as_(sam):
        of_another_team = Person.objects.get(id=hal)
    grows(sam, wishes_of(sam, of_another_team, "fishing by the mosque", "fishing on a Sunday"))
    with as_(beside):
        assert GapOf.objects.count() == 0
    assert "data-lat" not in missing_to(beside)
    assert signed_in(beside).get(reverse("gaps:missing file")).content.decode().split("\r\n")[1:] == [LEFT_OUT, ""]


def test_two_records_of_one_person_that_were_joined_are_one_person(sam, eddie):
    again = somebody(sam, "Eddie Marsh")
    with as_(sam):
        twice = Person.objects.get(id=again)
    grows(sam, [*wishes_of(sam, eddie, "fishing by the mosque"), *wishes_of(sam, twice, "fishing on a Sunday")])
    assert "data-lat" in missing_to(sam)
    with as_(sam):
        join(eddie, twice, taking=[], by=sam, at=now())
    assert "data-lat" not in missing_to(sam)


def test_somebody_whose_whereabouts_are_protected_is_no_second_one_on_the_map(sam, eddie):
    grows(sam, [*wishes_of(sam, eddie, "fishing on a Sunday"), keeps(sam, "angling")])
    assert "data-lat" in missing_to(sam)
    with as_(sam):
        protect_location(eddie, why="Somebody looks for him.", listed=[sam.id], by=sam, at=now())
    assert "data-lat" not in missing_to(sam)
