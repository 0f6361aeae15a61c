"""Who is in somebody's life: what changed is not what was put right, and the start can be laid beside today."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.desk.circles import circle_now
from alongside.foundation.refusals import Refused
from alongside.people.actions import circle as actions
from alongside.people.models import CircleLook, Closeness, InTheirLife, Person
from alongside.people.queries import circle_of, held
from alongside.people.rings import Held, InCircle, Numbers, Placed, numbers_at_start, numbers_on
from alongside.people.words import RINGS
from alongside.trail.models import Change
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today

BEGUN = date(2026, 1, 5)
days = st.integers(-20, 120).map(lambda n: BEGUN + timedelta(days=n))


@st.composite
def somebody_held(draw: st.DrawFn) -> Held:
    """Somebody of a circle, from any day, on up to three rings in turn, perhaps no longer."""
    since = max(draw(days), BEGUN)
    moves = sorted({since, *(since + timedelta(days=n) for n in draw(st.lists(st.integers(1, 60), max_size=2)))})
    places = tuple(Placed(draw(st.sampled_from([word.stored for word in RINGS])), on) for on in moves) if draw(st.booleans()) else ()
    until = draw(st.none() | st.integers(0, 90).map(lambda n: moves[-1] + timedelta(days=n)))
    return Held(since, until, places)


@given(circle=st.lists(somebody_held(), max_size=8), day=days)
def test_nobody_is_counted_twice_or_forgotten(circle: list[Held], day: date) -> None:
    then = numbers_on(circle, day)
    assert then.paid + then.unpaid == sum(one.on(day) for one in circle)
    start = numbers_at_start(circle, BEGUN)
    assert start.paid + start.unpaid == sum(one.at_start(BEGUN) for one in circle)


@given(circle=st.lists(somebody_held(), max_size=8), further=st.integers(0, 60))
def test_what_happens_after_the_start_never_changes_the_start(circle: list[Held], further: int) -> None:
    after = BEGUN + timedelta(days=42 + further)
    moved = [
        Held(one.since, after if one.until is None else one.until, (*one.places, Placed("paid", after)) if one.places and one.on(after) else one.places)
        for one in circle
    ]
    assert numbers_at_start(moved, BEGUN) == numbers_at_start(circle, BEGUN)
    assert numbers_at_start([*circle, Held(after)], BEGUN) == numbers_at_start(circle, BEGUN)


@pytest.fixture
def sam(db):
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    """Her circle was begun ten weeks ago with a daughter, a neighbour and a carer."""
    key = somebody(sam, "Gwen Prys-Marlow")
    told = [
        InCircle("Marva", "daughter", "closest", gives="Rings on Sundays", receives="Somebody to tell"),
        InCircle("Mr Garbutt", "neighbour", "know"),
        InCircle("Jo from the agency", "carer", "paid"),
    ]
    ago = now() - timedelta(weeks=10)
    with as_(sam):
        actions.write_circle(Person(id=key), told, by=sam, at=ago)
    return key


def by_name(sam, gwen):
    with as_(sam):
        return {one.name: one for one in circle_of(gwen)}


def numbers(sam, gwen):
    """At the start and now: by the page, by the rules over the rows, and by the person's page in SQL; all three agree."""
    with as_(sam):
        page = circle_now(gwen, today())
        rows = [held(one) for one in circle_of(gwen)]
        with connection.cursor() as cursor:
            cursor.execute("SELECT desk_circle(%s)", [gwen])
            (found,) = cursor.fetchone()
    said = json.loads(found) if isinstance(found, str) else found
    begun = page.begun or today()
    by_rule = (numbers_at_start(rows, begun), numbers_on(rows, today()))
    by_sql = tuple(Numbers(said[key]["unpaid"], said[key]["paid"]) for key in ("at_start", "now"))
    assert (page.at_start, page.now) == by_rule == by_sql
    assert said["compared"] is page.compared
    return by_rule


def test_ten_weeks_on_a_new_friend_is_new_and_the_start_stays(sam, gwen):
    with as_(sam):
        actions.write_circle(Person(id=gwen), [InCircle("Winston", "from the allotment", "close")], by=sam, at=now())
    assert numbers(sam, gwen) == (Numbers(2, 1), Numbers(3, 1))


def test_whoever_was_there_all_along_and_is_written_down_now_is_not_new(sam, gwen):
    with as_(sam):
        actions.write_circle(Person(id=gwen), [InCircle("Keith", "brother", "close", there_before=True)], by=sam, at=now())
    assert numbers(sam, gwen) == (Numbers(3, 1), Numbers(3, 1))


def test_moving_a_ring_is_a_change_and_putting_one_right_is_none(sam, gwen):
    garbutt, jo = (by_name(sam, gwen)[name] for name in ("Mr Garbutt", "Jo from the agency"))
    with as_(sam):
        actions.move_in_circle(jo, "close", on=days_ago(3), by=sam, at=now())
        actions.put_right_in_circle(garbutt, InCircle("Mr Garbutt", "neighbour", "paid"), by=sam, at=now())
    assert numbers(sam, gwen) == (Numbers(1, 2), Numbers(2, 1))


def test_what_it_said_before_stays_in_the_history(sam, gwen):
    marva = by_name(sam, gwen)["Marva"]
    with as_(sam):
        actions.put_right_in_circle(marva, InCircle("Marva", "granddaughter", "closest"), by=sam, at=now())
        last = Change.objects.filter(table="people_intheirlife", row=str(marva.id)).order_by("-id").first()
    assert (last.deed, last.was["relation"]) == ("changed", "daughter")


