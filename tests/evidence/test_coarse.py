"""An extract that leaves: nobody is alone in what others may know of them, and no number leads back."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from alongside.evidence.extracted import NOT_SHOWN
from alongside.evidence.pooling import coarse
from alongside.evidence.pooling.coarse import Unit, made_coarse
from tests.evidence.towns import a_town


def _key() -> bytes:
    return secrets.token_bytes(32)


@pytest.mark.parametrize("ages", [("",), ("20s", "40s", "60s", "80 and over")], ids=["no ages", "ages"])
@pytest.mark.parametrize("people", [9, 60, 400, 4000])
def test_nobody_is_alone_in_what_others_may_know(people: int, ages: tuple[str, ...], tells: Callable[[str], None]) -> None:
    town = a_town(people, people, ages=ages)
    left = made_coarse(town, _key())
    sources: dict[object, object] = {}
    for _on, person, source in sorted(zip(*(left.tables["introductions"][column] for column in ("on", "person", "source")), strict=True)):
        sources.setdefault(person, source)
    rows = list(zip(*(left.tables["people"][column] for column in ("person", "known_on", "locality", "age_band")), strict=True))
    among = Counter((known_on, sources.get(person), home, age) for person, known_on, home, age in rows)
    assert not among or min(among.values()) >= coarse.TOGETHER
    assert len(rows) + left.left_out == people
    assert left.left_out <= 0.05 * people or left.unit is Unit.YEAR
    shown = sum(age not in ("", NOT_SHOWN) for *_others, age in rows)
    tells(f"{people} people: by the {left.unit}, at least {min(among.values(), default=0)} alike, {left.left_out} left out, the age of {shown} told")


def test_whoever_knows_all_that_may_be_known_of_everybody_finds_nobody() -> None:
    town = a_town(1500, 5)
    left = made_coarse(town, _key())
    told = Counter(zip(left.tables["people"]["known_on"], left.tables["people"]["locality"], strict=True))
    found = 0
    for known_on, home in zip(town["people"]["known_on"], town["people"]["locality"], strict=True):
        month = left.unit.first_day(date.fromisoformat(known_on)).isoformat()
        fits = told[month, home] + told[month, NOT_SHOWN] * (home != NOT_SHOWN)
        found += fits == 1
    assert found == 0


def test_ages_go_first_and_the_area_last_of_those_who_are_too_few() -> None:
    town = a_town(1, 1)
    ages = ["60s"] * 10 + ["20s"] + ["30s"] * 10
    homes = ["north"] * 20 + ["south"]
    town["people"] = {"person": list(range(21)), "known_on": ["2025-04-03"] * 21, "locality": homes, "evaluation": [""] * 21, "age_band": ages}
    town["introductions"] = {"person": list(range(21)), "on": ["2025-04-03"] * 21, "source": ["gp"] * 21, "accepted_on": [None] * 21}
    known = coarse._told_of_everybody(town, Unit.MONTH, 10)
    assert known[0] == ("2025-04-01", "gp", "60s", "north")
    # One of another age among the north, one of the south: eleven once nine in their thirties are not ten.
    assert known[10] == known[11] == ("2025-04-01", "gp", NOT_SHOWN, "north")
    assert known[20] is None


def test_two_extracts_of_one_team_have_no_number_in_common() -> None:
    town = a_town(300, 3)
    one, two = (made_coarse(town, _key(), together=1).tables for _ in range(2))
    for table, column in (("people", "person"), ("connections", "connection"), ("supports", "support")):
        assert not set(one[table][column]) & set(two[table][column])
        assert len(set(one[table][column])) == len(set(town[table][column]))
    assert set(one["rungs"]["connection"]) <= set(one["connections"]["connection"])
    assert set(one["reasons"]["listed"]) == set(one["counted"]["listed"]) == {""}


def test_who_told_of_a_visit_stays_where_who_introduced_them_is_not_shown() -> None:
    left = made_coarse(a_town(400, 4), _key()).tables
    assert NOT_SHOWN in left["introductions"]["source"]
    assert set(left["uses"]["source"]) == {"themselves", "practice"}
