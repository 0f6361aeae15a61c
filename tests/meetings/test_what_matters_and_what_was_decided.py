"""What matters to somebody is read before what is the matter; what a table decided goes to all who sat there; and a call is a link."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from alongside.access.actions import choose
from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.meetings import actions
from alongside.meetings.links import address_of
from alongside.meetings.models import Agreed, Listed, Meeting, Seat, Series
from alongside.meetings.rules import a_call
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import an_actor, as_, now, signed_in, today

from .conftest import Table, a_seat_at, a_series, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
MATTERS, SITUATION, EXTRACT = "Her garden, and her sister in Leeds.", "Two falls since spring.", "The stairs are hard for her."
DECIDED = "Nobody rings her before noon"


def decides(table: Table, listed: Listed, words: str = DECIDED) -> Agreed:
    with as_(table.sam):
        row = Listed.objects.select_related("meeting__series").get(id=listed.id)
        return actions.agree(row, words, seat=None, by_when=None, by=table.sam, at=now())


def spoken_of() -> tuple[Table, Listed]:
    """Gwen, with what matters to her, on a list that is out; and something is noted."""
    table = Table()
    listed = table.brings(matters=MATTERS)
    table.sends()
    with as_(table.sam):
        actions.keep_notes(Listed.objects.select_related("meeting__series").get(id=listed.id), {"situation": SITUATION}, {}, by=table.sam, at=now())
    return table, listed


def in_this_order(page: str, *words: str) -> bool:
    return sorted(words, key=page.index) == list(words)


def test_what_matters_to_her_stands_before_her_situation_wherever_the_table_reads_of_her():
    table, listed = spoken_of()
    gp, sam = signed_in(table.gp), signed_in(table.sam)
    one = f"/my-tables/{table.series.id}/{table.on}/{listed.id}/"
    pages = [text(gp.get(one)), text(gp.get(f"{one}screen/")), text(Client().post(f"/seat/{table.ivys_address}/list/{listed.id}/"))]
    pages += [text(sam.get(table.url)), text(sam.get(f"{table.url}list/{listed.id}/"))]
    pdf = PdfReader(io.BytesIO(sam.get(f"{table.url}minutes.pdf").content))
    pages.append(" ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split()))
    word = Document(io.BytesIO(sam.get(f"{table.url}minutes.docx").content))
    pages.append(" ".join(paragraph.text for paragraph in word.paragraphs))
    assert [in_this_order(page, "What matters to them", MATTERS, EXTRACT, SITUATION) for page in pages] == [True] * 7


def test_the_list_itself_tells_no_more_than_it_did():
    table, _listed = spoken_of()
    for page in (text(signed_in(table.gp).get(f"/my-tables/{table.series.id}/{table.on}/")), text(Client().post(f"/seat/{table.ivys_address}/open/"))):
        assert "Gwen Pettifer" in page
        assert MATTERS not in page
        assert EXTRACT not in page


def test_where_nobody_asked_what_matters_to_her_whoever_takes_notes_is_told_so():
    table = Table()
    listed = table.brings()
    table.sends()
    assert "Nothing is written of what matters to them" in text(signed_in(table.sam).get(f"{table.url}list/{listed.id}/"))


def test_what_matters_is_written_on_the_sheet_before_what_may_be_known_and_goes_on_to_the_next_list():
    table, listed = spoken_of()
    assert in_this_order(text(signed_in(table.sam).get(f"/meetings/{table.series.id}/on/{today() + timedelta(days=14)}/put-on/")), "id_matters", "id_extract")
    table.agrees(listed)
    table.closes()
    with as_(table.sam):
        assert [row.matters for row in Listed.objects.filter(carried_from=listed.id)] == [MATTERS]


def test_a_decision_goes_to_everybody_at_the_table_and_nobody_is_asked_after_it():
    table, listed = spoken_of()
    decides(table, listed)
    ivy, gp, sam = Client(), signed_in(table.gp), signed_in(table.sam)
    assert "Decided" in text(ivy.post(f"/seat/{table.ivys_address}/list/{listed.id}/"))
    table.closes()
    for page in (text(ivy.post(f"/seat/{table.ivys_address}/open/")), text(gp.get("/my-tables/"))):
        assert in_this_order(page, "What was decided", DECIDED, "Gwen Pettifer")
        assert EXTRACT not in page
    assert DECIDED not in text(sam.get("/meetings/to-chase/"))
    assert DECIDED in text(sam.get(f"{table.url}list/{listed.id}/told/"))
    with as_(table.sam):
        assert not Listed.objects.filter(carried_from=listed.id).exists()


def test_whoever_came_later_or_sits_elsewhere_reads_nothing_of_it():
    table, listed = spoken_of()
    decides(table, listed)
    table.closes()
    later, other = a_seat_at(table.series, table.sam, "Bron Salt", "nurse"), a_seat_at(a_series(table.sam, "Harbour MDT"), table.sam, "Tunde Bakare", "nurse")
    with as_(table.sam):
        Meeting.objects.filter(id=listed.meeting_id).update(on=today() - timedelta(days=1))
        Seat.objects.exclude(id__in=[later.id, other.id]).update(since=today() - timedelta(days=1))
    assert DECIDED in text(Client().post(f"/seat/{table.ivys_address}/open/"))
    for seat in (later, other):
        page = text(Client().post(f"/seat/{address_of(seat.reference)}/open/"))
        assert DECIDED not in page
        assert "Gwen" not in page


@pytest.mark.parametrize("end", ["a fortnight later", "she took back her yes", "taken off the list", "their link is over"])
def test_a_decision_is_read_until(end):
    table, listed = spoken_of()
    decides(table, listed)
    table.closes()
    assert DECIDED in text(Client().post(f"/seat/{table.ivys_address}/open/"))
    with as_(table.sam):
        if end == "a fortnight later":
            Meeting.objects.update(closed_at=now() - timedelta(days=15))
        elif end == "she took back her yes":
            choose(Person(id=listed.person_id), "meeting", "withdrawn", subject=table.series.id, by=table.sam, at=now())
        elif end == "taken off the list":
            actions.take_off_list(Listed.objects.get(id=listed.id), by=table.sam, at=now())
        else:
            actions.end_seat_link(Seat.objects.select_related("series").get(id=table.ivys_seat.id), by=table.sam, at=now())
    assert DECIDED not in text(Client().post(f"/seat/{table.ivys_address}/open/"))


def test_each_is_told_once_that_something_is_theirs_or_was_decided():
    table, listed = spoken_of()
    with as_(table.sam):
        Seat.objects.filter(id=table.ivys_seat.id).update(email="ivy.roe@example.org")
    a_seat_at(table.series, table.sam, "Bron Salt", "nurse")
    table.agrees(listed)
    decides(table, listed)
    signed_in(table.sam).post(f"{table.url}close/")
    with as_(table.sam):
        assert {(one.kind, one.to == "ivy.roe@example.org") for one in Notice.objects.all()} == {("agreed at a meeting", True), ("decided at a meeting", False)}


def test_on_the_page_somebody_is_chosen_or_all_and_a_day_needs_somebody():
    table, listed = spoken_of()
    sam, agree = signed_in(table.sam), f"{table.url}list/{listed.id}/agreed/"
    assert "Choose who does it." in text(sam.post(agree, {"words": DECIDED, "seat": ""}))
    tomorrow = today() + timedelta(days=1)
    due = {"by_when_day": tomorrow.day, "by_when_month": tomorrow.month, "by_when_year": tomorrow.year}
    assert "A day is for something that somebody does." in text(sam.post(agree, {"words": DECIDED, "seat": "all", **due}))
    assert "Choose who does it." in text(sam.post(agree, {"words": DECIDED, "seat": str(listed.id)}))
    assert sam.post(agree, {"words": DECIDED, "seat": "all"}).status_code == 303
    assert "a decision: all at the table read it" in text(sam.get(table.url))


def test_what_is_read_afterwards_is_in_the_trail_with_its_meeting():
    table, listed = spoken_of()
    decides(table, listed)
    table.closes()
    Client().post(f"/seat/{table.ivys_address}/open/")
    with as_(an_actor(Role.INFORMATION_GOVERNANCE, table.team)):
        lines = list(Entry.objects.filter(verb="looked at", actor_id=table.ivys_seat.id))
    assert {line.purpose for line in lines} == {f"on the list of their meeting {listed.meeting_id}, their yes: seat open"}


@pytest.mark.parametrize(
    "link", ["Teams", "javascript:alert(1)", "https://", "https:// call.example.org/x", "01632 960123", "ftp://call.example.org/x", "https://["]
)
def test_a_call_that_is_no_link_is_refused_with_how_to_mend_it(link):
    with pytest.raises(Refused, match="This is no link to a call"):
        a_call(link)


def test_a_link_is_kept_and_none_is_none():
    assert (a_call(" https://call.example.org/fernbrook "), a_call("http://intranet/call"), a_call("")) == (
        "https://call.example.org/fernbrook",
        "http://intranet/call",
        "",
    )


def test_the_sheet_of_a_series_says_so_and_keeps_what_was_typed():
    table = Table()
    sam, here = signed_in(table.sam), f"/meetings/{table.series.id}/put-right/"
    said = {"name": "Fernbrook planning meeting", "kind": "locality", "rhythm": "fortnightly", "nation": "ENG", "starts_at": "10:00", "minutes": "60"}
    said |= {"may_tell": "What they agreed.", "basis": "their yes", "call_link": "the usual Teams"}
    said |= {"starts_on_day": today().day, "starts_on_month": today().month, "starts_on_year": today().year}
    page = text(sam.post(here, said))
    assert "This is no link to a call: the usual Teams." in page
    assert 'value="the usual Teams"' in page
    assert sam.post(here, said | {"call_link": "https://call.example.org/fernbrook"}).status_code == 303
    with as_(table.sam):
        assert Series.objects.get().call_link == "https://call.example.org/fernbrook"
