"""What people answered, first and last, compared over many services as each service compares it on its own pages."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from pathlib import Path

import ibis
import pytest

from alongside.evidence import counting
from alongside.evidence.distance import how_far
from alongside.evidence.extracted import SHAPES
from alongside.evidence.measured import measures_as_pairs
from alongside.evidence.pooling import engines, shelf, together
from alongside.evidence.pooling.coarse import made_coarse
from alongside.outcomes.measuring import shipped
from tests.evidence.test_pooling import YEAR
from tests.evidence.towns import Columns, a_town, as_payload


@pytest.fixture(scope="module")
def towns() -> dict[str, Columns]:
    return {"Ashby": a_town(300, 1), "Tolsta": a_town(200, 2)}


def test_each_question_is_compared_as_each_service_compares_it(towns: dict[str, Columns], tmp_path: Path) -> None:
    """Held against the pages' own comparison, which reads the days' rows in plain Python."""
    told: Counter[tuple[str, str]] = Counter()
    for service, town in towns.items():
        left = made_coarse(town, secrets.token_bytes(32), together=1)
        (tmp_path / service).mkdir()
        for name, content in shelf.files_of(left, service=service, given_to="Pooled", purpose="a test", made_on="2026-04-02").items():
            (tmp_path / service / name).write_bytes(content)
        with counting.opened(as_payload(town)) as extract:
            for far in how_far(shipped(), extract.rows("askings"), extract.rows("answers"), YEAR.until):
                one = far.told
                parts = {"begun": one.began, "pairs": one.pairs, "more": one.better, "fewer": one.worse}
                told.update({(f"{far.measure.short}: {far.called}", part): n for part, n in parts.items()})
    with engines.opened("duckdb", shelf.services_in(tmp_path)) as engine:
        satisfied = together.pairs_compared(engine, YEAR)["ons4/satisfied"]
    said = measures_as_pairs()["ons4/satisfied"][0]
    assert told[said, "pairs"] > 50
    assert [satisfied.begun, satisfied.pairs, satisfied.more, satisfied.fewer] == [told[said, part] for part in ("begun", "pairs", "more", "fewer")]
    assert satisfied.mean is not None


def test_a_sum_is_made_of_whole_answers_alone() -> None:
    rows: Columns = {name: {column: [] for column in shape} for name, shape in SHAPES.items()}

    def add(table: str, **row: object) -> None:
        for column in SHAPES[table]:
            rows[table][column].append(row.get(column))

    for person, last in ((1, 3), (2, None)):
        add("people", person=person, known_on="2025-05-01", locality="north", evaluation="", age_band="")
        for nth in (1, 2):
            add("askings", person=person, measure="loneliness", version="1", on=f"2025-0{4 + nth}-02", way="aloud", ended="answered", nth=nth)
            for item in ("companionship", "left out", "isolated"):
                number = 2 if nth == 1 else last if item == "isolated" else 1
                add("answers", person=person, measure="loneliness", nth=nth, item=item, number=number)
    pairs = measures_as_pairs()["loneliness/three together"][1](YEAR)
    with counting.opened(json.dumps(rows).encode()) as extract:
        found = extract._engine.execute(str(ibis.to_sql(pairs.order_by("person"), dialect="duckdb"))).fetchall()
    assert found == [(1, "north", 6, 5), (2, "north", 6, None)]


def test_nothing_that_somebody_named_and_nothing_licensed_is_compared() -> None:
    assert {key.partition("/")[0] for key in measures_as_pairs()} == {"loneliness", "ons4", "personal-wellbeing", "seven-areas"}
