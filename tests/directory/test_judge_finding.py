"""`alongside judge-finding`: its figures by hand, and what it says of files that it cannot read."""

from __future__ import annotations

import json
from io import StringIO
from math import log2

import pytest
from django.core.management import CommandError, call_command

from alongside.directory.judging import Figures, FullText, Need, figures

CLUBS = "Nr,Title,About\n1,Fern choir,Singing together on Tuesdays\n2,Hill chess,Chess and tea\n3,Mending table,Broken things are mended together\n"
NEEDS = '{"query": "I want to sing", "relevant": ["1"]}\n\n{"query": "mend my toaster", "relevant": [3]}\n'
COLUMNS = {"id": ["Nr"], "name": ["Title"], "description": ["About"]}


@pytest.fixture
def files(tmp_path):
    def write(clubs=CLUBS, needs=NEEDS):
        (tmp_path / "clubs.csv").write_text(clubs, encoding="utf-8")
        (tmp_path / "needs.jsonl").write_text(needs, encoding="utf-8")
        return str(tmp_path / "clubs.csv"), str(tmp_path / "needs.jsonl")

    return write


def judged(files, **given):
    out = StringIO()
    call_command("judge_finding", *files, stdout=out, stderr=StringIO(), **{**COLUMNS, **given})
    return out.getvalue()


def refused(files, **given):
    with pytest.raises(CommandError) as told:
        judged(files, **given)
    return str(told.value)


def test_the_three_figures_are_what_a_hand_works_out():
    needs = [Need("a", frozenset({"1", "2"})), Need("b", frozenset({"9"})), Need("c", frozenset({"5"}))]
    found = [["3", "1", "2"], ["1", "2"], ["0"] * 10 + ["5"]]
    ndcg = (1 / log2(3) + 1 / log2(4)) / (1 + 1 / log2(3)) / 3
    assert figures(needs, found) == Figures(3, pytest.approx(ndcg), pytest.approx((1 / 2 + 1 / 11) / 3), pytest.approx(2 / 3))


def test_full_text_puts_the_rare_word_and_the_short_text_first():
    texts = FullText(["tea and company and talk and cake", "tea", "chess and tea", "walking"])
    assert texts.ranked("tea") == [1, 2, 0]
    assert texts.ranked("chess or tea")[0] == 2
    assert texts.ranked("the and of") == []


def test_each_way_of_finding_has_its_line(files):
    lines = judged(files()).splitlines()
    assert [line[:15].strip() for line in lines] == ["3 entries, 2 ne", "", "full text alone", "meaning alone", "ours"]
    assert lines[-1].split()[1:] == ["1.000", "1.000", "0.0%"]


def test_a_mapping_says_which_columns_are_what(files, tmp_path):
    (tmp_path / "columns.yaml").write_text("id: Nr\nname: Title\ndescription: [About, Title]\n")
    assert "ours" in judged(files(), mapping=str(tmp_path / "columns.yaml"), id=[], name=[], description=[])


def test_a_mapping_of_the_house_does_too(files, tmp_path):
    (tmp_path / "house.yaml").write_text("source: Clubs\nkey: Nr\nkind: group\nfields: {name: Title, description: About}\n")
    assert "ours" in judged(files(), mapping=str(tmp_path / "house.yaml"), id=[], name=[], description=[])


@pytest.mark.parametrize(
    ("clubs", "needs", "given", "said"),
    [
        (CLUBS, NEEDS, {"id": []}, "Which column is the id? Say it with --id. There are: Nr, Title, About."),
        (CLUBS, NEEDS, {"name": ["Name"]}, "There is no column “Name”. There are: Nr, Title, About."),
        (CLUBS + "3,Another,Of the same number\n", NEEDS, {}, "Two entries have the id “3”. Each needs one of its own."),
        ("Nr,Title,About\n", NEEDS, {}, "There is no entry in the file that can be read."),
        ("", NEEDS, {}, "The file is empty."),
        (CLUBS, "\n", {}, "There is no need in the file: write one a line, such as"),
        (CLUBS, "sing\n", {}, "Line 1 is not JSON. Write it like this:"),
        (CLUBS, NEEDS + "[1]\n", {}, "Line 4 has no “query” that is a text."),
        (CLUBS, '{"query": "x", "relevant": []}', {}, "Line 1 has no “relevant” that lists ids."),
        (CLUBS, '{"query": "x", "relevant": ["7"]}', {}, "Line 1 names “7”, which is no entry of the directory."),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(files, clubs, needs, given, said):
    assert refused(files(clubs, needs), **given).startswith(said)


def test_a_short_mapping_with_a_part_that_no_entry_has_is_refused(files, tmp_path):
    (tmp_path / "columns.yaml").write_text("colour: About\n")
    assert refused(files(), mapping=str(tmp_path / "columns.yaml")).startswith("columns.yaml says “colour”, which is no part of an entry")


def test_a_file_that_is_not_there_is_named(tmp_path, files):
    clubs, _ = files()
    assert refused((clubs, str(tmp_path / "none.jsonl"))).endswith("none.jsonl cannot be read: no such file or directory.")


def test_a_row_without_an_id_is_left_out_and_the_rest_is_judged(files):
    assert judged(files(CLUBS + ",Nameless,Nothing\n")).startswith("3 entries, 2 needs, 2 judged right.")


def test_needs_may_call_their_parts_otherwise(files):
    assert "1 needs" in judged(files(needs=json.dumps({"need": "sing", "relevant_ids": ["1"]})))
