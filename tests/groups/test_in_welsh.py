"""What whoever leads a group is asked by their link, in Welsh: every sentence of it, and every refusal."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from alongside.groups.links import address_of
from tests.building import a_coordinator, days_ago, signed_in, today
from tests.noticeboard.every_open_page import in_welsh
from tests.noticeboard.test_in_welsh import heard  # noqa: F401 - a fixture

from .conftest import come_to, running
from .test_sessions import a_link, text
from .test_their_page import known, said

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def test_whoever_leads_a_group_reads_and_prints_all_about_it_in_welsh(heard):  # noqa: F811
    sam = a_coordinator(name="Sam Holt")
    group = known(sam, since=300)
    come_to(group, sam, ("self-managing", days_ago(190)))
    leader, address = in_welsh(), address_of(a_link(group, sam).reference)
    page, pack, over = (
        leader.get(reverse(f"groups:{name}", args=[key])) for name, key in (("their page", address), ("their pack", address), ("their page", "x"))
    )
    assert [answer.status_code for answer in (page, pack, over)] == [200, 200, 404]
    assert {answer.headers["Content-Language"] for answer in (page, pack, over)} == {"cy"}
    assert sorted(heard) == [], "\n".join(sorted(heard))
    printed = PdfReader(io.BytesIO(pack.content))
    assert printed.trailer["/Root"]["/Lang"] == "cy-GB"
    for shown in (text(page), said(pack)):
        wanted = ["Pwy sy’n dal beth", "Gofynnwch i’r neuadd yn gyntaf", "Sam Holt, 01632 960100", "Corff arall"]
        assert [one for one in wanted if one not in shown] == []
        assert [one for one in ("Ask the hall", "Who holds", "Starter pack", "Ring when") if one in shown] == []


def test_what_a_team_wrote_for_its_pack_stands_as_it_wrote_it_in_either_language():
    sam = a_coordinator()
    group = known(sam)
    signed_in(sam).post("/groups/pack/insurance/", {"words": "Ring the hall. Ffoniwch y neuadd."})
    address = address_of(a_link(group, sam).reference)
    for browser in (in_welsh(), Client()):
        shown = text(browser.get(reverse("groups:their page", args=[address])))
        assert ("Ring the hall. Ffoniwch y neuadd." in shown, "Gofynnwch i’r neuadd" in shown, "Ask the hall first" in shown) == (True, False, False)


def test_whoever_leads_a_group_answers_in_welsh(heard):  # noqa: F811
    sam = a_coordinator()
    group = running(sam, since=500)
    come_to(group, sam, ("self-managing", days_ago(390)))
    link = a_link(group, sam)
    leader, day = in_welsh(), {"on_day": today().day, "on_month": today().month, "on_year": today().year}
    register, still = (reverse(name, args=[address_of(link.reference)]) for name in ("groups:register", "groups:still going"))
    answers = [
        leader.get(register),
        leader.post(register, {"met": ""}),
        leader.post(register, {**day, "met": "yes"}),
        leader.post(register, {**day, "met": "yes", "came": "x", "new": "9"}),
        leader.post(register, {**day, "met": "yes", "came": "4", "new": "9"}),
        leader.post(register, {**day, "met": "yes", "came": "4", "under_25": "3", "over_60": "3"}),
        leader.post(register, {**day, "met": "yes", "came": "12", "led_by": "members", "room": "room"}, follow=True),
        leader.get(still),
        leader.post(still, {"going": ""}),
        leader.post(still, {"going": "going", "keys": "member"}, follow=True),
        leader.get(reverse("groups:register", args=["no-such-link"])),
    ]
    assert [answer.status_code for answer in answers] == [200, 422, 422, 422, 422, 422, 200, 200, 422, 200, 404]
    assert {answer.headers["Content-Language"] for answer in answers} == {"cy"}
    assert sorted(heard) == [], "\n".join(sorted(heard))
