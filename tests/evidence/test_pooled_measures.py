"""What people answered, first and last, compared over many services as each service compares it on its own pages."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from pathlib import Path

import ibis
import pytest
from ibis.expr.types import Table

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


def in_process(rows: Columns, pairs: Table) -> list[tuple[object, ...]]:
    """Pairs as the engine finds them in an extract of these rows, person by person."""
    with counting.opened(json.dumps(rows).encode()) as extract:
        for table in ("people", "askings", "answers"):
            extract.rows(table)
        return extract._engine.execute(str(ibis.to_sql(pairs.order_by("person"), dialect="duckdb"))).fetchall()


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
    found = in_process(rows, pairs)
    assert found == [(1, "north", 6, 5), (2, "north", 6, None)]


def test_a_metric_score_is_read_by_its_table_and_only_of_all_seven_answers(tmp_path: Path) -> None:
    """Raw 14 is a metric 15.32 and raw 21 is 19.25; of the second person one answer is missing the second time, so there is nothing to compare."""
    rows: Columns = {name: {column: [] for column in shape} for name, shape in SHAPES.items()}

    def add(table: str, **row: object) -> None:
        for column in SHAPES[table]:
            rows[table][column].append(row.get(column))

    seven = shipped()["swemwbs"].scores[0].adds
    for person in range(40):
        add("people", person=person, known_on="2025-05-01", locality="north", evaluation="", age_band="")
        for nth in (1, 2):
            add("askings", person=person, measure="swemwbs", version="1", on=f"2025-0{4 + nth}-02", way="aloud", ended="answered", nth=nth)
            for item in seven:
                if not (person == 1 and nth == 2 and item == "seven"):
                    add("answers", person=person, measure="swemwbs", nth=nth, item=item, number=2 if nth == 1 or person % 2 else 3)
    said, pairs = measures_as_pairs()["swemwbs/metric"]
    assert said == "SWEMWBS: metric score, 7 to 35"
    found = {person: (before, after) for person, _home, before, after in in_process(rows, pairs(YEAR))}
    assert (found[0], found[1], found[3]) == ((1532, 1925), (1532, None), (1532, 1532))
    left = made_coarse(rows, secrets.token_bytes(32), together=1)
    (tmp_path / "Ashby").mkdir()
    for name, content in shelf.files_of(left, service="Ashby", given_to="Pooled", purpose="a test", made_on="2026-04-02").items():
        (tmp_path / "Ashby" / name).write_bytes(content)
    with engines.opened("duckdb", shelf.services_in(tmp_path)) as engine:
        metric = together.pairs_compared(engine, YEAR)["swemwbs/metric"]
    assert (metric.begun, metric.pairs, metric.more, metric.fewer, metric.change) == (40, 39, 20, 0, 20 * (1925 - 1532))
    assert metric.mean is not None
    assert round(metric.mean.mean, 4) == round(20 * 3.93 / 39, 4)


def test_nothing_that_somebody_named_and_no_single_answer_of_what_is_licensed_is_compared() -> None:
    assert {key.partition("/")[0] for key in measures_as_pairs()} == {"loneliness", "ons4", "personal-wellbeing", "seven-areas", "swemwbs"}
    assert [key for key in measures_as_pairs() if key.startswith("swemwbs")] == ["swemwbs/metric"]
