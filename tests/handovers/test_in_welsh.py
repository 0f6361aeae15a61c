"""What another service meets first, in Welsh: the front of a hand-over, a link that is over, and the page on which somebody is introduced."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.handovers.actions import say_who_does_what
from alongside.introductions.actions import From, keep_introducer
from alongside.introductions.links import address_of
from tests.building import as_, now
from tests.handovers.conftest import Handing
from tests.noticeboard.every_open_page import in_welsh
from tests.noticeboard.test_in_welsh import Texts, heard  # noqa: F401

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
NAMES = (
    "Alongside",
    "Sam Delaney",
    "Fernbrook",
    "Duty social work",
    "Harbour",
    "Cymraeg",
    "H-17",
    "Mrs Pettifer",
    "Gwen Pettifer",
    "The stairs",
    "Could you look",
    "Aisha",
    "We visit",
    "01632",
)


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
    assert {one for one in alike(welsh, english) if len(one) > 1} == set()


def test_what_stands_behind_the_link_is_welsh_too(heard):  # noqa: F811
    h = Handing()
    with as_(h.sam):
        say_who_does_what("social worker", ours="We visit.", theirs="We visit.", together="We visit.", by=h.sam, at=now())
    said = {"words": "We visit.", "writer": "Aisha"}

    def pages(browser: Client) -> list[str]:
        found = h.hands(h.to_duty, urgent=True, answer_by=now() + timedelta(minutes=1), reach_now="01632 960199")
        opens, answers = f"{h.address(found)}open/", f"{h.address(found)}answer/"
        asked = [browser.post(opens), browser.post(answers, {"does": "not theirs"}), browser.post(answers, {"does": "hands back", "words": "We visit."})]
        asked.append(browser.post(answers, {**said, "does": "together"}, follow=True))
        asked += [browser.post(opens), browser.post(answers, {"does": "shared"}), browser.post(answers, {"does": "note"})]
        return [answer.content.decode() for answer in asked]

    english = pages(Client())
    heard.clear()
    welsh = pages(in_welsh())
    assert heard == set()
    assert all("Gwen Pettifer" in page for page in (welsh[0], welsh[1], welsh[4]))
    assert {one for one in alike(welsh, english) if len(one) > 1} == set()


def alike(welsh: list[str], english: list[str]) -> set[str]:
    """What both say in the same words, but for names and what somebody wrote."""
    pairs = zip(welsh, english, strict=True)
    return {said for cy, en in pairs for said in Texts(cy).said & Texts(en).said if not any(name in said for name in NAMES)}
