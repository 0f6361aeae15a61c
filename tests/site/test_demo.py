"""The invented town: the same for the same seed, nobody in it real, and alive on its first morning."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.connections.near import near_to
from alongside.desk.days import day_of
from alongside.directory.models import Entry, Gap, Lived
from alongside.evidence.counting import opened
from alongside.evidence.periods import ALL_TIME, named, window
from alongside.introductions.models import Introduction
from alongside.introductions.words import SOURCES
from alongside.journeys.models import Level, Note
from alongside.people.models import Person, Whereabouts
from alongside.places.models import Locality, Postcode
from alongside.site.demo.generator import is_untouched, made_before, make_world
from alongside.site.demo.neighbourhood import degrees_at
from alongside.site.demo.plan import Size
from alongside.site.demo.settling import settle
from alongside.site.demo.world_plan import plan_world
from alongside.teams.models import Staff
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.teams.queries import as_actor
from alongside.trail.chain import faults
from alongside.trail.doing import acting
from alongside.trail.queries import stored_lines
from tests.conftest import a_copy
from tests.demo_world import a_demo, digest_without_keys

A_FEW = Size(stories=3, composed={"harbour": 3, "lowfields": 1, "overbracken": 1}, light=3, endings=2)
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), a_demo("demo") as name:
        yield name


def owner(sql: str) -> list[tuple]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_the_same_seed_lives_the_same_world(django_db_setup, django_db_blocker):
    now = timezone.now()
    lived = []
    with django_db_blocker.unblock():
        for name in ("one_world", "the_same_world"):
            with a_copy(name):
                make_world(11, now=now, size=A_FEW, quietly=True)
                lived.append(digest_without_keys())
    assert lived[0] == lived[1]


def test_there_are_three_localities_nine_staff_150_people_and_about_250_entries(demo):
    assert owner("SELECT count(*) FROM places_locality") == [(3,)]
    assert owner("SELECT count(*), count(*) FILTER (WHERE in_demo AND password LIKE '!%%') FROM teams_staff") == [(9, 9)]
    assert owner("SELECT count(*) FROM people_person") == [(150,)]
    assert 240 <= Entry.objects.count() <= 300


def test_everybody_was_introduced_and_stands_at_a_level(demo):
    introduced = set(Introduction.objects.using("owner").values_list("person_id", flat=True))
    at_a_level = set(Level.objects.using("owner").filter(until__isnull=True).values_list("person_id", flat=True))
    everybody = set(Person.objects.using("owner").values_list("id", flat=True))
    assert introduced == everybody
    assert at_a_level == everybody


def test_people_come_by_many_ways_some_often_and_some_seldom(demo):
    counted = dict(owner("SELECT source, count(*) FROM introductions_introduction GROUP BY source"))
    assert set(counted) >= {word.stored for word in SOURCES} - {"other"}
    assert min(counted.values()) < 8 <= max(counted.values())


def test_no_word_was_left_with_a_gap(demo):
    columns = [
        ("journeys_note", "text"), ("journeys_goodlife", "words"), ("journeys_agreement", "words"), ("journeys_step", "words || how_it_went || who"),
        ("connections_rung", "words"), ("connections_connection", "why"), ("outcomes_lifechange", "words || whose_doing"), ("people_gift", "words"),
        ("people_intheirlife", "name || words"), ("introductions_introduction", "introduced_by || why"), ("access_naming", "extract"),
        ("directory_entry", "name || description || how_to_join"),
    ]  # fmt: skip
    gaps = [row for table, words in columns for row in owner(f"SELECT {words} FROM {table} WHERE ({words}) ~ '[{{}}]|  '")]
    assert gaps == []


def test_the_trail_holds_and_says_at_the_end_that_the_demo_is_whole(demo):
    lines = list(stored_lines())
    assert list(faults(lines)) == []
    assert lines[-1].verb == "made the demo"
    assert timezone.localdate(lines[0].at) < timezone.localdate() - timedelta(days=700)
    assert made_before() is not None


def test_the_trail_tells_of_looks_by_those_who_cover_the_named_partner_and_the_governance_lead(demo):
    reasons = {line.purpose.split(":")[0] for line in stored_lines() if line.verb == "looked at"}
    assert reasons == {"walks alongside", "same team", "named to them", "information governance"}


def test_a_world_that_was_cut_short_is_known(committed):
    assert is_untouched()
    world = plan_world(3, timezone.localdate(), A_FEW)
    with acting(ON_THE_MACHINE, purpose="demo"):
        settle(world, timezone.now())
    assert made_before() is None
    assert not is_untouched()


# --- Nobody real ---------------------------------------------------------------------------------------------------


def test_nothing_lies_anywhere_but_on_the_invented_patch(demo):
    south, west = degrees_at(-3000, -1000)
    north, east = degrees_at(1000, 4500)
    (south, west), (north, east) = (min(south, north), min(west, east)), (max(south, north), max(west, east))
    places = [
        place
        for model in (Postcode, Entry, Whereabouts)
        for place in model.objects.using("owner").filter(latitude__isnull=False).values_list("latitude", "longitude")
    ]
    assert len(places) > 400
    assert [place for place in places if not (south <= place[0] <= north and west <= place[1] <= east)] == []


def test_no_letter_reaches_its_postcodes(demo):
    postcodes = {
        postcode
        for model in (Postcode, Entry, Whereabouts)
        for postcode in model.objects.using("owner").exclude(postcode="").values_list("postcode", flat=True)
    }
    assert {postcode for postcode in postcodes if not postcode.startswith("ZZ99 ")} == set()


def test_no_telephone_rings_and_no_address_is_anybodys(demo):
    rows = [(phone, email) for model in (Staff, Entry, Whereabouts) for phone, email in model.objects.using("owner").values_list("phone", "email")]
    phones = [phone for phone, _ in rows if phone]
    emails = [email for _, email in rows if email]
    assert [phone for phone in phones if not re.fullmatch(r"01632 960\d{3}|07700 900\d{3}|0808 157 0\d{3}", phone)] == []
    assert [email for email in emails if not email.endswith("@example.org")] == []
    of_people = list(Whereabouts.objects.using("owner").exclude(phone="").values_list("phone", flat=True))
    assert len(of_people) == len(set(of_people)) > 80


# --- Its first morning ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("coordinator", ["delyth", "femi", "karolina"])
def test_each_coordinators_first_morning_has_something_of_everything(demo, coordinator):
    today = timezone.localdate()
    staff = Staff.objects.get(email=f"{coordinator}@example.org")
    actor = as_actor(staff, on=today)
    with acting(actor, purpose="a test"):
        day = day_of(actor.id, today=today, quiet_after_days=28)
    when = {visit["on"] for visit in day["visits"]}
    assert {today - timedelta(days=1), today, today + timedelta(days=1)} <= when
    assert today - timedelta(days=1) in {one["since"] for one in day["introduced"]}
    assert day["asked"]
    due = {step["by_when"] for step in day["promised"]}
    assert min(due) < today <= max(due)
    assert 1 <= len(day["quiet"]) <= 15


def test_the_story_to_open_first_is_whole(demo):
    mo = Person.objects.using("owner").get(likes_to_be_called="Mo")
    text = "\n".join(Note.objects.using("owner").filter(person=mo).values_list("text", flat=True))
    assert all(word in text for word in ("listened", "envelope", "rent cards", "tenancy", "social worker", "alarm", "Halina"))


def test_of_mo_there_is_why_she_came_her_papers_her_week_what_she_gave_and_who_stands_closest(demo):
    found = Person.objects.using("owner").get(likes_to_be_called="Mo").id
    assert {area for (area,) in owner(f"SELECT area FROM introductions_whytheycame WHERE person_id = '{found}' AND area <> ''")} == {
        "housing", "safety", "mental health",
    }  # fmt: skip
    halina = f"JOIN people_intheirlife l ON l.id = p.one_id WHERE l.person_id = '{found}' AND l.name = 'Halina'"
    rings = owner(f"SELECT p.ring FROM people_closeness p {halina} ORDER BY p.since")
    assert [ring for (ring,) in rings] == ["know", "closest"]
    for table in ("journeys_paper", "connections_activity", "connections_contribution", "journeys_rhythm"):
        assert owner(f"SELECT count(*) > 0 FROM {table} WHERE person_id = '{found}'") == [(True,)]


def test_the_figures_of_the_demo_say_something_and_hold_something_back(demo):
    """Of the larger team: reasons of several, pairs, hours and endings; and of what leaves some is held back and some is not."""
    (payload,), *_others = owner("SELECT payload FROM evidence_extract WHERE payload IS NOT NULL ORDER BY length(payload) DESC")
    over = window(named(ALL_TIME, on=date.today()), extracted_on=date.today())
    with opened(bytes(payload)) as extract:
        reasons = Counter(dict.fromkeys(("housing", "nothing said"), 0))
        for (_home, part), n in extract.counts("people_by_area", over).items():
            reasons[part] += n
        compared = [one for one in extract.circles(over) if one.after is not None]
        endings = {part for _home, part in extract.counts("introductions_by_ending", over)}
    assert min(reasons["housing"], reasons["nothing said"]) > 0
    assert len(compared) >= 20
    assert {"not reached", "not now", "not for me", "moved on", "not active", "level 2"} <= endings
    said_no = owner("SELECT count(*) FROM access_choice WHERE audience = 'evaluation' AND answer = 'no'")
    assert said_no == [(1,)]


def test_the_first_page_offers_each_of_the_staff_as_one_click(demo, settings):
    settings.DEMO = True
    page = Client().get("/")
    names = Staff.objects.values_list("name", flat=True)
    assert len(names) == 9
    assert [name for name in names if f"Be {name}" not in page.content.decode()] == []
    assert "Mo" in page.content.decode()


def test_one_click_opens_a_coordinators_day(demo, settings):
    settings.DEMO = True
    client, delyth = Client(), Staff.objects.get(email="delyth@example.org")
    answer = client.post(reverse("one click", args=[delyth.id]))
    assert answer.headers["Location"] == reverse("desk:today")
    assert "Capstan Court" in client.get(reverse("desk:today")).content.decode()


def test_there_is_no_one_click_outside_the_demo(demo, settings):
    settings.DEMO = False
    delyth = Staff.objects.get(email="delyth@example.org")
    assert Client().post(reverse("one click", args=[delyth.id])).status_code == 404
    assert Client().get("/").status_code == 302


def test_localities_have_their_council_and_their_teams(demo):
    assert sorted(Locality.objects.values_list("name", "council", "teams__name")) == [
        ("Harbour End", "Brackenmouth Borough Council", "Harbour End and Lowfields coordinators"),
        ("Lowfields", "Brackenmouth Borough Council", "Harbour End and Lowfields coordinators"),
        ("Overbracken", "Brackenmouth Borough Council", "Millbeck practice team"),
        ("Overbracken", "Brackenmouth Borough Council", "Overbracken link workers"),
    ]


def test_wishes_are_kept_one_is_answered_and_somebody_near_waits_and_two_have_agreed(demo):
    femi, karolina = (as_actor(Staff.objects.get(email=f"{key}@example.org"), on=timezone.localdate()) for key in ("femi", "karolina"))
    with acting(femi):
        names = dict(Person.objects.filter(name__in=("Clarence Ottley", "Jamie Fenwick", "Patrick Heffernan")).values_list("id", "name"))
        near = {(names[one.person_id], one.state) for one in near_to(names)}
    assert near >= {("Clarence Ottley", "both"), ("Patrick Heffernan", "both"), ("Clarence Ottley", "could"), ("Jamie Fenwick", "could")}
    with acting(karolina):
        assert Gap.objects.get(of__isnull=False, entry__isnull=False).entry.name == "Quarry Road Tearoom"
        assert (Gap.objects.filter(of__isnull=True).count(), Lived.objects.filter(happened="went back").exists()) == (1, True)
