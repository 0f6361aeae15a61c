"""A note is kept once, settles the meeting it is about, presumes no way of meeting, and finds the right page without losing anybody."""

from __future__ import annotations

import re
from datetime import time
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.actions import answer_them, ask_of_us
from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.models import Nameless, Note, Visit
from alongside.mine.actions import make_copy
from alongside.mine.gathering import everything
from alongside.mine.models import Copy
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
DAY = {"on_day": today().day, "on_month": today().month, "on_year": today().year}
NOTE = {"text": "We sang at the hall.", "how": "out", **DAY}
WRITE = reverse("desk:note")


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    return Person(id=somebody(sam, "Gwen Prys-Marlow"))


def their(name, person, *more):
    return reverse(f"desk:{name}", args=[person.id, *more])


def notes(by):
    with as_(by):
        return list(Note.objects.order_by("person__name").values_list("person__name", "text", "how"))


def mark_in(page):
    return re.search(r'name="once" value="([0-9a-f-]{36})"', page)[1]


def test_going_back_and_saving_again_keeps_one_note(sam, gwen):
    browser = signed_in(sam)
    sent = NOTE | {"people": [str(gwen.id)], "once": mark_in(browser.get(WRITE).content.decode())}
    statuses = [browser.post(WRITE, sent).status_code for _ in range(2)]
    assert (statuses, notes(sam)) == ([303, 303], [("Gwen Prys-Marlow", "We sang at the hall.", "out")])


def test_the_same_form_with_other_words_is_refused_and_loses_none_of_them(sam, gwen):
    browser = signed_in(sam)
    sent = NOTE | {"people": [str(gwen.id)], "once": str(uuid4())}
    browser.post(WRITE, sent)
    refused = browser.post(WRITE, sent | {"text": "We sang, and she danced."})
    page = refused.content.decode()
    assert (refused.status_code, "This note is kept already" in page, "and she danced." in page, len(notes(sam))) == (422, True, True, 1)


def test_two_notes_of_the_same_words_from_two_forms_are_two(sam, gwen):
    browser = signed_in(sam)
    for _ in range(2):
        browser.post(WRITE, NOTE | {"people": [str(gwen.id)], "once": mark_in(browser.get(WRITE).content.decode())})
    assert len(notes(sam)) == 2


def test_a_light_contact_and_the_box_on_a_page_are_kept_once_too(sam, gwen):
    browser = signed_in(sam)
    for _ in range(2):
        browser.post(WRITE, NOTE | {"nameless": "on", "how_many": "2", "once": "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a"})
        browser.post(their("person", gwen), NOTE | {"once": "0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b"})
    with as_(sam):
        assert (Nameless.objects.count(), Note.objects.count()) == (1, 1)


def test_another_colleagues_mark_is_not_mine(sam, gwen):
    ash = a_coordinator(Team.objects.get(id=sam.team_id))
    for by in (sam, ash):
        assert signed_in(by).post(WRITE, NOTE | {"people": [str(gwen.id)], "once": "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a"}).status_code == 303
    assert len(notes(sam)) == 2


@pytest.mark.parametrize("more", [{}, {"nameless": "on"}])
def test_a_few_words_and_a_day_are_enough_and_no_way_of_meeting_is_presumed(more, sam, gwen):
    browser = signed_in(sam)
    unticked = re.findall(r'name="how"[^>]*checked', browser.get(WRITE).content.decode() + browser.get(their("person", gwen)).content.decode())
    sent = {name: value for name, value in NOTE.items() if name != "how"} | (more or {"people": [str(gwen.id)]})
    assert (unticked, browser.post(WRITE, sent).status_code) == ([], 303)
    with as_(sam):
        assert [one.how for one in (*Note.objects.all(), *Nameless.objects.all())] == ["not said"]


def test_whoever_is_told_to_tick_somebody_still_has_them_to_tick(sam, gwen):
    browser = signed_in(sam)
    browser.post(WRITE, NOTE | {"people": [str(gwen.id)]})
    page = browser.post(WRITE, NOTE).content.decode()
    assert "Gwen Prys-Marlow" in page
    assert re.search(r"<details[^>]* open>\s*<summary[^>]*><span[^>]*>Nobody by name", page)


def test_looking_for_one_takes_nobody_away_and_ticks_the_only_one_found(sam, gwen):
    browser = signed_in(sam)
    browser.post(WRITE, NOTE | {"people": [str(gwen.id)]})
    winston = somebody(sam, "Winston Ferrars")
    for url in (WRITE, reverse("desk:note people")):
        page = browser.post(url, NOTE | {"find": "Winston", "look": "1", "offered": [str(gwen.id)]}).content.decode()
        ticked = re.findall(r'name="people"[^>]*value="([^"]+)"\s*checked', page)
        assert (ticked, "Gwen Prys-Marlow" in page) == ([str(winston)], True)
    while_typing = browser.post(reverse("desk:note people"), {"find": "Winston", "offered": [str(gwen.id)]}).content.decode()
    assert ("Winston" in while_typing, "checked" in while_typing) == (True, False)


