"""Every figure's expression gives what a slow plain count gives, on any small world."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.evidence.counting import opened
from alongside.evidence.expressions import EXPRESSIONS
from alongside.evidence.figures import every_figure
from alongside.evidence.periods import Window
from tests.evidence.worlds import SLOWLY, World, payload, slow_behind, slow_counts, windows, worlds

slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slowly
@given(world=worlds(), window=windows)
def test_the_engine_counts_what_a_plain_count_finds(world: World, window: Window) -> None:
    with opened(payload(world)) as extract:
        found = {name: extract.counts(name, window) for name in EXPRESSIONS}
    assert found == {name: slow_counts(world, name, window) for name in EXPRESSIONS}


@slowly
@given(world=worlds(), window=windows, data=st.data())
def test_the_people_behind_a_part_are_those_who_were_counted(world: World, window: Window, data: st.DataObject) -> None:
    expression = data.draw(st.sampled_from(sorted(EXPRESSIONS)))
    parts = sorted({part for _, part in slow_counts(world, expression, window)})
    part, locality = data.draw(st.sampled_from(["", *parts])), data.draw(st.sampled_from(["", "north", "not shown"]))
    with opened(payload(world)) as extract:
        assert extract.behind(expression, window, part, locality) == slow_behind(world, expression, window, part, locality)


@slowly
@given(world=worlds(), window=windows)
def test_levels_add_up_to_everybody_when_nobody_has_two_at_once(world: World, window: Window) -> None:
    first: dict[int, dict[str, object]] = {}
    for level in world["levels"]:
        first.setdefault(level["person"], level)
    world["levels"] = list(first.values())
    with opened(payload(world)) as extract:
        assert sum(extract.counts("people_by_level", window).values()) == sum(extract.counts("people_known", window).values())


def test_every_expression_is_counted_slowly_too() -> None:
    assert sorted(EXPRESSIONS) == sorted(SLOWLY)


@pytest.mark.parametrize("figure", every_figure().values(), ids=lambda figure: figure.key)
def test_a_definition_names_an_expression_that_exists(figure) -> None:  # type: ignore[no-untyped-def]
    assert figure.expression in EXPRESSIONS
    assert figure.out_of in ("", *EXPRESSIONS)


def test_two_figures_with_one_total_are_out_of_the_same_things() -> None:
    kinds = {(figure.total, figure.counts, figure.out_of) for figure in every_figure().values()}
    assert len(kinds) == len({figure.total for figure in every_figure().values()})
