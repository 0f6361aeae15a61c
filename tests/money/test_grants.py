"""Grants in 360Giving's form: read, told back, read again, and refused with the row that is wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.groups.models import Group
from alongside.money import actions as spending
from alongside.money.giving.reading import SeveralFaults, read_grants
from alongside.money.giving.telling import as_csv, as_json
from alongside.money.models import Grant
from alongside.money.posts import financial_year
from tests.building import a_team, an_actor, as_, now, signed_in, today

PUBLISHED = Path(__file__).parents[3] / "shared/data/trafford/grants"


def a_grant(**more: object) -> dict[str, object]:
    return {
        "id": "360G-fernshire-1",
        "title": "Boats for the rowing club",
        "description": "Two old boats mended by neighbours",
        "currency": "GBP",
        "amountAwarded": 1234.5,
        "awardDate": "2026-04-01",
        "recipientOrganization": [{"id": "360G-fernshire-rowing", "name": "Rowing club"}],
        "fundingOrganization": [{"id": "GB-LAE-ZZZ", "name": "Fernshire Council"}],
        **more,
    }


def file(*grants: dict[str, object]) -> bytes:
    return json.dumps({"grants": list(grants)}).encode()


def test_a_grant_is_read_with_all_that_was_said():
    (one,) = read_grants(file(a_grant(beneficiaryLocation=[{"name": "Harbour"}])))
    assert (one.key, one.recipient, one.pence, one.awarded_on) == ("360G-fernshire-1", "Rowing club", 123_450, date(2026, 4, 1))
    assert one.said == a_grant(beneficiaryLocation=[{"name": "Harbour"}])


def test_json_and_its_sheet_say_the_same():
    (one,) = read_grants(file(a_grant(title="=SUM(A1)", description="-5 degrees", plannedDates=[{"duration": 12}])))
    assert read_grants(as_json([one.said]).encode()) == read_grants(as_csv([one.said]).encode()) == [one]


def test_a_place_leaves_as_numbers_as_the_standard_has_it_whether_it_came_as_words_or_not():
    came = file(a_grant(amountAwarded="1234.50", beneficiaryLocation=[{"latitude": "53.40", "longitude": -2.3}, {"latitude": None, "longitude": "here"}]))
    (one,) = read_grants(came)
    (told,) = json.loads(as_json([one.said]))["grants"]
    assert told["beneficiaryLocation"] == [{"latitude": 53.4, "longitude": -2.3}, {"latitude": None, "longitude": "here"}]
    assert told["amountAwarded"] == 1234.5
    of_sheet = read_grants(as_csv([one.said]).encode())[0].said["beneficiaryLocation"]
    assert of_sheet == [{"latitude": 53.4, "longitude": -2.3}]


@pytest.mark.parametrize("said", ["NaN", "Infinity", "1e999999999", "-1E-99999"])
def test_a_number_that_is_none_stays_the_words_it_came_as(said):
    (one,) = read_grants(file(a_grant(beneficiaryLocation=[{"latitude": said}])))
    assert json.loads(as_json([one.said]))["grants"][0]["beneficiaryLocation"] == [{"latitude": said}]
    with pytest.raises((Refused, SeveralFaults)):
        read_grants(json.dumps({"grants": [a_grant()]}).replace("1234.5", said).encode())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"title": ""}, "Grant 1 (360G-fernshire-1) has no title."),
        ({"recipientOrganization": [{"id": "x"}]}, "has no recipientOrganization with an id and a name."),
        ({"currency": "EUR"}, "is in EUR."),
        ({"amountAwarded": 1.005}, "which is no sum in whole pence"),
        ({"amountAwarded": True}, "which is no sum in whole pence"),
        ({"amountAwarded": "lots"}, "which is no sum in whole pence"),
        ({"awardDate": "1 April"}, "which is no day"),
        ({"recipientIndividual": {"id": "x", "name": "y"}}, "is to a person"),
    ],
)
def test_a_row_that_is_wrong_is_named_with_what_is_wrong(wrong, says):
    with pytest.raises(SeveralFaults) as several:
        read_grants(file(a_grant(**wrong)))
    assert says in several.value.faults[0].sentence


@pytest.mark.parametrize("sent", [b"", b"{", b"[]", b'{"grants": 5}', b'{"grants": []}', b"Name,Sum\r\n1,2", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_file_of_grants_is_refused(sent):
    with pytest.raises(Refused):
        read_grants(sent)


@pytest.mark.django_db
def test_a_file_is_read_and_read_again_it_writes_nothing():
    browser = signed_in(an_actor(Role.MANAGER, a_team()))

    def bring(*grants: dict[str, object]) -> str:
        return browser.post(reverse("money:grants"), {"file": SimpleUploadedFile("grants.json", file(*grants))}, follow=True).content.decode()

    assert "Read: 2 new, 0 changed, 0 as they were." in bring(a_grant(), a_grant(id="360G-fernshire-2"))
    assert "Read: 0 new, 0 changed, 2 as they were." in bring(a_grant(), a_grant(id="360G-fernshire-2"))
    assert "Read: 0 new, 1 changed, 0 as they were." in bring(a_grant(amountAwarded=1300))
    wrong = bring(a_grant(id="360G-fernshire-3"), a_grant(id="360G-fernshire-4", currency="EUR"))
    assert "Grant 2 (360G-fernshire-4) is in EUR" in wrong
    assert sorted(Grant.objects.values_list("key", "pence")) == [("360G-fernshire-1", 130_000), ("360G-fernshire-2", 123_450)]
    told = browser.get(reverse("money:grants as json"))
    assert [one["amountAwarded"] for one in json.loads(told.content)["grants"]] == [1300, 1234.5]
    assert browser.get(reverse("money:grants as csv")).content.decode().count("\r\n") == 3


@pytest.mark.django_db
def test_another_organisation_sees_none_of_ours():
    browser = signed_in(an_actor(Role.MANAGER, a_team()))
    browser.post(reverse("money:grants"), {"file": SimpleUploadedFile("grants.json", file(a_grant()))})
    stranger = signed_in(an_actor(Role.MANAGER))
    assert json.loads(stranger.get(reverse("money:grants as json")).content) == {"grants": []}


@pytest.mark.django_db
def test_what_a_council_published_is_read_whole_from_either_file_and_leaves_as_it_came():
    if not PUBLISHED.is_dir():
        pytest.skip("the published grants are not beside this clone")
    as_published = next(PUBLISHED.glob("*.json")).read_bytes()
    of_json, of_csv = read_grants(as_published), read_grants(next(PUBLISHED.glob("*.csv")).read_bytes())
    assert len(of_json) == len(of_csv) == 555
    assert [(one.key, one.pence, one.awarded_on, one.recipient) for one in of_json] == [(one.key, one.pence, one.awarded_on, one.recipient) for one in of_csv]
    assert sum(one.pence for one in of_json) == sum(round(one["amountAwarded"] * 100) for one in json.loads(as_published)["grants"])
    browser = signed_in(an_actor(Role.MANAGER, a_team()))
    for says in ("Read: 555 new", "Read: 0 new, 0 changed, 555 as they were"):
        page = browser.post(reverse("money:grants"), {"file": SimpleUploadedFile("grants.json", as_published)}, follow=True)
        assert says in page.content.decode()
    told = json.loads(browser.get(reverse("money:grants as json")).content)["grants"]
    assert sorted(told, key=lambda one: one["id"]) == sorted(json.loads(as_published)["grants"], key=lambda one: one["id"])


@pytest.mark.django_db
def test_a_small_grant_that_we_gave_to_a_group_leaves_in_the_form_in_which_it_could_be_read_in():
    team = a_team()
    sam, mo = an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER, team)
    with as_(mo):
        budget = spending.add_budget(team, financial_year(today()), pence=100_000, by=mo, at=now())
    with as_(sam):
        anglers = Group.objects.create(team=team, name="Wednesday anglers", locality=team.localities.get(), by_id=sam.id, at=now())
        with pytest.raises(Refused, match="A grant goes to a group"):
            spending.ask_to_spend(budget, spending.Asked("group", "Two rods and a net", way="grant", pence=5_050), by=sam, at=now())
        asked = [spending.Asked("group", words, way=way, pence=5_050, group=anglers) for words, way in (("Two rods and a net", "grant"), ("Bait", "bought"))]
        for one in asked:
            spending.say_what_it_came_to(spending.ask_to_spend(budget, one, by=sam, at=now()), 5_050, today(), by=sam, at=now())
        spending.ask_to_spend(budget, replace(asked[0], words="Not paid yet"), by=sam, at=now())
    browser = signed_in(mo)
    assert "One small grant that we gave to a group" in browser.get(reverse("money:grants")).content.decode()
    for file in ("json", "csv"):
        (told,) = read_grants(browser.get(reverse(f"money:grants as {file}"), {"given": "us"}).content)
        assert (told.title, told.recipient, told.funder) == ("Two rods and a net", "Wednesday anglers", team.organisation.name)
        assert (told.pence, told.awarded_on, told.said["beneficiaryLocation"][0]["name"]) == (5_050, today(), team.localities.get().name)
    assert json.loads(signed_in(an_actor(Role.MANAGER)).get(reverse("money:grants as json"), {"given": "us"}).content) == {"grants": []}
