"""Introductions that come in: by a link, where a partner signs in, by e-mail, by telephone; each answered within what the person allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import EmailMessage
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from alongside.foundation.actor import Actor, Role
from alongside.introductions import actions
from alongside.introductions.actions import From
from alongside.introductions.drop_box import read_letter
from alongside.introductions.links import address_of
from alongside.introductions.models import BroughtIn, CameIn, Introducer
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, now, signed_in, today

pytestmark = pytest.mark.django_db(databases=["default", "counting"])

HER = {"who": "Mrs Pettifer, Mill Lane", "reach": "01632 960111", "why": "She would like company.", "knows": "knows", "mark": "H-17"}


def text(response: object) -> str:
    return " ".join(response.content.decode().split())  # type: ignore[attr-defined]


@dataclass
class Doors:
    """Sam's team, a surgery with a link, and a fire officer who signs in."""

    sam: Actor = field(default_factory=lambda: a_coordinator(name="Sam Delaney"))
    fire: Actor = field(default_factory=lambda: an_actor(Role.PARTNER, name="Neil Ashe"))

    def __post_init__(self) -> None:
        with as_(self.sam):
            self.surgery = actions.keep_introducer(From("Harbour Surgery", "gp or health", "desk@harbour.example.org"), by=self.sam, at=now())
            self.station = actions.keep_introducer(From("The fire station", "fire and rescue", staff_id=self.fire.id), by=self.sam, at=now())

    @property
    def team(self) -> Team:
        return Team.objects.get(id=self.sam.team_id)

    def address(self, introducer: Introducer) -> str:
        return f"/introduce-somebody/{address_of(introducer.reference)}/"


def test_a_surgery_introduces_somebody_by_its_link_and_is_answered_within_what_she_allows():
    doors = Doors()
    surgery, sam, here = Client(), signed_in(doors.sam), doors.address(doors.surgery)
    assert surgery.post(here, {**HER, "why": ""}).status_code == 422
    assert surgery.post(here, HER).status_code == 303
    assert "waits for the team" in text(surgery.get(here))
    waiting = text(sam.get("/came-in/"))
    assert all(words in waiting for words in ("Mrs Pettifer, Mill Lane", "Harbour Surgery", "They know of it"))
    with as_(doors.sam):
        brought = BroughtIn.objects.get()
    sheet = sam.get(f"/people/introduce/?in={brought.id}").context["form"].initial
    assert (sheet["who"], sheet["introduced_by"], sheet["why"]) == ("Mrs Pettifer, Mill Lane", "Harbour Surgery", "She would like company.")

    said = {"who": "Gwen Pettifer", "introduced_by": "Harbour Surgery", "said_yes": "on", "source": "gp or health", "why": "She would like company."}
    said |= {"on_day": str(today().day), "on_month": str(today().month), "on_year": str(today().year)}
    assert sam.post(f"/people/introduce/?in={brought.id}", said).status_code == 303
    with as_(doors.sam):
        brought.refresh_from_db()
        came = CameIn.objects.get()
        assert (brought.became, brought.who, brought.why, brought.reach, came.why) == ("taken up", "", "", "", "She would like company.")
    theirs = text(surgery.get(here))
    assert "Thank you. It is with us." in theirs
    assert "Pettifer" not in theirs

    answer = f"/people/{came.person_id}/came-in/{came.id}/"
    refused = sam.post(answer, {"answer": "met"})
    assert (refused.status_code, "Say how they agreed that this is told" in text(refused)) == (422, True)
    mark = sam.get(answer).context["form"].initial["as_it_stood"]
    assert sam.post(answer, {"answer": "met", "how_they_agreed": "aloud, at the door", "as_it_stood": mark}).status_code == 303
    theirs = text(surgery.get(here))
    assert "H-17" in theirs
    assert "We met; thank you." in theirs


