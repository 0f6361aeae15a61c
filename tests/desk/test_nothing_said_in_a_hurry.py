"""No page presumes a yes, a meeting or an ending; what it says of somebody is true, and of somebody new it says that nothing is written."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import get_resolver, resolve, reverse
from django.utils.formats import date_format

from alongside.access.actions import name_to_partner, share_without_yes
from alongside.access.models import Choice, Naming
from alongside.connections.actions import climb, connect
from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.models import Agreement, Level, Visit
from alongside.journeys.rules import Parts
from alongside.people.models import Person
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    return Person(id=somebody(sam, "Gwen Prys-Marlow", on=days_ago(60)))


def parts(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def said(day):
    return date_format(day, "j F Y")


def their(name, person, *more):
    return reverse(f"desk:{name}", args=[person.id, *more])


def reads(by, url):
    answer = signed_in(by).get(url)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


PAGES_OF_SOMEBODY = sorted(
    {
        f"{space}:{name}"
        for space, (_, resolver) in get_resolver().namespace_dict.items()
        for name in resolver.reverse_dict
        if isinstance(name, str) and any(params == ["person_id"] for possible in resolver.reverse_dict.getlist(name) for _, params in possible[0])
    }
)


def test_there_are_many_pages_about_somebody():
    assert len(PAGES_OF_SOMEBODY) > 40


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_every_page_about_somebody_new_with_nothing_written_opens(vocabulary):
    sam = a_coordinator(a_team(vocabulary=vocabulary))
    new = somebody(sam)
    browser = signed_in(sam)
    opened = {}
    for name in PAGES_OF_SOMEBODY:
        url = reverse(name, args=[new])
        if "GET" in resolve(url).func.declared[2]:
            opened[name] = browser.get(url).status_code
    assert {name: status for name, status in opened.items() if status != 200} == EXCUSED


EXCUSED = {
    "desk:connect two": 404, "desk:measures on paper": 404, "desk:of themselves": 403, "desk:who looked at": 403, "mine:booklet": 404,
    "mine:easy read booklet": 404,
}  # fmt: skip
"""Two who are connected need a second, a team that asks nothing in the same words has no sheet of it, nor one that asks nobody who they are,
the lead alone reads who looked, and a file of a copy is there once the copy is made."""


def test_somebody_is_said_to_be_in_touch_only_where_they_went(sam, gwen):
    with as_(sam):
        for to, rungs in {"Choir": (), "Walks": ("went alone",), "Bingo": ("not for me",), "Chess": ("went together", "not for me")}.items():
            made = connect(gwen, to, kind="community", on=days_ago(9), by=sam, at=now())
            for rung in rungs:
                climb(made, rung, on=today(), words="As they said.", by=sam, at=now())
    page = reads(sam, their("message back", gwen))
    assert re.findall(r"They (?:are|were|tried)[^.]*(?:Choir|Walks|Bingo|Chess)[^.]*\.", page) == [
        "They were told of Choir.",
        "They are in touch with Walks (went alone).",
        "They were told of Bingo, and it is not for them.",
        "They tried Chess, and it was not for them.",
    ]


@pytest.mark.parametrize("name", ["agreement", "name to", "choose"])
def test_no_yes_is_ticked_before_anybody_said_it(name, sam, gwen):
    with as_(sam):
        journeys.agree(gwen, "We meet on Mondays.", agreed_on=today(), how_agreed="aloud", by=sam, at=now())
    assert " checked" not in signed_in(sam).get(their(name, gwen)).content.decode()


def test_an_agreement_in_a_hurry_is_asked_about_and_may_be_not_agreed_yet(sam, gwen):
    browser, written = signed_in(sam), {"words": "We meet on Mondays.", **parts("agreed_on", today())}
    refused = browser.post(their("agreement", gwen), written)
    assert (refused.status_code, "or that it is not agreed yet" in refused.content.decode()) == (422, True)
    browser.post(their("agreement", gwen), written | {"how_agreed": "not yet"})
    with as_(sam):
        assert Agreement.objects.get().how_agreed == "not yet"


def test_whether_they_met_is_ticked_by_nobody_else(sam, gwen):
    with as_(sam):
        visit = journeys.plan_visit(gwen, on=today(), staff_id=sam.id, by=sam, at=now())
    browser = signed_in(sam)
    page = browser.get(their("end visit", gwen, visit.id)).content.decode()
    assert (" checked" in page, browser.post(their("end visit", gwen, visit.id), {}).status_code) == (False, 422)


def test_a_yes_and_what_rests_on_it_end_on_the_same_day_everywhere(sam, gwen):
    menon = an_actor(Role.PARTNER, name="Dr Menon")
    last = today() + timedelta(days=90)
    asked = reads(sam, their("name to", gwen))
    assert asked.count("How did they say yes?") == 1
    told = {"partner": menon.id, "audience": "gp", "extract": "The stairs.", "how": "aloud", **parts("until", last)}
    assert signed_in(sam).post(their("name to", gwen), told).status_code == 303
    with as_(sam):
        assert (Naming.objects.get().until, Choice.objects.get().until) == (last + timedelta(days=1),) * 2
    page = reads(sam, their("person", gwen))
    assert (f"yes up to {said(last)}" in page, f"Dr Menon, up to {said(last)}" in page, said(last + timedelta(days=1)) in page) == (True, True, False)
    chosen = reads(sam, their("choices", gwen))
    assert f"it holds up to {said(last)}" in chosen
    assert f"Because of it Dr Menon may know, up to {said(last)}" in chosen
    assert f"up to {said(last)}" in reads(menon, reverse("desk:named to me"))


def test_nobody_is_said_never_to_have_been_asked_beside_the_yes_they_gave(sam, gwen):
    menon = an_actor(Role.PARTNER, name="Dr Menon")
    with as_(sam):
        name_to_partner(gwen, menon.id, extract="The stairs.", how_they_said_yes="aloud", until=today() + timedelta(days=9), audience="gp", by=sam, at=now())
    lines = re.findall(r"Their GP(?:: Dr Menon)? (Yes|Never asked)", reads(sam, their("choices", gwen)))
    assert lines == ["Yes"]


def test_what_was_told_without_a_yes_is_not_because_of_one(sam, gwen):
    menon = an_actor(Role.PARTNER, name="Dr Menon")
    with as_(sam):
        given = {"extract": "The stairs.", "ground": "direct care", "reason": "A fall.", "told": "after", "audience": "gp"}
        share_without_yes(gwen, menon.id, **given, until=today() + timedelta(days=9), by=sam, at=now())
    page = reads(sam, their("choices", gwen))
    assert ("Dr Menon was told without asking them" in page, "Because of it" in page) == (True, False)


@pytest.mark.parametrize("name", ["to sign", "end part"])
def test_nothing_is_signed_or_ended_where_nothing_holds(name, sam, gwen):
    assert "Nothing is agreed at the moment." in reads(sam, their(name, gwen))
    with as_(sam):
        version = journeys.agree(gwen, "We meet on Mondays.", agreed_on=today(), how_agreed="aloud", by=sam, at=now())
        journeys.end_part(version, "whole", on=today(), by=sam, at=now())
    page = signed_in(sam).get(their(name, gwen)).content.decode()
    assert ("Nothing is agreed at the moment." in page, "signing" in page) == (True, False)


@pytest.mark.parametrize("name", ["to sign", "paper"])
def test_their_own_sheets_speak_with_their_voice(name, sam, gwen):
    with as_(sam):
        journeys.agree(gwen, parts=Parts(they_do="The choir.", others_do="The bins."), agreed_on=today(), how_agreed="aloud", by=sam, at=now())
    page = reads(sam, their(name, gwen))
    assert ("What I do The choir. What my family, friends and others do The bins." in page, "What they do" in page) == (True, False)


def test_what_is_laid_aside_is_shown_once_a_death_or_a_move_is_chosen_and_not_before(sam, gwen):
    with as_(sam):
        journeys.plan_visit(gwen, on=today(), where="the library", staff_id=sam.id, by=sam, at=now())
    browser, page = signed_in(sam), their("ending", gwen)
    assert "the library" not in browser.get(page).content.decode()
    assert "one press" not in browser.get(page).content.decode()
    died = {"level": "died", "words": "In the night.", **parts("since", today())}
    shown = browser.post(page, died)
    with as_(sam):
        assert (Level.objects.filter(level="died").exists(), Visit.objects.get().ended) == (False, "")
    assert (shown.status_code, "the library" in shown.content.decode(), "In the night." in shown.content.decode()) == (200, True, True)
    assert browser.post(page, died | {"seen": "1"}).status_code == 303
    after = reads(sam, their("person", gwen))
    assert [words for words in ("good week", "Find something good", "Plan a visit") if words in after] == []


def test_not_now_asks_nothing_more(sam, gwen):
    with as_(sam):
        journeys.plan_visit(gwen, on=today(), staff_id=sam.id, by=sam, at=now())
    assert signed_in(sam).post(their("ending", gwen), {"level": "not now", **parts("since", today())}).status_code == 303
