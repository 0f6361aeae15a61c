"""What is counted when figures are made opens pages at once: the same numbers, until anything they were counted from is another."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given, settings

from alongside.access.actions import choose
from alongside.evidence import queries
from alongside.evidence.ahead import ahead_of
from alongside.evidence.counting import opened
from alongside.evidence.expressions import EXPRESSIONS
from alongside.evidence.models import CountedAhead
from alongside.evidence.periods import Window
from alongside.people.models import Person
from tests.building import as_, now, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import words_of
from tests.evidence.worlds import World, payload, windows, worlds


def nothing_to_read() -> bytes:
    raise AssertionError("It was read, though all of it was counted ahead.")


@settings(max_examples=20, deadline=None)
@given(world=worlds(), window=windows)
def test_what_was_counted_ahead_is_told_as_the_engine_counts_it_and_nothing_is_read(world: World, window: Window) -> None:
    with opened(payload(world)) as extract:
        counts = {name: (extract.counts(name, window), extract.counts_by_post(name, window)) for name in EXPRESSIONS}
        kept = json.loads(json.dumps(extract.counted_so_far().over([window]).as_json()))
    with opened(nothing_to_read, ahead_of(kept)) as extract:
        assert {name: (extract.counts(name, window), extract.counts_by_post(name, window)) for name in EXPRESSIONS} == counts


def reads_the_rows(around: Neighbourhood, address: str) -> bool:
    browser = signed_in(around.manager)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return any(re.search(r'payload"(,| FROM)', one["sql"]) for one in asked)


def test_the_first_report_opens_without_the_rows_and_days_of_ones_own_are_counted(around: Neighbourhood) -> None:
    around.introduced(last_year())
    around.extract()
    page = reverse("evidence:report", args=["introductions"])
    assert not reads_the_rows(around, page)
    assert not reads_the_rows(around, f"{page}?period=last-year")
    assert reads_the_rows(around, f"{page}?period=all")


def test_whoever_says_no_leaves_the_page_at_once_and_it_is_counted_anew(around: Neighbourhood) -> None:
    keys = [around.introduced(last_year()) for _ in range(3)]
    around.extract()
    page = f"{reverse('evidence:figure', args=['ages'])}?period=last-year"
    assert "Total 3" in words_of(signed_in(around.manager).get(page).content.decode())
    with as_(around.coordinator):
        choose(Person.objects.get(id=keys[0]), "evaluation", "no", how="aloud", by=around.coordinator, at=now())
    assert "Total 2" in words_of(signed_in(around.manager).get(page).content.decode())
    with as_(around.manager):
        assert not CountedAhead.objects.exists()


def test_nobody_reads_what_was_counted_of_another_team_nor_changes_what_was_of_theirs(around: Neighbourhood) -> None:
    around.introduced(last_year())
    around.extract()
    with as_(around.coordinator):
        assert not CountedAhead.objects.exists()
    with as_(around.commissioner):
        assert CountedAhead.objects.count() == 1
    with as_(around.manager):
        assert (CountedAhead.objects.update(counts={}), CountedAhead.objects.all().delete()[0]) == (0, 0)


def test_of_other_expressions_nothing_is_believed(around: Neighbourhood, monkeypatch: pytest.MonkeyPatch) -> None:
    around.introduced(last_year())
    around.extract()
    monkeypatch.setattr(queries, "_made_from", lambda: "expressions of another day")
    assert reads_the_rows(around, reverse("evidence:report", args=["introductions"]))
