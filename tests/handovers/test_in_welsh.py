"""What another service meets first, in Welsh: the front of a hand-over, a link that is over, and the page on which somebody is introduced."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.introductions.actions import From, keep_introducer
from alongside.introductions.links import address_of
from tests.building import as_, now
from tests.handovers.conftest import Handing
from tests.noticeboard.every_open_page import in_welsh
from tests.noticeboard.test_in_welsh import Texts, heard  # noqa: F401

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
NAMES = ("Alongside", "Sam Delaney", "Fernbrook", "Duty social work", "Harbour", "Cymraeg", "H-17", "Mrs Pettifer")


def test_whoever_opens_a_link_reads_it_in_welsh(heard):  # noqa: F811
    h = Handing()
    found = h.hands(h.to_duty)
    with as_(h.sam):
        surgery = keep_introducer(From("Harbour Surgery", "gp or health"), by=h.sam, at=now())
    address = f"/introduce-somebody/{address_of(surgery.reference)}/"
    said = {"who": "Mrs Pettifer", "why": "She asked.", "knows": "knows", "mark": "H-17"}

    def pages(browser: Client) -> list[str]:
        asked = [browser.get(h.address(found)), browser.get("/handed/x/"), browser.get("/handed/x/?thanks=1"), browser.get(address)]
        asked += [browser.post(address, {}), browser.post(address, said, follow=True), browser.get("/introduce-somebody/x/")]
        return [answer.content.decode() for answer in asked]

    english = pages(Client())
    heard.clear()  # what other pages say is read with the addresses, once
    welsh = pages(in_welsh())
    assert heard == set()
    alike = {said for cy, en in zip(welsh, english, strict=True) for said in Texts(cy).said & Texts(en).said if not any(name in said for name in NAMES)}
    assert {one for one in alike if len(one) > 1} == set()
