"""A copy of everything about somebody is whole, names nobody else unless that was allowed, and is there for a while only."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from datetime import timedelta

import pytest
from django.db.utils import ProgrammingError

from alongside.access.actions import gather, hand_over, look_through, take_pack
from alongside.access.models import Asked, Gathered
from alongside.access.taking_away.looking_through import gathered_for, names_among
from alongside.access.taking_away.names import LEFT_OUT, names_in, without
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys.models import Note
from alongside.people.models import InTheirLife
from alongside.trail.models import Entry
from tests.building import as_, now
from tests.trust import planting


@pytest.fixture
def in_small_letters(monkeypatch):
    """Planted words that look like no name: what is theirs must come out whole."""
    word_for = planting.word_for

    def small(field, *, old=False):
        value, token = word_for(field, old=old)
        if isinstance(value, dict):
            return {"text": token.lower()}, token.lower()
        return (value.lower(), token.lower()) if isinstance(value, str) and "ZZ99" not in value else (value, token)

    monkeypatch.setattr(planting, "word_for", small)


def handed_over(here, person, stay=(), out=()) -> zipfile.ZipFile:
    asked = here.asks(person, "everything")
    with as_(here.lead):
        gather(asked, by=here.lead, at=now())
        look_through(asked, stay=stay, out=out, by=here.lead, at=now())
        hand_over(asked, by=here.lead, at=now())
    with as_(here.lead):
        return zipfile.ZipFile(io.BytesIO(take_pack(asked, by=here.lead, at=now())))


def read(pack: zipfile.ZipFile) -> str:
    return "\n".join(pack.read(name).decode(errors="replace") for name in pack.namelist())


def test_every_word_of_theirs_is_in_it_and_not_one_of_anybody_else(here, in_small_letters, capsys):
    gwen, mo = here.planted("Gwen Quartzhill"), here.planted("Mo Ambleford")
    here.garden.change_everything()
    note = Note.objects.using("owner").filter(person_id=gwen.id).first()
    Note.objects.using("owner").filter(id=note.id).update(text=f"{note.text} Her sister Iorwerthia came, and Tolleyburn rang about mo's money.")
    InTheirLife.objects.using("owner").filter(person_id=gwen.id).update(name="Perpetua Vexley")
    began = time.monotonic()
    pack = handed_over(here, gwen, out=["about mo's money"])
    took = time.monotonic() - began
    everything = read(pack)
    own = [seed for seed in here.garden.seeds if seed.person == gwen.id and seed.table not in ("people_intheirlife", "access_gathered")]
    others = [seed.token for seed in here.garden.seeds if seed.person == mo.id]
    json_of_it = everything + json.dumps(everything)
    assert [f"{seed.table}.{seed.field}" for seed in own if seed.token not in json_of_it] == []
    assert [word for word in [*others, "Ambleford", "Iorwerthia", "Tolleyburn", "Perpetua", "Vexley", "mo's money"] if word in everything] == []
    assert "Quartzhill" in everything
    assert LEFT_OUT in everything
    assert took < 60
    with capsys.disabled():
        print(f"\n  taken away: {len(own)} own words all there, {len(others) + 6} of others none; {took:.1f} s, {len(pack.namelist())} files")


def test_a_name_that_may_stay_stays(here):
    gwen = here.planted("Gwen Quartzhill")
    InTheirLife.objects.using("owner").filter(person_id=gwen.id).update(name="Perpetua Vexley")
    assert "Perpetua" in read(handed_over(here, gwen, stay=["perpetua"]))


def test_who_looked_and_why_is_in_it_by_name_and_nobody_else_who_was_looked_at_with_them(here):
    gwen, mo = here.planted("Gwen Quartzhill"), here.planted("Mo Ambleford")
    from alongside.trail.doing import leave_trace

    with as_(here.coordinator):
        leave_trace("looked at", gwen.id, mo.id, about="page people", purpose="their list: people", at=now())
    pack = handed_over(here, gwen)
    looks = list(csv.DictReader(io.StringIO(pack.read("tables/trail_entry.csv").decode("utf-8-sig"))))
    assert [(one["actor_id"], one["purpose"]) for one in looks if one["purpose"] == "their list: people"] == [(here.coordinator.name, "their list: people")]
    assert str(mo.id) not in read(pack)


def test_what_is_in_it_is_told_by_its_schema(here):
    gwen = here.planted("Gwen Quartzhill")
    pack = handed_over(here, gwen)
    held, schema = json.loads(pack.read("everything.json")), json.loads(pack.read("schema.json"))
    assert held["format"] == schema["format"]
    assert sorted(set(held["tables"]) - set(schema["tables"])) == []
    assert [name for name, rows in held["tables"].items() if name != "trail_entry" and set(rows[0]) - set(schema["tables"][name]["columns"])] == []
    assert "<script" not in pack.read("everything.html").decode()


def test_nobody_gathers_who_is_not_the_lead_of_their_organisation_or_was_not_asked(here):
    gwen = here.planted("Gwen Quartzhill")
    asked = here.asks(gwen, "everything")
    with as_(here.manager), pytest.raises(NotYours):
        gather(asked, by=here.manager, at=now())
    from django.db import connection

    with pytest.raises(ProgrammingError, match="because they asked for it"), as_(here.manager), connection.cursor() as cursor:
        cursor.execute("SELECT gather_everything(%s, now(), now() + interval '1 day')", [asked.id])
    Asked.objects.using("owner").filter(id=asked.id).update(for_what="put right")
    with pytest.raises(ProgrammingError, match="because they asked for it"), as_(here.lead), connection.cursor() as cursor:
        cursor.execute("SELECT gather_everything(%s, now(), now() + interval '1 day')", [asked.id])


def test_what_was_gathered_is_seen_by_no_team_and_goes_when_it_is_handed_over(here):
    gwen = here.planted("Gwen Quartzhill")
    asked = here.asks(gwen, "everything")
    with as_(here.lead):
        gather(asked, by=here.lead, at=now())
        assert names_among(gathered_for(asked.id)) != []
    for actor in (here.coordinator, here.manager):
        with as_(actor):
            assert Gathered.objects.count() == 0
    with as_(here.lead):
        look_through(asked, stay=[], out=[], by=here.lead, at=now())
        hand_over(asked, by=here.lead, at=now())
    with as_(here.lead):
        assert gathered_for(asked.id).everything == {}
        with pytest.raises(Refused, match="not there any more"):
            take_pack(asked, by=here.lead, at=now() + timedelta(hours=25))
        take_pack(asked, by=here.lead, at=now())
    assert Entry.objects.using("owner").filter(people__contains=[gwen.id], verb="took the copy of everything").count() == 1


def test_a_name_is_a_word_with_a_capital_that_is_no_ordinary_word():
    told = ["We met Maureen on Monday. Gwen's brother Rhys rang.", "Rang again, no answer; rhubarb. Rhubarb was late."]
    assert [name.word for name in names_in(told, their_own={"gwen"}, in_their_life={"rhys"})] == ["rhys", "maureen"]


def test_a_text_is_the_same_without_the_names():
    assert without("Maureen Tolley's cat sat.", {"maureen", "tolley"}) == f"{LEFT_OUT} cat sat."
    assert without("She owes money to Bob.", set(), ["owes MONEY"]) == "She [passage left out] to Bob."
