"""Somebody who offers and somebody who would like it: neither side learns anything of the other before both said yes."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.connections.actions.meeting import (
    keep_apart,
    likes_to_be_asked,
    take_back_what_they_said,
    they_met,
    they_said,
    would_like,
    would_rather_not,
)
from alongside.connections.models import Connection, MayMeet, Rung
from alongside.connections.near import near_to
from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import set_level
from alongside.people.actions import protect_location, say_where
from alongside.people.actions.gifts import would_rather_not_be_asked
from alongside.people.models import Person
from alongside.places.models import Postcode
from tests.building import a_coordinator, a_team, an_organisation, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
HERS, HIS, FAR = "ZZ99 1AA", "ZZ99 1AB", "ZZ99 9ZZ"


class Two:
    """Gwen, who would like her garden done, with Sam; Winston, who likes to garden, with Ada of another team."""

    def __init__(
        self,
        *,
        organisation=None,
        vocabulary=Vocabulary.LOCAL_AREA_COORDINATION,
        his=HIS,
        offers="Gardening, on Tuesdays",
        wishes="Somebody to help me with my roses",
        name="Winston Ferrars",
    ):
        ours = an_organisation()
        for postcode, latitude in ((HERS, 53.0), (HIS, 53.004), (FAR, 53.4)):
            Postcode.objects.update_or_create(postcode=postcode, defaults={"latitude": latitude, "longitude": -2.0})
        self.sam = a_coordinator(a_team(organisation=ours, vocabulary=vocabulary), name="Sam Holt")
        self.ada = a_coordinator(a_team(organisation=organisation or ours), name="Ada Moss")
        self.gwen, self.winston = self._living(self.sam, "Gwen Prys-Marlow", HERS), self._living(self.ada, name, his)
        with as_(self.sam):
            self.wish = would_like(self.gwen, wishes, how_they_said_so="aloud", by=self.sam, at=now())
        with as_(self.ada):
            self.offer = likes_to_be_asked(self.winston, offers, how_they_said_so="aloud", by=self.ada, at=now())

    def _living(self, by, name, postcode):
        with as_(by):
            pass
        key = somebody(by, name)
        with as_(by):
            person = Person.objects.get(id=key)
            say_where(person, address="1 Example Street", postcode=postcode, phone="", email="", by=by, at=now())
        return person

    def sides(self):
        return {"hers": (self.sam, self.gwen), "his": (self.ada, self.winston)}

    def sees(self, side):
        by, person = self.sides()[side]
        with as_(by):
            return near_to([person.id])

    def pair(self):
        return (self.sees("hers") or self.sees("his"))[0].pair

    def says(self, side, answer):
        by, person = self.sides()[side]
        pair = self.pair()
        with as_(by):
            return they_said(person, pair, answer, how_they_said_so="aloud", by=by, at=now())


def test_a_colleague_learns_that_somebody_near_is_there_and_nothing_else():
    two = Two()
    (hers,), (his,) = two.sees("hers"), two.sees("his")
    assert (hers.state, hers.gives, hers.about, hers.near, hers.called, hers.to_ring) == ("could", False, ("roses",), "walk", "", "")
    assert (his.state, his.gives, his.about, his.pair) == ("could", True, ("gardening",), hers.pair)


@pytest.mark.parametrize(
    "why", ["another organisation", "too far", "another wish", "protected", "moved on", "a wall", "a wall by sound", "withdrawn", "not wanted"]
)
def test_nobody_is_matched_who(why):
    two = Two(
        organisation=an_organisation() if why == "another organisation" else None,
        his=FAR if why == "too far" else HIS,
        offers="Playing chess" if why == "another wish" else "Gardening",
        wishes="A walk, and no gardening" if why == "not wanted" else "Somebody to help me with my roses",
    )
    with as_(two.ada):
        if why == "protected":
            protect_location(two.winston, why="For safety", listed=[], by=two.ada, at=now())
        if why == "moved on":
            set_level(two.winston, "moved on", since=today(), by=two.ada, at=now())
    with as_(two.sam):
        if why.startswith("a wall"):
            keep_apart(two.gwen, "Winston Ferrars" if why == "a wall" else "Winstone Ferars", by=two.sam, at=now())
        if why == "withdrawn":
            would_rather_not(two.wish, by=two.sam, at=now())
    assert (two.sees("hers"), two.sees("his")) == ([], [])


def test_both_say_yes_and_then_both_see_a_first_name_and_whom_to_ring():
    two = Two()
    assert two.says("hers", "yes") == "waiting"
    assert [(one.waits, one.called) for one in two.sees("his")] == [(True, "")]
    assert two.says("his", "yes") == "both"
    assert [(one.state, one.called) for one in two.sees("hers")] == [("both", "Winston")]
    assert [(one.state, one.called) for one in two.sees("his")] == [("both", "Gwen")]
    assert "Prys-Marlow" not in repr(two.sees("his"))


@pytest.mark.parametrize("other", ["said no", "withdrew", "is protected now", "never asked"])
def test_whoever_said_yes_sees_the_same_whatever_the_other_did(other):
    two = Two()
    two.says("hers", "yes")
    before = two.sees("hers")
    if other == "said no":
        two.says("his", "no")
    with as_(two.ada):
        if other == "withdrew":
            would_rather_not_be_asked(two.offer, by=two.ada, at=now())
        if other == "is protected now":
            protect_location(two.winston, why="For safety", listed=[], by=two.ada, at=now())
    assert two.sees("hers") == before


def test_either_ends_it_and_the_other_sees_that_it_ended_and_no_name():
    two = Two()
    two.says("hers", "yes"), two.says("his", "yes")
    pair = two.pair()
    with as_(two.ada):
        take_back_what_they_said(two.winston, pair, by=two.ada, at=now())
    assert [(one.state, one.called, one.to_ring) for one in (*two.sees("hers"), *two.sees("his"))] == [("ended", "", "")] * 2


def test_they_met_and_it_is_a_connection_like_any_other():
    two = Two()
    two.says("hers", "yes"), two.says("his", "yes")
    with as_(two.sam):
        (one,) = near_to([two.gwen.id])
        they_met(two.gwen, one, on=today(), words="He knew every rose.", by=two.sam, at=now())
        made = Connection.objects.get(person=two.gwen)
        assert (made.to, made.kind, list(Rung.objects.filter(connection=made).order_by("at").values_list("rung", flat=True))) == (
            "Winston", "natural", ["suggested", "went together"],
        )  # fmt: skip
    assert [one.state for one in two.sees("hers")] == ["met"]
    assert [one.state for one in two.sees("his")] == ["both"]


def test_nobody_asks_about_people_out_of_sight():
    two = Two()
    with as_(two.ada):
        assert near_to([two.gwen.id]) == []
        assert MayMeet.objects.count() == 0


DEEDS = st.lists(st.tuples(st.sampled_from(["hers", "his"]), st.sampled_from(["yes", "no", "otherwise"])), max_size=8)
SECRETS = {"hers": ("Winston", "Ferrars", "Ada Moss", "Tuesday", "ardening"), "his": ("Gwen", "Prys-Marlow", "Sam Holt", "roses")}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(DEEDS)
def test_in_no_life_is_anything_of_the_other_seen_before_both_agreed(deeds):
    with transaction.atomic():
        two = Two()
        pair, said, agreed = two.pair(), {}, False
        for side, deed in deeds:
            by, person = two.sides()[side]
            with as_(by):
                if deed == "otherwise" and said.get(side, "ended") == "ended":
                    continue
                if deed == "otherwise":
                    take_back_what_they_said(person, pair, by=by, at=now())
                    if not agreed:
                        said.pop(side, None)
                    else:
                        said[side] = "ended"
                elif not agreed:
                    they_said(person, pair, deed, how_they_said_so="aloud", by=by, at=now())
                    said[side] = deed
            agreed = agreed or (said.get("hers"), said.get("his")) == ("yes", "yes")
            both = (said.get("hers"), said.get("his")) == ("yes", "yes")
            for one, secrets in SECRETS.items():
                seat, mine = two.sides()[one]
                with as_(seat):
                    told = repr(near_to([mine.id])) + repr(list(MayMeet.objects.values())) + repr(list(Person.objects.values()))
                assert any(secret in told for secret in secrets) == both, (one, said, told)
        transaction.set_rollback(True)


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_their_coordinator_asks_on_a_page(vocabulary):
    two = Two(vocabulary=vocabulary)
    browser, page = signed_in(two.sam), reverse("desk:near", args=[two.gwen.id])
    text = browser.get(page).content.decode()
    assert ("Somebody near would like to be asked for this" in text, "Winston" in text, "a walk away" in text) == (True, False, True)
    asking = reverse("desk:near said", args=[two.gwen.id, two.pair()])
    assert browser.post(asking, {"answer": "yes"}).status_code == 422
    assert browser.post(asking, {"answer": "yes", "how_they_said_so": "aloud"}).status_code == 303
    assert "Said yes, and waiting" in browser.get(page).content.decode()
    two.says("his", "yes")
    shown = browser.get(page).content.decode()
    assert ("Winston" in shown, "Ferrars" in shown, "To arrange the first meeting" in shown) == (True, False, True)


def test_nothing_of_it_is_public():
    two = Two()
    public = signed_in(two.ada).get(reverse("noticeboard:search"), {"words": "roses"}).content.decode()
    assert ("Winston" in public, "Gwen" in public) == (False, False)