def test_by_source_each_sees_their_own_and_no_more():
    doors = Doors()
    Client().post(doors.address(doors.surgery), HER)
    fire = signed_in(doors.fire)
    mine = f"/my-introductions/{doors.station.id}/"
    assert fire.post(mine, {**HER, "who": "Mr Marsh, Quay Road", "mark": "F-3"}).status_code == 303
    assert "F-3" in text(fire.get("/my-introductions/"))
    assert "H-17" not in text(fire.get("/my-introductions/"))
    assert "F-3" not in text(Client().get(doors.address(doors.surgery)))
    assert fire.get(f"/my-introductions/{doors.surgery.id}/").status_code == 404
    with as_(doors.fire):
        assert [one.mark for one in BroughtIn.objects.all()] == ["F-3"]
    jo = signed_in(a_coordinator())
    assert "Pettifer" not in text(jo.get("/came-in/"))


def test_a_link_that_is_over_brings_nobody_in():
    doors = Doors()
    here = doors.address(doors.surgery)
    assert signed_in(doors.sam).post(f"/introducers/{doors.surgery.id}/link/end/").status_code == 303
    assert [Client().get(here).status_code, Client().post(here, HER).status_code] == [404, 404]
    with as_(doors.sam):
        assert BroughtIn.objects.count() == 0


def test_what_is_not_taken_up_keeps_no_words_and_is_answered_without_any_of_her():
    doors = Doors()
    sam = signed_in(doors.sam)
    said = {**HER, "introducer": str(doors.surgery.id)}
    assert sam.post("/came-in/rang/", said).status_code == 303
    with as_(doors.sam):
        brought = BroughtIn.objects.get()
        assert (brought.way, brought.introducer_id) == ("telephone", doors.surgery.id)
    assert sam.post(f"/came-in/{brought.id}/not/", {"answer": "not for us"}).status_code == 303
    assert sam.post(f"/came-in/{brought.id}/not/", {"answer": "not for us"}).status_code == 404
    with as_(doors.sam):
        brought.refresh_from_db()
        assert (brought.who, brought.why, brought.reach) == ("", "", "")
    assert "This one is not for us." in text(Client().get(doors.address(doors.surgery)))


def a_letter(sender: str = "Desk <desk@harbour.example.org>", subject: str = "Mrs Pettifer, Mill Lane", html: str = "") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = sender, "box@example.org", subject, f"<{subject}-{sender}@example.org>"
    made.set_content("She would like company.\n\n\n\nShe knows.")
    if html:
        made.clear_content()
        made.set_content(html, subtype="html")
    return bytes(made)


def dropped(folder: Path, team: Team) -> str:
    out = StringIO()
    call_command("read_drop_box", team=team.name, folder=str(folder), stdout=out, stderr=out)
    return out.getvalue()


def test_what_comes_into_the_drop_box_is_brought_in_once_and_known_by_its_sender(tmp_path):
    doors = Doors()
    (tmp_path / "1.eml").write_bytes(a_letter())
    (tmp_path / "2.eml").write_bytes(a_letter("Somebody <nobody@elsewhere.example.org>", "A neighbour"))
    (tmp_path / "3.eml").write_bytes(b"\x00\xff not an e-mail")
    told = dropped(tmp_path, doors.team)
    assert "2 brought in, 1 not." in told
    (tmp_path / "4.eml").write_bytes(a_letter())
    assert "0 brought in, 1 not." in dropped(tmp_path, doors.team)
    assert sorted(file.name for file in (tmp_path / "read").iterdir()) == ["1.eml", "2.eml", "4.eml"]
    assert [file.name for file in (tmp_path / "not-read").iterdir()] == ["3.eml"]
    with as_(doors.sam):
        known = BroughtIn.objects.get(introducer=doors.surgery)
        assert (known.who, known.why) == ("Mrs Pettifer, Mill Lane", "She would like company.\n\nShe knows.")
    assert "nobody@elsewhere.example.org (nobody whom we know)" in text(signed_in(doors.sam).get("/came-in/"))


def test_a_letter_in_markup_is_read_as_plain_words():
    letter = read_letter(a_letter(html="<p>She would <b>like</b> company.</p><script>alert(1)</script><p>Tuesdays.</p>"))
    assert letter.words == "She would like company.\nTuesdays."
