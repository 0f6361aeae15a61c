"""What somebody gave and received: told as they wish, on both pages when both are known here, and never a score."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.connections.actions import connect_two
from alongside.connections.actions.giving import amend_contribution, contribute, never_given
from alongside.connections.giving import MOST, Statement, Told, minutes_of, statement
from alongside.connections.models import Connection, Contribution
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.models import Person
from alongside.web.hours import hours_said
from tests.building import a_coordinator, a_team, as_, days_ago, now, signed_in, somebody, today


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("", None),
        ("2", 120),
        ("1.5", 90),
        ("1,5 h", 90),
        ("1½", 90),
        ("½", 30),
        ("1:30", 90),
        ("2 hours 10 minutes", 130),
        ("1h30", 90),
        ("45 min", 45),
        ("Half an hour", 30),
        ("3 hrs", 180),
    ],
)
def test_how_long_is_written_as_people_write_it(written, minutes):
    assert minutes_of(written) == minutes


@pytest.mark.parametrize("written", ["a while", "0", "-1", "1:75", "2000", "1 2 3", "½½"])
def test_what_is_no_time_is_refused(written):
    with pytest.raises(Refused, match="Write how long in hours"):
        minutes_of(written)


@given(st.integers(1, MOST))
def test_what_is_said_is_read_again_as_the_same(minutes: int) -> None:
    assert minutes_of(hours_said(minutes)) == minutes


@given(st.lists(st.tuples(st.sampled_from(["gave", "received"]), st.none() | st.integers(1, MOST))))
def test_what_one_gives_another_receives(rows: list[tuple[str, int | None]]) -> None:
    theirs = statement([("received" if way == "gave" else "gave", minutes) for way, minutes in rows])
    mine = statement(rows)
    assert (mine.balance, mine.given, mine.gave, mine.untold) == (-theirs.balance, theirs.received, theirs.got, theirs.untold)


@pytest.fixture
def sam(db):
    return a_coordinator(name="Sam Holt")


def told(**given):
    return Told(**{"way": "gave", "words": "Mended the gate", "kind": "neighbours", "on": days_ago(3), **given})


def page(name, person, *more):
    return reverse(f"desk:{name}", args=[person, *more])


def test_between_two_whom_we_know_it_stands_on_both_pages_and_is_put_right_on_both(sam):
    winston, gwen = somebody(sam, "Winston Ferrars"), somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        row = contribute(Person(id=winston), told(kind="a person", other_id=gwen, minutes=90), by=sam, at=now())
        sides = {side.person_id: (side.way, side.minutes, side.other_id) for side in Contribution.objects.all()}
    assert sides == {winston: ("gave", 90, gwen), gwen: ("received", 90, winston)}
    hers = signed_in(sam).get(page("person", gwen)).content.decode()
    assert "Received: Winston Ferrars, 1½ hours" in " ".join(hers.split())
    with as_(sam):
        amend_contribution(row, told(words="Mended the fence", minutes=60), by=sam, at=now())
        assert set(Contribution.objects.values_list("words", "minutes")) == {("Mended the fence", 60)}
        never_given(row, by=sam, at=now())
        assert Contribution.objects.count() == 0


def test_whoever_may_not_see_the_other_reads_no_name(sam):
    """The other has gone to another team since: what was given stays, and says no more than that it was somebody we know."""
    winston, gwen = somebody(sam, "Winston Ferrars"), somebody(sam, "Gwen Prys-Marlow")
    stranger = somebody(a_coordinator(a_team()), "Nobody Insight")
    with as_(sam):
        contribute(Person(id=winston), told(kind="a person", other_id=gwen), by=sam, at=now())
        Contribution.objects.filter(person_id=winston).update(other_id=stranger)
    browser = signed_in(sam)
    for name in ("person", "giving", "giving statement"):
        text = browser.get(page(name, winston)).content.decode()
        assert ("Mended the gate" in text, "Insight" in text, str(stranger) in text) == (True, False, False)
    with pytest.raises(Refused, match="whose page you may see"), as_(sam):
        contribute(Person(id=winston), told(kind="a person", other_id=stranger), by=sam, at=now())


def test_a_name_on_the_form_finds_only_people_in_sight(sam):
    winston, gwen = somebody(sam, "Winston Ferrars"), somebody(sam, "Gwen Prys-Marlow", likes_to_be_called="Gwen")
    somebody(a_coordinator(a_team()), "Unseen Person")
    browser = signed_in(sam)
    day = today()
    asked = {"way": "gave", "words": "A pie", "kind": "a person", "on_day": day.day, "on_month": day.month, "on_year": day.year, "hours": ""}
    assert browser.post(page("giving", winston), {**asked, "whom": "Unseen Person"}).status_code == 422
    assert browser.post(page("giving", winston), {**asked, "whom": "gwen", "hours": "soon"}).status_code == 422
    assert browser.post(page("giving", winston), {**asked, "whom": "gwen"}).status_code == 303
    with as_(sam):
        assert Contribution.objects.get(person_id=gwen).way == "received"


def test_only_whoever_wrote_it_down_takes_it_back(sam):
    team = a_team()
    sam, priya = a_coordinator(team), a_coordinator(team)
    winston = somebody(sam, "Winston Ferrars")
    with as_(sam):
        row = contribute(Person(id=winston), told(), by=sam, at=now())
    with pytest.raises(NotYours), as_(priya):
        never_given(row, by=priya, at=now())


def test_a_statement_tells_hours_and_says_of_how_many_nobody_said(sam):
    winston = somebody(sam, "Winston Ferrars")
    with as_(sam):
        for given_ in (told(minutes=150), told(), told(way="received", minutes=180), told(on=days_ago(200), minutes=600)):
            contribute(Person(id=winston), given_, by=sam, at=now())
    text = " ".join(signed_in(sam).get(page("giving statement", winston)).content.decode().split())
    assert "Hours given: 2½ hours. Hours received: 3 hours. Given less received: minus 30 minutes." in text
    whole = " ".join(signed_in(sam).get(page("giving statement", winston) + "?months=all").content.decode().split())
    assert "Hours given: 12½ hours." in whole
    assert statement([("gave", 150), ("gave", None)]) == Statement(150, 0, 2, 0, 1)


def test_two_people_are_linked_only_when_both_were_asked_and_it_stands_on_both_pages(sam):
    winston, gwen = somebody(sam, "Winston Ferrars"), somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        two = Person.objects.get(id=winston), Person.objects.get(id=gwen)
    with pytest.raises(Refused, match="Say how both of them said yes"), as_(sam):
        connect_two(*two, how_both_said_yes=" ", on=today(), by=sam, at=now())
    with as_(sam):
        connect_two(*two, how_both_said_yes="aloud, each at home", on=today(), by=sam, at=now())
        made = {row.person_id: (row.to, row.kind) for row in Connection.objects.all()}
    assert made == {winston: ("Gwen Prys-Marlow", "natural"), gwen: ("Winston Ferrars", "natural")}
