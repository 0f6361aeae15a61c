"""A test that finds nothing must be shown something to find: every planted hole is found, by the rule that is there for it."""

from __future__ import annotations

from tests.trust import declarations, judging, routes
from tests.trust.planted import DECLARED


def routes_of(faults: list[str]) -> set[str]:
    """The planted pages that these faults are about."""
    return {name for name in DECLARED for fault in faults if f" {name} " in fault}


def test_a_page_that_nobody_declared_is_found():
    there = {route.name for route in routes.every("tests.trust.planted")}
    assert there - set(declarations.read()) == set(DECLARED)


KINDS = {"text/csv", "application/json", "application/pdf", "image/jpeg"}


def test_a_leak_is_found_in_a_file_on_paper_in_a_photograph_and_behind_a_link(walked):
    found = judging.leaks(walked.house.world, walked.holes.visits)
    assert routes_of(found) == {"planted:leaks a file", "planted:leaks on paper", "planted:leaks behind a picture", "planted:leaks by a link"}
    assert {kind for kind in KINDS for fault in found if kind in fault} == KINDS


def test_a_look_without_a_trace_is_found(walked):
    assert "planted:leaves no trace" in routes_of(judging.untraced(walked.holes.visits))


def test_a_row_of_another_under_somebodys_name_is_found(walked):
    assert "planted:shows a sibling" in routes_of(judging.wrong_answers(walked.holes.visits))
    assert "planted:shows a sibling" in routes_of(judging.untraced(walked.holes.visits))


def test_a_page_that_caches_may_keep_is_found(walked):
    assert routes_of(judging.kept_by_caches(walked.holes.visits)) == {"planted:may be kept"}


def test_a_door_that_stands_open_is_found(walked):
    assert "planted:open to too many" in routes_of(judging.wrong_answers(walked.holes.visits))


def test_a_write_before_a_refusal_is_found(walked):
    assert routes_of(judging.changed_though_refused(walked.holes.visits)) == {"planted:writes then refuses"}


def test_a_read_that_changes_something_is_found(walked):
    assert routes_of(judging.changed_by_reading(walked.holes.visits)) == {"planted:changes by reading"}


def test_a_page_that_takes_its_policy_off_is_found(walked):
    assert routes_of(judging.unguarded(walked.holes.visits)) == {"planted:open to scripts"}


def test_a_page_that_breaks_is_found(walked):
    assert any("/planted/breaks/" in fault for fault in judging.broken(walked.holes.visits))
