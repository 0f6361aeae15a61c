"""Whoever is forgotten is named nowhere: not in others' records, nor in what these said before, nor in what colleagues have left unfinished."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connections
from django.urls import reverse

from alongside.access.actions import answer_them, ask_of_us, forget, take_name_out
from alongside.access.blotting import like_their_name, where_it_stands, words_of_a_name
from alongside.access.models import Blotted
from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys.actions import plan_visit
from alongside.journeys.actions.notes import amend_note, write_note
from alongside.journeys.models import Note
from alongside.mine.actions import make_copy
from alongside.mine.gathering import everything
from alongside.people.actions import add_to_circle, say_where
from alongside.people.models import LocationProtection, Person
from alongside.teams.models import Staff, Team
from alongside.web.models import Draft
from tests.building import a_coordinator, a_seat, a_team, an_actor, an_organisation, as_, days_ago, now, showed_it, signed_in, somebody, today
from tests.their_rights.conftest import Organisation
from tests.their_rights.conftest import where_it_stands as tables_with

NAME = "Gwen Quartzhill"


@pytest.fixture
def named(here: Organisation) -> Person:
    """Gwen asked to be forgotten; Mo's record, its history and a draft name her."""
    gwen, mo = here.planted(NAME), here.planted("Mo Ambleford")
    with as_(here.coordinator):
        note = write_note(mo, "Quartzhill’s cat was there. gwen quartzhill waved.", on=today(), how="visit", by=here.coordinator, at=now())
        amend_note(note, "Gwen Quartzhill waved, and so did Quartzhills of another street.", on=today(), how="visit", by=here.coordinator, at=now())
        add_to_circle(mo, name=NAME, relation="friend", by=here.coordinator, at=now())
    for words in ({"text": f"Ring {NAME} on Monday"}, {"text": "Ask Quartzhill"}):
        Draft.objects.using("owner").create(writer_id=here.coordinator.id, person_id=mo.id, form=words["text"], page="/", words=words, saved_at=now())
    return gwen


def asked(here: Organisation, gwen: Person):
    wish = here.asks(gwen, "be forgotten")
    with as_(here.lead):
        answer_them(wish, "yes", why="She asked.", by=here.lead, at=now())
    return wish


def forgotten(here: Organisation, wish) -> None:
    with as_(here.manager):
        forget(wish, typed="forget", by=here.manager, at=now())


def places(here: Organisation, wish, *words: str) -> list:
    with as_(here.lead):
        return where_it_stands(wish.id, words or words_of_a_name(NAME, ""))


def test_where_a_name_stands_is_found_among_others_and_in_history_and_drafts(here, named):
    found = places(here, asked(here, named))
    assert sorted({place.table for place in found}) == ["journeys_note", "people_intheirlife", "trail_change", "web_draft"]
    assert {place.about for place in found} == {here.people[1].id}
    assert {place.passage for place in found if place.table in ("web_draft", "trail_change")} == {""}


def test_taken_out_everywhere_not_one_word_of_it_is_left_once_they_are_forgotten(here, named):
    wish, words = asked(here, named), words_of_a_name(NAME, "")
    found = places(here, wish)
    with as_(here.lead):
        # What the note said before goes with it.
        assert take_name_out(wish, found, words, by=here.lead, at=now()) == len(found) - 1
    assert places(here, wish) == []
    forgotten(here, wish)
    with as_(here.coordinator):
        (note,) = Note.objects.filter(person=here.people[1], text__contains="street")
        assert note.text == "[name taken out] waved, and so did Quartzhills of another street."
        assert set(Blotted.objects.values_list("by_id", "person_id")) == {(here.lead.id, here.people[1].id)}
        Note.objects.filter(id=note.id).update(text="Somebody waved.")
    assert tables_with(NAME) == []
    assert tables_with("Quartzhill") == ["trail_change"]  # the other Quartzhills, of another street


def test_one_by_one_and_the_others_stay(here, named):
    wish = asked(here, named)
    only = next(place for place in places(here, wish) if place.table == "people_intheirlife")
    with as_(here.lead):
        assert take_name_out(wish, [only], words_of_a_name(NAME, ""), by=here.lead, at=now()) == 1
        with pytest.raises(Refused, match="Tick where"):
            take_name_out(wish, [], [], by=here.lead, at=now())
    assert "people_intheirlife" not in {place.table for place in places(here, wish)}
    assert "journeys_note" in {place.table for place in places(here, wish)}


