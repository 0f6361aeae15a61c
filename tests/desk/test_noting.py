"""A note from anywhere: about nobody by name, one person or several, and nothing typed lost on the way."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.journeys.models import Nameless, Note
from alongside.teams.models import Membership, Staff, Team
from alongside.trail.models import Entry
from alongside.web.models import Draft
from tests.building import a_coordinator, a_seat, as_, signed_in, somebody, today

pytestmark = pytest.mark.django_db

DAY = {"on_day": today().day, "on_month": today().month, "on_year": today().year}
NOTE = {"text": "We sang at the hall.", "how": "out", **DAY}


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


def sent(actor, **given):
    return signed_in(actor).post(reverse("desk:note"), {**NOTE, **given})


def page_of(actor, person):
    return signed_in(actor).get(reverse("desk:person", args=[person])).content.decode()


def test_one_note_is_on_both_pages_and_each_names_the_other(sam):
    gwen, hal = somebody(sam, "Gwen Prys"), somebody(sam, "Hal Thwaite")
    answer = sent(sam, people=[gwen, hal], **{f"only-{gwen}": "She led the singing."})
    assert (answer.status_code, answer["Location"]) == (303, reverse("desk:today"))
    hers, his = page_of(sam, gwen), page_of(sam, hal)
    assert ("We sang at the hall." in hers, "She led the singing." in hers, "Hal Thwaite" in hers) == (True, True, True)
    assert ("We sang at the hall." in his, "She led the singing." in his, "Gwen Prys" in his) == (True, False, True)


def test_whoever_may_see_one_of_two_reads_only_that_there_was_another(sam):
    gwen, noor = somebody(sam, "Gwen Prys"), a_coordinator()
    hal = somebody(noor, "Hal Thwaite")
    seat = a_seat(Staff.objects.get(id=sam.id), Role.COORDINATOR, Team.objects.get(id=noor.team_id))
    sent(sam, people=[gwen, hal])
    Membership.objects.filter(id=seat.id).update(until=today())
    hers = page_of(sam, gwen)
    assert ("one other" in hers, "Thwaite" in hers) == (True, False)


def test_a_name_beside_a_note_is_a_look_of_its_own(sam):
    gwen, hal = somebody(sam, "Gwen Prys"), somebody(sam, "Hal Thwaite")
    sent(sam, people=[gwen, hal])
    page_of(sam, gwen)
    with as_(sam):
        line = Entry.objects.filter(verb="looked at", about="page named beside").order_by("-seq").first()
        assert (line.people, line.purpose) == ([hal], "walks alongside: named beside")


def test_a_tick_beside_somebody_out_of_sight_saves_nothing_and_keeps_every_word(sam):
    gwen, hal = somebody(sam, "Gwen Prys"), somebody(a_coordinator(), "Hal Thwaite")
    answer = sent(sam, people=[gwen, hal])
    words = answer.content.decode()
    assert (answer.status_code, "no longer in your sight" in words, "We sang at the hall." in words, "Thwaite" in words) == (422, True, True, False)
    with as_(sam):
        assert not Note.objects.exists()


def test_nobody_ticked_is_asked_for(sam):
    answer = sent(sam)
    assert (answer.status_code, "Tick whom it was with, or say that nobody is named." in answer.content.decode()) == (422, True)


def test_nobody_by_name_is_counted_and_makes_no_person(sam):
    team = Team.objects.get(id=sam.team_id)
    answer = sent(sam, nameless="on", how_many="3", locality=team.localities.get().id)
    assert answer.status_code == 303
    with as_(sam):
        held = Nameless.objects.get()
        assert (held.how_many, held.locality_id, held.text) == (3, team.localities.get().id, "We sang at the hall.")


def test_a_light_contact_needs_a_date_and_a_few_words(sam):
    assert sent(sam, nameless="on").status_code == 303


def test_both_a_name_and_no_name_is_refused(sam):
    answer = sent(sam, people=[somebody(sam)], nameless="on")
    assert (answer.status_code, "Choose one of the two" in answer.content.decode()) == (422, True)


def test_looking_for_somebody_keeps_the_words_and_the_ticks(sam):
    gwen, hal = somebody(sam, "Gwen Prys"), somebody(sam, "Hal Thwaite")
    words = sent(sam, people=[gwen], find="thwaite", look="1", **{f"only-{gwen}": "She led."}).content.decode()
    assert f'value="{gwen}" checked' in words
    assert f'value="{hal}" checked' in words
    assert ("We sang at the hall." in words, "She led." in words) == (True, True)


def test_the_list_of_names_alone_shows_nobody_out_of_sight(sam):
    somebody(sam, "Gwen Prys")
    somebody(a_coordinator(), "Gwen Thwaite")
    words = signed_in(sam).post(reverse("desk:note people"), {"find": "gwen"}).content.decode()
    assert ("Gwen Prys" in words, "Thwaite" in words) == (True, False)


def test_on_the_way_to_somebody_new_the_note_waits_and_then_they_are_ticked(sam):
    browser = signed_in(sam)
    gwen = somebody(sam, "Gwen Prys")
    on_the_way = browser.post(reverse("desk:note"), {**NOTE, "people": [gwen], "somebody-new": "1"})
    assert re.fullmatch(reverse("desk:introduce on a sheet", args=["note-SHEET"]).replace("SHEET", "[0-9a-f]{8}"), on_the_way["Location"])
    said = {"who": "Hal Thwaite", "introduced_by": "himself", "said_yes": "on", **DAY}
    back = browser.post(on_the_way["Location"], said)
    words = browser.get(back["Location"]).content.decode()
    assert words.count(" checked>\n") >= 2
    assert ("We sang at the hall." in words, "Gwen Prys" in words, "Hal Thwaite" in words) == (True, True, True)


def test_from_a_persons_page_the_words_go_along_to_the_whole_page(sam):
    gwen = somebody(sam, "Gwen Prys")
    browser = signed_in(sam)
    there = browser.post(reverse("desk:person", args=[gwen]), {**NOTE, "more": "1"})
    words = browser.get(there["Location"]).content.decode()
    assert ("We sang at the hall." in words, f'value="{gwen}" checked' in words) == (True, True)
    with as_(sam):
        assert Draft.objects.values_list("form", "person_id").get() == ("quick note", gwen)


def test_words_that_went_along_never_replace_what_waited_there(sam):
    gwen = somebody(sam, "Gwen Prys")
    browser = signed_in(sam)
    for text in ("First thoughts.", "Second thoughts."):
        there = browser.post(reverse("desk:person", args=[gwen]), {**NOTE, "text": text, "more": "1"})
    words = browser.get(there["Location"]).content.decode()
    assert "First thoughts.\n\nSecond thoughts." in words
