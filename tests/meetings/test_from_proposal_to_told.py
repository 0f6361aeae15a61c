"""The whole way: proposed by a link, agreed to, sent out, spoken of, closed, answered, told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.access.models import Choice
from alongside.meetings.models import Agreed, Brought, Listed, Meeting, Proposal, ToldBack
from tests.building import as_, signed_in, somebody, today

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
