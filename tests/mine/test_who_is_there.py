"""A copy is of its day; who walks alongside them, and whom to ring, is of today."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import hand_over
from alongside.mine import actions
from alongside.mine.addresses import address_of, code_of
from alongside.mine.gathering import everything
from alongside.mine.there import who_is_there
from alongside.people.models import Person
from alongside.teams.models import Staff
from alongside.trail.doing import acting
from tests.building import a_coordinator, a_team, an_actor, as_, now, somebody, today

WORDS = {Vocabulary.LOCAL_AREA_COORDINATION: "Who walks alongside you now:", Vocabulary.SOCIAL_PRESCRIBING: "Who supports you now:"}


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_their_page_says_who_is_there_now_though_the_copy_and_the_link_are_from_before(committed, vocabulary):
    team = a_team(vocabulary=vocabulary)
    delyth, priya, mina = a_coordinator(team, "Delyth Vaughan"), a_coordinator(team, "Priya Nair"), an_actor(Role.MANAGER, team)
    Staff.objects.filter(id=priya.id).update(phone="01632960123")
    gwen = somebody(delyth, "Gwen Prys")
    with as_(delyth):
        told = everything(gwen, on=today(), vocabulary=vocabulary)
        actions.make_copy(Person(id=gwen), ["introduction"], (), told=told, by=delyth, at=now())
        link = actions.give_link(Person(id=gwen), until=today() + timedelta(days=7), by=delyth, at=now())
    browser = Client()
    browser.post(reverse("mine:open", args=[address_of(link.reference)]), {"code": code_of(link.id, link.code_number)})
    before = browser.get(reverse("mine:my page")).content.decode()
    with as_(mina):
        hand_over(delyth.id, priya.id, since=today(), everybody=True, by=mina, at=now())
    after = browser.get(reverse("mine:my page")).content.decode()
    assert WORDS[vocabulary] in after
    assert [("Delyth Vaughan" in page, "Priya Nair" in page) for page in (before, after)] == [(True, False), (False, True)]
    assert "tel:01632960123" in after


@pytest.mark.django_db
def test_nobody_is_told_who_is_there_for_somebody_they_may_not_see():
    delyth = a_coordinator(name="Delyth Vaughan")
    gwen, stranger = somebody(delyth), a_coordinator()
    with acting(delyth):
        theirs = [one.name for one in who_is_there(gwen)]
    with acting(stranger):
        told = who_is_there(gwen)
    assert (theirs, told) == (["Delyth Vaughan"], [])
