"""What is missing, counted by the database and plainly: the same, whatever was wished by whomever; and a page that shows the first leads to the others."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.connections.models import GapOf
from alongside.directory.models import Gap
from alongside.foundation.actor import Role
from alongside.gaps import actions, suggesting
from alongside.gaps.grown import all_raised, grown, listed
from alongside.gaps.models import Bundle, Different, Together
from alongside.gaps.trend import LATELY, trend_of
from alongside.gaps.views import bundle as bundle_page
from alongside.gaps.views import missing
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today
from tests.desk.asking import MOST, asked_by

from .wishing import A_MILE_ON, keeps

pytestmark = pytest.mark.django_db
NEAR = {"Fernbrook": (53.4, -2.3), "Lowfields": (53.45, -2.31), "": (None, None)}
AROUND = LATELY.days
DAYS = st.sampled_from([0, 1, AROUND - 1, AROUND, AROUND + 1, 2 * AROUND - 1, 2 * AROUND, 2 * AROUND + 1, 330, 399, 401])
wishes = st.fixed_dictionaries(
    {
        "stands_in": st.integers(0, 2),
        "of": st.sampled_from([None, "Eddie", "Gwen"]),
        "how_many": st.integers(1, 4),
        "days_ago": DAYS,
        "near": st.sampled_from(sorted(NEAR)),
        "what": st.sampled_from(["stands", "stands", "ended", "taken out"]),
    }
)


def told(sam, people, wish, number, bundles) -> Gap:
    """A wish as it was said, in what it stands."""
    said = {"by_id": sam.id, "at": now() - timedelta(days=wish["days_ago"])}
    latitude, longitude = NEAR[wish["near"]]
    place = {"near": wish["near"], "latitude": latitude, "longitude": longitude}
    ended = {"ended_at": now(), "ended_by_id": sam.id} if wish["what"] == "ended" else {}
    gap = Gap.objects.create(team_id=sam.team_id, words=f"wish {number}", how_many=wish["how_many"], **place, **said, **ended)
    left = {"left_at": now(), "left_by_id": sam.id} if wish["what"] == "taken out" else {}
    Together.objects.create(bundle=bundles[wish["stands_in"]], team_id=sam.team_id, gap=gap, **said, **left)
    if wish["of"]:
        GapOf.objects.create(person_id=people[wish["of"]], gap=gap, words=gap.words, **said)
    return gap


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(wishes, max_size=9))
def test_the_database_counts_of_any_wishes_what_counting_them_one_by_one_does(said):
    sam = a_coordinator()
    people = {"Eddie": somebody(sam, "Eddie Marsh"), "Gwen": somebody(sam, "Gwen Pettifer")}
    with as_(sam):
        bundles = [Bundle.objects.create(team_id=sam.team_id, name=f"Missing {number}", by_id=sam.id, at=now()) for number in range(3)]
        gaps = [told(sam, people, wish, number, bundles) for number, wish in enumerate(said)]
        found = {one.name: one for one in listed(today=today()).found}
        alone = {bundle.name: grown(bundle.id, today=today()) for bundle in bundles}
        raised = all_raised(today=today())
    stand = defaultdict(list)
    for wish, gap in zip(said, gaps, strict=True):
        if wish["what"] == "stands":
            stand[f"Missing {wish['stands_in']}"].append((wish, gap))
    assert set(found) == set(stand) == {name for name, one in alone.items() if one}
    for name, some in stand.items():
        one, days = found[name], [timezone.localdate(gap.at) for _wish, gap in some]
        whose = [(wish["of"] or gap.id, bool(wish["near"])) for wish, gap in some]
        assert (one.wishes, one.would_come, one.first, one.last) == (len(some), sum(wish["how_many"] for wish, _gap in some), min(days), max(days))
        assert one.near == list(dict.fromkeys(wish["near"] for wish, _gap in some if wish["near"]))
        assert one.of_two == (len({who for who, _placed in whose}) > 1)
        assert (one.place is not None) == (len({who for who, placed in whose if placed}) > 1)
        trend = trend_of(days, today=today())
        assert (one.trend.all, one.trend.lately, one.trend.before, one.trend.way) == (trend.all, trend.lately, trend.before, trend.way)
        assert alone[name].trend == trend
    since = today() - timedelta(days=400)
    assert raised == trend_of([day for gap in gaps if (day := timezone.localdate(gap.at)) >= since], today=today())


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


def text(response) -> str:
    return " ".join(response.content.decode().split())


def grows(sam, *gaps) -> Bundle:
    with as_(sam):
        return actions.grow_together(list(gaps), by=sam, at=now())


def test_more_than_a_page_of_what_is_missing_goes_on_with_its_numbers_and_asks_once(sam, monkeypatch):
    monkeypatch.setattr(missing, "A_PAGE", 2)
    for number in range(3):
        grows(sam, keeps(sam, f"choir {number}", how_many=9 - number), keeps(sam, f"choir {number}, too"))
    keeps(sam, "fishing")
    keeps(sam, "angling")
    browser = signed_in(sam)
    first, then = text(browser.get(reverse("gaps:missing"))), text(browser.get(reverse("gaps:missing"), {"from": "2"}))
    assert ("1 to 2 of 3" in first, ">choir 1</a>" in first, ">choir 2</a>" in first, "Are these one?" in first) == (True, True, False, True)
    assert ("3 to 3 of 3" in then, 'data-number="3"' in then, ">choir 2</a>" in then, "Are these one?" in then) == (True, True, True, False)
    assert ("Show more" in first, "The ones before" in then) == (True, True)


def test_more_than_a_page_of_wishes_of_one_goes_on_and_those_taken_out_stand_last(sam, monkeypatch):
    monkeypatch.setattr(bundle_page, "A_PAGE", 2)
    gaps = [keeps(sam, f"choir number {number}") for number in range(4)]
    bundle = grows(sam, *gaps)
    with as_(sam):
        actions.take_out(Together.objects.get(gap=gaps[0]), by=sam, at=now())
    browser, there = signed_in(sam), reverse("gaps:bundle", args=[bundle.id])
    first, then = text(browser.get(there)), text(browser.get(there, {"from": "2"}))
    assert "3 wishes · 3 would come" in first
    assert [f"“choir number {number}”</strong>" in first for number in range(4)] == [False, True, True, False]
    with as_(sam):
        actions.take_out(Together.objects.get(gap=gaps[3]), by=sam, at=now())
    only_left = text(browser.get(there, {"from": "2"}))
    assert ("“choir number 3” <span" in only_left, "No wish stands here any more." in only_left) == (True, False)
    assert ("“choir number 3”</strong>" in then, "“choir number 0” <span" in then, "Show more" in first, "Show more" in then) == (True, True, True, False)


def test_beyond_the_last_page_one_is_led_to_the_first(sam):
    bundle = grows(sam, keeps(sam, "fishing"), keeps(sam, "angling"))
    browser = signed_in(sam)
    for there in (reverse("gaps:missing"), reverse("gaps:bundle", args=[bundle.id])):
        assert browser.get(there, {"from": "40"})["Location"] == there


def test_what_is_asked_stays_until_a_wish_is_another(sam, monkeypatch):
    first, second = keeps(sam, "fishing on Tuesday mornings"), keeps(sam, "angling, Tuesdays", A_MILE_ON)
    browser, there = signed_in(sam), reverse("gaps:missing")
    compared: list[int] = []
    monkeypatch.setattr(suggesting, "suggested", lambda *given, said=suggesting.suggested: compared.append(1) or said(*given))
    pages = [text(browser.get(there)) for _ in range(3)]
    assert (["Are these one?" in page for page in pages], len(compared)) == ([True] * 3, 1)
    with as_(sam):
        Gap.objects.filter(id=second.id).update(words="a choir")
    assert ("Are these one?" in text(browser.get(there)), len(compared)) == (False, 2)
    with as_(sam):
        Gap.objects.filter(id=second.id).update(words="angling", latitude=53.9)
    assert ("Are these one?" in text(browser.get(there)), len(compared)) == (False, 3)
    third = keeps(sam, "fishing")
    assert ("Are these one?" in text(browser.get(there)), len(compared)) == (True, 4)
    with as_(sam):
        one, other = sorted((first.id, third.id))
        Different.objects.create(team_id=sam.team_id, one_id=one, other_id=other, by_id=sam.id, at=now())
    assert ("Are these one?" in text(browser.get(there)), len(compared)) == (False, 5)


def test_a_name_put_right_stands_in_what_is_asked_at_once(sam):
    bundle = grows(sam, keeps(sam, "fishing"), keeps(sam, "angling"))
    keeps(sam, "fishing on Tuesdays")
    browser = signed_in(sam)
    assert "Do these belong to “fishing”?" in text(browser.get(reverse("gaps:missing")))
    with as_(sam):
        actions.rename(bundle, "By the water", None, by=sam, at=now())
    assert "Do these belong to “By the water”?" in text(browser.get(reverse("gaps:missing")))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.MANAGER])
def test_even_when_it_is_worked_out_anew_neither_page_asks_more_than_was_promised(role, monkeypatch):
    mo = an_actor(role)
    bundle = grows(mo, keeps(mo, "fishing"), keeps(mo, "angling"))
    keeps(mo, "fishing on Tuesdays")
    monkeypatch.setattr(suggesting, "_to_ask", _Forgets())
    browser = signed_in(mo)
    for there in (reverse("gaps:missing"), reverse("gaps:bundle", args=[bundle.id])):
        asked = asked_by(browser, there, {"fishing on Tuesdays"})
        assert len(asked) <= MOST, "\n".join(asked)


class _Forgets(dict):
    """What nothing is kept in."""

    def __setitem__(self, key: object, value: object) -> None:
        """It is gone at once."""
