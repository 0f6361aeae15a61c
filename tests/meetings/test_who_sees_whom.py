"""Access is the meeting: from when its list goes out until it is closed, those on it, to whoever sits there, while the person's word holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.formats import date_format

from alongside.access.actions import choose
from alongside.access.saying_looks import reason
from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.meetings import actions
from alongside.meetings.actions.room import mark_of
from alongside.meetings.models import Discussed, Listed, Meeting, Series
from alongside.mine.looking import looks_for_them
from alongside.mine.words import TO_YOU
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

from .conftest import Table, a_series, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def says(table: Table, listed: Listed, answer: str, *, of_all: bool = False) -> None:
    with as_(table.sam):
        subject = None if of_all else table.series.id
        choose(Person(id=listed.person_id), "meeting", answer, subject=subject, by=table.sam, at=now())


def closes(table: Table, _listed: Listed) -> None:
    table.closes()


def comes_off(table: Table, listed: Listed) -> None:
    with as_(table.sam):
        actions.take_off_list(listed, by=table.sam, at=now())


def leave(table: Table, _listed: Listed) -> None:
    for seat in (table.gps_seat, table.ivys_seat):
        with as_(table.sam):
            actions.leave_seat(seat, by=table.sam, at=now())


def a_week_passes(table: Table, _listed: Listed) -> None:
    with as_(table.sam):
        Meeting.objects.update(on=today() - timedelta(days=7))
    table.on = today() - timedelta(days=7)


ENDS: dict[str, Callable[[Table, Listed], None]] = {
    "the meeting is closed": closes,
    "she is taken off the list": comes_off,
    "she says no": lambda table, listed: says(table, listed, "no"),
    "she takes her yes back": lambda table, listed: says(table, listed, "withdrawn"),
    "she takes back her yes to all meetings": lambda table, listed: says(table, listed, "withdrawn", of_all=True),
    "they leave the table": leave,
    "nobody closed it for a week": a_week_passes,
}


def seen(table: Table, listed: Listed) -> list[bool]:
    """Whether Gwen is seen by the GP: on the list, on her page, on a shared screen; and by Ivy: behind her link, and on Gwen's page."""
    gp, ivy = signed_in(table.gp), Client()
    mine = f"/my-tables/{table.series.id}/{table.on}/"
    answers = [gp.get(mine), gp.get(f"{mine}{listed.id}/"), gp.get(f"{mine}{listed.id}/screen/")]
    answers += [ivy.post(f"/seat/{table.ivys_address}/open/"), ivy.post(f"/seat/{table.ivys_address}/list/{listed.id}/")]
    return ["Gwen" in text(answer) or "stairs" in text(answer) for answer in answers]


@pytest.mark.parametrize("end", ENDS)
def test_the_table_sees_her_until(end):
    table = Table()
    listed = table.brings()
    assert seen(table, listed) == [False] * 5, "nobody sees a list that has not gone out"
    table.sends()
    assert seen(table, listed) == [True] * 5
    still = f"/my-tables/{table.series.id}/{table.on}/{listed.id}/still/"
    assert signed_in(table.sam).get(still).status_code == 204
    ENDS[end](table, listed)
    assert seen(table, listed) == [False] * 5
    if end != "they leave the table":
        assert signed_in(table.sam).get(still.replace(str(today()), str(table.on))).status_code == 404, "the screen of whoever shows it goes blank too"


def test_who_is_on_no_list_is_seen_by_nobody_at_the_table_and_neither_is_her_record():
    table = Table()
    listed = table.brings()
    eddie = somebody(table.sam, "Eddie Marsh")
    table.sends()
    gp = signed_in(table.gp)
    assert [gp.get(f"/people/{key}/").status_code for key in (listed.person_id, eddie)] == [404, 404]
    with as_(table.gp):
        assert [person.name for person in Person.objects.all()] == ["Gwen Pettifer"]
    with as_(table.ivy):
        assert [person.name for person in Person.objects.all()] == ["Gwen Pettifer"]


def test_a_word_for_one_meeting_is_not_shown_at_another_where_she_is_too():
    table, other = Table(), Table()
    gwen = somebody(table.sam, "Gwen Pettifer")
    table.brings(gwen, "The stairs are hard for her.")
    table.sends()
    other.sam, other.series = table.sam, a_series(table.sam, "Harbour Surgery MDT")
    other.ivys_seat = table.ivys_seat
    there = other.brings(gwen, "Her chest is bad at night.")
    other.sends()
    with as_(table.gp):
        assert [row.extract for row in Listed.objects.all()] == ["The stairs are hard for her."]
    assert signed_in(table.gp).get(f"/my-tables/{other.series.id}/{other.on}/{there.id}/").status_code == 404


