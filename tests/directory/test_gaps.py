"""A wish that nothing suits is kept with one press: with nobody in it, read by the team, answered by what comes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.directory.actions import answer_gap, change_gap, end_gap, keep_entry, keep_gap, keep_open_gap, open_gap_again
from alongside.directory.actions import gaps as gap_actions
from alongside.directory.gaps.models import Gap
from alongside.directory.gaps.said import Said, checked, said_of
from alongside.directory.gaps.showing import it_may_answer, shown
from alongside.directory.told import Told
from alongside.directory.wishing import Wish
from alongside.foundation.actor import NOBODY, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.places.models import Postcode
from alongside.places.queries import place_called
from alongside.trail.doing import acting
from tests.building import a_coordinator, an_actor, as_, now, today
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db
SINGING = Said("somewhere to sing in the evening", "Fernbrook", 53.4, -2.3, 3000, days=(2,))
CHOIR = Told("Fern choir", "group", "We sing together.", postcode="ZZ99 3AA", days=(2,))


@pytest.fixture
def sam():
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.40123, longitude=-2.30456, neighbourhood="Fernbrook Central", ward="Fernbrook")
    return a_coordinator(name="Sam Holt")


def test_a_wish_is_kept_with_its_words_place_reach_days_and_when_it_was_said(sam):
    at = now()
    wish = Wish(
        "sing on Tuesday", 53.40123, -2.30456, 3000, frozenset({2}), frozenset({"step free"}), today=today(), left=frozenset({"day:tuesday"}), spoken="cy"
    )
    with as_(sam):
        made = keep_gap(said_of(wish, place_called("ZZ99 3AA")), by=sam, at=at)
        gap = Gap.objects.get(id=made.id)
    assert (gap.words, gap.near, gap.reach, gap.days, gap.access, gap.left, gap.how_many, gap.at) == (
        "sing on Tuesday", "Fernbrook Central", 3000, [2], ["step free"], ["day:tuesday"], 1, at,
    )  # fmt: skip
    assert (gap.latitude, gap.longitude) == (53.4, -2.3)
    assert gap.wish() == replace(wish, latitude=53.4, longitude=-2.3, today=gap.wish().today)


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (" ", False),
        ("sing, ring 07700 900123", False),
        ("sing, write to a@example.org", False),
        ("near zz99 3wz please", False),
        ("x" * 1001, False),
        ("sing with Gwén", False),
        ("gwendolines for company", True),
        ("40 pence and 12 people at 10.30", True),
    ],
)
def test_words_that_lead_to_somebody_are_refused(words, allowed):
    if allowed:
        assert checked(Said(words), names=("Gwen Example",)).words == words
    else:
        with pytest.raises(Refused):
            checked(Said(words), names=("Gwen Example",))


def test_only_those_who_walk_there_keep_one_for_their_team_and_another_team_reads_it_not(sam):
    partner = an_actor(role=Role.PARTNER)
    with as_(partner), pytest.raises(NotYours):
        keep_gap(SINGING, by=partner, at=now())
    with as_(sam):
        keep_gap(SINGING, by=sam, at=now())
        mine = Gap.objects.count()
    with as_(a_coordinator()):
        theirs = Gap.objects.count()
    with as_(partner):
        partners = Gap.objects.count()
    assert (mine, theirs, partners) == (1, 0, 0)


def test_a_visitors_wish_is_read_by_every_team_and_by_no_visitor_and_holds_nobody(sam):
    with acting(NOBODY):
        keep_open_gap(SINGING, by=NOBODY, at=now())
        assert Gap.objects.count() == 0
    for reader in (sam, a_coordinator()):
        with as_(reader):
            assert list(Gap.objects.values_list("words", "team", "by", "how_many")) == [(SINGING.words, None, None, 1)]


def test_a_flood_of_wishes_fills_nothing(sam, monkeypatch):
    monkeypatch.setattr(gap_actions, "MOST_A_DAY", 3)
    with acting(NOBODY):
        for words in ("sing", "SING", "sing", "dance", "walk"):
            keep_open_gap(replace(SINGING, words=words), by=NOBODY, at=now())
        with pytest.raises(Refused):
            keep_open_gap(replace(SINGING, words="knit"), by=NOBODY, at=now())
    with as_(sam):
        assert sorted(Gap.objects.values_list("words", flat=True)) == ["dance", "sing", "walk"]


def test_what_comes_after_a_wish_and_suits_it_is_told_beside_it_and_what_was_there_before_is_not(sam):
    load(a_listing("1", "Brook choir", latitude=53.401, longitude=-2.3))
    with as_(sam):
        gap = keep_gap(SINGING, by=sam, at=now())
        assert [list(line.suits) for line in shown("open", before=None, many=20, today=today()).lines] == [[]]
        far = keep_entry(replace(CHOIR, name="Monday choir", days=(1,)), by=sam, at=now())
        made = keep_entry(CHOIR, by=sam, at=now())
        lines = shown("open", before=None, many=20, today=today()).lines
        assert [(line.gap.id, [one.offer.id for one in line.suits]) for line in lines] == [(gap.id, [made.id])]
        assert ([one.id for one in it_may_answer(made, today())], it_may_answer(far, today())) == ([gap.id], [])


def test_a_wish_is_changed_answered_ended_and_each_is_undone(sam):
    with as_(sam):
        gap, choir = keep_gap(SINGING, by=sam, at=now()), keep_entry(CHOIR, by=sam, at=now())
        change_gap(gap, replace(SINGING, words="sing by day", how_many=4), by=sam, at=now())
        assert (gap.words, gap.how_many, gap.state) == ("sing by day", 4, "open")
        answer_gap(gap, choir, by=sam, at=now())
        assert (gap.state, Gap.objects.get().entry_id) == ("answered", choir.id)
        assert open_gap_again(gap, by=sam, at=now()).state == "open"
        assert end_gap(gap, by=sam, at=now()).state == "ended"
        with pytest.raises(Refused):
            answer_gap(gap, choir, by=sam, at=now())
        assert open_gap_again(gap, by=sam, at=now()).state == "open"
        assert shown("open", before=None, many=20, today=today()).counts == {"open": 1, "answered": 0, "ended": 0}


def test_a_page_of_wishes_asks_the_same_with_one_and_with_thirty(sam):
    with as_(sam):
        keep_gap(SINGING, by=sam, at=now())
        keep_entry(CHOIR, by=sam, at=now())
        with CaptureQueriesContext(connection) as with_one:
            shown("open", before=None, many=30, today=today())
        for number in range(30):
            keep_gap(replace(SINGING, words=f"sing number {number}"), by=sam, at=now())
        keep_entry(replace(CHOIR, name="Late choir"), by=sam, at=now())
        with CaptureQueriesContext(connection) as with_thirty:
            assert len(shown("open", before=None, many=30, today=today()).lines) == 30
    assert (len(with_one), len(with_thirty)) == (5, 5)
