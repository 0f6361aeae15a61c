"""In the file of everything nobody else stands by their key: neither another person nor a colleague, nor in what a row held before."""

from __future__ import annotations

import io
import zipfile

import pytest

from alongside.access.actions import ask_of_us, gather, look_through
from alongside.access.actions.taking_away import hand_over
from alongside.access.models import Gathered
from alongside.connections.actions.giving import amend_contribution, contribute
from alongside.connections.giving import Told
from alongside.foundation.actor import Role
from alongside.people.models import Person
from tests.building import a_coordinator, a_team, an_actor, as_, now, somebody, today

pytestmark = pytest.mark.django_db


def test_what_a_row_held_before_names_nobody_else_by_key():
    team = a_team()
    sam, lead = a_coordinator(team, "Sam"), an_actor(Role.INFORMATION_GOVERNANCE, team)
    gwen, mo = Person(id=somebody(sam, "Gwen Prys")), somebody(sam, "Mo Ambleford")
    with as_(sam):
        row = contribute(gwen, Told(way="gave", words="Soup", on=today(), kind="a person", other_id=mo), by=sam, at=now())
        amend_contribution(row, Told(way="gave", words="Stew", on=today(), kind="a person", other_id=mo), by=sam, at=now())
    with as_(lead):
        wish = ask_of_us(gwen, "everything", by=lead, at=now())
        gather(wish, by=lead, at=now())
        look_through(wish, stay=[], out=[], by=lead, at=now())
        hand_over(wish, by=lead, at=now())
        pack = zipfile.ZipFile(io.BytesIO(bytes(Gathered.objects.get(asked_id=wish.id).pack)))
    held = {name: pack.read(name).decode("utf-8", "replace") for name in pack.namelist()}
    assert "Soup" in held["everything.json"]
    assert [name for name, text in held.items() if str(mo) in text or str(sam.id) in text] == []