def test_each_look_from_a_table_is_in_the_trail_with_why():
    table = Table()
    listed = table.brings()
    table.sends()
    Client().post(f"/seat/{table.ivys_address}/list/{listed.id}/")
    signed_in(table.gp).get(f"/my-tables/{table.series.id}/{table.on}/{listed.id}/")
    with as_(an_actor(Role.INFORMATION_GOVERNANCE, table.team)):
        lines = Entry.objects.filter(verb="looked at", people__contains=[listed.person_id], purpose__startswith="on the list of their meeting").order_by("seq")
        assert [(line.actor_id, line.role) for line in lines] == [(table.ivys_seat.id, "guest of a meeting"), (table.gp.id, "partner")]


def test_whoever_reads_who_looked_is_told_which_meeting_it_was_of_which_day_and_on_what_ground():
    yes, care = Table(), Table()
    with as_(care.sam):
        Series.objects.filter(id=care.series.id).update(basis="direct care")
        care.series.refresh_from_db()
    day = date_format(today(), "j F Y")
    for table, theirs, to_her in (
        (yes, "on whose list of {day} they are with their yes", "which spoke of you with your yes"),
        (care, "on whose list of {day} they are for direct care", "which spoke of you because those there look after you and you had not said no"),
    ):
        listed = table.brings()
        table.sends()
        Client().post(f"/seat/{table.ivys_address}/list/{listed.id}/")
        lead = an_actor(Role.INFORMATION_GOVERNANCE, table.team)
        page = text(signed_in(lead).get(f"/who-looked/{listed.person_id}/"))
        assert f"sits at “Fernbrook planning meeting”, {theirs.format(day=day)}" in page
        with as_(table.sam):
            told = [line for line in looks_for_them(listed.person_id, Vocabulary.LOCAL_AREA_COORDINATION) if "Ivy Roe" in line]
        assert [f"sat at “Fernbrook planning meeting” of {day}, {to_her}" in line for line in told] == [True]


def test_a_look_from_before_meetings_were_kept_says_what_it_knows_and_claims_no_yes():
    assert reason("on the list of their meeting: the list") == "sits at a meeting whose list they are on"
    assert TO_YOU["on the list of their meeting"].lac == "sat at a meeting that spoke of you"


def test_another_teams_coordinator_finds_no_meeting_there():
    table = Table()
    listed = table.brings()
    table.sends()
    jo = signed_in(a_coordinator())
    asked = [table.url, f"{table.url}list/{listed.id}/", f"/meetings/{table.series.id}/", f"/my-tables/{table.series.id}/{table.on}/"]
    assert [jo.get(url).status_code for url in asked] == [404] * 4


def test_two_who_write_in_different_boxes_lose_nothing_and_in_the_same_box_both_texts_stand():
    table = Table()
    listed = table.brings()
    table.sends()
    sam, bea = signed_in(table.sam), signed_in(a_coordinator(table.team, "Bea Lister"))
    url, fresh = f"{table.url}list/{listed.id}/", mark_of("")
    assert sam.post(url, {"situation": "Alone since spring.", "stood_situation": fresh}).status_code == 303
    assert bea.post(url, {"update": "A flat is free.", "stood_update": fresh}).status_code == 303
    late = {"situation": "Her sister moved away.", "stood_situation": fresh}
    answer = bea.post(url, late)
    assert answer.status_code == 422
    assert all(words in text(answer) for words in ("Alone since spring.", "Her sister moved away."))
    with as_(table.sam):
        kept = Discussed.objects.get()
        assert (kept.situation, kept.update) == ("Alone since spring.", "A flat is free.")
    assert bea.post(url, {**late, "both": "1"}).status_code == 303
    with as_(table.sam):
        assert Discussed.objects.get().situation == "Alone since spring.\nHer sister moved away."


def test_what_is_open_carries_itself_to_the_next_list_and_what_is_done_does_not():
    table = Table()
    gwen, eddie = table.brings(), table.brings("Eddie Marsh", "He would like company.")
    table.sends()
    table.agrees(gwen)
    table.agrees(eddie, "Ring him")
    with as_(table.sam):
        eddie.refresh_from_db()
        eddie.agreed.update(answer="done")
    table.closes()
    with as_(table.sam):
        carried = Listed.objects.get(carried_from__isnull=False)
        assert (carried.person_id, carried.meeting.on, carried.extract) == (gwen.person_id, today() + timedelta(days=14), "The stairs are hard for her.")
