"""Use of services before and after: what a fall means, and what it does not."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.evidence.use_of_services import (
    Anyway,
    Beside,
    Counted,
    LeftOut,
    Seen,
    Span,
    anyway,
    before_and_after,
    claim_of,
    counted,
    difference,
    matched,
    staggered,
)  # fmt: skip
from alongside.foundation.refusals import Refused

MET = date(2026, 3, 1)
LIFE = Span(MET, MET - timedelta(365), MET + timedelta(365))


def some(pairs: list[tuple[int, int]], name: str = "one") -> list[Counted]:
    return [Counted(f"{name} {number}", before, after) for number, (before, after) in enumerate(pairs)]


def a_practice(many: int, *, seed: int, effect: float = 1.0) -> list[Counted]:
    """People whose visits in two windows have one rate of their own: gamma rates (mean 5, as varied as people are), Poisson counts."""
    chance = np.random.default_rng(seed)
    rates = chance.gamma(1.5, 5 / 1.5, many)
    return [
        Counted(number, int(before), int(after))
        for number, (before, after) in enumerate(zip(chance.poisson(rates), chance.poisson(rates * effect), strict=True))
    ]


def test_the_day_of_the_introduction_is_in_neither_window() -> None:
    seen = [Seen("gwen", MET + timedelta(days)) for days in (-91, -90, -1, 0, 1, 90, 91)]

    people, left_out = counted({"gwen": LIFE}, seen, days=90)

    assert (people, left_out) == ([Counted("gwen", 2, 2)], {})


def test_whoever_never_went_counts_as_nought_and_whoever_is_not_known_does_not_count() -> None:
    short = {
        "never went": LIFE,
        "new here": Span(MET, MET - timedelta(89), MET + timedelta(365)),
        "just met": Span(MET, MET - timedelta(365), MET + timedelta(89)),
    }

    people, left_out = counted(dict[Hashable, Span](short), [], days=90)

    assert people == [Counted("never went", 0, 0)]
    assert left_out == {LeftOut.NOT_KNOWN_BEFORE: 1, LeftOut.NOT_KNOWN_AFTER: 1}


def test_what_somebody_elses_source_tells_is_not_counted() -> None:
    assert counted({"gwen": LIFE}, [Seen("nobody of ours", MET - timedelta(3))], days=90)[0] == [Counted("gwen", 0, 0)]


@pytest.mark.parametrize("days", [0, 27, 367])
def test_a_window_is_weeks_and_at_most_a_year(days: int) -> None:
    with pytest.raises(Refused) as refused:
        counted({}, [], days=days)
    assert refused.value.sentence == f"A window has 28 to 366 days; {days} is none."


def test_ten_visits_fall_to_eight_with_no_effect_at_all() -> None:
    """μ = 5, ρ = 0.6, 10 before: the worked case of the rules for a report of GP visits."""
    assert anyway(10, Anyway(5, 0.6)) == 8


def test_at_the_mean_nothing_falls_and_below_it_use_rises() -> None:
    assert anyway(5, Anyway(5, 0.6)) == 5
    assert anyway(2, Anyway(5, 0.6)) == pytest.approx(3.2)


@pytest.mark.parametrize("given", [-0.1, 1.1])
def test_a_likeness_lies_between_nought_and_one(given: float) -> None:
    with pytest.raises(Refused):
        Anyway(5, given)


def test_of_twenty_nine_no_mean_is_told_and_of_thirty_it_is() -> None:
    assert before_and_after(some([(4, 2), (5, 6)] * 14 + [(4, 2)])).change is None
    assert before_and_after(some([(4, 2), (5, 6)] * 15)).change is not None


def test_how_many_fell_stayed_and_rose_add_up() -> None:
    told = before_and_after(some([(4, 2), (3, 3), (1, 2), (0, 0)]))

    assert (told.n, told.fell, told.same, told.rose, told.before, told.after, told.median_change) == (4, 1, 2, 1, 2, 1.75, 0)


def test_of_nobody_nothing_is_told() -> None:
    assert before_and_after([]).before is None


def test_city_and_hackney_as_published_falls_by_less_than_chance_alone_would_give() -> None:
    """10.0 to 8.6 for those referred; a practice's mean of 5 and a likeness of 0.6 give 8.0 with no effect (SAPC 2016; doi 10.1186/s12913-017-2778-y)."""
    referred = some([(10, 9)] * 24 + [(10, 8)] * 16)
    told = before_and_after(referred, Anyway(5, 0.6))

    assert (told.before, told.after, told.anyway) == (10, 8.6, 8)
    assert told.more_than_anyway is False


