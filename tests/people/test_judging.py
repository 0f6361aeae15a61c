"""FEBRL's files, without their social security number; and the command by which an independent set judges us."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.people.matching.columns import read_date

DEDUPE = Path(__file__).parents[3] / "shared/data/dedupe"
TRUTH = ("--truth", "rec_id", "--truth-pattern", r"rec-(\d+)")


def judged(*arguments: str) -> str:
    said = StringIO()
    call_command("judge_duplicates", *arguments, stdout=said, stderr=StringIO())
    return said.getvalue()


def figures(said: str) -> tuple[float, float]:
    found = re.search(r"precision ([\d.]+)   recall ([\d.]+)", said)
    return float(found[1]), float(found[2])


def febrl(*names: str) -> list[str]:
    if not DEDUPE.is_dir():
        pytest.skip(f"FEBRL IS NOT HERE: duplicates were not measured. It belongs in {DEDUPE.resolve()}.")
    return [str(DEDUPE / name) for name in names]


def test_febrl_4_is_linked(tells):
    precision, recall = figures(judged(*febrl("dataset4a.csv", "dataset4b.csv"), *TRUTH))
    tells(f"FEBRL 4 without its social security number: precision {precision:.4f}, recall {recall:.4f}")
    assert (precision >= 0.999, recall >= 0.995) == (True, True)


def test_febrl_1_is_found_within_one_file(tells):
    precision, recall = figures(judged(*febrl("dataset1.csv"), *TRUTH))
    tells(f"FEBRL 1 without its social security number: precision {precision:.4f}, recall {recall:.4f}")
    assert (precision >= 0.999, recall >= 0.99) == (True, True)


PEOPLE = """ref,Client,DOB,Tel
a,Mrs Gwen Prys-Marlow,02/03/1951,01632 960123
b,"Marlow, Gwen",2 March 1951,01632960123
c,John Smith,1/1/1940,
d,John Smith,30/9/1962,N/A
"""


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE)
    return path


def test_columns_are_guessed_and_pairs_come_with_reasons(people):
    rows = list(csv.reader(StringIO(judged(str(people)))))
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        ("a", "b", "same first name; one family name of two is shared; same date of birth; same telephone")
    ]


def test_columns_are_named_in_a_mapping_and_pairs_are_written_to_a_file(people, tmp_path):
    people.write_text(PEOPLE.replace("ref,Client,DOB,Tel", "one,two,three,four"))
    mapping, out = tmp_path / "mapping.yaml", tmp_path / "out.csv"
    mapping.write_text("id: one\nname: two\nborn: three\nphone: [four]\n")
    judged(str(people), "--mapping", str(mapping), "--out", str(out))
    assert [row[:2] for row in csv.reader(out.read_text().splitlines())] == [["id1", "id2"], ["a", "b"]]


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        ("", [], "The file is empty."),
        ("who,born\n", [], "heading and no rows"),
        ("one,two\n1,2\n", [], "No column could be taken for a name"),
        (PEOPLE, ["--name", "Nowhere"], "There is no column “Nowhere”. The columns are: ref, Client, DOB, Tel."),
        (PEOPLE, ["--threshold", "2"], "A threshold lies between 0 and 1"),
    ],
)
def test_a_file_that_cannot_be_judged_gets_a_sentence(people, content, arguments, said):
    people.write_text(content.replace("who,", "name,"))
    with pytest.raises(CommandError, match=re.escape(said)):
        judged(str(people), *arguments)


@pytest.mark.parametrize(
    "text", ["1951-03-02", "19510302", "02/03/1951", "2.3.1951", "2nd March 1951", "2 Mar 1951", "02-Mar-51", "2/3/51", "1951-03-02T00:00:00"]
)
def test_a_date_of_birth_is_read_as_people_write_it(text):
    assert read_date(text) == date(1951, 3, 2)
