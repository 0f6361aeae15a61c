"""What fills somebody's week: several things in one go, at the start and now, and what took the place of day care."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.connections.actions import week as actions
from alongside.connections.models import Activity
from alongside.connections.week import Doing
from alongside.desk.weeks import week_now
from alongside.foundation.refusals import Refused
from alongside.people.actions.circle import write_circle
from alongside.people.models import Person
from alongside.people.rings import InCircle
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
DAY_CENTRE = Doing("The day centre", (1, 2, 3, 4, 5), ("morning", "afternoon"), what_it_is="day care")
GARDEN = Doing("The community garden", (2, 4), ("morning",), with_whom="Winston", takes_place_of="day care")


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    """Ten weeks ago she went to the day centre every day."""
    key = somebody(sam, "Gwen Prys-Marlow")
    ago = now() - timedelta(weeks=10)
    with as_(sam):
        actions.write_week(Person(id=key), [DAY_CENTRE], since=days_ago(70), by=sam, at=ago)
    return key


def days(sam, gwen):
    """What fills Monday and Tuesday: at the start, and now."""
    with as_(sam):
        found = week_now(gwen, today())
    return [([one.words for _, one in day.start], [one.words for _, one in day.now]) for day in found.days[:2]]


def test_what_took_the_place_of_day_care_stands_beside_it(sam, gwen):
    with as_(sam):
        actions.no_longer_does(Activity.objects.get(), on=days_ago(10), by=sam, at=now())
        actions.write_week(Person(id=gwen), [GARDEN], since=days_ago(9), by=sam, at=now())
    centre = ["The day centre", "The day centre"]
    assert days(sam, gwen) == [(centre, []), (centre, ["The community garden"])]
    page = " ".join(signed_in(sam).get(reverse("desk:week", args=[gwen])).content.decode().split())
    assert "“The community garden” takes the place of: day centre or day care." in page


def test_what_is_put_right_was_never_otherwise(sam, gwen):
    with as_(sam):
        actions.put_week_right(Activity.objects.get(), Doing("The day centre", (1,), ("morning",), what_it_is="day care"), by=sam, at=now())
    assert days(sam, gwen) == [(["The day centre"], ["The day centre"]), ([], [])]


def test_what_was_so_all_along_belongs_to_the_start(sam, gwen):
    with as_(sam):
        actions.write_week(Person(id=gwen), [Doing("Chapel", (1,), ("evening",), there_before=True)], since=today(), by=sam, at=now())
    assert days(sam, gwen)[0] == (["The day centre", "The day centre", "Chapel"],) * 2


def test_a_service_takes_nothings_place(sam, gwen):
    with as_(sam):
        (made,) = actions.write_week(
            Person(id=gwen), [Doing("Carer", (6,), ("evening",), what_it_is="paid hours", takes_place_of="day care")], since=today(), by=sam, at=now()
        )
    assert made.takes_place_of == ""


@pytest.mark.parametrize(
    ("doing", "said"),
    [
        (Doing(" ", (1,), ("morning",)), "Say what they do"),
        (Doing("Chapel", (), ("morning",)), "Choose on which days"),
    ],
)
def test_what_does_not_say_what_or_when_is_asked_for(sam, gwen, doing, said):
    with pytest.raises(Refused, match=said), as_(sam):
        actions.write_week(Person(id=gwen), [doing], since=today(), by=sam, at=now())


def test_several_are_written_on_the_page_in_one_go_and_printed_for_the_fridge(sam):
    gwen, browser, day = somebody(sam, "Gwen Prys-Marlow"), signed_in(sam), today()
    empty = {f"what_it_is_{number}": "own" for number in range(1, 6)}
    when = {"since_day": day.day, "since_month": day.month, "since_year": day.year}
    typed = {
        **empty, **when,
        "words_1": "The day centre", "days_1": ["1", "2"], "parts_1": ["morning"], "what_it_is_1": "day care",
        "words_2": "Chapel", "days_2": ["7"], "parts_2": ["morning", "evening"],
    }  # fmt: skip
    page = reverse("desk:week", args=[gwen])
    assert browser.post(page, {**empty, **when}).status_code == 422
    half = browser.post(page, {**typed, "words_3": "Bingo"})
    assert (half.status_code, "Choose on which days." in half.content.decode()) == (422, True)
    assert browser.post(page, typed).status_code == 303
    with as_(sam):
        assert [(one.words, one.days, one.parts) for one in Activity.objects.order_by("at", "words")] == [
            ("Chapel", [7], ["morning", "evening"]),
            ("The day centre", [1, 2], ["morning"]),
        ]
    assert browser.get(reverse("desk:week on paper", args=[gwen])).content.decode().count("<strong>Chapel</strong>") == 2


def test_an_end_is_dated_and_undone_and_a_mistake_is_taken_back(sam, gwen):
    browser, day = signed_in(sam), days_ago(2)
    with as_(sam):
        key = Activity.objects.get().id
    end = {"on_day": day.day, "on_month": day.month, "on_year": day.year}
    assert browser.post(reverse("desk:no longer does", args=[gwen, key]), end).status_code == 303
    with as_(sam):
        assert Activity.objects.get().until == day
    browser.post(reverse("desk:does after all", args=[gwen, key]))
    with as_(sam):
        assert Activity.objects.get().until is None
    browser.post(reverse("desk:never did", args=[gwen, key]))
    with as_(sam):
        assert not Activity.objects.exists()


def test_a_day_without_a_part_of_it_is_enough_and_all_day_can_be_said_and_their_page_says_the_days(sam):
    gwen = somebody(sam, "Hal Example")
    told = [Doing("Bingo", (2,)), Doing("The allotment", (6, 7), ("all day",)), Doing("Walks", tuple(range(1, 8)), ("morning",))]
    with as_(sam):
        actions.write_week(Person(id=gwen), told, since=today(), by=sam, at=now())
        found = week_now(gwen, today()).days
    assert [[one.words for _, one in found[day].now] for day in (1, 6)] == [["Bingo", "Walks"], ["The allotment", "Walks"]]
    week = signed_in(sam).get(reverse("desk:week", args=[gwen])).content.decode()
    assert "All day:</span> The allotment" in week
    page = signed_in(sam).get(reverse("desk:person", args=[gwen])).content.decode()
    assert {said for said in ("Bingo: Tuesday", "The allotment: Saturday, Sunday", "Walks: every day") if said not in page} == set()


def test_what_somebody_receives_stands_on_their_page(sam, gwen):
    with as_(sam):
        write_circle(Person(id=gwen), [InCircle("Marva", "daughter", "closest", gives="Sunday lunch", receives="an ear")], by=sam, at=now())
    page = signed_in(sam).get(reverse("desk:person", args=[gwen])).content.decode()
    assert ("Sunday lunch" in page, "Receives: an ear" in page) == (True, True)
