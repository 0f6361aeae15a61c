"""Natural supports before and after: of pairs alone, a mean of enough of them, and no number made up for whoever has no second one."""

from __future__ import annotations

import csv
import io
from collections import Counter
from statistics import fmean, stdev

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.evidence.counting import opened
from alongside.evidence.pairs import Circle, mean_of, pairs_of, students_t
from alongside.evidence.periods import Window
from alongside.evidence.saying_pairs import in_rows
from alongside.evidence.tables import Table
from alongside.people.actions import circle
from alongside.people.models import Person
from alongside.people.rings import InCircle
from tests.building import as_, days_ago, now, signed_in
from tests.evidence.conftest import Neighbourhood
from tests.evidence.lives import as_pairs
from tests.evidence.reading import words_of
from tests.evidence.worlds import World, payload, windows, worlds


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds(), window=windows)
def test_the_engine_finds_the_pairs_that_a_plain_look_finds(world: World, window: Window) -> None:
    with opened(payload(world)) as extract:
        found = Counter((one.before, one.after, one.gone_through) for one in extract.circles(window))
        parts: Counter[str] = Counter()
        for (_home, part), n in extract.counts("people_by_circle", window).items():
            parts[part] += n
    assert found == Counter(as_pairs(world, window))
    # The pairs and the figure above them never disagree.
    outcomes = Counter("more people" if after > before else "fewer people" if after < before else "as many people"
                       for (before, after, _again), n in found.items() if after is not None for _ in range(n))  # fmt: skip
    assert {part: parts[part] for part in ("more people", "as many people", "fewer people")} == {
        part: outcomes[part] for part in ("more people", "as many people", "fewer people")
    }


@pytest.mark.parametrize(("freedom", "known"), [(29, 2.04523), (30, 2.04227), (40, 2.02108), (60, 2.00030), (120, 1.97993), (1000, 1.96234)])
def test_students_t_is_that_of_the_tables(freedom: int, known: float) -> None:
    """R. A. Fisher and F. Yates, Statistical Tables, table III."""
    assert students_t(freedom) == pytest.approx(known, abs=2e-5)


@given(st.lists(st.integers(-4, 9), max_size=60))
def test_a_mean_is_refused_of_fewer_than_thirty_and_lies_in_the_middle_of_its_interval(changes: list[int]) -> None:
    found = mean_of(changes)
    if len(changes) < 30:
        assert found is None
    else:
        assert found is not None
        assert found.mean == pytest.approx(fmean(changes))
        assert found.high - found.mean == pytest.approx(found.mean - found.low)
        assert found.high - found.low == pytest.approx(2 * students_t(len(changes) - 1) * stdev(changes) / len(changes) ** 0.5)


def _told(circles: list[Circle], *, exact: bool = True) -> dict[str, str]:
    changes = Counter("as many people" if one.after == one.before else "more people" if one.after > one.before else "fewer people"
                      for one in circles if one.after is not None)  # fmt: skip
    parts = {part: changes[part] for part in ("more people", "as many people", "fewer people")}
    parts |= {"not looked at again": sum(1 for one in circles if one.after is None), "not written down": 0}
    return dict(in_rows(pairs_of(circles), Table(dict(parts), sum(parts.values()), None, exact=exact)))


def test_who_has_no_second_circle_is_no_pair_and_is_told_apart() -> None:
    told = _told([Circle(2, 5, True, 300), Circle(3, 3, True, 300), Circle(9, None, True, 20), Circle(0, None, False, 900)])
    assert told == {
        "Circles written down at the start": "4",
        "Gone through again in the period": "3",
        "Of these compared, as pairs": "2",
        "Natural supports at the start (median of the pairs)": "2.5",
        "Natural supports now (median of the pairs)": "4",
        "Change of a pair (median)": "+1.5",
        "Change of a pair (mean)": "not given of fewer than 30 pairs: one large circle would make it",
        "Not gone through again, or too early to compare": "2",
        "How they differ from the pairs": "too few to compare",
    }


def test_a_mean_of_thirty_has_its_interval_and_whoever_was_not_compared_is_described() -> None:
    told = _told([Circle(2, 2 + n % 3, True, 400) for n in range(30)] + [Circle(4, None, False, 800)] * 20)
    assert told["Change of a pair (median)"] == "+1"
    assert told["Change of a pair (mean)"] == "+1 (95% confidence interval +0.7 to +1.3)"
    assert told["Their natural supports at the start (median)"] == "4, of the pairs 2"
    assert told["Months since they were known (median)"] == "26.3, of the pairs 13.1"


def test_nothing_to_compare_is_said_as_that_and_never_as_nought() -> None:
    assert _told([])["Change of a pair"] == "there is none to compare; that does not mean that nothing changed"
    assert _told([Circle(3, 2, True, 9)])["Change of a pair (median)"] == "−1"


def test_of_few_pairs_or_a_number_that_is_held_back_no_middle_leaves() -> None:
    few = _told([Circle(2, 5, True, 300)] * 12, exact=False)
    assert few == {"Compared, as pairs": "12", "Change of a pair": "not told of fewer than 20 pairs, or where their number is held back"}
    held = in_rows(pairs_of([Circle(2, 5, True, 300)] * 40), Table(dict.fromkeys(
        ("more people", "as many people", "fewer people", "not looked at again", "not written down"), None), 40, None, exact=False))  # fmt: skip
    assert held == [("Compared, as pairs", "held back"), ("Change of a pair", few["Change of a pair"])]


def test_the_page_and_its_file_say_the_same_of_pairs(around: Neighbourhood) -> None:
    person, sam = around.introduced(days_ago(400), level="level 2"), around.coordinator
    with as_(sam):
        circle.write_circle(Person(id=person), [InCircle("Marva", "daughter", "closest")], by=sam, at=now())
    around.extract()
    page = words_of(signed_in(around.manager).get("/figures/circles/", {"period": "all"}).content.decode())
    assert "Circles written down at the start 1 Gone through again in the period 0 Of these compared, as pairs 0" in page
    assert "there is none to compare; that does not mean that nothing changed" in page
    leaving = signed_in(around.manager).get("/figures/circles/", {"as": "leaves"}).content.decode()
    file = signed_in(around.commissioner).get(reverse("evidence:figure as csv", args=["circles"])).content.decode("utf-8-sig")
    rows = [tuple(row) for row in csv.reader(io.StringIO(file)) if row]
    told = rows[rows.index(("Before and after, as pairs",)) + 1 :][:2]
    assert told == [("Compared, as pairs", "0"), ("Change of a pair", "not told of fewer than 20 pairs, or where their number is held back")]
    assert all(" ".join(row) in words_of(leaving) for row in told)
