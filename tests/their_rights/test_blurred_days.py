"""Of somebody forgotten the days are kept by the quarter alone; on any small world no figure of a quarter or a year can tell."""

from __future__ import annotations

import itertools
import json
from datetime import date, timedelta

import pytest
from django.db import connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.evidence.counting import opened
from alongside.evidence.expressions import EXPRESSIONS, SUMS
from alongside.evidence.extracted import SHAPES
from alongside.evidence.periods import quarter_of, window, year_of
from tests.evidence.worlds import payload, worlds

pytestmark = pytest.mark.django_db(databases=["owner"])
MADE_ON = date(2026, 7, 20)
PERIODS = [quarter_of(date(2026, month, 1)) for month in (1, 4, 7)] + [year_of(date(2026, 1, 1)), year_of(date(2026, 5, 1))]

FORGET = """
    SELECT evidence_together(evidence_rows(%(held)s::jsonb, %(who)s, false),
                             evidence_numbered(evidence_by_the_quarter(evidence_rows(%(held)s::jsonb, %(who)s, true), %(day)s), 1000, 1000))::text
"""


def stretched(world):
    """The same world with its forty days drawn out over half a year and more: several quarters, and several days in each."""
    first = date(2026, 1, 1)
    return {
        name: [{key: first + (value - first) * 4 if isinstance(value, date) else value for key, value in row.items()} for row in rows]
        for name, rows in world.items()
    }


def figures(held: bytes, period):
    with opened(held) as extract:
        over = window(period, extracted_on=MADE_ON)
        counted = {name: extract.counts(name, over) for name in EXPRESSIONS}
        # By place and part: whoever is forgotten has another number.
        added = {name: sorted((home, part, n) for (home, part, _who), n in extract.amounts(name, over).items()) for name in SUMS}
        return counted | added


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(world=worlds().map(stretched), who=st.integers(1, 6), period=st.sampled_from(PERIODS))
def test_no_figure_of_a_quarter_or_a_year_is_another_afterwards(world, who, period):
    held = payload(world)
    with connections["owner"].cursor() as cursor:
        cursor.execute(FORGET, {"held": held.decode(), "who": who, "day": MADE_ON})
        (blurred,) = cursor.fetchone()
    assert figures(blurred.encode(), period) == figures(held, period)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(world=worlds().map(stretched), who=st.integers(1, 6))
def test_of_their_days_is_left_the_quarter_and_what_came_before_what(world, who):
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT evidence_rows(%(held)s::jsonb, %(who)s, true)::text", {"held": payload(world).decode(), "who": who})
        theirs = json.loads(cursor.fetchone()[0])
        cursor.execute("SELECT evidence_by_the_quarter(%s::jsonb, %s)::text", [json.dumps(theirs), MADE_ON])
        blurred = json.loads(cursor.fetchone()[0])
    pairs = sorted({(was, now) for name, columns in theirs.items() for key, values in columns.items() if SHAPES[name][key] == "date"
                    for was, now in zip(values, blurred[name][key], strict=True) if was})  # fmt: skip
    for (was, now), (later, after) in itertools.pairwise(pairs):
        assert (was < later) == (now < after)
    for was, now in pairs:
        day, kept = date.fromisoformat(was), date.fromisoformat(now)
        if day <= MADE_ON:
            assert quarter_of(day) == quarter_of(kept)
            assert kept - quarter_of(day).since <= timedelta(days=len(pairs))


def test_every_table_of_an_extract_says_whose_its_rows_are():
    """A table that is joined by another number than these would keep the days of those who were forgotten: name it in `evidence_joins`.
    Contacts with nobody named, groups, wishes and what stands in the way are nobody's."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT unnest(evidence_joins())")
        joins = {"person", *(name for (name,) in cursor.fetchall())}
    assert [name for name, shape in SHAPES.items() if not joins & set(shape)] == ["light", "groups", "barriers", "wishes", "asked_of_us", "said_of_us"]
