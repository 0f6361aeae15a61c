"""The whole way: proposed by a link, agreed to, sent out, spoken of, closed, answered, told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.access.models import Choice
from alongside.meetings.models import Agreed, Brought, Listed, Meeting, Present, Proposal, Series, ToldBack
from tests.building import a_coordinator, as_, signed_in, somebody, today

from .conftest import Table, in_boxes, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def test_a_fortnightly_meeting_from_a_proposal_by_link_to_the_person_being_told():
    table = Table()
    gwen = somebody(table.sam, "Gwen Pettifer")
    ivy, sam, gp = Client(), signed_in(table.sam), signed_in(table.gp)
    seat = f"/seat/{table.ivys_address}/"
    assert "Your seat at Fernbrook planning meeting" in text(ivy.get(seat))

    said = {"who": "Mrs Pettifer, Mill Lane", "why": "She asked about the stairs.", "asks": "Who could visit?", "knows": "knows"}
    assert ivy.post(f"{seat}propose/", said).status_code == 303
    assert "waits for the coordinator" in text(ivy.get(seat))
    with as_(table.sam):
        proposal = Proposal.objects.get()
    on = proposal.on
    table.on = on
    assert on > today()

    day = text(sam.get(table.url))
    assert "Mrs Pettifer, Mill Lane" in day
    assert "by Ivy Roe, housing officer" in day
    agreed = {"people": str(gwen), "extract": "The stairs are hard for her.", "asks": "A flat without stairs?", "how": "aloud", "how_they_agreed": "aloud"}
    assert sam.post(f"{table.url}put-on/?for={proposal.id}", agreed).status_code == 303
    with as_(table.sam):
        proposal.refresh_from_db()
        assert (proposal.decided, proposal.who, proposal.why) == ("on the list", "", "")
        assert Brought.objects.get().why == "She asked about the stairs."
        choice = Choice.objects.get(person_id=gwen, audience="meeting")
        assert (choice.subject, choice.called, choice.answer) == (table.series.id, "Fernbrook planning meeting", "yes")
        # What follows is of the day itself.
        Meeting.objects.update(on=today())
    table.on = today()
    assert "Gwen" not in text(gp.get(f"/my-tables/{table.series.id}/{table.on}/"))

    assert sam.post(f"{table.url}send/").status_code == 303
    assert "Gwen Pettifer" in text(gp.get(f"/my-tables/{table.series.id}/{table.on}/"))
    assert "Gwen" not in text(ivy.get(seat)), "the address alone names nobody"
    assert "Gwen Pettifer" in text(ivy.post(f"{seat}open/"))
    with as_(table.sam):
        listed = Listed.objects.get()
    assert "The stairs are hard for her." in text(ivy.post(f"{seat}list/{listed.id}/"))

    room = f"{table.url}list/{listed.id}/"
    assert sam.post(room, {"situation": "Alone since spring.", "so_far": "", "update": "The landlord will look."}).status_code == 303
    by_when = today() + timedelta(days=7)
    step = {"words": "Ask for a ground floor flat", "seat": str(table.ivys_seat.id), **in_boxes("by_when", by_when)}
    assert sam.post(f"{room}agreed/", step).status_code == 303
    assert "The landlord will look." in text(gp.get(f"/my-tables/{table.series.id}/{table.on}/{listed.id}/"))

    assert sam.post(f"{table.url}close/").status_code == 303
    assert gp.get(f"/my-tables/{table.series.id}/{table.on}/{listed.id}/").status_code == 404
    assert "Gwen" not in text(gp.get(f"/my-tables/{table.series.id}/{table.on}/"))
    theirs = text(ivy.post(f"{seat}open/"))
    assert "Ask for a ground floor flat" in theirs
    assert "The stairs are hard" not in theirs
    assert "Ask for a ground floor flat" not in text(gp.get("/my-tables/"))

    with as_(table.sam):
        promise = Agreed.objects.get()
    answer = f"{seat}took-on/{promise.id}/"
    assert "Say because of what" in text(ivy.post(answer, {"answer": "not yet"}))
    assert ivy.post(answer, {"answer": "not yet", "because_of": "The list is long."}).status_code == 303
    assert "The list is long." in text(sam.get(table.url))
    assert ivy.post(answer, {"answer": "done"}).status_code == 303
    assert "Ask for a ground floor flat" not in text(ivy.post(f"{seat}open/"))

    tell = text(sam.get(f"{room}told/"))
    assert "The landlord will look." in tell
    told = {"words": "Ivy asks for a flat on the ground floor.", "how": "telephone", **in_boxes("on", today())}
    assert sam.post(f"{room}told/", told).status_code == 303
    with as_(table.sam):
        assert ToldBack.objects.get().words == "Ivy asks for a flat on the ground floor."


@pytest.fixture
def table() -> Table:
    """Gwen is on the list of today, which is not out yet."""
    made = Table()
    made.brings()
    return made


def test_nobody_is_proposed_for_a_list_that_goes_out_today(table):
    said = {"who": "Mrs Pettifer", "why": "She asked.", "knows": "agrees"}
    answer = signed_in(table.gp).post(f"{table.url}propose/", said)
    assert (answer.status_code, "it goes out the working day before. Propose them for the next meeting." in text(answer)) == (422, True)
    with as_(table.sam):
        assert not Proposal.objects.exists()


def test_a_list_does_not_go_out_a_week_before(table):
    with as_(table.sam):
        Meeting.objects.update(on=today() + timedelta(days=7))
    table.on = today() + timedelta(days=7)
    page = text(signed_in(table.sam).post(f"{table.url}send/", follow=True))
    assert "the working day before. Until then people can still be proposed." in page
    with as_(table.sam):
        assert Meeting.objects.get().sent_at is None


def test_nobody_comes_onto_a_list_that_has_gone_out(table):
    table.sends()
    hal = somebody(table.sam, "Hal Example")
    agreed = {"people": str(hal), "extract": "He would like company.", "asks": "", "how": "aloud", "how_they_agreed": "aloud"}
    answer = signed_in(table.sam).post(f"{table.url}put-on/", agreed)
    assert (answer.status_code, "The list has gone out already. Put them on the list of the next meeting." in text(answer)) == (422, True)
    with as_(table.sam):
        assert not Listed.objects.filter(person_id=hal).exists()


def test_the_list_tells_least_first_and_what_they_agreed_to_after_a_press(table):
    table.sends()
    gp, ivy = signed_in(table.gp), Client()
    with as_(table.sam):
        listed = Listed.objects.get()
    seat, mine = f"/seat/{table.ivys_address}/", f"/my-tables/{table.series.id}/{table.on}/"
    for shown in (text(gp.get(mine)), text(ivy.post(f"{seat}open/"))):
        assert ("Gwen Pettifer" in shown, "The stairs are hard for her." in shown) == (True, False)
    for shown in (text(gp.get(f"{mine}{listed.id}/")), text(ivy.post(f"{seat}list/{listed.id}/"))):
        assert "The stairs are hard for her." in shown


def test_it_is_kept_who_was_there_by_profession(table):
    table.sends()
    sam = signed_in(table.sam)
    ivy, rao = str(table.ivys_seat.id), str(table.gps_seat.id)
    for form in ({"present": [ivy, rao]}, {"stood": [ivy, rao], "present": [ivy]}):
        assert sam.post(f"{table.url}present/", form).status_code == 303
    with as_(table.sam):
        assert [(one.seat.profession, one.seat.name) for one in Present.objects.select_related("seat")] == [("housing officer", "Ivy Roe")]
    sam.post(f"{table.url}close/")
    closed = text(sam.get(table.url))
    assert ("<li>housing officer: Ivy Roe</li>" in closed, "<li>GP: Dr Anjali Rao</li>" in closed) == (True, False)


def test_whoever_notes_who_was_there_undoes_nothing_of_another_who_does(table):
    table.sends()
    sam, bea = signed_in(table.sam), signed_in(a_coordinator(table.team, name="Bea Lister"))
    ivy, rao = str(table.ivys_seat.id), str(table.gps_seat.id)
    # Both opened the page while nobody was ticked.
    assert "Dr Anjali Rao was there. 1 of 2 in all." in text(sam.post(f"{table.url}present/", {"present": [rao]}, headers={"HX-Request": "true"}))
    said = text(bea.post(f"{table.url}present/", {"present": [ivy]}, headers={"HX-Request": "true"}))
    assert ("Ivy Roe was there. 2 of 2 in all." in said, f'name="stood" value="{rao}"' in said) == (True, True)
    assert "Dr Anjali Rao was not there. 1 of 2 in all." in text(
        sam.post(f"{table.url}present/", {"stood": [rao, ivy], "present": [ivy]}, headers={"HX-Request": "true"})
    )
    table.closes()
    refused = text(bea.post(f"{table.url}present/", {"stood": [ivy], "present": [ivy, rao]}, headers={"HX-Request": "true"}))
    assert ("This meeting is closed." in refused, f'value="{rao}"' in refused) == (True, False)
    with as_(table.sam):
        assert [one.seat.name for one in Present.objects.select_related("seat")] == ["Ivy Roe"]


def test_whoever_sits_there_reads_where_the_call_is_and_who_is_in_the_chair(table):
    with as_(table.sam):
        Series.objects.update(call_link="https://call.example.org/fernbrook", place="The Hall", chair="Mair Penry")
    pages = [signed_in(table.sam).get(page) for page in (f"/meetings/{table.series.id}/", table.url)]
    for page in [*pages, signed_in(table.gp).get("/my-tables/"), Client().get(f"/seat/{table.ivys_address}/")]:
        shown = text(page)
        assert ('href="https://call.example.org/fernbrook"' in shown, "The Hall" in shown, "Mair Penry" in shown) == (True, True, True)