def test_a_draft_with_their_whole_name_goes_when_they_are_forgotten_whatever_else_is_done(here, named):
    forgotten(here, asked(here, named))
    assert [draft.form for draft in Draft.objects.using("owner").filter(words__has_key="text", page="/", form__contains="Quartzhill")] == ["Ask Quartzhill"]


@pytest.mark.parametrize("who", ["coordinator", "manager", "elsewhere"])
def test_nobody_but_the_lead_of_their_organisation_finds_or_takes_out_anything(here, named, who):
    wish = asked(here, named)
    actor: Actor = an_actor(Role.INFORMATION_GOVERNANCE) if who == "elsewhere" else getattr(here, who)
    found = places(here, wish)
    with as_(actor):
        assert where_it_stands(wish.id, [NAME]) == []
    with as_(actor):
        if who == "elsewhere":
            assert take_name_out(wish, found, [NAME], by=actor, at=now()) == 0
        else:
            with pytest.raises(NotYours):
                take_name_out(wish, found, [NAME], by=actor, at=now())
    assert len(places(here, wish)) == len(found)


def test_nothing_is_looked_for_of_whoever_did_not_ask_to_be_forgotten(here, named):
    wish = here.asks(named, "everything")
    with as_(here.lead):
        assert where_it_stands(wish.id, [NAME]) == []


@pytest.mark.parametrize("word", ["", "a", ".*", "(", "\\", "Quartz"])
def test_what_is_no_word_of_a_name_finds_nothing(here, named, word):
    assert places(here, asked(here, named), word) == []


def test_the_page_lists_them_and_takes_them_out(here, named):
    wish = asked(here, named)
    lead = showed_it(signed_in(here.lead), 60)
    url = f"/people/{named.id}/asked-of-us/{wish.id}/names/"
    page = lead.get(url).content.decode()
    assert ("Mo Ambleford" in page, "waved, and so did" in page, "left unfinished: thrown away whole" in page) == (True, True, True)
    assert lead.post(url, {"words": ""}).status_code == 422
    assert lead.post(url, {"everywhere": "1"}).status_code == 303
    assert "Nobody else’s record names them." in lead.get(url).content.decode()


def test_the_lead_alone_neither_reads_nor_changes_others_records_for_a_wish_they_wrote(here, named):
    with as_(here.lead):
        wish = ask_of_us(named, "be forgotten", by=here.lead, at=now())
        answer_them(wish, "yes", why="She asked.", by=here.lead, at=now())
    assert places(here, wish) == []
    lead, url = signed_in(here.lead), reverse("desk:names elsewhere", args=[named.id, wish.id])
    page, answer = lead.get(url).content.decode(), lead.post(url, {"everywhere": "1"})
    assert ("waved" in page, "You wrote this wish down yourself" in page, answer.status_code) == (False, True, 422)
    with as_(an_actor(Role.INFORMATION_GOVERNANCE, Team.objects.get(id=here.coordinator.team_id))):
        assert where_it_stands(wish.id, [NAME]) != []
    with as_(here.coordinator):
        assert sorted(Note.objects.filter(person=here.people[1], text__contains="street").values_list("text", flat=True)) == [
            "Gwen Quartzhill waved, and so did Quartzhills of another street."
        ]


def test_nothing_is_taken_out_before_the_wish_is_granted(here, named):
    wish, words = here.asks(named, "be forgotten"), words_of_a_name(NAME, "")
    found = places(here, wish)
    assert found != []
    with as_(here.lead), pytest.raises(Refused, match="before the wish is granted"):
        take_name_out(wish, found, words, by=here.lead, at=now())
    with as_(here.lead), connections["default"].cursor() as cursor:
        # Nor by whoever asks the database past the action.
        one = found[0]
        cursor.execute("SELECT blot_name(%s, %s, %s, %s, %s, '', gen_random_uuid(), now())", [wish.id, words, one.table, one.row, one.column])
        assert cursor.fetchone() == (None,)
    page = signed_in(here.lead).get(reverse("desk:names elsewhere", args=[named.id, wish.id])).content.decode()
    assert ("waved, and so did" in page, "Take it out everywhere" in page, "Answer it first" in page) == (True, False, True)
    assert places(here, wish) == found


def test_taking_out_asks_for_a_second_step_that_is_fresh(here, named):
    wish = asked(here, named)
    url, lead = reverse("desk:names elsewhere", args=[named.id, wish.id]), showed_it(signed_in(here.lead), 3600)
    assert ("Take it out everywhere" in lead.get(url).content.decode(), lead.post(url, {"everywhere": "1"}).status_code) == (False, 422)
    assert showed_it(lead, 60).post(url, {"everywhere": "1"}).status_code == 303


