"""A file of entries is brought on the page by an administrator: loaded whole or not at all, and the same name is the same source."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from alongside.directory.actions.keeping import WHAT_WE_KNOW
from alongside.directory.models import Entry, Source
from alongside.exchange.actions.files import KEPT_FOR
from alongside.exchange.files.beside import forget_what_waited, load_or_say_why
from alongside.exchange.models import BroughtFile
from alongside.foundation.actor import Actor, Role
from tests.building import a_coordinator, an_actor, now, signed_in
from tests.exchange.test_packages import SERVICES, zipped

pytestmark = pytest.mark.django_db
FILES = "/feeds/files/"


@pytest.fixture
def robin() -> Actor:
    return an_actor(Role.ADMINISTRATOR, name="Robin")


def bring(browser: Client, content: bytes, name: str = "Fernshire", file: str = "given.zip", kind: str = "service", **more: str) -> Any:
    return browser.post(FILES, {"file": SimpleUploadedFile(file, content), "name": name, "kind": kind, **more})


def text(browser: Client, url: str = FILES) -> str:
    return " ".join(browser.get(url).content.decode().split())


def test_a_package_is_brought_and_loaded_and_its_rows_are_not_kept(robin):
    browser = signed_in(robin)
    assert "No file was brought yet." in text(browser)
    answer = bring(browser, zipped(services=SERVICES + "3,,active,o\n"), licence="OGL", kind="group")
    file = BroughtFile.objects.get()
    assert (answer.status_code, answer["Location"], Entry.objects.count()) == (303, f"{FILES}{file.id}/", 0)
    assert "It is being read." in text(browser, answer["Location"])
    load_or_say_why(file.id, robin)
    page = text(browser, answer["Location"])
    assert [words in page for words in ("2 entries are new", "It has no name.", "Loaded on", "Load it</button>")] == [True, True, True, False]
    assert browser.get(f"{answer['Location']}how-far/")["HX-Refresh"] == "true"
    file.refresh_from_db()
    assert (file.content, {(one.kind, one.source.name, one.source.licence) for one in Entry.objects.all()}) == (None, {("group", "Fernshire", "OGL")})


def test_a_newer_one_of_the_same_name_changes_what_changed(robin):
    browser = signed_in(robin)
    for services in (SERVICES, SERVICES.replace("Fern choir", "Fern singers")):
        bring(browser, zipped(services=services))
        load_or_say_why(BroughtFile.objects.order_by("-at")[0].id, robin)
    done = BroughtFile.objects.order_by("-at")[0].done
    assert (done["added"], done["changed"], done["unchanged"], Source.objects.count()) == (0, 1, 1, 1)


def test_a_hostile_one_is_refused_on_its_page_and_nothing_has_changed(robin):
    browser = signed_in(robin)
    there = bring(browser, zipped(services=SERVICES, **{"../evil.csv": "x"}))["Location"]
    load_or_say_why(BroughtFile.objects.get().id, robin)
    page = text(browser, there)
    assert ("which is not inside it" in page, "Nothing on the noticeboard has changed." in page, Entry.objects.count()) == (True, True, 0)
    assert browser.post(f"{there}thrown-away/").status_code == 303
    assert BroughtFile.objects.count() == 0


@pytest.mark.parametrize("name", [WHAT_WE_KNOW, ""])
def test_a_source_has_a_name_of_its_own_and_what_was_typed_stays(robin, name):
    answer = bring(signed_in(robin), zipped(services=SERVICES), name=name, licence="A licence")
    assert (answer.status_code, BroughtFile.objects.count(), 'value="A licence"' in answer.content.decode()) == (422, 0, True)


def test_it_is_not_loaded_twice_at_once_nor_again(robin):
    browser = signed_in(robin)
    there = bring(browser, zipped(services=SERVICES))["Location"]
    browser.post(f"{there}loaded/")
    assert "being loaded already" in text(browser, there)
    load_or_say_why(BroughtFile.objects.get().id, robin)
    browser.post(f"{there}loaded/")
    assert "is loaded already" in text(browser, there)


def test_only_an_administrator_brings_one(robin):
    assert bring(signed_in(a_coordinator()), zipped(services=SERVICES)).status_code == 403


def test_what_nobody_loads_goes_after_a_month(robin):
    bring(signed_in(robin), zipped(services=SERVICES))
    forget_what_waited()
    assert BroughtFile.objects.count() == 1
    BroughtFile.objects.update(at=now() - KEPT_FOR - timedelta(days=1))
    forget_what_waited()
    assert BroughtFile.objects.count() == 0


def test_the_command_reads_one_too_and_says_what_it_did(tmp_path):
    path = tmp_path / "given.zip"
    path.write_bytes(zipped(services=SERVICES + "3,,active,o\n"))
    said = StringIO()
    call_command("read_package", str(path), "--name", "Fernshire", stdout=said)
    lines = [" ".join(line.split()) for line in said.getvalue().splitlines()]
    assert lines[:5] == ["Fernshire", "added: 2", "changed: 0", "unchanged: 0", "left out: 1"]
    assert lines[5:] == ["Place not known: 2. They are kept, and offered apart.", "Left out: 3: It has no name."]
    with pytest.raises(CommandError, match="what we know ourselves"):
        call_command("read_package", str(path), "--name", WHAT_WE_KNOW)
