"""The weekly letter: only numbers and a link, once a week, on the day they chose, to nobody who does not want it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.desk import letters
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.rules import Awaited, StepAsked
from alongside.notices.models import Notice
from alongside.notices.out.smtp import letter_of
from alongside.people.models import Person
from alongside.teams.actions import choose_letter, see_to_letter
from alongside.teams.models import Staff, Team, WeeklyLetter
from alongside.teams.rules import letter_is_due
from alongside.trail.doing import acting
from alongside.trail.models import Entry
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, signed_in, somebody, today

BASE = "https://alongside.example.org"


def a_week_that_waits(name="Sam Okoro", vocabulary=Vocabulary.LOCAL_AREA_COORDINATION):
    sam = a_coordinator(a_team(vocabulary=vocabulary), name=name)
    gwen = Person(id=somebody(sam, "Gwendolyn Prys-Marlow"))
    with as_(sam):
        journeys.begin_waiting(gwen, Awaited("A bariatric chair", days_ago(20), of_whom="Dr Quill"), by=sam, at=now())
        journeys.add_step(gwen, StepAsked("Ring the eviction officer", "us", staff_id=sam.id), by=sam, at=now())
        choose_letter(wanted=True, weekday=today().weekday(), by=sam, at=now())
    return sam


def outbox() -> list[Notice]:
    with as_(letters.ON_THE_MACHINE):
        return list(Notice.objects.order_by("at", "id"))


def send_all(at=None) -> dict[str, bool]:
    moment = at or now()
    return {one.staff.name: letters.send(one, BASE, at=moment) for one in list(letters.due(moment))}


@pytest.mark.django_db
@pytest.mark.parametrize(("vocabulary", "says"), [("lac", "Introduced, and not met yet: 1"), ("sp", "Referred, and not met yet: 1")])
def test_a_letter_holds_numbers_and_a_link_and_nothing_of_anybody(vocabulary, says):
    sam = a_week_that_waits(vocabulary=Vocabulary(vocabulary))
    assert send_all() == {"Sam Okoro": True}
    (sent,) = outbox()
    words = letter_of(sent).decode()
    assert says in sent.words
    assert ("Promised by you: 1" in sent.words, "What they wait for, and since when: 1" in sent.words) == (True, True)
    assert (f"{BASE}/this-week/" in sent.words, f"{BASE}/your-settings/" in sent.words) == (True, True)
    for personal in ("Gwen", "Prys", "chair", "Quill", "eviction", "housing office", str(sam.id)):
        assert personal not in words
    assert sent.to == Staff.objects.get(id=sam.id).email


@pytest.mark.django_db
def test_how_much_waits_for_one_of_us_is_in_no_colleagues_outbox():
    sam = a_week_that_waits()
    ann = an_actor(Role.MANAGER, Team.objects.get(id=sam.team_id))
    send_all()
    for who, sees in ((sam, True), (ann, False)):
        assert (b"Its words" in signed_in(who).get("/outbox/").content) is sees


@pytest.mark.django_db
def test_it_is_sent_once_however_often_the_command_runs():
    a_week_that_waits()
    at = now()
    assert [send_all(at), send_all(at), send_all(at + timedelta(days=1)), send_all(at + timedelta(days=6))] == [{"Sam Okoro": True}, {}, {}, {}]
    assert send_all(at + timedelta(days=7)) == {"Sam Okoro": True}
    assert len(outbox()) == 2


@pytest.mark.django_db
def test_two_commands_at_once_send_one_letter():
    a_week_that_waits()
    at = now()
    (first,), (second,) = list(letters.due(at)), list(letters.due(at))
    assert (letters.send(first, BASE, at=at), letters.send(second, BASE, at=at), len(outbox())) == (True, False, 1)


@pytest.mark.django_db
def test_in_a_week_in_which_nothing_waits_none_comes():
    sam = a_coordinator(name="Sam Okoro")
    with as_(sam):
        choose_letter(wanted=True, weekday=today().weekday(), by=sam, at=now())
    assert send_all() == {"Sam Okoro": False}
    assert (outbox(), WeeklyLetter.objects.get(staff_id=sam.id).done_on) == ([], today())


@pytest.mark.django_db
def test_whoever_wants_none_has_left_or_was_invented_gets_none():
    unwilling, gone, invented = (a_week_that_waits(name) for name in ("Una", "Gus", "Ines"))
    with as_(unwilling):
        choose_letter(wanted=False, weekday=today().weekday(), by=unwilling, at=now())
    Staff.objects.filter(id=gone.id).update(is_active=False)
    Staff.objects.filter(id=invented.id).update(in_demo=True)
    assert (send_all(), outbox()) == ({}, [])


@pytest.mark.django_db
def test_the_trail_says_that_it_was_sent_and_names_nobody():
    sam = a_week_that_waits()
    send_all()
    with acting(letters.ON_THE_MACHINE):
        lines = list(Entry.objects.filter(verb="saw to a weekly letter").values_list("about", "purpose", "people"))
    assert lines == [(f"staff {sam.id}", "sent", [])]


@pytest.mark.django_db
def test_nobody_on_a_page_sends_letters():
    sam = a_week_that_waits()
    with as_(sam), pytest.raises(NotYours):
        see_to_letter(Staff.objects.get(id=sam.id), something_waits=True, by=sam, at=now())


@pytest.mark.django_db
def test_the_day_and_whether_are_chosen_on_a_page_of_ones_own():
    sam = a_coordinator()
    client = signed_in(sam)
    shown = client.get("/your-settings/")
    assert shown.context["form"]["wanted"].value() == "yes"
    assert client.post("/your-settings/", {"wanted": "no", "weekday": "4"}).status_code == 303
    kept = WeeklyLetter.objects.get(staff_id=sam.id)
    assert (kept.wanted, kept.weekday) == (False, 4)


DAYS = st.dates(min_value=date(2025, 1, 1), max_value=date(2027, 12, 31))


@given(first=DAYS, weekday=st.integers(0, 6), runs=st.lists(st.booleans(), min_size=28, max_size=60))
def test_whichever_days_the_command_runs_nobody_gets_two_in_four_days_nor_none_in_a_week_of_daily_runs(first, weekday, runs):
    done: date | None = None
    sent = []
    for number, ran in enumerate(runs):
        day = first + timedelta(days=number)
        if ran and letter_is_due(True, weekday, done, today=day):
            done = day
            sent.append(day)
    assert all((later - earlier).days >= 4 for earlier, later in pairwise(sent))
    if all(runs):
        assert [day.weekday() for day in sent] == [weekday] * len(sent)
        assert len(sent) >= len(runs) // 7


@given(day=DAYS, weekday=st.integers(0, 6), done=st.none() | DAYS)
def test_whoever_wants_none_is_never_due(day, weekday, done):
    assert letter_is_due(False, weekday, done, today=day) is False