@pytest.mark.parametrize("words", ["Mrs O’Dowd came.", "Mrs O'Dowd came.", "mrs odowd came.", "Sian came.", "Siân came.", "Sia\u0302n came."])
def test_apostrophes_and_accents_hide_no_name(here, words):
    gwen, mo = here.planted("Siân O'Dowd"), here.planted("Mo Ambleford")
    with as_(here.coordinator):
        note = write_note(mo, words, on=today(), how="visit", by=here.coordinator, at=now())
    wish = asked(here, gwen)
    looked_for = words_of_a_name("Siân O'Dowd", "")
    with as_(here.lead):
        found = [place for place in where_it_stands(wish.id, looked_for) if place.row == str(note.id)]
        assert len(found) == 1
        assert like_their_name(looked_for, "Siân O'Dowd", "")
        take_name_out(wish, found, looked_for, by=here.lead, at=now())
    with as_(here.coordinator):
        assert "[name taken out] came." in Note.objects.get(id=note.id).text


@pytest.mark.parametrize(("seat_until", "of_the_draft", "found"), [(None, "held there", True), (1, "held there", False), (None, "held elsewhere", False)])
def test_a_draft_is_found_by_a_lead_whose_seat_lasts_and_of_whom_their_organisation_holds(here, named, seat_until, of_the_draft, found):
    there = a_team("There", organisation=an_organisation())
    a_seat(Staff.objects.get(id=here.lead.id), Role.INFORMATION_GOVERNANCE, there, until=seat_until and days_ago(seat_until))
    bea = a_coordinator(there, "Bea")
    mo = somebody(bea if of_the_draft == "held there" else a_coordinator(), "Mo There")
    Draft.objects.using("owner").create(writer_id=bea.id, person_id=mo, form="note", page="/", words={"text": "Quartzhill rang"}, saved_at=now())
    assert (bea.id in {place.writer for place in places(here, asked(here, named))}) is found


@pytest.mark.parametrize(("word", "status"), [("cat", 422), ("waved", 422), ("Gwen, Kwartzhill", 200)])
def test_other_ways_of_writing_the_name_are_looked_for_and_no_other_word(here, named, word, status):
    wish = asked(here, named)
    page = signed_in(here.lead).post(reverse("desk:names elsewhere", args=[named.id, wish.id]), {"words": word, "look": "1"})
    shown = page.content.decode()
    assert (page.status_code, "Look for ways of writing their name" in shown, "waved" in shown.replace(f'value="{word}"', "")) == (
        status, status == 422, status == 200,
    )  # fmt: skip


def test_where_a_protected_person_is_is_not_searched(here, named):
    wish, mo = asked(here, named), here.people[1]
    protections = LocationProtection.objects.using("owner").filter(person_id=mo.id)
    protections.update(until=today())
    with as_(here.coordinator):
        say_where(mo, address="4 Quartzhill Lane", postcode="", phone="", email="", by=here.coordinator, at=now())
    assert "people_whereabouts" in {place.table for place in places(here, wish)}
    protections.update(until=None)
    assert "people_whereabouts" not in {place.table for place in places(here, wish)}


def test_nor_where_they_are_visited_nor_where_they_lived_nor_what_their_own_copy_says_of_it(here, named):
    wish, mo = asked(here, named), here.people[1]
    protections = LocationProtection.objects.using("owner").filter(person_id=mo.id)
    protections.update(until=today())
    with as_(here.coordinator):
        for address in ("at Quartzhill House", "9 Elm"):
            say_where(mo, address=address, postcode="", phone="", email="", by=here.coordinator, at=now())
        plan_visit(mo, on=today() + timedelta(days=3), where="Refuge Lane 12, by Quartzhill", staff_id=here.coordinator.id, by=here.coordinator, at=now())
        told = everything(mo.id, on=today(), vocabulary=here.coordinator.vocabulary)
        make_copy(mo, ["visits"], (), told=told, by=here.coordinator, at=now())
    where = {("journeys_visit", "where"), ("trail_change", "people_whereabouts"), ("mine_line", "says"), ("mine_line", "more")}
    assert {(place.table, place.column) for place in places(here, wish)} & where >= {("journeys_visit", "where"), ("trail_change", "people_whereabouts")}
    protections.update(until=None)
    found = places(here, wish)
    assert {(place.table, place.column) for place in found} & where == set()
    assert [place for place in found if "Refuge" in place.passage] == []