def test_city_and_hackneys_lesson_a_selected_comparison_group_falls_as_well() -> None:
    """Nothing was done for anybody here. Whoever is chosen for many visits has fewer next time; others chosen as ours were have, too."""
    chosen = [one for one in a_practice(8_000, seed=1) if one.before >= 9]
    ours, alike = chosen[::2], chosen[1::2]
    everybody = a_practice(4_000, seed=2)

    alone = before_and_after(ours).change
    assert alone is not None
    assert alone.high < -1
    beside_everybody = difference(ours, everybody).by
    assert beside_everybody is not None
    assert beside_everybody.high < -1, "beside others who used it less before, the fall of those chosen still looks like an effect"
    beside_alike = difference(*matched(ours, alike, seed=3)).by
    assert beside_alike is not None
    assert beside_alike.low < 0 < beside_alike.high


def test_what_was_done_shows_beside_people_who_were_alike() -> None:
    helped = [one for one in a_practice(8_000, seed=4, effect=0.6) if one.before >= 9]
    alike = [one for one in a_practice(8_000, seed=5) if one.before >= 9]

    found = difference(*matched(helped, alike, seed=6)).by

    assert found is not None
    assert found.high < -2


def test_people_are_matched_by_as_many_visits_exactly_and_once() -> None:
    ours, others = matched(some([(3, 1), (3, 2), (9, 9)]), some([(3, 5), (3, 6), (4, 4)], "other"), seed=7)

    assert sorted(one.before for one in ours) == sorted(one.before for one in others) == [3, 3]
    assert len({one.person for one in others}) == 2


def test_beside_twenty_nine_others_nothing_is_said() -> None:
    assert difference(some([(3, 2)] * 40), some([(3, 2)] * 29)).by is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=30, max_size=60), st.integers(-5, 5))
@settings(deadline=None, max_examples=30)
def test_as_much_more_for_everybody_on_one_side_is_the_difference(pairs: list[tuple[int, int]], more: int) -> None:
    ours = [Counted(one.person, one.before, one.after + more) for one in some(pairs)]

    found = difference(ours, some(pairs, "other")).by

    assert found is not None
    assert found.mean == pytest.approx(more, abs=1e-9)


def introduced_by_months(effect: float, *, seed: int, season: bool = True) -> tuple[dict[Hashable, list[int]], dict[Hashable, int]]:
    """Two years of a practice with a winter in it; everybody is introduced in some month from the seventh on, after which they come so much more or less."""
    chance = np.random.default_rng(seed)
    months = np.arange(24)
    winter = 1 + 0.4 * np.cos(months / 12 * 2 * np.pi) if season else np.ones(24)
    use, when = {}, {}
    for person in range(600):
        month = int(chance.integers(6, 24))
        use[person] = [int(one) for one in chance.poisson(chance.gamma(2, 0.5) * winter * np.where(months >= month, effect, 1))]
        when[person] = month
    return dict[Hashable, list[int]](use), dict[Hashable, int](when)


def test_a_winter_is_no_effect_beside_people_introduced_later() -> None:
    found = staggered(*introduced_by_months(1, seed=8), window=3, seed=9)

    assert found.by is not None
    assert found.by.low < 0 < found.by.high
    assert found.earlier == pytest.approx(0, abs=0.6)


def test_half_as_many_visits_show_beside_people_introduced_later() -> None:
    found = staggered(*introduced_by_months(0.5, seed=10), window=3, seed=11)

    assert found.by is not None
    assert found.by.high < -0.8


def test_the_same_seed_gives_the_same_interval() -> None:
    world = introduced_by_months(0.8, seed=12)

    assert staggered(*world, window=3, seed=13) == staggered(*world, window=3, seed=13)


def test_where_nobody_comes_later_there_is_nobody_to_compare_with() -> None:
    use = {number: [1] * 12 for number in range(40)}

    assert staggered(dict[Hashable, list[int]](use), dict.fromkeys(use, 6), window=3, seed=1).by is None
    assert staggered({}, {}, window=3, seed=1).by is None


@pytest.mark.parametrize("beside", list(Beside))
def test_avoided_is_said_only_beside_somebody(beside: Beside) -> None:
    claim = claim_of(beside)

    assert claim.avoided == (beside is not Beside.NOBODY)
    assert claim.level == (3 if claim.avoided else 2)
    assert "saved" not in claim.plainly.lac
