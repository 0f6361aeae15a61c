"""A copy of everything about somebody is whole, names nobody else unless that was allowed, and is there for a while only."""

from __future__ import annotations

import csv
import io
import json
import re
import time
import zipfile
from datetime import timedelta

import pytest
from django.db.utils import ProgrammingError

from alongside.access.actions import gather, hand_over, look_through, take_pack
from alongside.access.models import Asked, Gathered
from alongside.access.taking_away.looking_through import gathered_for, names_among
from alongside.access.taking_away.names import LEFT_OUT
from alongside.access.taking_away.shape import tables
from alongside.access.taking_away.titles import CHAPTERS, KINDS, LABELS, PLAIN, TECHNICAL, WHEN
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Vocabulary
from alongside.journeys.models import Note
from alongside.people.actions import add_gift
from alongside.people.models import InTheirLife, Whereabouts
from alongside.teams.models import Team
from alongside.trail.models import Entry
from tests.building import as_, now
from tests.trust import planting

NOT_IN_THE_DOCUMENT = ("people_intheirlife", "access_gathered")
"""Others' names, and what is made anew at each gathering."""
NOT_TOLD = {*(f"exchange_movingin.{column}" for column in ("mapping", "book", "settled", "known", "counted")), "mine_link.reference"}
"""Columns that are in the JSON and the tables, and say nothing to a reader: how a spreadsheet was read, and the secret of a link."""
IN_A_FILE = {"pictures_paperpicture.drawn", "pictures_theirpicture.drawn"}
"""Pictures, which lie beside the document."""


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
    assert "Perpetua" in read(handed_over(here, gwen, stay=["perpetua vexley"]))


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


def test_their_own_gift_goes_whole_and_whoever_is_known_to_us_goes_out_of_it(here):
    gwen, _other = here.planted("Gwen Quartzhill"), here.planted("Ambleford Mo")
    with as_(here.coordinator):
        for words in ("Knits anything with Chesterine", "Ambleford and I mend clocks"):
            add_gift(gwen, words, by=here.coordinator, at=now())
    pack = read(handed_over(here, gwen))
    assert ("Knits anything with Chesterine" in pack, f"{LEFT_OUT} and I mend clocks" in pack, "Ambleford" in pack) == (True, True, False)


def test_figures_for_programs_stand_in_the_last_chapter(here):
    gwen = here.planted("Gwen Quartzhill")
    Whereabouts.objects.using("owner").filter(person_id=gwen.id).update(latitude=53.1, longitude=-2.1)
    page = handed_over(here, gwen).read("everything.html").decode()
    first, last = page.split("<section>")[1], page.split("<section>")[-1]
    assert [("How we find you again" in part, "On a map" in part) for part in (first, last)] == [(False, False), (True, True)]


def test_every_kind_of_thing_has_a_chapter_and_every_part_of_it_a_name():
    untold = [name for name in tables() if name not in KINDS]
    unnamed = [
        f"{table.name}.{column.name}" for table in tables().values() for column in table.columns if column.name not in {*LABELS, *TECHNICAL, *PLAIN, *WHEN}
    ]
    assert (untold, unnamed, [name for name, kind in KINDS.items() if kind.chapter not in CHAPTERS]) == ([], [], [])


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_the_document_reads_as_somebody_would_tell_it(here, vocabulary):
    gwen = here.planted("Gwen Quartzhill")
    Team.objects.using("owner").update(vocabulary=vocabulary)
    here.garden.change_everything()
    pack = handed_over(here, gwen)
    page = pack.read("everything.html").decode()
    shown = re.sub(r"<style>.*?</style>", "", page)
    assert [name for name in pack.namelist() if name.startswith("pictures/") and "picture-" not in name] == []
    assert re.findall(r"[0-9a-f]{8}-[0-9a-f]{4}-", shown) == []
    assert re.findall(r"\d{4}-\d\d-\d\dT", shown) == []
    assert [name for name in tables() if name in re.sub(r"pictures/\S+", "", shown)] == []
    assert re.findall(r"[{}\[]&quot;", shown) == []
    headings = re.findall(r"<h2 id=[^>]*>([^<]*)</h2>", page)
    assert headings[0] == "Who you are, and how to reach you"
    assert ("Shared agreement" in page, "Personalised care and support plan" in page) == (vocabulary == "lac", vocabulary == "sp")
    assert f"written by {here.coordinator.name}" in page


def test_every_word_of_theirs_can_be_read_in_the_document(here, in_small_letters):
    gwen = here.planted("Gwen Quartzhill")
    here.garden.change_everything()
    page = handed_over(here, gwen).read("everything.html").decode()
    own = [seed for seed in here.garden.seeds if seed.person == gwen.id and seed.table not in NOT_IN_THE_DOCUMENT]
    untold = [f"{seed.table}.{seed.field}" for seed in own if seed.token not in page]
    assert set(untold) - NOT_TOLD - IN_A_FILE - {"trail_change.was"} == set()
    # Of what it said before, the same columns say nothing.
    assert untold.count("trail_change.was") <= len(NOT_TOLD)