def test_somebody_who_died_is_there_at_the_start_and_not_now_and_comes_back_if_it_was_not_so(sam, gwen):
    marva = by_name(sam, gwen)["Marva"]
    with as_(sam):
        actions.left_their_life(marva, "died", on=days_ago(5), by=sam, at=now())
    assert numbers(sam, gwen) == (Numbers(2, 1), Numbers(1, 1))
    with as_(sam):
        actions.back_in_their_life(marva, by=sam, at=now())
    assert numbers(sam, gwen) == (Numbers(2, 1), Numbers(2, 1))


def test_what_was_a_mistake_was_never_so(sam, gwen):
    garbutt = by_name(sam, gwen)["Mr Garbutt"]
    with as_(sam):
        actions.never_in_their_life(garbutt, by=sam, at=now())
        assert Closeness.objects.filter(person_id=gwen).count() == 2
    assert numbers(sam, gwen) == (Numbers(1, 1), Numbers(1, 1))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda one, by: actions.move_in_circle(one, "close", on=days_ago(100), by=by, at=now()), "They are written down since"),
        (lambda one, by: actions.move_in_circle(one, "close", on=today() + timedelta(days=1), by=by, at=now()), "This date has not come yet."),
        (lambda one, by: actions.move_in_circle(one, "know", on=today(), by=by, at=now()), "They stand there already."),
        (lambda one, by: actions.left_their_life(one, "died", on=days_ago(100), by=by, at=now()), "They are written down since"),
    ],
)
def test_a_change_that_could_not_be_is_refused(sam, gwen, change, said):
    garbutt = by_name(sam, gwen)["Mr Garbutt"]
    with pytest.raises(Refused, match=said), as_(sam):
        change(garbutt, sam)


def test_only_going_through_everybody_again_makes_it_comparable(sam, gwen):
    with as_(sam):
        actions.add_to_circle(Person(id=gwen), name="Winston", relation="friend", by=sam, at=now())
        assert CircleLook.objects.filter(person_id=gwen).count() == 1
        actions.write_circle(Person(id=gwen), [], went_through_all=True, by=sam, at=now())
        assert list(CircleLook.objects.filter(person_id=gwen).order_by("on").values_list("on", flat=True))[-1] == today()


# --- The page ---------------------------------------------------------------------------------------------------------


def test_several_are_written_down_in_one_go_and_a_row_without_a_name_is_asked_for(sam, gwen):
    page, browser = reverse("desk:circle", args=[gwen]), signed_in(sam)
    words = {"name_1": "Winston", "ring_1": "close", "gives_1": "Seedlings", "name_2": "Halina", "relation_2": "across the landing"}
    refused = browser.post(page, {**words, "relation_3": "somebody"})
    assert (refused.status_code, "Say who it is" in refused.content.decode(), "Seedlings" in refused.content.decode()) == (422, True, True)
    assert browser.post(page, words).status_code == 303
    assert {"Winston", "Halina"} <= by_name(sam, gwen).keys()


def test_the_picture_says_in_words_all_that_it_shows(sam, gwen):
    page = signed_in(sam).get(reverse("desk:circle", args=[gwen])).content.decode()
    assert "2 people at the start, 2 now" in page
    assert page.count('role="img"') == 2
    assert page.count("Closest: Marva. People they know: Mr Garbutt. Paid to be there: Jo from the agency.") == 2


def test_nobody_is_a_link_for_whoever_may_not_see_them(sam, gwen):
    winston = somebody(sam, "Winston Ferrars")
    stranger = somebody(a_coordinator(name="Ada Moss"), "Winston Unseen")
    with as_(sam):
        (row,) = actions.write_circle(Person(id=gwen), [InCircle("Winston", "friend", "close")], by=sam, at=now())
    right = reverse("desk:put right in circle", args=[gwen, row.id])
    browser = signed_in(sam)
    offered = browser.get(right).content.decode()
    assert ("Winston Ferrars" in offered, "Winston Unseen" in offered) == (True, False)
    with pytest.raises(Refused), as_(sam):
        actions.put_right_in_circle(row, InCircle("Winston"), known_here_id=stranger, by=sam, at=now())
    assert browser.post(right, {"name": "Winston", "ring": "close", "known_here": str(winston)}).status_code == 303
    link = f'href="{reverse("desk:person", args=[winston])}"'
    assert link in browser.get(reverse("desk:circle", args=[gwen])).content.decode()
    # Each side sees only its own: nothing of Gwen stands on his page, nor in his rows.
    assert "Gwen" not in browser.get(reverse("desk:circle", args=[winston])).content.decode()
    with as_(sam):
        InTheirLife.objects.filter(id=row.id).update(known_here_id=stranger)
    hidden = browser.get(reverse("desk:circle", args=[gwen])).content.decode()
    assert str(stranger) not in hidden


@pytest.mark.django_db
def test_who_came_closer_stands_in_the_story_on_the_day_it_was_so():
    sam = a_coordinator()
    key = somebody(sam, "Gwen Example")
    with as_(sam):
        gwen = Person.objects.get(id=key)
        jo = actions.add_to_circle(gwen, name="Jo", relation="neighbour", ring="know", by=sam, at=now() - timedelta(days=9))
        InTheirLife.objects.filter(id=jo.id).update(since=days_ago(9))
        Closeness.objects.filter(one=jo).update(since=days_ago(9))
        jo.refresh_from_db()
        actions.move_in_circle(jo, "close", on=days_ago(3), by=sam, at=now())
    page = " ".join(signed_in(sam).get(reverse("desk:person", args=[key])).content.decode().split())
    assert page.count("Jo: close, before that people they know") == 1
