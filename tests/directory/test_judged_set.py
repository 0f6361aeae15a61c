"""Needs in people's own words, judged by reading the entries before anything was tuned: half of them were kept back, and both halves are told.

The needs were written and judged for the published files of one borough (charities, mental-health services, sports clubs). They were shuffled with the seed
20261127 and cut in the middle; weights were chosen on the first half alone.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from alongside.directory.closeness.encoder import known_encoder
from alongside.directory.judged import Judged
from alongside.directory.judging import Figures, figures, read_needs
from alongside.directory.listing import Listing
from tests.conftest import ROOT

DATA = ROOT.parent / "shared/data/trafford/directory"
HERE = Path(__file__).parent / "judged"
HALVES = ("tuned_on", "held_back")


def entries() -> list[Listing]:
    def rows(name: str) -> list[dict[str, str]]:
        with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return [{column: "" if value == "NA" else value for column, value in row.items()} for row in csv.DictReader(file)]

    charities = [
        Listing(one["charity_name"], "group", one["charity_activities"], source_key=f"charity:{one['registered_charity_number']}") for one in rows("charities")
    ]
    services = [Listing(one["name"], "service", one["description"], source_key=f"mental health:{at}") for at, one in enumerate(rows("mental_health_services"))]
    clubs = [Listing(one["name"], "group", one["category"], source_key=f"club:{at}") for at, one in enumerate(rows("sports_clubs"))]
    return [*charities, *services, *clubs]


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, Figures]]:
    """For each half, the figures of each way of finding."""
    if not DATA.exists():
        pytest.skip("THE JUDGED NEEDS WERE NOT TRIED: ../shared/data is not beside this clone.")
    judged = Judged(entries(), known_encoder())
    given = {}
    for half in HALVES:
        needs = read_needs((HERE / f"{half}.jsonl").read_text(encoding="utf-8"), frozenset(judged.ids))
        ways = {"full text": judged.by_full_text, "meaning": judged.by_meaning, "ours": judged.ours}
        given[half] = {name: figures(needs, [way(need.query) for need in needs]) for name, way in ways.items()}
    return given


@pytest.mark.parametrize("half", HALVES)
def test_ours_finds_more_than_full_text_and_more_than_meaning(found, half, tells):
    for name, one in found[half].items():
        tells(f"judged needs, {half}, {name}: {one.needs} needs, nDCG@10 {one.ndcg:.3f}, MRR {one.mrr:.3f}, nothing right {one.nothing_right:.1%}")
    ours, words, meaning = (found[half][name] for name in ("ours", "full text", "meaning"))
    assert ours.ndcg > max(words.ndcg + 0.08, meaning.ndcg + 0.04)
    assert ours.nothing_right <= words.nothing_right * 15 / 23


def test_there_are_at_least_120_needs_of_which_half_were_kept_back():
    halves = [{json.loads(line)["query"] for line in (HERE / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()} for half in HALVES]
    assert len(halves[0] | halves[1]) >= 120
    assert abs(len(halves[0]) - len(halves[1])) <= 1
    assert not halves[0] & halves[1]
