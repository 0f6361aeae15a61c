"""What has left stays as it left, whatever is written late."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from alongside.evidence.leaving import TOTAL, as_it_leaves
from alongside.evidence.models import LetOut
from tests.building import as_, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import table_of, words_of


def test_a_record_written_late_changes_the_teams_own_figures_and_nothing_that_has_left(around: Neighbourhood) -> None:
    for _ in range(12):
        around.introduced(last_year(), "housing")
    around.extract()
    assert table_of(signed_in(around.commissioner), "introductions")["Total"] == "10"
    for _ in range(3):
        around.introduced(last_year(), "housing")
    around.extract()
    assert table_of(signed_in(around.commissioner), "introductions")["Total"] == "10"
    assert table_of(signed_in(around.manager), "introductions", period="last-year")["Total"] == "15"


def test_what_left_too_soon_is_taken_back_with_a_reason_and_says_that_it_is_another_edition(around: Neighbourhood) -> None:
    around.extract()
    for _ in range(12):
        around.introduced(last_year(), "housing")
    around.extract()
    commissioner, manager = signed_in(around.commissioner), signed_in(around.manager)
    assert table_of(commissioner, "introductions")["Total"] == "0"
    given = {"team": around.team.id, "day": last_year().isoformat()}
    assert manager.post(reverse("evidence:anew"), given | {"why": " "}).status_code == 422
    assert commissioner.post(reverse("evidence:anew"), given | {"why": "No"}).status_code == 403
    assert manager.post(reverse("evidence:anew"), given | {"why": "The spreadsheet was not in yet."}).status_code == 303
    assert table_of(commissioner, "introductions")["Total"] == "10"
    assert "because: The spreadsheet was not in yet." in words_of(commissioner.get(reverse("evidence:reports")).content.decode())


def test_nobody_changes_what_has_left_and_a_commissioner_adds_nothing_to_it(around: Neighbourhood) -> None:
    around.introduced(last_year(), "housing")
    around.extract()
    ours = LetOut.objects.filter(team=around.team)
    with as_(around.manager), pytest.raises(DatabaseError), transaction.atomic():
        ours.update(numbers={})
    with as_(around.manager):
        kept = ours.count()
        ours.delete()
        assert (kept > 0, ours.count()) == (True, kept)
    another = {"team": around.team, "total": "introductions", "since": date(2001, 1, 1), "until": date(2001, 4, 1), "numbers": {}, "at": "2001-04-01T00:00Z"}
    with as_(around.commissioner), pytest.raises(DatabaseError), transaction.atomic():
        LetOut.objects.create(**another)


def _quarter(a: int, b: int) -> dict[str, dict[str, int]]:
    return {TOTAL: {TOTAL: a + b}, "by": {"a": a, "b": b}}


def test_a_year_is_held_back_around_quarters_as_they_left_and_a_part_that_changed_is_no_sum_of_them() -> None:
    over_time = frozenset({"by", TOTAL})
    then, _ = as_it_leaves([_quarter(20, 30)] * 4, None, over_time=over_time)
    now = [_quarter(20, 30)] * 3 + [_quarter(60, 30)]
    left, year = as_it_leaves(now, {TOTAL: {TOTAL: 240}, "by": {"a": 120, "b": 120}}, over_time=over_time, before=then)
    assert left == then
    assert year == {TOTAL: {TOTAL: 240}, "by": {"a": 120, "b": 120}}
