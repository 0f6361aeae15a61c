"""A link worker says that a referral was accepted, and when; in Local Area Coordination nothing more is asked than their yes."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.formats import date_format

from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Vocabulary
from alongside.introductions.actions import accept
from alongside.introductions.models import Introduction
from alongside.journeys import actions as journeys
from alongside.people.models import Person
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
LAC, SP = Vocabulary.LOCAL_AREA_COORDINATION, Vocabulary.SOCIAL_PRESCRIBING


def referred(vocabulary: Vocabulary):
    sam = a_coordinator(a_team(vocabulary=vocabulary))
    key = somebody(sam, "Gwen Example", on=days_ago(9))
    with as_(sam):
        return sam, Introduction.objects.get(person_id=key)


def on(day: date) -> dict[str, int]:
    return {"on_day": day.day, "on_month": day.month, "on_year": day.year}


def page_of(sam, found: Introduction) -> str:
    return signed_in(sam).get(f"/people/{found.person_id}/").content.decode()


def kept(sam, found: Introduction) -> date | None:
    with as_(sam):
        return Introduction.objects.get(id=found.id).accepted_on


def test_one_press_says_that_a_referral_is_accepted_and_one_takes_it_back():
    sam, found = referred(SP)
    there = f"/people/{found.person_id}/introduced/{found.id}"
    assert f'action="{there}/accepted/"' in page_of(sam, found)
    assert signed_in(sam).post(f"{there}/accepted/", on(today())).status_code == 303
    assert kept(sam, found) == today()
    page = page_of(sam, found)
    assert f"Referral accepted: {date_format(today(), 'j F Y')}." in page
    assert "Referral accepted</h3>" in page
    assert signed_in(sam).post(f"{there}/not-accepted/").status_code == 303
    assert kept(sam, found) is None
    assert "Referral accepted</h3>" not in page_of(sam, found)


def test_its_day_is_put_right_and_is_no_day_before_they_were_referred_or_to_come():
    sam, found = referred(SP)
    there = f"/people/{found.person_id}/introduced/{found.id}/accepted/"
    signed_in(sam).post(there, on(today()))
    assert signed_in(sam).post(there, on(days_ago(3))).status_code == 303
    assert kept(sam, found) == days_ago(3)
    assert "They were referred on" in signed_in(sam).post(there, on(days_ago(10))).content.decode()
    assert signed_in(sam).post(there, on(days_ago(-1))).status_code == 422
    assert kept(sam, found) == days_ago(3)


def test_in_local_area_coordination_nothing_more_is_asked_than_their_yes():
    sam, found = referred(LAC)
    page = page_of(sam, found)
    assert (f"{found.id}/accepted/" in page, "ccepted" in page) == (False, False)


def test_nothing_is_asked_once_they_are_supported_and_a_commissioner_accepts_nobody():
    sam, found = referred(SP)
    with as_(sam):
        journeys.set_level(Person(id=found.person_id), "level 1", since=today(), by=sam, at=now())
    assert f"{found.id}/accepted/" not in page_of(sam, found)
    commissioner = an_actor(Role.COMMISSIONER)
    with as_(commissioner), pytest.raises(NotYours):
        accept(found, on=today(), by=commissioner, at=now())
