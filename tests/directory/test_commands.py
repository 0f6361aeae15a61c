"""The two import commands, from a file to the sentence at the end."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.directory.models import Entry
from alongside.places.models import Postcode
from alongside.site.importing import IMPORT_DIRECTORY, IMPORT_POSTCODES
from alongside.trail.models import Entry as Line
from tests.building import as_

pytestmark = pytest.mark.django_db

POSTCODES = "postcode,lat,lon,locality,la_name\nZZ99 3AA,53.4,-2.3,North,Fernshire\nZZ99 3AB,53.41,-2.3,North,Fernshire\n"
CLUBS = "name,category,address,postcode\nFern choir,Singing,Brook Road,ZZ99 3AA\nHill club,Chess,Hill Road,ZZ97 1AA\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def run(command: str, *given: str, **options: object) -> str:
    out = StringIO()
    call_command(command, *given, stdout=out, **options)
    return out.getvalue()


def refused_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_postcodes_are_loaded_and_loaded_again(folder):
    path = written(folder, "postcodes.csv", POSTCODES)
    assert run("import_postcodes", path).split() == ["added:", "2", "changed:", "0", "unchanged:", "0", "refused:", "0"]
    assert run("import_postcodes", path).split() == ["added:", "0", "changed:", "0", "unchanged:", "2", "refused:", "0"]


def test_entries_are_loaded_by_a_mapping_that_comes_with_us_and_loaded_again(folder):
    run("import_postcodes", written(folder, "postcodes.csv", POSTCODES))
    path = written(folder, "clubs.csv", CLUBS)
    said = run("import_directory", path, mapping="trafford-sports-clubs")
    assert said.splitlines() == [
        "Sports clubs in Trafford",
        "added:            2",
        "changed:          0",
        "unchanged:        0",
        "refused:          0",
        "Place not known: 1. They are kept, and offered apart.",
    ]
    assert "unchanged:        2" in run("import_directory", path, mapping="trafford-sports-clubs")
    assert list(Entry.objects.order_by("name").values_list("name", "latitude")) == [("Fern choir", 53.4), ("Hill club", None)]


def test_a_mapping_may_be_a_file(folder):
    mapping = written(folder, "mine.yaml", "source: Mine\nkind: group\nkey: name\nfields: {name: name}\n")
    said = run("import_directory", written(folder, "clubs.csv", CLUBS), mapping=mapping)
    assert "Columns that the mapping does not mention: category, address, postcode." in said


def test_refused_rows_are_written_beside_the_file_with_their_numbers_and_reasons(folder):
    path = written(folder, "clubs.csv", CLUBS + ",Chess,Hill Road,\nFern choir,Again,,\nToo,few\n")
    said = run("import_directory", path, mapping="trafford-sports-clubs")
    assert "refused:          3" in said
    assert said.splitlines()[-1] == f"Rows with reasons: {folder / 'clubs.refused.csv'}"
    assert refused_rows(folder / "clubs.refused.csv") == [
        ["row", "taken", "reason", "name", "category", "address", "postcode"],
        ["4", "no", "It has nothing in “name”, which tells it from the others.", "", "Chess", "Hill Road", ""],
        ["5", "no", "Row 2 has the same “name” already.", "Fern choir", "Again", "", ""],
        ["6", "no", "It has 2 cells where the heading has 4.", "Too", "few"],
    ]


def test_nothing_in_the_file_of_refused_rows_runs_in_a_spreadsheet(folder):
    head = "name,category,address,postcode,\"=cmd|'/c calc'!A1\"\n"
    path = written(folder, "clubs.csv", head + ',Chess,"=HYPERLINK(""http://evil.example"")",+44,-2.35\n')
    run_refused(path)
    heading, row = refused_rows(folder / "clubs.refused.csv")
    assert heading[-1] == "'=cmd|'/c calc'!A1"
    assert row[3:] == ["", "Chess", '\'=HYPERLINK("http://evil.example")', "'+44", "-2.35"]


def run_refused(path: str) -> None:
    """Load a file of which no row is taken: the rows are written all the same."""
    with pytest.raises(CommandError, match="No row of the file is an entry"):
        run("import_directory", path, mapping="trafford-sports-clubs")


def test_a_row_taken_with_a_doubt_is_written_too(folder):
    path = written(folder, "clubs.csv", "name,category,address,postcode\nFern choir,Singing,Brook Road,ZZ994 3AA\n")
    said = run("import_directory", path, mapping="trafford-sports-clubs", refused=folder / "doubts.csv")
    assert "Taken, although something in the row could not be read: 1." in said
    assert refused_rows(folder / "doubts.csv")[1][:3] == ["2", "yes", "Taken, but “ZZ994 3AA” is not a postcode."]


def test_what_went_from_the_file_is_said_and_stays(folder):
    run("import_directory", written(folder, "clubs.csv", CLUBS), mapping="trafford-sports-clubs")
    said = run("import_directory", written(folder, "clubs.csv", CLUBS.rsplit("\n", 2)[0] + "\n"), mapping="trafford-sports-clubs")
    assert "Not in the file any more: 1. They stay as they are." in said
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("clubs.csv", "title,category,address,postcode\nFern,,,\n", "The file has no column “name”"),
        ("clubs.csv", "name,category,address,postcode\n", "No row of the file is an entry, so nothing was loaded."),
        ("clubs.csv", 'name,category,address,postcode\nFern,,,\n"Brook,,,\n', "is never closed"),
        ("clubs.csv", "", "The file is empty."),
    ],
)
def test_a_file_that_cannot_be_loaded_is_refused_in_a_sentence_and_loads_nothing(folder, name, content, sentence):
    with pytest.raises(CommandError, match=sentence):
        run("import_directory", written(folder, name, content), mapping="trafford-sports-clubs")
    assert not Entry.objects.exists()


def test_a_file_that_is_not_there_is_told(folder):
    with pytest.raises(CommandError, match=r"nowhere\.csv cannot be read: no such file or directory"):
        run("import_postcodes", "nowhere.csv")


def test_when_the_refused_rows_cannot_be_kept_nothing_is_loaded(folder):
    path = written(folder, "postcodes.csv", POSTCODES + "nonsense,1,1,,\n")
    with pytest.raises(CommandError, match=r"could not be written.+so nothing was loaded"):
        run("import_postcodes", path, refused=folder / "no such folder" / "refused.csv")
    assert not Postcode.objects.exists()


@pytest.mark.parametrize(
    ("command", "actor", "verb", "given"),
    [
        ("import_postcodes", IMPORT_POSTCODES, "loaded postcodes", {}),
        ("import_directory", IMPORT_DIRECTORY, "loaded entries", {"mapping": "trafford-sports-clubs"}),
    ],
)
def test_a_command_names_itself_in_the_trail(folder, command, actor, verb, given):
    run(command, written(folder, "file.csv", POSTCODES if command == "import_postcodes" else CLUBS), **given)
    with as_(actor):
        assert list(Line.objects.filter(actor_id=actor.id).values_list("verb", "purpose")) == [(verb, "import")]
