"""A file of everything asks for the second step anew; it waits a day, also on their own page, and is then cleared away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from alongside.access.actions import ask_of_us, gather, hand_over, look_through, take_own_pack, take_pack
from alongside.access.models import Gathered
from alongside.access.queries import asked_of_us, pack_waits_until
from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.mine.actions import give_link, make_copy
from alongside.mine.gathering import everything
from alongside.people.models import Person
from alongside.site.housekeeping import clear_away
from alongside.trail.doing import acting
from tests.building import a_coordinator, a_team, an_actor, as_, now, showed_it, signed_in, somebody, today
from tests.mine.test_own_copy import themselves

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team):
    return a_coordinator(team)


@pytest.fixture
def lead(team):
    return an_actor(Role.INFORMATION_GOVERNANCE, team)


@pytest.fixture
def asked(sam):
    gwen = somebody(sam, "Gwen Prys")
    with as_(sam):
        told = everything(gwen, on=today(), vocabulary=sam.vocabulary)
        make_copy(Person.objects.get(id=gwen), ["introduction"], (), told=told, by=sam, at=now())
        give_link(Person.objects.get(id=gwen), until=today() + timedelta(days=9), by=sam, at=now())
        return ask_of_us(Person.objects.get(id=gwen), "everything", by=sam, at=now())


def test_a_second_step_of_long_ago_is_asked_for_once_more(lead, asked):
    page, browser = reverse("desk:gather", args=[asked.person_id, asked.id]), signed_in(lead)
    answer = showed_it(browser, 3600).get(page)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{reverse('mfa_reauthenticate_webauthn')}?{urlencode({'next': page})}")
    assert showed_it(browser, 3600).post(page).status_code == 422
    assert showed_it(browser, 60).get(page).status_code == 200
    assert showed_it(browser, 60).post(page).status_code == 303


def a_file(lead, asked):
    with as_(lead):
        gather(asked, by=lead, at=now())
        look_through(asked, stay=[], out=[], by=lead, at=now())
        hand_over(asked, by=lead, at=now())


def test_their_page_says_that_a_file_waits_and_they_take_it_themselves(sam, lead, asked):
    assert "waits until" not in signed_in(sam).get(reverse("desk:person", args=[asked.person_id])).content.decode()
    a_file(lead, asked)
    assert "A file of everything about them waits until" in signed_in(sam).get(reverse("desk:person", args=[asked.person_id])).content.decode()
    herself = themselves(asked.person_id)
    with acting(herself):
        assert pack_waits_until(asked.person_id, moment=now()) is not None
        assert take_own_pack(asked.person_id, by=herself, at=now())[:2] == b"PK"
        with pytest.raises(Refused, match="kept for a day"):
            take_own_pack(asked.person_id, by=herself, at=now() + timedelta(days=2))


def test_a_file_that_waits_is_on_the_list_with_until_when_until_it_is_taken(lead, asked):
    def listed() -> tuple[bool, bool, bool]:
        page = signed_in(lead).get(reverse("desk:asked of us")).content.decode()
        return reverse("desk:look through", args=[asked.person_id, asked.id]) in page, "waits to be taken until" in page, "Nothing waits for an answer" in page

    assert listed() == (False, False, False)
    a_file(lead, asked)
    assert listed() == (True, True, False)
    with as_(lead):
        take_pack(asked, by=lead, at=now())
    assert listed() == (False, False, True)


def test_what_they_take_themselves_is_done_too(lead, asked):
    a_file(lead, asked)
    herself = themselves(asked.person_id)
    with acting(herself):
        take_own_pack(asked.person_id, by=herself, at=now())
    with as_(lead):
        assert list(asked_of_us()) == []


def test_a_file_that_nobody_took_in_time_leaves_the_wish_waiting_and_it_is_gathered_again(lead, asked):
    with as_(lead):
        gather(asked, by=lead, at=now())
        look_through(asked, stay=[], out=[], by=lead, at=now())
        hand_over(asked, by=lead, at=now(), lasts=timedelta(seconds=-1))
        with pytest.raises(Refused, match="Gather it anew"):
            take_pack(asked, by=lead, at=now())
    page = signed_in(lead).get(reverse("desk:asked of us")).content.decode()
    assert (reverse("desk:gather", args=[asked.person_id, asked.id]) in page, "no file waits any more" in page) == (True, True)
    a_file(lead, asked)


def test_another_team_learns_of_no_file(lead, asked):
    a_file(lead, asked)
    with as_(a_coordinator()):
        assert pack_waits_until(asked.person_id, moment=now()) is None


def test_a_file_that_waited_too_long_is_cleared_away_by_the_daily_round(lead, asked):
    with as_(lead):
        gather(asked, by=lead, at=now())
        look_through(asked, stay=[], out=[], by=lead, at=now())
        hand_over(asked, by=lead, at=now(), lasts=timedelta(seconds=-1))
    clear_away()
    with as_(lead):
        assert Gathered.objects.count() == 0
