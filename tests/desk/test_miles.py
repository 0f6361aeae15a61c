"""Time and miles by month: one's own, a manager's colleagues', and nobody else's; as a file in which nothing runs."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.journeys import actions
from alongside.journeys.rules import Took
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    sam = a_coordinator(name="Sam Holt")
    gwen, hal = somebody(sam), somebody(sam)
    with as_(sam):
        notes = actions.write_together("We sang.", {gwen: "", hal: ""}, on=today(), how="out", by=sam, at=now())
        took = Took(minutes=50, travel_minutes=20, miles=Decimal("4.5"))
        actions.say_what_it_took(notes[0].together, took, on=today(), by=sam, at=now())
    return sam


def words_of(actor, **asked):
    return signed_in(actor).get(reverse("desk:miles"), asked).content.decode()


def test_a_visit_with_two_is_one_line_and_names_nobody(sam):
    page = words_of(sam)
    assert (page.count("<tr class"), "4.5" in page, "Gwen Example" in page) == (3, True, False)


def test_a_manager_reads_a_colleagues_month_and_a_colleague_does_not(sam):
    team = Team.objects.get(id=sam.team_id)
    asked = {"of": sam.id}
    assert "4.5" in words_of(an_actor(Role.MANAGER, team), **asked)
    assert "4.5" not in words_of(a_coordinator(team), **asked)
    assert "4.5" not in words_of(an_actor(Role.MANAGER), **asked)


def test_another_month_is_another_list(sam):
    assert "Nothing in this month" in words_of(sam, month=f"{days_ago(400):%Y-%m}")
    assert "4.5" in words_of(sam, month="nonsense")


def test_the_file_holds_the_same_and_no_cell_that_runs(sam):
    file = signed_in(sam).get(reverse("desk:miles file"))
    rows = file.content.decode("utf-8-sig").splitlines()
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[3:] == [f"{today().isoformat()},50,20,4.5", "Together,50,20,4.5"]


def test_what_was_said_can_be_said_anew_and_taken_back(sam):
    from alongside.journeys.models import Outing

    with as_(sam):
        visit = Outing.objects.get().visit
        actions.say_what_it_took(visit, Took(miles=Decimal("6.0")), on=today(), by=sam, at=now())
        assert Outing.objects.values_list("minutes", "tenths_of_miles").get() == (None, 60)
        actions.say_what_it_took(visit, Took(), on=today(), by=sam, at=now())
        assert not Outing.objects.exists()


def test_what_a_visit_took_is_put_right_where_its_note_is(sam):
    from alongside.journeys.models import Note, Outing

    with as_(sam):
        note, outing = Note.objects.latest("at"), Outing.objects.get()
        assert outing.visit == (note.together or note.id)
    Team.objects.filter(id=sam.team_id).update(asks=["minutes", "travel_minutes", "miles"])
    browser, page = signed_in(sam), reverse("desk:amend note", args=[note.person_id, note.id])
    assert 'value="4.5"' in browser.get(page).content.decode()
    says = {"text": note.text, "how": note.how, "on_day": note.on.day, "on_month": note.on.month, "on_year": note.on.year}
    assert browser.post(page, {**says, "minutes": "50", "travel_minutes": "20", "miles": "5.4"}).status_code == 303
    with as_(sam):
        assert Outing.objects.values_list("minutes", "travel_minutes", "tenths_of_miles").get() == (50, 20, 54)
    assert browser.post(page, {**says, "minutes": "many"}).status_code == 422
