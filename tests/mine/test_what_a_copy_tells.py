"""What a copy tells besides: what is otherwise than last time, what they wait for, gave and chose; and what they began to write."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from alongside.access.actions import ask_of_us, choose
from alongside.connections.actions import climb, connect
from alongside.connections.actions.giving import contribute
from alongside.connections.actions.week import write_week
from alongside.connections.giving import Told as Given
from alongside.connections.week import Doing
from alongside.connections.words import RUNGS_BY_KIND
from alongside.introductions.actions import say_why
from alongside.introductions.rules import Reasons
from alongside.journeys.actions import agree, begin_waiting
from alongside.journeys.actions.papers import PaperAsked, add_paper
from alongside.journeys.rules import Awaited, Parts
from alongside.mine import actions, reading
from alongside.mine.actions import drop_unfinished, forget_old_unfinished, keep_unfinished
from alongside.mine.gathering import everything
from alongside.mine.models import Unfinished
from alongside.mine.rules import Differs, Told, chosen, since_last
from alongside.mine.words import RUNGS_TO_YOU
from alongside.people.actions import add_gift
from alongside.people.actions.circle import write_circle
from alongside.people.models import Person
from alongside.people.rings import InCircle
from alongside.trail.doing import acting
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today
from tests.mine.test_own_copy import a_link, not_right, themselves


@pytest.fixture
def sam(db):
    return a_coordinator()


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys")


def copied(sam, person, *parts, ago=0):
    with as_(sam):
        told = everything(person, on=today(), vocabulary=sam.vocabulary)
        return actions.make_copy(Person.objects.get(id=person), parts, (), told=told, by=sam, at=now() - timedelta(days=ago))


def said(sam, person, part):
    with as_(sam):
        return [(line.says, line.more) for line in everything(person, on=today(), vocabulary=sam.vocabulary) if line.part == part]


def test_what_they_wait_for_what_they_gave_and_what_they_chose_can_be_in_it(sam, gwen):
    with as_(sam):
        person = Person.objects.get(id=gwen)
        begin_waiting(person, Awaited("A new kitchen tap", days_ago(3), of_whom="the housing office", company="Vi"), by=sam, at=now())
        contribute(person, Given("gave", "Jam for the fair", "community", days_ago(2), whom="the church", minutes=90), by=sam, at=now())
        choose(person, "gp", "yes", on=days_ago(1), by=sam, at=now())
    (waits, about_it), (gave, to_whom), (chose, how) = (said(sam, gwen, part)[0] for part in ("waiting", "gave", "choices"))
    assert (waits, gave, chose) == ("A new kitchen tap", "You gave: Jam for the fair", "Your GP: yes")
    assert ("the housing office" in about_it, "Keeping you company: Vi" in about_it, "the church" in to_whom, "1½ hours" in to_whom, "aloud" in how) == (
        True,
    ) * 5


def test_a_copy_says_what_is_otherwise_than_the_one_of_an_earlier_day(sam, gwen):
    with as_(sam):
        add_gift(Person.objects.get(id=gwen), "Roses", by=sam, at=now())
    copied(sam, gwen, "gifts", ago=9)
    with as_(sam):
        add_gift(Person.objects.get(id=gwen), "Jam", by=sam, at=now())
    copied(sam, gwen, "introduction")
    copied(sam, gwen, "gifts")
    with as_(sam):
        copy = reading.whole(gwen, sam.vocabulary)
    assert (copy.since, copy.differs) == (timezone.localdate(now() - timedelta(days=9)), [Differs("new", "gifts", "Jam")])


def test_a_first_copy_is_held_against_nothing(sam, gwen):
    copied(sam, gwen, "introduction")
    with as_(sam):
        assert reading.whole(gwen, sam.vocabulary).since is None


LINES = st.lists(
    st.builds(lambda row, says: Told("gifts", "plain", says, "", "gift", row), st.uuids(), st.sampled_from(["a", "b"])),
    max_size=6,
    unique_by=lambda line: line.row,
)


def test_what_was_not_ticked_before_is_told_once_and_a_new_version_is_the_same_said_differently(sam, gwen):
    copied(sam, gwen, "introduction", ago=9)
    with as_(sam):
        add_gift(Person.objects.get(id=gwen), "Jam", by=sam, at=now())
    copied(sam, gwen, "gifts", "introduction")
    with as_(sam):
        copy = reading.whole(gwen, sam.vocabulary)
    assert (copy.differs, copy.also) == ([], ["what you bring"])
    first, second = (Told("agreement", "we agreed", says, "", "agreement", uuid4()) for says in ("I ring Vi.", "Vi rings me."))
    assert since_last([first], [second]) == [Differs("said differently", "agreement", "Vi rings me.", "I ring Vi.")]


@given(LINES, LINES)
def test_what_differs_leads_from_the_one_copy_to_the_other(before, after):
    told = since_last(before, after)
    assert since_last(after, after) == []
    counted = {how: sum(one.how == how for one in told) for how in ("new", "gone")}
    assert len(before) + counted["new"] - counted["gone"] == len(after)


def test_what_they_began_to_write_is_theirs_alone_until_they_send_it(sam, gwen):
    copied(sam, gwen, "introduction")
    a_link(sam, gwen)
    with acting(themselves(gwen)):
        keep_unfinished(gwen, "words", "I sang in", at=now())
        keep_unfinished(gwen, "words", "I sang in the choir", at=now())
        assert reading.unfinished(gwen, "words") == "I sang in the choir"
    with as_(sam):
        assert Unfinished.objects.count() == 0
    with acting(themselves(gwen)):
        drop_unfinished(gwen, "words")
        assert reading.unfinished(gwen, "words") == ""


def test_what_they_began_a_month_ago_is_cleared_away(sam, gwen):
    copied(sam, gwen, "introduction")
    a_link(sam, gwen)
    with acting(themselves(gwen)):
        keep_unfinished(gwen, "words", "Old", at=now() - timedelta(days=31))
        keep_unfinished(gwen, "other", "New", at=now())
    forget_old_unfinished()
    with acting(themselves(gwen)):
        assert list(Unfinished.objects.values_list("words", flat=True)) == ["New"]


def test_what_they_ask_to_be_put_right_stands_in_one_list_and_on_the_sheet_for_them(sam, gwen):
    with as_(sam):
        add_gift(Person.objects.get(id=gwen), "Roses", by=sam, at=now())
    copied(sam, gwen, "gifts")
    with as_(sam):
        not_right(sam, gwen, "stand")
        ask_of_us(Person.objects.get(id=gwen), "put right", words="My birthday is in May.", by=sam, at=now())
    browser = signed_in(sam)
    page = browser.get(reverse("mine:own copy", args=[gwen])).content.decode()
    sheet = browser.get(reverse("desk:paper", args=[gwen])).content.decode()
    assert ("Not roses: dahlias." in page, "My birthday is in May." in page, "Not roses: dahlias." in sheet, "Why we may keep this" in page) == (True,) * 4


def test_what_is_said_of_their_circle_week_papers_and_agreement_is_said_to_them(sam, gwen):
    with as_(sam):
        person = Person.objects.get(id=gwen)
        write_circle(person, [InCircle(name="Vi", relation="neighbour", gives="rings on Sundays", receives="jam")], by=sam, at=now())
        write_week(person, [Doing("Choir", (4, 1), ("evening",), "Vi")], since=today(), by=sam, at=now())
        add_paper(person, PaperAsked("Proof of tenancy", "needed", today(), "the housing office", today() + timedelta(days=9)), by=sam, at=now())
        agree(person, parts=Parts(they_do="Ring Vi.", not_do="Nobody rings the doctor."), agreed_on=today(), how_agreed="aloud", by=sam, at=now())
        made = connect(person, "The choir", kind="community", on=today(), by=sam, at=now())
        climb(made, "went alone", on=today(), by=sam, at=now())
    by_when = date_format(today() + timedelta(days=9), "j F Y")
    assert {part: said(sam, gwen, part) for part in ("circle", "week", "papers", "connections")} == {
        "circle": [("Vi", "Neighbour. For you: rings on Sundays. From you: jam.")],
        "week": [("Choir", "Monday, Thursday, evening, with Vi")],
        "papers": [("Proof of tenancy", f"For the housing office. By {by_when}. Needed.")],
        "connections": [("The choir", "You went by yourself.")],
    }
    assert [says for says, _ in said(sam, gwen, "agreement")] == ["What you do: Ring Vi.\nWhat will not be done: Nobody rings the doctor."]


def test_why_they_came_is_in_their_copy_only_where_that_line_is_ticked(sam, gwen):
    with as_(sam):
        say_why(Person.objects.get(id=gwen), Reasons(today(), "at first", ("finance",), words="The bills frighten her."), by=sam, at=now())
        told = [line for line in everything(gwen, on=today(), vocabulary=sam.vocabulary) if line.part == "reasons"]
    assert [line.says for line in told] == ["Money", "The bills frighten her."]
    assert chosen(told, ["reasons"], [told[0].row]) == told[:1]


def test_each_rung_of_each_kind_is_said_to_them():
    assert {kind: set(said) for kind, said in RUNGS_TO_YOU.items()} == {kind: {word.stored for word in rungs} for kind, rungs in RUNGS_BY_KIND.items()}
