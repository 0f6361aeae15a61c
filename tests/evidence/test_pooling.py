"""Many services' extracts counted as one, by the same definitions, on one engine as on the other; and each coarse enough to have left."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from alongside.evidence import counting
from alongside.evidence.extracted import SHAPES
from alongside.evidence.figures import every_figure
from alongside.evidence.pairs import mean_of
from alongside.evidence.periods import Window
from alongside.evidence.pooling import coarse, engines, shelf, together
from alongside.evidence.pooling.coarse import Unit, made_coarse
from alongside.evidence.pooling.dictionary import MEANINGS
from alongside.evidence.pooling.shelf import RECEIPT, services_in
from alongside.foundation.refusals import Refused
from alongside.journeys.words import NO_ANSWER
from alongside.site.command import main
from tests.evidence.towns import Columns, a_town, as_payload

YEAR = Window(date(2025, 4, 1), date(2026, 4, 1), date(2026, 3, 31))


def _key() -> bytes:
    return secrets.token_bytes(32)


def _put(folder: Path, service: str, town: Columns, *, k: int = coarse.TOGETHER) -> Path:
    """A service's extract, as it lies unpacked in a folder."""
    place = folder / service.replace(" ", "-").lower()
    place.mkdir()
    left = made_coarse(town, _key(), together=k)
    for name, content in shelf.files_of(left, service=service, given_to="Pooled evidence", purpose="a test", made_on="2026-04-02").items():
        (place / name).write_bytes(content)
    return place


@pytest.fixture(scope="module")
def towns() -> dict[str, Columns]:
    return {"Ashby": a_town(700, 1), "O'Brien \\ Sons": a_town(400, 2)}


