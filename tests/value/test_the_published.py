"""What was published about services like ours, worked out again by the command that anybody can run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from alongside.site.command import main
from alongside.value import recomputing
from alongside.value.recomputing import Judged, Verdict, recompute

OURS = Path(recomputing.__file__).parent / "examples.json"
SCHEMA = Path(recomputing.__file__).parent / "cases.schema.json"
PUBLISHED = Path(os.environ.get("ALONGSIDE_FACTS", Path(__file__).resolve().parents[2].parent / "shared/facts")) / "published_numbers.json"


def judged(path: Path) -> dict[str, Judged]:
    return {one.id: one for one in recompute(path.read_bytes())}


@pytest.fixture(scope="module")
def published() -> dict[str, Judged]:
    if not PUBLISHED.exists():
        pytest.skip(f"THE PUBLISHED FIGURES WERE NOT TRIED: {PUBLISHED.name} is not beside this clone (ALONGSIDE_FACTS names its folder).")
    return judged(PUBLISHED)


def test_every_published_case_has_a_verdict_as_its_kind_says(published):
    meant = {"exact": Verdict.AGREES, "worked": Verdict.AGREES, "mismatch": Verdict.DOES_NOT_FOLLOW, "range": Verdict.WITHIN_ROUNDING}
    cases = json.loads(PUBLISHED.read_text())
    expected = {one["id"]: Verdict.NOTHING_PUBLISHED if one["published"] is None else meant[one["kind"]] for one in cases}
    assert {name: one.verdict for name, one in published.items()} == expected


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("derby_sroi", "3.68 to 2 decimal places, against 4.00 published"),
        ("derby_sroi", "3.66 to 3.69 would follow, and 4.00 does not lie in it"),
        ("derby_sroi", "would have to be 7.04"),
        ("wiltshire_reconcile", "125+24 = 149, against 158 published"),
        ("wiltshire_reconcile", "9 missing"),
        ("health_precinct_sroi", "5.07 to 2 decimal places, as published"),
        ("herts_meals", "5.21 to 5.49, and 5.28 lies in it"),
        ("wellby_mental_health", "26065 to 26195 would follow, and 26186 lies in it"),
        ("rotherham_pilot_inputs", "1093069.31 to 1115151.52"),
        ("wa_dsc_2003", "= 28028672, against 28032000 published, 0.0119 % apart"),
        ("wa_dsc_2007", "= 30103275, against"),
        ("sroi_worked_employment", "= 1.436278…, 1.44 to 2"),
        ("integrated_plus_y6_total", "= 473385, as published, to the last digit"),
    ],
)
def test_it_tells_what_the_evidence_tells(published, case, told):
    assert told in published[case].line


def test_our_own_examples_come_out_as_the_evidence_tells():
    ours = judged(OURS)
    assert {name: one.verdict.value for name, one in ours.items()} == {
        "derby_sroi": "does not follow",
        "derby_pilot_savings": "does not follow",
        "wiltshire_people": "does not follow",
        "frome_admissions": "does not follow",
        "health_precinct_ratio": "agrees",
        "herts_meals_ratio": "agrees within rounding",
        "western_australia_2003": "agrees",
        "dudley_year_6": "agrees",
        "lynch_each": "agrees",
        "rotherham_inputs": "nothing published",
        "guide_employment": "agrees",
    }
    assert "-14.0%, -17% and -30%, and none follows from another" in ours["frome_admissions"].line
    assert "no comparator given" in ours["frome_admissions"].line


@pytest.mark.parametrize("path", [OURS, PUBLISHED])
def test_the_schema_describes_what_is_read(path):
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this clone")
    jsonschema.validate(json.loads(path.read_text()), json.loads(SCHEMA.read_text()))


@pytest.mark.parametrize(
    "wrong", [[{"kind": "exact"}], [{"id": "a"}], {"figures": 3}, [{"id": "a", "expr": "1"}], [{"id": "a", "expr": "1", "published": 1, "round": 2.5}]]
)
def test_the_schema_refuses_what_we_refuse(wrong):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json.loads(SCHEMA.read_text()))


def test_the_command_says_a_line_a_case_and_the_sum_beside_it(tmp_path, capsys):
    file = tmp_path / "figures.json"
    file.write_text('[{"id": "one", "expr": "1+1", "published": 2}, {"id": "two", "expr": "1+1", "published": 3}]')
    assert main(["recompute", str(file)]) == 0
    said = capsys.readouterr()
    assert [line.split(":")[:2] for line in said.out.splitlines()] == [["one", " agrees"], ["two", " does not follow"]]
    assert said.err == "2 cases: agrees 1, does not follow 1.\n"


@pytest.mark.parametrize(
    ("content", "ends_with"),
    [
        ('[{"id": "a", "expr": "1", "published": 1}]', 0),
        ('[{"id": "a", "expr": "one", "published": 1}]', 1),
        ("no figures", 2),
        ("", 2),
        ("[" * 100_000, 2),
        ("{}", 2),
    ],
)
def test_how_it_ends_is_what_the_guide_says(tmp_path, capsys, content, ends_with):
    file = tmp_path / "figures.json"
    file.write_text(content)
    assert main(["recompute", str(file)]) == ends_with


@pytest.mark.parametrize("given", [[], ["one.json", "two.json"], ["no-such-file.json"], ["."], ["\0"]])
def test_without_a_file_it_says_so(capsys, given):
    assert main(["recompute", *given]) == 2
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert said.out + said.err != ""


def test_neither_django_nor_numpy_is_started(tmp_path):
    file = tmp_path / "figures.json"
    file.write_text('[{"id": "one", "expr": "1+1", "published": 2}]')
    script = "import sys; from alongside.site.command import main; main(sys.argv[1:]); print(sorted({'django', 'numpy'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", script, "recompute", str(file)], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == ["one: agrees: 1+1 = 2, as published, to the last digit", "[]"]


def test_whoever_reads_only_the_first_line_is_not_shouted_at(tmp_path):
    file = tmp_path / "figures.json"
    file.write_text(json.dumps([{"id": f"case {number}", "expr": "1+1", "published": 2} for number in range(20_000)]))
    script = f"{sys.executable} -m alongside.site.command recompute {file} | head -n 1"
    said = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)  # a pipe, as whoever runs it writes one
    assert (said.stdout, said.stderr) == ("case 0: agrees: 1+1 = 2, as published, to the last digit\n", "")
