"""`alongside check-grants`: a file held against a schema that whoever runs the house brings along; nothing is fetched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from alongside.foundation.actor import Role
from tests.building import a_team, an_actor, signed_in
from tests.money.test_grants import PUBLISHED, a_grant, file

A_GRANT = {"id": "https://example.org/grant.json", "type": "object", "required": ["id", "title"], "properties": {"id": {"pattern": "^360G-"}}}
A_PACKAGE = {
    "id": "https://example.org/package.json",
    "$schema": "http://json-schema.org/draft-04/schema#",
    "type": "object",
    "required": ["grants"],
    "properties": {"grants": {"type": "array", "minItems": 1, "items": {"$ref": "https://example.org/grant.json"}}},
}


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def run(said: Any, *schemas: Any) -> str:
        paths = []
        for number, one in enumerate((said, *schemas)):
            paths.append(tmp_path / f"{number}.json")
            paths[-1].write_text(one if isinstance(one, str) else json.dumps(one))
        call_command("check_grants", str(paths[0]), "--schema", *map(str, paths[1:]))
        return capsys.readouterr().out

    return run


def test_a_file_that_the_schema_knows_is_told_so(check):
    assert "1 grants: all as the schema says." in check({"grants": [a_grant()]}, A_PACKAGE, A_GRANT)


def test_what_the_schema_does_not_allow_is_told_with_where_it_is(check, capsys):
    with pytest.raises(CommandError, match="1 faults"):
        check({"grants": [a_grant(), a_grant(id="ours-2")]}, A_PACKAGE, A_GRANT)
    assert "grants/1/id: 'ours-2' does not match" in capsys.readouterr().out


def test_what_we_do_not_take_is_told_beside_it(check, capsys):
    with pytest.raises(CommandError, match="1 faults"):
        check({"grants": [a_grant(currency="EUR")]}, A_PACKAGE, A_GRANT)
    assert "is in EUR" in capsys.readouterr().out


def test_a_schema_that_says_no_address_of_its_own_is_known_by_the_name_of_its_file(tmp_path, capsys):
    # As the standard publishes its two: neither has an id, and the one refers to the other by where it lies on the web.
    address = "https://schemas.example.org/schema/giving-schema.json"
    package = {**{key: value for key, value in A_PACKAGE.items() if key != "id"}, "properties": {"grants": {"type": "array", "items": {"$ref": address}}}}
    grant = {key: value for key, value in A_GRANT.items() if key != "id"}
    files = [tmp_path / name for name in ("grants.json", "giving-package-schema.json", "giving-schema.json")]
    for path, said in zip(files, ({"grants": [a_grant(), a_grant(id="ours-2")]}, package, grant), strict=True):
        path.write_text(json.dumps(said))
    with pytest.raises(CommandError, match="1 faults"):
        call_command("check_grants", str(files[0]), "--schema", *map(str, files[1:]))
    assert "grants/1/id: 'ours-2' does not match" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "schemas", "says"),
    [
        ({"grants": [a_grant()]}, [A_PACKAGE], "which was not given"),
        ({"grants": [a_grant()]}, ["{"], "is no JSON"),
        ({"grants": [a_grant()]}, [{"type": "nonsense"}], "This is no schema"),
        ("{}", [A_PACKAGE, A_GRANT], "no file of grants"),
    ],
)
def test_what_cannot_be_checked_says_why(check, said, schemas, says):
    with pytest.raises(CommandError, match=says):
        check(said, *schemas)


@pytest.mark.django_db
def test_what_leaves_here_is_what_the_schema_says(check):
    browser = signed_in(an_actor(Role.MANAGER, a_team()))
    browser.post(reverse("money:grants"), {"file": SimpleUploadedFile("grants.json", file(a_grant(), a_grant(id="360G-fernshire-2")))})
    told = browser.get(reverse("money:grants as json")).content.decode()
    assert "2 grants: all as the schema says." in check(told, A_PACKAGE, A_GRANT)


def test_what_a_council_published_is_checked_whole(check):
    if not PUBLISHED.is_dir():
        pytest.skip("the published grants are not beside this clone")
    published = next(PUBLISHED.glob("*.json")).read_text()
    assert "555 grants" in check(published, A_PACKAGE, A_GRANT)