@pytest.mark.parametrize("where", ["note", "person"])
def test_a_note_settles_the_meeting_it_is_about_in_the_same_save(where, sam, gwen):
    with as_(sam):
        visit = journeys.plan_visit(gwen, on=today(), starts_at=time(10, 30), staff_id=sam.id, by=sam, at=now())
    browser = signed_in(sam)
    url = WRITE if where == "note" else their("person", gwen)
    offered = browser.get(url).content.decode().partition("This was the meeting planned for")[2].partition("</label>")[0]
    assert offered.strip().endswith(", 10:30")
    browser.post(url, NOTE | {"people": [str(gwen.id)], "met": str(visit.id)})
    with as_(sam):
        assert (Visit.objects.get().ended, Note.objects.count()) == ("met", 1)
    assert "Gwen" not in browser.get(reverse("desk:today")).content.decode().partition("To meet today")[2]


def test_a_note_about_somebody_settles_no_meeting_of_another(sam, gwen):
    winston = Person(id=somebody(sam, "Winston Ferrars"))
    with as_(sam):
        visit = journeys.plan_visit(winston, on=today(), staff_id=sam.id, by=sam, at=now())
    signed_in(sam).post(WRITE, NOTE | {"people": [str(gwen.id)], "met": str(visit.id)})
    with as_(sam):
        assert Visit.objects.get().ended == ""


def test_did_you_meet_takes_the_words_so_that_they_are_not_written_twice(sam, gwen):
    with as_(sam):
        visit = journeys.plan_visit(gwen, on=today(), staff_id=sam.id, by=sam, at=now())
    browser, page = signed_in(sam), their("end visit", gwen, visit.id)
    assert browser.post(page, {"how": "met", "words": "Tea, and the bus pass.", "kind": "visit"}).status_code == 303
    assert notes(sam) == [("Gwen Prys-Marlow", "Tea, and the bus pass.", "visit")]


def test_a_card_through_the_door_is_an_attempt_and_no_visit(sam, gwen):
    with as_(sam):
        visit = journeys.plan_visit(gwen, on=today(), staff_id=sam.id, by=sam, at=now())
    signed_in(sam).post(their("end visit", gwen, visit.id), {"how": "not in", "words": "I left a card.", "kind": "visit"})
    assert notes(sam) == [("Gwen Prys-Marlow", "I left a card.", "no answer")]


def test_a_note_on_the_wrong_page_goes_to_the_right_one_in_one_save(sam, gwen):
    winston = somebody(sam, "Winston Ferrars")
    with as_(sam):
        note = journeys.write_note(gwen, "His knee.", on=today(), how="phone", by=sam, at=now())
    browser, page = signed_in(sam), their("note with", gwen, note.id)
    assert "take it off their page" in browser.get(page).content.decode()
    moved = browser.post(page, {"people": [str(winston)], "off": [str(note.id)]})
    assert (moved.status_code, notes(sam)) == (303, [("Winston Ferrars", "His knee.", "phone")])
    assert browser.get(moved["Location"]).status_code == 200


def test_a_note_is_never_on_no_page(sam, gwen):
    with as_(sam):
        note = journeys.write_note(gwen, "His knee.", on=today(), how="phone", by=sam, at=now())
    signed_in(sam).post(their("note with", gwen, note.id), {"off": [str(note.id)]})
    assert notes(sam) == [("Gwen Prys-Marlow", "His knee.", "phone")]


@pytest.mark.parametrize(
    ("for_what", "says"), [("everything", "everything about them"), ("put right", "something put right"), ("be forgotten", "to be forgotten")]
)
def test_whoever_opens_their_page_next_knows_what_they_asked(for_what, says, sam, gwen):
    ash = a_coordinator(Team.objects.get(id=sam.team_id))
    lead = an_actor(Role.INFORMATION_GOVERNANCE, Team.objects.get(id=sam.team_id))
    with as_(sam):
        asked = ask_of_us(gwen, for_what, words="The letter of May.", by=sam, at=now())
    page = " ".join(signed_in(ash).get(their("person", gwen)).content.decode().split())
    told = page.partition("they-asked")[2].partition("</div>")[0]
    assert (says in told, "Not answered yet." in told, "To be answered by" in told, "The letter of May." in told) == (True, True, True, True)
    with as_(lead):
        answer_them(asked, "no", why="It is needed.", by=lead, at=now())
    assert "they-asked" not in signed_in(ash).get(their("person", gwen)).content.decode()


def test_an_older_copy_says_what_has_changed_and_is_made_anew_with_one_press(sam, gwen):
    with as_(sam):
        version = journeys.agree(gwen, "We meet on Mondays.", agreed_on=today(), how_agreed="aloud", by=sam, at=now())
        told = everything(gwen.id, on=today(), vocabulary=Vocabulary.LOCAL_AREA_COORDINATION)
        make_copy(gwen, ["good life", "agreement"], [], told=told, by=sam, at=now())
    browser, page = signed_in(sam), reverse("mine:own copy", args=[gwen.id])
    assert "Things have changed" not in browser.get(page).content.decode()
    with as_(sam):
        journeys.end_part(version, "whole", on=today(), by=sam, at=now())
    since = browser.get(page).content.decode().partition("Things have changed")[2].partition("</section>")[0]
    assert ("What we agreed" in since, "good life" in since.partition("<form")[0]) == (True, False)
    sent = {name: re.findall(rf'name="{name}" value="([^"]+)"', since) for name in ("parts", "rows")}
    assert browser.post(page, sent).status_code == 303
    assert "Things have changed" not in browser.get(page).content.decode()
    with as_(sam):
        assert [copy.parts for copy in Copy.objects.all()] == [["good life", "agreement"]] * 2
