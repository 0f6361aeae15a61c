"""Every figure's expression gives what a slow plain count gives, on any small world."""

from __future__ import annotations

from datetime import date

import ibis
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ibis.expr.operations import UnboundTable

from alongside.evidence.counting import opened
from alongside.evidence.expressions import EXPRESSIONS, SUMS, every
from alongside.evidence.extracted import OF_THEIR_LIFE
from alongside.evidence.figures import every_figure
from alongside.evidence.periods import Window
from tests.evidence.worlds import SLOW_SUMS, SLOWLY, World, payload, slow_behind, slow_counts, slow_sums, windows, worlds

slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slowly
@given(world=worlds(), window=windows)
def test_the_engine_counts_what_a_plain_count_finds(world: World, window: Window) -> None:
    with opened(payload(world)) as extract:
        found = {name: extract.counts(name, window) for name in EXPRESSIONS}
        added = {name: extract.amounts(name, window) for name in SUMS}
    assert found == {name: slow_counts(world, name, window) for name in EXPRESSIONS}
    assert added == {name: slow_sums(world, name, window) for name in SUMS}


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
    assert sorted(SUMS) == sorted(SLOW_SUMS)


@pytest.mark.parametrize("figure", every_figure().values(), ids=lambda figure: figure.key)
def test_a_definition_names_an_expression_that_exists(figure) -> None:  # type: ignore[no-untyped-def]
    assert figure.expression in (SUMS if figure.adds else EXPRESSIONS)
    assert figure.out_of in ("", *EXPRESSIONS)


@slowly
@given(world=worlds(), window=windows)
def test_what_came_of_introductions_adds_up_to_all_of_them_in_both_figures(world: World, window: Window) -> None:
    with opened(payload(world)) as extract:
        came, ended, answered = (
            sum(extract.counts(name, window).values()) for name in ("introductions_by_source", "introductions_by_ending", "introductions_by_answer")
        )
    assert (ended, answered) == (came, came)


@slowly
@given(world=worlds(), window=windows)
def test_whoever_said_no_to_evaluation_is_behind_no_figure_of_lives(world: World, window: Window) -> None:
    no = {person["person"] for person in world["people"] if person["evaluation"] == "no"}
    # As the database writes it: nothing of their life is there.
    world = {name: [row for row in rows if name not in OF_THEIR_LIFE or row.get("person") not in no] for name, rows in world.items()}
    gone = {row["connection"] for row in world["connections"]}
    world["rungs"] = [row for row in world["rungs"] if row["connection"] in gone]
    with opened(payload(world)) as extract:
        for figure in every_figure().values():
            if figure.evaluates:
                assert no.isdisjoint(extract.behind(figure.expression, window, "", ""))


@pytest.mark.parametrize("figure", every_figure().values(), ids=lambda figure: figure.key)
def test_a_figure_says_that_it_tells_of_lives_exactly_where_it_does(figure) -> None:  # type: ignore[no-untyped-def]
    """One that reads a table of their lives, or leaves out whoever said no: so that no new figure forgets to say so."""
    expression = every()[figure.expression](Window(date(2026, 1, 1), date(2026, 2, 1), date(2026, 1, 31)))
    read = {table.name for table in expression.op().find(UnboundTable)}
    leaves_out = "evaluation" in ibis.to_sql(expression, dialect="duckdb")
    assert figure.evaluates == bool(read & set(OF_THEIR_LIFE) or leaves_out)
    assert ("no to evaluation" in figure.exclusions) == figure.evaluates


_WHOLE = {"alongside": "people_alongside"}
"""Where each thing stands under one part, the parts make up the whole; where it may stand under several, the whole is counted by itself."""


def test_two_figures_with_one_total_are_out_of_the_same_things() -> None:
    kinds = {(figure.total, figure.counts, figure.out_of or _WHOLE.get(figure.total, "")) for figure in every_figure().values()}
    assert len(kinds) == len({figure.total for figure in every_figure().values()})
