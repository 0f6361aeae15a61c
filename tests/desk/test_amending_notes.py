"""A note put right keeps what it said, on every page it stands on; and with whom it was can be put right too."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.journeys import actions
from alongside.journeys.models import Note
from alongside.teams.models import Team
from tests.building import a_coordinator, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
DAY = {"on_day": today().day, "on_month": today().month, "on_year": today().year, "how": "out"}


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys")


@pytest.fixture
def hal(sam):
    return somebody(sam, "Hal Thwaite")


@pytest.fixture
def notes(sam, gwen, hal):
    with as_(sam):
        return actions.write_together("We sang.", {gwen: "She led.", hal: ""}, on=today(), how="out", by=sam, at=now())


def to(name, note):
    return reverse(f"desk:{name}", args=[note.person_id, note.id])


def test_each_version_can_be_read_by_whoever_may_see_the_record(sam, notes):
    hers, _his = notes
    browser = signed_in(sam)
    for words in ("We hummed.", "We danced."):
        browser.post(to("amend note", hers), {**DAY, "text": words, "only": "She led."})
    colleague = signed_in(a_coordinator(Team.objects.get(id=sam.team_id)))
    page = colleague.get(to("note before", hers)).content.decode()
    assert [page.index(words) for words in ("We danced.", "We hummed.", "We sang.")] == sorted(page.index(w) for w in ("We danced.", "We hummed.", "We sang."))
    assert page.count("put right by Sam Holt") == 2


def test_what_was_for_her_page_alone_is_in_no_version_on_his(sam, notes):
    hers, his = notes
    signed_in(sam).post(to("amend note", hers), {**DAY, "text": "We danced.", "only": "She led us all."})
    page = signed_in(sam).get(to("note before", his)).content.decode()
    assert ("We sang." in page, "She led" in page) == (True, False)


def test_a_note_that_stands_on_two_pages_says_so(sam, notes):
    page = signed_in(sam).get(to("amend note", notes[0])).content.decode()
    assert "This note stands on 2 pages that you see." in page


def test_whoever_was_taken_off_by_mistake_comes_back_with_their_own_words(sam, gwen, notes):
    hers, his = notes
    browser = signed_in(sam)
    browser.post(to("take off page", hers))
    with as_(sam):
        assert [note.person_id for note in Note.objects.all()] == [his.person_id]
    browser.post(to("note with", his), {"people": [gwen]})
    with as_(sam):
        assert Note.objects.values_list("text", "only", "of_them").get(person_id=gwen) == ("We sang.", "She led.", 2)


def test_nobody_else_takes_it_off_a_page(sam, notes):
    colleague = a_coordinator(Team.objects.get(id=sam.team_id))
    assert signed_in(colleague).post(to("take off page", notes[0])).status_code == 403


def test_a_note_is_not_found_under_another_persons_name(sam, gwen, notes):
    _hers, his = notes
    for name in ("note before", "note with", "amend note"):
        assert signed_in(sam).get(reverse(f"desk:{name}", args=[gwen, his.id])).status_code == 404
