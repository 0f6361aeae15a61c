"""A spreadsheet of groups is read by what its columns mean: guessed, put right, looked at, and loaded whole."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from alongside.directory.actions import put_right
from alongside.directory.models import Entry
from alongside.directory.told import Told
from alongside.exchange.files.beside import load_or_say_why
from alongside.exchange.files.meanings import guessed
from alongside.exchange.models import BroughtFile
from alongside.foundation.actor import Actor, Role
from tests.building import a_coordinator, an_actor, as_, now, signed_in
from tests.exchange.test_files_of_entries import bring, text

pytestmark = pytest.mark.django_db
GROUPS = (
    "Group name,What happens,Address 1,Town,Postcode,Days and times,Cost,Telephone,Officer\n"
    'Fern shed,Mending old radios,1 Fern Row,Sale,zz99 3aa,"Tuesdays, 10 to 12",Free,01632960111,Ann Persona\n'
    "Moss choir,Singing,,,nowhere,When we can,£2,,Bob Persona\n"
    ",Nothing,,,,,,,\n"
    "Fern shed,Again,,,zz99 3aa,,,,\n"
)


@pytest.fixture
def robin() -> Actor:
    return an_actor(Role.ADMINISTRATOR, name="Robin")


def brought(robin: Actor, content: str | bytes = GROUPS, file: str = "groups.csv", kind: str = "group") -> Any:
    content = content.encode() if isinstance(content, str) else content
    there = bring(signed_in(robin), content, "Groups in Fernshire", file, kind)["Location"]
    return there, BroughtFile.objects.order_by("-at")[0]


def choices(file: BroughtFile, columns: list[str], **changed: str) -> dict[str, str]:
    """The form of its page as it stands, but for what is changed; by the names of columns."""
    return {f"column-{number}": changed.get(column, file.meanings.get(column, "")) for number, column in enumerate(columns)} | {"kind": file.kind}


COLUMNS = GROUPS.splitlines()[0].split(",")


def test_what_columns_mean_is_guessed_and_what_is_nobodys_business_is_not_taken():
    assert guessed(tuple(COLUMNS)) == {
        "Group name": "name", "What happens": "description", "Address 1": "address", "Town": "address", "Postcode": "postcode",
        "Days and times": "when", "Cost": "cost", "Telephone": "phone",
    }  # fmt: skip


def test_half_a_place_and_a_second_telephone_are_not_guessed():
    assert guessed(("Name", "Latitude", "Phone", "Mobile")) == {"Name": "name", "Phone": "phone"}


def test_one_sees_what_would_be_read_before_anything_is_loaded(robin):
    there, _ = brought(robin)
    page = text(signed_in(robin), there)
    said = ("2 rows are entries", "2 rows are refused", "It has nothing in “Group name”", "Row 2 has the same “Group name” and “Postcode” already",
        "Taken, but “nowhere” is not a postcode.", "1 Fern Row, Sale", "Tuesdays, 10 to 12", "01632 960111")  # fmt: skip
    assert [words for words in said if words not in page] == []
    assert Entry.objects.count() == 0


def test_what_is_chosen_is_kept_and_then_loaded_with_its_source(robin):
    there, file = brought(robin)
    browser = signed_in(robin)
    answer = browser.post(there, choices(file, COLUMNS, **{"What happens": "who_for"}) | {"load": ""})
    assert (answer.status_code, "It is being read." in text(browser, there)) == (303, True)
    load_or_say_why(file.id, robin)
    shed = Entry.objects.get(name="Fern shed")
    assert (shed.kind, shed.who_for, shed.description, shed.address, shed.postcode) == ("group", "Mending old radios", "", "1 Fern Row, Sale", "ZZ99 3AA")
    assert (shed.days, shed.times, shed.cost, shed.phone, shed.source.name) == ([2], "Tuesdays, 10 to 12", "free", "01632 960111", "Groups in Fernshire")
    file.refresh_from_db()
    assert (file.content, file.done["added"], "Persona" in str(list(Entry.objects.values())) + str(file.left_out)) == (None, 2, False)


def test_the_next_file_of_the_source_is_read_as_the_last_was_and_a_correction_of_ours_stays(robin):
    there, file = brought(robin)
    signed_in(robin).post(there, choices(file, COLUMNS, **{"What happens": "who_for", "Officer": ""}) | {"load": ""})
    load_or_say_why(file.id, robin)
    shed, sam = Entry.objects.get(name="Fern shed"), a_coordinator()
    with as_(sam):
        put_right(shed.id, Told(shed.name, shed.kind, phone="01632 960222", postcode=shed.postcode), by=sam, at=now())
    there, file = brought(robin, GROUPS.replace("01632960111", "01632960333"))
    assert file.meanings["What happens"] == "who_for"
    assert "2 of them are here already from this source" in text(signed_in(robin), there)
    signed_in(robin).post(there, choices(file, COLUMNS) | {"load": ""})
    load_or_say_why(file.id, robin)
    shed.refresh_from_db()
    assert (Entry.objects.count(), shed.phone, shed.source_says["phone"]) == (2, "01632 960222", "01632 960333")


def test_without_a_name_it_is_not_read_and_every_choice_stays(robin):
    there, file = brought(robin)
    answer = signed_in(robin).post(there, choices(file, COLUMNS, **{"Group name": "", "Town": "languages"}) | {"load": ""})
    page = answer.content.decode()
    assert (answer.status_code, "Say which column is the name." in page, page.count('value="languages" selected')) == (422, True, 1)
    file.refresh_from_db()
    assert (file.begun_at, Entry.objects.count()) == (None, 0)


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"Town": "postcode"}, "Two columns cannot both be this"), ({"Officer": "latitude"}, "A place needs both")],
)
def test_what_cannot_be_is_said(robin, changed, said):
    there, file = brought(robin)
    assert said in signed_in(robin).post(there, choices(file, COLUMNS, **changed) | {"look": ""}).content.decode()


def test_a_workbook_is_read_from_its_longest_sheet_whatever_stands_above_the_heading(robin):
    book = Workbook()
    book.active.append(["Notes"])
    sheet = book.create_sheet("Groups")
    for row in (["Groups in Fernshire 2026"], ["Name", "Type", "Lat", "Long", "Last updated"], ["Fern shed", "Groups", 53.4, -2.3, "20/06/2026"]):
        sheet.append(row)
    made = BytesIO()
    book.save(made)
    there, file = brought(robin, made.getvalue(), "groups.xlsx", kind="service")
    assert "Read from the sheet “Groups”." in text(signed_in(robin), there)
    signed_in(robin).post(there, choices(file, ["Name", "Type", "Lat", "Long", "Last updated"]) | {"load": ""})
    load_or_say_why(file.id, robin)
    entry = Entry.objects.get()
    assert (entry.name, entry.kind, entry.latitude, str(entry.confirmed_on)) == ("Fern shed", "group", 53.4, "2026-06-20")


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"PK\x03\x04xl/workbook.xml", b'Name\n"open', b"\xd0\xcf\x11\xe0"])
def test_what_is_no_sheet_is_refused_by_its_box_and_what_was_typed_stays(robin, content):
    answer = bring(signed_in(robin), content, "Groups", "groups.csv", licence="A licence")
    if answer.status_code == 303:  # packed, and so read as a package: refused on its page
        load_or_say_why(BroughtFile.objects.get().id, robin)
        assert "cannot be opened" in text(signed_in(robin), answer["Location"])
    else:
        assert (answer.status_code, 'value="A licence"' in answer.content.decode(), BroughtFile.objects.count()) == (422, True, 0)
    assert Entry.objects.count() == 0
