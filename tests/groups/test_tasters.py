"""Taster days and the people in groups: counts for the team, names only for whoever may see them."""

from __future__ import annotations

import re
from urllib.parse import unquote
from uuid import UUID

import pytest
from django.urls import reverse

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.groups import actions
from alongside.groups.actions.tasters import Planned, Went
from alongside.groups.models import Group, Guest, InGroup, Taster
from alongside.people.models import Person, Whereabouts
from tests.building import a_coordinator, a_team, as_, days_ago, now, signed_in, somebody

from .conftest import heard, running

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


def a_taster(group: Group, by: Actor, **given) -> Taster:
    with as_(by):
        return actions.plan_taster(group, Planned(days_ago(5), place="The boathouse", **given), by=by, at=now())


def asked(taster: Taster, person_id: UUID, told: str, by: Actor) -> Guest:
    with as_(by):
        return actions.ask_to_taster(taster, Person.objects.get(id=person_id), told, by=by, at=now())


def test_a_taster_says_who_came_and_about_what_it_cost_each_while_no_budget_says_it():
    sam = a_coordinator()
    group = heard(sam)
    taster = a_taster(group, sam)
    client = signed_in(sam)
    sent = {"came": "9", "more": "7", "words": "“Again, but not before ten.”", "cost": "31.50"}
    assert client.post(f"/groups/{group.id}/tasters/{taster.id}/went/", sent).status_code == 303
    page = text(client.get(f"/groups/{group.id}/tasters/{taster.id}/"))
    assert "9 came. 7 want more of it." in page
    assert "About £31.50, £3.50 for each who came: an estimate, for nothing was spent on it from a budget." in page


def test_no_more_want_more_than_came():
    sam = a_coordinator()
    taster = a_taster(heard(sam), sam)
    with as_(sam), pytest.raises(Refused, match="More want more of it than came"):
        actions.say_how_taster_went(taster, Went(came=3, more=4), by=sam, at=now())


def test_whoever_is_told_by_letter_has_a_letter_and_whoever_by_telephone_stands_on_the_list():
    sam = a_coordinator()
    taster = a_taster(heard(sam), sam, told=("letter", "telephone"))
    gwen, eddie = somebody(sam, "Gwen Pettifer"), somebody(sam, "Eddie Marsh")
    asked(taster, gwen, "letter", sam)
    asked(taster, eddie, "telephone", sam)
    with as_(sam):
        Whereabouts.objects.filter(person_id=eddie).delete()
        Whereabouts.objects.create(person_id=eddie, phone="07700 900123")
    client, args = signed_in(sam), [taster.group_id, taster.id]
    letters, list_ = text(client.get(reverse("desk:taster letters", args=args))), text(client.get(reverse("desk:taster telephones", args=args)))
    assert ("Dear Gwen Pettifer," in letters, "Eddie" in letters, "Dear neighbour," in letters) == (True, False, True)
    assert ("Eddie Marsh" in list_, "07700900123" in list_, "Gwen" in list_) == (True, True, False)


def test_whoever_is_told_by_text_is_texted_from_the_list_with_the_words_ready():
    sam = a_coordinator()
    taster = a_taster(heard(sam), sam, told=("text", "telephone"))
    for called, number, way in (
        ("Eddie Marsh", "07700 900123, not before noon", "text"),
        ("Gwen Pettifer", "ask at the shop", "text"),
        ("Hal Overbury", "07700 900124", "telephone"),
    ):
        one = somebody(sam, called)
        asked(taster, one, way, sam)
        with as_(sam):
            Whereabouts.objects.filter(person_id=one).delete()
            Whereabouts.objects.create(person_id=one, phone=number)
    page = signed_in(sam).get(reverse("desk:taster telephones", args=[taster.group_id, taster.id])).content.decode()
    begun = re.findall(r'href="sms:(\d+)\?body=([^"]+)"', page)
    assert [number for number, _words in begun] == ["07700900123"]
    words = unquote(begun[0][1])
    assert words.startswith(f"Would you like to try “{taster.group.name}”?")
    assert "Eddie" not in words


def test_what_somebody_said_of_it_is_theirs():
    sam = a_coordinator()
    taster = a_taster(heard(sam), sam)
    gwen = somebody(sam, "Gwen Pettifer")
    row = asked(taster, gwen, "aloud", sam)
    with as_(sam):
        actions.say_how_it_was(row, came="came", wants_more=True, words="I laughed.", by=sam, at=now())
    with as_(a_coordinator()):
        assert not Guest.objects.exists()
    page = text(signed_in(sam).get(reverse("desk:guests", args=[taster.group_id, taster.id])))
    assert "Face to face · came · wants more of it: “I laughed.”" in page


def test_somebody_is_found_ticked_and_in_the_group_with_what_they_give():
    sam = a_coordinator()
    group, gwen = running(sam), somebody(sam, "Gwen Pettifer")
    client, url = signed_in(sam), reverse("desk:people in group", args=[group.id])
    day = days_ago(3)
    sent = {"people": str(gwen), "does": ["welcomes", "drives"], "since_day": day.day, "since_month": day.month, "since_year": day.year}
    assert client.post(url, sent).status_code == 303
    with as_(sam):
        assert InGroup.objects.get().does == ["drives", "welcomes"]
    page = text(client.get(url))
    assert "Gwen Pettifer" in page
    assert "1 of them were once introduced to us." in page


def test_whoever_left_stays_written_down_and_comes_back_with_one_press():
    sam = a_coordinator()
    group, gwen = running(sam), somebody(sam, "Gwen Pettifer")
    with as_(sam):
        row = actions.be_in_group(group, Person.objects.get(id=gwen), ["leads"], since=days_ago(30), by=sam, at=now())
    client = signed_in(sam)
    press = reverse("desk:leaves group", args=[group.id, row.id])
    client.post(press)
    assert "Comes after all" in text(client.get(reverse("desk:people in group", args=[group.id])))
    client.post(press)
    with as_(sam):
        assert InGroup.objects.get().until is None


def test_a_colleague_who_sees_the_group_and_not_the_person_sees_no_name():
    team = a_team()
    sam, kit = a_coordinator(team), a_coordinator(team)
    group = running(sam)
    elsewhere = a_coordinator()
    hal = somebody(elsewhere, "Hal Overbury")
    with as_(elsewhere):
        person = Person.objects.get(id=hal)
        InGroup.objects.create(group_id=group.id, person=person, does=["leads"], since=days_ago(9), by_id=elsewhere.id, at=now())
    assert "Overbury" not in text(signed_in(kit).get(reverse("desk:people in group", args=[group.id])))
