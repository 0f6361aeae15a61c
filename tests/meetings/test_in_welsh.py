"""A seat at a meeting's table by its link, in Welsh: its front, what it opens, one of a list, a proposal, an answer."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.meetings.models import Agreed, Listed
from tests.meetings.conftest import Table
from tests.meetings.test_what_matters_and_what_was_decided import decides
from tests.noticeboard.every_open_page import in_welsh
from tests.noticeboard.test_in_welsh import Texts, heard  # noqa: F401

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
NAMES = (
    "Alongside",
    "Sam Delaney",
    "Fernbrook",
    "Cymraeg",
    "Gwen",
    "Eddie",
    "Ivy Roe",
    "Fern Homes",
    "The stairs",
    "Is there a flat",
    "Ask for a",
    "Ring ",
    "What each person",
)


def pages(table: Table, browser: Client, listed: Listed, agreed: Agreed | None = None) -> list[str]:
    """Every page of the seat, once the first meeting is closed and the second's list is out, as they are and as they refuse."""
    here = f"/seat/{table.ivys_address}/"
    asked = [
        browser.get(here),
        browser.post(f"{here}open/"),
        browser.post(f"{here}list/{listed.id}/"),
        browser.get(f"{here}propose/"),
        browser.post(f"{here}propose/", {}),
    ]
    asked += [browser.post(f"{here}took-on/{agreed.id}/", {"answer": "not yet"})] if agreed else [browser.get("/seat/x/")]
    return [answer.content.decode() for answer in asked]


def test_whoever_sits_at_a_table_by_a_link_reads_it_in_welsh(heard):  # noqa: F811
    table, before = Table(), Table()
    listed = table.brings(matters="The stairs")
    table.sends()
    table.agrees(listed)
    decides(table, listed, "The stairs are steep")
    old = before.brings("Eddie Marsh")
    before.sends()
    agreed = before.agrees(old)
    decides(before, old, "The stairs are steep")
    before.closes()
    english = pages(table, Client(), listed) + pages(before, Client(), old, agreed)
    heard.clear()
    welsh = pages(table, in_welsh(), listed) + pages(before, in_welsh(), old, agreed)
    assert heard == set()
    assert "Gwen Pettifer" in welsh[1]
    same = {said for cy, en in zip(welsh, english, strict=True) for said in Texts(cy).said & Texts(en).said if not any(name in said for name in NAMES)}
    assert {one for one in same if len(one) > 1} == set()
