"""What is good around here leaves as Open Referral UK 3.0, and judges we did not write agree: its own schemas, and schemathesis with its OpenAPI."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import date, time
from functools import cache
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from alongside.directory.actions import SessionTold, add_session, keep_entry, say_gone, say_what_it_is_like
from alongside.directory.meeting import MONTHLY, WEEKLY, rule_of
from alongside.directory.told import Told
from alongside.places.models import Postcode
from tests.building import a_coordinator, as_, now, somebody
from tests.conftest import ROOT
from tests.directory.conftest import a_listing, load
from tests.stories.conftest import served

DATA = ROOT.parent / "shared/data/oruk"
BASE = "/open-referral/3.0/"
TUESDAY = date(2026, 1, 6)


@pytest.fixture(autouse=True)
def _the_schemas() -> None:
    if not DATA.exists():
        pytest.skip("OPEN REFERRAL WAS NOT TRIED: ../shared/data is not beside this clone.")


@cache
def judge(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((DATA / f"schema/{name}.json").read_text()), format_checker=FormatChecker())


def faults(name: str, told: Any) -> list[str]:
    return [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in judge(name).iter_errors(told)]


def get(path: str = "", **asked: object) -> Any:
    answer = Client().get(BASE + path, asked)
    return answer.json() | {"answer": answer.status_code}


def names(path: str = "services", **asked: object) -> list[str]:
    found = get(path, **asked)["contents"]
    return sorted(one["name"] if "name" in one else one["service"]["name"] for one in found)


def fill() -> dict[str, Any]:
    """A little of everything an entry can hold, and more from a file."""
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")
    sam = a_coordinator()
    somebody(sam, "Gwen Quartzhill")
    with as_(sam):
        shed = keep_entry(
            Told(
                "Fern shed", "group", "Men who mend old radios.", "Fern Trust", "4 Fern Row, Sale", "ZZ99 3AA", (), "", "some", "50p for tea",
                ("step free", "quiet"), ("parking",), "A ramp at the side.", "01632 960111", "hello@example.org", "fern.example.org", "Just turn up.",
            ),
            by=sam, at=now(),
        )  # fmt: skip
        add_session(shed, SessionTold(TUESDAY, rule_of(WEEKLY, TUESDAY), time(14), time(16), words="Not in August"), by=sam, at=now())
        add_session(shed, SessionTold(TUESDAY, rule_of(MONTHLY, TUESDAY, "first"), time(19), time(21), term_time=True), by=sam, at=now())
        add_session(shed, SessionTold(TUESDAY, "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"), by=sam, at=now())
        say_what_it_is_like(shed, "Ask for Bert Privatezq.", private=True, by=sam, at=now())
        gone = keep_entry(Told("Brook cafe", "place"), by=sam, at=now())
        say_gone(gone.id, by=sam, at=now())
    load(a_listing("1", "Fern choir", cost="free", days=(4,), times="Thursdays 2 to 4"), a_listing("2", "Moss library", kind="place", website="no address"))
    return {"shed": shed, "gone": gone, "sam": sam}


@pytest.fixture
def filled(db: None) -> dict[str, Any]:
    return fill()


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("services", "compiled/service_list"),
        ("service_at_locations", "compiled/service_at_location_list"),
        ("taxonomies", "taxonomy"),
        ("taxonomy_terms", "taxonomy_term"),
    ],
)
def test_every_list_and_every_one_of_it_is_as_its_schema_says(filled, path, schema):
    found = get(path)
    assert found["total_items"] == len(found["contents"]) > 0
    assert [faults(schema, one) for one in found["contents"]] == [[]] * found["size"]
    whole = {"services": "compiled/service", "service_at_locations": "compiled/service_at_location"}.get(path, schema)
    for one in found["contents"]:
        told = get(f"{path}/{one['id']}")
        assert (told.pop("answer"), faults(whole, told)) == (200, [])


def test_everything_that_the_noticeboard_says_of_it_is_told(filled):
    told = get(f"services/{filled['shed'].id}")
    text = json.dumps(told)
    for said in (
        "mend old radios",
        "Fern Trust",
        "4 Fern Row",
        "Sale",
        "ZZ99 3AA",
        "50p for tea",
        "step-free",
        "A ramp at the side.",
        "01632 960111",
        "Not in August",
    ):
        assert said in text
    kinds = {(one.get("freq"), one.get("byday"), one.get("description")) for one in told["schedules"]}
    assert kinds == {("WEEKLY", "TU", None), ("MONTHLY", "1TU", None), (None, None, "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1")}


def test_what_is_gone_is_in_no_list_and_says_so_by_its_key(filled):
    assert "Brook cafe" not in names()
    told = get(f"services/{filled['gone'].id}")
    assert (told["answer"], told["status"]) == (200, "defunct")


def test_no_person_and_no_private_word_leaves_by_any_door(filled):
    everything = b"".join(Client().get(BASE + path).content for path in ("services", f"services/{filled['shed'].id}", "service_at_locations", "taxonomy_terms"))
    with zipfile.ZipFile(io.BytesIO(Client().get(f"{BASE}package.zip").content)) as package:
        everything += b"".join(package.read(name) for name in package.namelist())
    assert [word for word in (b"Quartzhill", b"Privatezq", b"Bert", filled["sam"].name.encode()) if word in everything] == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Fern choir", "Fern shed", "Moss library"]),
        ({"search": "mending radios"}, ["Fern shed"]),
        ({"search": "the"}, ["Fern choir", "Fern shed", "Moss library"]),
        ({"day": "TU"}, ["Fern shed"]),
        ({"day": "thursday"}, ["Fern choir"]),
        ({"day": "TU", "search": "choir"}, []),
        ({"start_time": "15:00"}, ["Fern shed"]),
        ({"start_time": "15:00", "end_time": "20:00"}, []),
        ({"minimum_age": "18"}, []),
        ({"taxonomy_id": "00000000-0000-0000-0000-000000000000"}, []),
    ],
)
def test_each_question_narrows_what_the_others_leave(filled, asked, found):
    assert names(**asked) == found


def test_a_word_of_a_list_finds_what_is_of_it(filled):
    terms = {one["name"]: one["id"] for one in get("taxonomy_terms")["contents"]}
    assert names(taxonomy_term_id=terms["quiet"]) == ["Fern shed"]
    assert names(taxonomy_term_id=terms["place"]) == ["Moss library"]


def test_near_a_postcode_is_what_lies_within_so_many_metres(filled):
    assert names("service_at_locations", postcode="zz99 3aa", proximity="100") == ["Fern shed"]
    assert names("service_at_locations", postcode="ZZ99 9ZZ") == []


def test_pages_tell_where_they_are_and_one_beyond_the_last_is_empty(filled):
    first, last, beyond = (get("services", per_page=2, page=page) for page in (1, 2, 9))
    shape = [(one["first_page"], one["last_page"], one["size"], one["total_pages"], one["empty"]) for one in (first, last, beyond)]
    assert shape == [(True, False, 2, 2, False), (False, True, 1, 2, False), (False, True, 0, 2, True)]
    assert len({one["id"] for page in (first, last) for one in page["contents"]}) == 3


@pytest.mark.parametrize(
    "asked", [{"page": "0"}, {"per_page": "many"}, {"day": "someday"}, {"start_time": "late"}, {"taxonomy_id": "x"}, {"minimum_age": "old"}]
)
def test_what_cannot_be_read_is_said_in_a_sentence(filled, asked):
    answer = Client().get(f"{BASE}services", asked)
    assert (answer.status_code, answer.json()["message"].endswith(".")) == (400, True)


def test_any_page_of_anybodys_may_read_it_and_nobody_may_write(filled):
    answer = Client().get(f"{BASE}services")
    assert (answer.headers["Access-Control-Allow-Origin"], answer.headers["Cache-Control"]) == ("*", "public, max-age=300")
    assert Client().post(f"{BASE}services").status_code == 405
    assert Client().get(BASE).json()["version"] == "HSDS-UK-3.0"


def test_the_package_holds_tables_whose_columns_and_keys_are_those_of_the_specification(filled):
    official = {one["name"]: one for one in json.loads((DATA / "datapackage.json").read_text())["resources"]}
    with zipfile.ZipFile(io.BytesIO(Client().get(f"{BASE}package.zip").content)) as package:
        described = {one["name"]: one for one in json.loads(package.read("datapackage.json"))["resources"]}
        tables = {name: list(csv.DictReader(io.StringIO(package.read(one["path"]).decode()))) for name, one in described.items()}
    for name, one in described.items():
        fields = {field["name"]: field for field in official[name]["schema"]["fields"]}
        columns = [field["name"] for field in one["schema"]["fields"]]
        assert (one["path"], set(columns) - set(fields)) == (official[name]["path"], set())
        assert {field for field, known in fields.items() if known.get("constraints", {}).get("required")} <= set(columns)
        for key in official[name]["schema"].get("foreignKeys") or []:
            target = {row[key["reference"]["fields"]] for row in tables[key["reference"]["resource"]]}
            assert {row[key["fields"]] for row in tables[name] if row.get(key["fields"])} <= target
    assert {row["name"] for row in tables["service"]} == {"Fern choir", "Fern shed", "Moss library"}


def test_schemathesis_finds_no_answer_that_the_openapi_does_not_allow(committed, tells):
    fill()
    judged = ["-m", "schemathesis.cli", "run", str(DATA / "schema/openapi.offline.derived.json"), "--max-examples", "40", "--seed", "1"]
    checks = "response_schema_conformance,content_type_conformance,not_a_server_error"
    with served(committed) as base:
        whole = [sys.executable, *judged, "--url", f"{base}{BASE}", "--checks", checks, "--phases", "coverage,fuzzing", "--no-color"]
        done = subprocess.run(whole, capture_output=True, text=True, timeout=240, cwd=DATA / "schema", env=os.environ, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1500:]
    tells("open referral: " + next((line.strip() for line in done.stdout.splitlines() if "generated" in line), "no count"))
