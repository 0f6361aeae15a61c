"""Two records that may be one person's: found, laid side by side, joined by one press, and parted by another."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.journeys.actions import write_note
from alongside.people.actions import protect_location, say_where
from alongside.people.alike import alike
from alongside.people.models import Joining, Person
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
BORN = date(1951, 3, 2)


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def twice(sam):
    """Mo, and Mo again; and her twin, who lives with her."""
    kept, other = somebody(sam, "Maureen Tolley", date_of_birth=BORN), somebody(sam, "Mo Tolly", date_of_birth=BORN)
    twin = somebody(sam, "Jean Tolley", date_of_birth=BORN)
    with as_(sam):
        for key in (kept, other, twin):
            say_where(Person.objects.get(id=key), address="4 Fern Row", postcode="ZZ99 3WZ", phone="01632 960123", email="", by=sam, at=now())
        write_note(Person.objects.get(id=other), on=today(), how="visit", text="Tea and the stairs.", by=sam, at=now())
    return kept, other, twin


def shown(browser, page: str, *keys) -> str:
    answer = browser.get(reverse(page, args=keys))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_she_and_she_are_found_and_her_twin_is_another(sam, twice):
    kept, other, _twin = twice
    with as_(sam):
        assert [({pair.one.id, pair.other.id}, pair.strength) for pair in alike()] == [({kept, other}, "almost certainly")]
    page = shown(signed_in(sam), "desk:same")
    assert ("Almost certainly one person" in page, "same date of birth" in page) == (True, True)


def test_both_are_laid_side_by_side_with_what_comes_along(sam, twice):
    kept, other, _twin = twice
    page = shown(signed_in(sam), "desk:join", kept, other)
    assert [words in page for words in ("Maureen Tolley", "Mo Tolly", "2 March 1951", "notes: 1", "introductions: 1", "The same colleague is with both")] == [
        True
    ] * 6


def test_what_was_chosen_holds_and_one_press_undoes_it(sam, twice):
    kept, other, _twin = twice
    browser = signed_in(sam)
    answer = browser.post(reverse("desk:join", args=[kept, other]), {"name": "there"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("desk:person", args=[kept]))
    page = shown(browser, "desk:person", kept)
    assert ("Mo Tolly" in page, "Tea and the stairs." in page, "by Sam Holt" in page) == (True, True, True)
    with as_(sam):
        joining = Joining.objects.get(person_id=kept)
    assert "notes: 1" in shown(browser, "desk:part", kept, joining.id)
    browser.post(reverse("desk:part", args=[kept, joining.id]))
    with as_(sam):
        assert dict(Person.objects.filter(id__in=(kept, other)).values_list("id", "name")) == {kept: "Maureen Tolley", other: "Mo Tolly"}


def test_a_choice_that_was_not_made_is_asked_for_and_nothing_is_joined(sam, twice):
    kept, other, _twin = twice
    answer = signed_in(sam).post(reverse("desk:join", args=[kept, other]), {"name": ""})
    with as_(sam):
        assert (answer.status_code, "Choose which holds." in answer.content.decode(), Joining.objects.count()) == (422, True, 0)


def test_two_people_are_told_apart_once(sam, twice):
    kept, other, _twin = twice
    browser = signed_in(sam)
    browser.post(reverse("desk:not the same", args=[other, kept]))
    assert "Nobody you may see seems to stand here twice." in shown(browser, "desk:same")


def test_somebody_else_is_found_by_name(sam, twice):
    kept, _other, twin = twice
    answer = signed_in(sam).post(reverse("desk:same as", args=[kept]), {"words": "Jean"})
    assert reverse("desk:join", args=[kept, twin]) in answer.content.decode()


def test_nobody_is_paired_with_whom_they_may_not_see(sam, twice):
    elsewhere = a_coordinator()
    somebody(elsewhere, "Maureen Tolley", date_of_birth=BORN)
    with as_(elsewhere):
        assert alike() == []


def test_a_protected_address_is_no_reason_for_whoever_may_not_see_it(sam, twice):
    kept, other, twin = twice
    ash = a_coordinator(Team.objects.get(id=sam.team_id))
    with as_(sam):
        for key in (kept, other, twin):
            protect_location(Person.objects.get(id=key), why="She asked.", listed=[], by=sam, at=now())
    with as_(ash):
        assert [said.lac for pair in alike() for said in pair.reasons if "telephone" in said.lac or "postcode" in said.lac or "house" in said.lac] == []


def test_who_looked_at_the_other_is_told_on_the_one(sam, twice):
    kept, other, _twin = twice
    browser = signed_in(sam)
    browser.post(reverse("desk:join", args=[kept, other]), {"name": "here"})
    governance = an_actor(Role.INFORMATION_GOVERNANCE, Team.objects.get(id=sam.team_id))
    page = shown(signed_in(governance), "desk:who looked at", kept)
    assert ("said that two records are one person’s" in page, "wrote a note" in page) == (True, True)
