"""The group's own page and pack, opened by its link without a login; and the pack as one of us prints it."""

from __future__ import annotations

import io
from datetime import time

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from alongside.directory.actions import SessionTold, add_session
from alongside.directory.models import Entry
from alongside.foundation.actor import Actor
from alongside.groups import actions
from alongside.groups.actions.sharing import Holder
from alongside.groups.links import address_of
from alongside.groups.models import Group
from alongside.teams.models import Membership, Staff
from tests.building import a_coordinator, as_, days_ago, now, signed_in, today

from .conftest import running
from .test_sessions import a_link, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])  # guesses at links are counted apart


def known(by: Actor, **more: int) -> Group:
    """A group of which all is known that a pack says."""
    Staff.objects.filter(id=by.id).update(phone="01632 960100")
    group = running(by, what_happens="A rod is lent.", times="Saturdays at 9", address="The boathouse", **more)
    with as_(by):
        actions.hand_on(group, {"keys": Holder("member", "Mo"), "money": Holder("body", "Sailors’ Hall")}, on=days_ago(3), by=by, at=now())
        add_session(Entry.objects.get(id=group.entry_id), SessionTold(today(), "FREQ=WEEKLY", time(9)), by=by, at=now())
    return group


def said(answer) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def test_the_pack_is_a_tagged_pdf_with_the_groups_own_name_day_place_holders_and_whom_to_ring():
    sam = a_coordinator(name="Sam Holt")
    group = known(sam)
    answer = signed_in(sam).get(f"/groups/{group.id}/pack.pdf")
    assert (answer.status_code, answer["Content-Type"], "saturday-fishing" in answer["Content-Disposition"]) == (200, "application/pdf", True)
    pdf = PdfReader(io.BytesIO(answer.content))
    assert (pdf.trailer["/Root"]["/MarkInfo"]["/Marked"], pdf.metadata.title) == (True, "Starter pack for Saturday fishing")
    words = said(answer)
    wanted = [
        "A rod is lent.",
        "Saturdays at 9",
        "The boathouse",
        "A member, Mo",
        "Another body, Sailors’ Hall",
        "Sam Holt, 01632 960100",
        "Ask the hall first",
    ]
    assert [one for one in wanted if one not in words] == []


def test_what_a_team_wrote_is_set_as_words_and_read_as_nothing_else():
    sam = a_coordinator()
    group = running(sam, what_happens='#read("/etc/passwd") *bold* 🎣')
    signed_in(sam).post("/groups/pack/insurance/", {"words": "#panic() $x$"})
    words = said(signed_in(sam).get(f"/groups/{group.id}/pack.pdf"))
    assert ('#read("/etc/passwd") *bold*' in words, "#panic() $x$" in words) == (True, True)


def test_whoever_has_the_link_reads_what_it_is_when_where_and_whom_to_ring_and_no_members_name():
    sam = a_coordinator(name="Sam Holt")
    group = known(sam)
    leader, address = Client(), address_of(a_link(group, sam).reference)
    page = text(leader.get(reverse("groups:their page", args=[address])))
    wanted = ["A rod is lent.", "Saturdays at 9", "The boathouse", "Sam Holt, 01632 960100", "One of you", "Another body", "Ask the hall first"]
    assert [one for one in wanted if one not in page] == []
    pack = leader.get(reverse("groups:their pack", args=[address]))
    assert pack["Content-Type"] == "application/pdf"
    for shown in (page, said(pack)):
        assert [one for one in ("Mo,", ", Mo", "Sailors", "Olwen") if one in shown] == []


def test_whoever_left_the_team_is_not_whom_to_ring():
    sam = a_coordinator(name="Sam Holt")
    group = known(sam)
    address = address_of(a_link(group, sam).reference)
    Membership.objects.filter(staff_id=sam.id).update(until=today())
    page = text(Client().get(reverse("groups:their page", args=[address])))
    assert ("Sam Holt" in page, "Fernshire Council" in page) == (False, True)


def test_a_link_that_is_ended_opens_neither_page_nor_pack():
    sam = a_coordinator()
    link = a_link(known(sam), sam)
    with as_(sam):
        actions.end_register_link(link, by=sam, at=now())
    names = ("groups:register", "groups:their page", "groups:their pack", "groups:still going")
    for address in (address_of(link.reference), "k7m2-p9qx-3dfh-8tvw"):
        assert [Client().get(reverse(name, args=[address])).status_code for name in names] == [404, 404, 404, 404]