@pytest.fixture(scope="module")
def everybody(towns: dict[str, Columns], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both as months, with nobody held back for being alone, so that counts can be held against the days'."""
    folder = tmp_path_factory.mktemp("pooled")
    for number, (service, town) in enumerate(towns.items()):
        _put(folder, service, town, k=1).rename(folder / str(number))
    return folder


def test_months_of_many_services_count_what_the_days_of_each_count(towns: dict[str, Columns], everybody: Path, tells: Callable[[str], None]) -> None:
    exact: Counter[tuple[str, str]] = Counter()
    for town in towns.values():
        with counting.opened(as_payload(town)) as extract:
            for figure in together.pooled_figures():
                for (_home, part), n in extract.counts(figure.expression, YEAR).items():
                    exact[figure.key, part] += n
    with engines.opened("duckdb", services_in(everybody)) as engine:
        pooled = {(one.key, part): n for one in together.counted(engine, YEAR) for part, n in one.parts.items()}
    off = {cell: (n, pooled.get(cell)) for cell, n in exact.items() if pooled.get(cell) != n}
    assert off == {}
    tells(f"{len(exact)} cells of {len(together.pooled_figures())} figures over two services by the month, each as by the day")


def test_means_are_made_of_sums_and_are_what_the_pairs_give(towns: dict[str, Columns], everybody: Path) -> None:
    with engines.opened("duckdb", services_in(everybody)) as engine:
        sums = together.pairs_compared(engine, YEAR)["circles"]
        rows = engine.rows(together.PAIRS["circles"][1](YEAR).select("before", "after"))
    changes = [after - before for before, after in rows if after is not None]
    assert (sums.begun, sums.pairs, sums.change) == (len(rows), len(changes), sum(changes))
    assert sums.mean is not None
    assert sums.mean == pytest.approx(mean_of(changes)) or vars(sums.mean) == pytest.approx(vars(mean_of(changes)))
    assert replace(sums, pairs=29).mean is None


def test_both_halves_of_a_year_are_counted_of_everybody_who_came_a_year_ago(towns: dict[str, Columns], everybody: Path) -> None:
    came = sum(1 for town in towns.values() for on in town["introductions"]["on"] if on <= "2025-04-01")
    with engines.opened("duckdb", services_in(everybody)) as engine:
        sums = together.pairs_compared(engine, YEAR)["contacts"]
        told = {person: (before, after) for person, before, after in engine.rows(together.PAIRS["contacts"][1](YEAR).select("person", "before", "after"))}
    assert sums.begun == sums.pairs == came > 300
    assert told == _slow_halves(everybody)
    assert sums.more
    assert sums.fewer


def _slow_halves(folder: Path) -> dict[int, tuple[int, int]]:
    """Counted in plain Python from the files themselves."""
    found: dict[int, tuple[int, int]] = {}
    for one in services_in(folder):
        rows = {table: pq.read_table(one.file_of(table)).to_pylist() for table in ("introductions", "notes")}
        came: dict[int, date] = {}
        for row in rows["introductions"]:
            came[row["person"]] = min(row["on"], came.get(row["person"], row["on"]))
        for person, on in came.items():
            half, year = _months_after(on, 6), _months_after(on, 12)
            if year <= YEAR.until:
                met = [row["on"] for row in rows["notes"] if row["person"] == person and row["how"] != NO_ANSWER.stored]
                found[person] = (sum(on <= day < half for day in met), sum(half <= day < year for day in met))
    return found


def _months_after(day: date, months: int) -> date:
    month = day.month - 1 + months
    return day.replace(year=day.year + month // 12, month=month % 12 + 1)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # PySpark leaves its last socket to the collector
@pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="NOTHING WAS COUNTED ON SPARK: install the extra “spark” and openjdk-17-jre-headless, and run again.",
)
def test_spark_and_duckdb_give_the_same_numbers(everybody: Path, tells: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    services = services_in(everybody)
    with engines.opened("duckdb", services) as engine:
        there = together.counted(engine, YEAR), together.pairs_compared(engine, YEAR)
    with engines.opened("spark", services) as engine:
        here = together.counted(engine, YEAR), together.pairs_compared(engine, YEAR)
    assert here == there
    assert {name: sums.mean for name, sums in here[1].items()} == {name: sums.mean for name, sums in there[1].items()}
    told = {}
    for engine_asked in ("duckdb", "spark"):
        assert main(["evidence", str(everybody), "--json", "--year", "2025", "--engine", engine_asked]) == 0
        told[engine_asked] = {name: said for name, said in json.loads(capsys.readouterr().out).items() if name != "engine"}
    assert told["spark"] == told["duckdb"]
    tells(f"{sum(len(one.parts) for one in here[0])} cells of {len(here[0])} figures and {len(here[1])} comparisons: Spark and DuckDB alike")


def test_every_column_that_leaves_has_a_meaning_and_none_is_of_words_that_anybody_wrote(tmp_path: Path) -> None:
    assert {name: set(columns) for name, columns in MEANINGS.items()} == {name: set(shape) for name, shape in SHAPES.items()}
    place = _put(tmp_path, "Ashby", a_town(300, 3))
    for name, shape in SHAPES.items():
        assert pq.read_schema(place / f"{name}.parquet").names == list(shape)
    lines = (place / "dictionary.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + sum(map(len, SHAPES.values()))
    receipt = json.loads((place / RECEIPT).read_text())
    assert (receipt["given_to"], receipt["together"], receipt["unit"] in list(Unit)) == ("Pooled evidence", 10, True)
    assert receipt["left_out"] in ("none", "fewer than 10")


def test_what_may_be_published_gives_away_no_small_number(everybody: Path) -> None:
    with engines.opened("duckdb", services_in(everybody)) as engine:
        exact = together.counted(engine, YEAR)
    shown = {one.key: one for one in together.held_back(exact)}
    for one in exact:
        for part, n in one.parts.items():
            assert n is not None
            assert shown[one.key].parts[part] is None if 0 < n < 8 else shown[one.key].parts[part] in (None, 5 * round(n / 5))
    assert set(shown) <= set(every_figure())


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda place: shutil.rmtree(place), "There is no extract in"),
        (lambda place: (place / RECEIPT).write_text("{"), "cannot be read as JSON"),
        (lambda place: (place / RECEIPT).write_text('{"form": 1}'), "it names no service"),
        (lambda place: (place / RECEIPT).write_text('{"service": "A", "form": 9}'), "is of form 9"),
        (lambda place: (place / RECEIPT).write_text('{"service": "A", "form": 1, "known_to_others": []}'), "is not a receipt of an extract"),
        (lambda place: (place / "waits.parquet").unlink(), "is not as it was given"),
        (lambda place: (place / "people.parquet").write_bytes(b"PAR1"), "is not as it was given"),
        (lambda place: shutil.copytree(place, place.with_name("again")), "Two extracts are of a service called Ashby"),
    ],
)
def test_an_extract_that_is_not_as_it_was_given_is_refused_in_a_sentence(spoil: Callable[[Path], object], says: str, tmp_path: Path) -> None:
    spoil(_put(tmp_path, "Ashby", a_town(30, 3)))
    with pytest.raises(Refused, match=says):
        services_in(tmp_path)


def test_an_engine_that_is_not_there_is_refused_in_a_sentence(everybody: Path) -> None:
    with pytest.raises(Refused, match="choose duckdb or spark"), engines.opened("abacus", services_in(everybody)):
        pass
    assert os.environ.get(engines.MASTER) is None


def test_the_command_tells_every_figure_over_all_services(everybody: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", str(everybody), "--year", "2025"]) == 0
    said = capsys.readouterr().out
    assert "2 services, 01 April 2025 to 31 March 2026" in said
    assert "O'Brien \\ Sons: 400 people, days by the month; left out because too few were like them: none" in said
    assert said.count("In all") == len(together.pooled_figures())
    assert "pairs: mean change" in said
    assert main(["evidence", str(everybody), "--json", "--exact", "--quarter", "2"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["since"], told["until"], told["exact"]) == ("2025-07-01", "2025-10-01", True)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--year", "2026"], "before that period was over"),
        (["--engine", "abacus"], "choose duckdb or spark"),
    ],
)
def test_what_the_command_cannot_do_it_says_in_a_sentence(asked: list[str], says: str, everybody: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", str(everybody), *asked]) == 1
    assert says in capsys.readouterr().err
