"""Who may hand whom over, whom that shows to whom, and where it is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.access.models import Cover
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys import actions as journeys
from alongside.journeys.models import HandedOver
from alongside.people.models import Person
from alongside.teams.models import Membership, Staff
from alongside.trail.doing import acting
from alongside.trail.models import Entry
from alongside.web.actions import keep_draft
from tests.building import a_coordinator, a_seat, a_team, actor_of, an_actor, as_, now, signed_in, somebody, today

from .handing import IN_A_WEEK, Fern, is_with, on_the_day, protect, walk_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def fern() -> Fern:
    return Fern()


def test_where_somebody_lives_stays_hidden_from_whoever_takes_over_and_visits_stay_with_those_who_see_them(fern):
    gwen = fern.somebody("Gwen Example")
    visit = fern.visit(gwen, 3)
    protect(fern, gwen)
    fern.hands_over(gwen)
    assert fern.now(visit).staff_id == fern.delyth.id
    assert on_the_day(fern.priya)["visits"] is None


def test_a_manager_hands_over_nobody_of_another_team_nor_learns_of_them(fern):
    elsewhere = a_team(organisation=fern.team.organisation)
    a_seat(fern.team.seats.get(staff_id=fern.delyth.id).staff, Role.COORDINATOR, elsewhere)
    other = a_coordinator(elsewhere)
    here, there = fern.somebody("Gwen Example"), Person(id=somebody(other, "Hal Elsewhere"))
    with as_(other):
        journeys.walk_alongside(there, fern.delyth.id, since=today(), by=other, at=now())
    shown = signed_in(fern.mina).get(f"/hand-over/of/{fern.delyth.id}/").content.decode()
    assert ("Gwen Example" in shown, "Hal Elsewhere" in shown) == (True, False)
    fern.hands_over()
    assert (walk_with(fern, here), is_with(other, there, fern.delyth)) == (["Priya Nair"], True)


def test_the_page_says_the_same_whether_there_are_others_or_not(fern):
    fern.somebody("Gwen Example")
    page = f"/hand-over/of/{fern.delyth.id}/"
    words = "Whoever is on no list of yours stays where they are."
    assert words in signed_in(fern.mina).get(page).content.decode()


def test_what_was_begun_and_not_saved_is_found_again_where_it_was_written(fern):
    client = signed_in(fern.mina)
    page = f"/hand-over/of/{fern.delyth.id}/"
    fern.somebody("Gwen Example")
    with as_(fern.mina):
        keep_draft(f"hand-over/{fern.delyth.id}", None, {"words": "She likes a warning"}, page=page, by=fern.mina, at=now())
    assert page in client.get("/unfinished/").content.decode()
    assert "She likes a warning" in client.get(page).content.decode()


def test_whoever_has_left_can_still_be_taken_over_from(fern):
    gwen = fern.somebody("Gwen Example")
    Membership.objects.filter(staff_id=fern.delyth.id).update(until=today())
    fern.hands_over()
    assert walk_with(fern, gwen) == ["Priya Nair"]


def test_nobody_but_a_manager_of_the_team_hands_over(fern):
    gwen = fern.somebody("Gwen Example")
    for nobody_to_say in (fern.delyth, fern.priya, an_actor(Role.MANAGER)):
        with pytest.raises(NotYours, match="handed over by a manager of the team"):
            fern.hands_over(gwen, by=nobody_to_say)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"since": -1}, "This day has passed"),
        ({"since": 400}, "within a year"),
        ({"to": "delyth"}, "theirs already"),
        ({"to": "elsewhere"}, "has no seat in the team that keeps these records"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(fern, given, sentence):
    gwen = fern.somebody("Gwen Example")
    to = {"delyth": fern.delyth, "elsewhere": a_coordinator(a_team(organisation=fern.team.organisation))}.get(given.get("to"), fern.priya)
    with pytest.raises(Refused, match=sentence):
        fern.hands_over(gwen, to=to, since=today() + timedelta(days=given.get("since", 0)))


def test_somebody_with_nobody_has_nobody_to_hand_over(fern):
    with pytest.raises(Refused, match="Tick those to be handed over"):
        fern.hands_over()


def test_a_line_for_each_person_stands_in_the_trail(fern):
    people = sorted([fern.somebody("Gwen Example").id, fern.somebody("Hal Example").id])
    made = fern.hands_over()
    with acting(fern.mina):
        lines = list(Entry.objects.filter(actor_id=fern.mina.id, verb="handed over").order_by("seq").values_list("people", "about"))
    assert lines == [([person], f"hand-over {made.id}") for person in people]


def test_the_story_and_the_page_say_that_it_happened_with_the_word_to_whoever_goes_on(fern):
    gwen = fern.somebody("Gwen Example")
    fern.hands_over(words="She likes to be rung first.")
    shown = " ".join(signed_in(fern.priya).get(f"/people/{gwen.id}/").content.decode().split())
    assert "Handed over to Priya Nair by Delyth Vaughan" in shown
    assert "She likes to be rung first." in shown
    assert f"after {fern.delyth.name}" in shown


def test_the_word_stands_on_the_day_of_whoever_goes_on_until_they_have_read_it(fern):
    fern.somebody("Gwen Example")
    made = fern.hands_over(words="She likes to be rung first.")
    assert [(row["giver"], row["name"], row["words"]) for row in on_the_day(fern.priya)["handed"]] == [
        ("Delyth Vaughan", "Gwen Example", "She likes to be rung first.")
    ]
    with as_(fern.delyth), pytest.raises(NotYours):
        journeys.read_of_hand_over(made, by=fern.delyth, at=now())
    assert signed_in(fern.priya).post(f"/hand-over/{made.id}/read/").status_code == 303
    assert on_the_day(fern.priya)["handed"] is None


def test_a_cover_of_whoever_goes_ends_with_their_going(fern):
    gwen, jo = fern.somebody("Gwen Example"), a_coordinator(a_team(organisation=fern.team.organisation))
    Cover.objects.create(away_id=fern.delyth.id, covering_id=jo.id, since=today(), until=today() + IN_A_WEEK, everybody=True, by_id=fern.delyth.id, at=now())
    fern.hands_over()
    with acting(jo):
        assert Person.objects.filter(id=gwen.id).exists() is False


def test_everything_that_went_over_is_known_by_its_row(fern):
    gwen = fern.somebody("Gwen Example")
    step, wait, visit = fern.step(gwen), fern.wait(gwen), fern.visit(gwen, 1)
    made = fern.hands_over()
    with acting(fern.mina):
        handed = HandedOver.objects.get(hand_over=made)
    assert (handed.steps, handed.waits, handed.visits) == ([step.id], [wait.id], [visit.id])


def in_both_teams(fern, elsewhere, actor, role=Role.COORDINATOR):
    """The same colleague with a seat in the other team besides."""
    member = Staff.objects.get(id=actor.id)
    a_seat(member, role, elsewhere)
    return actor_of(member)


def test_a_hand_over_is_taken_back_by_nobody_who_could_not_have_made_it(fern):
    elsewhere = a_team(organisation=fern.team.organisation)
    in_both_teams(fern, elsewhere, fern.delyth)
    gwen = fern.somebody("Gwen Example")
    made = fern.hands_over()
    walks_here_manages_there = in_both_teams(fern, elsewhere, a_coordinator(fern.team), Role.MANAGER)
    assert signed_in(walks_here_manages_there).post(f"/hand-over/{made.id}/back/").status_code == 403
    assert walk_with(fern, gwen) == ["Priya Nair"]


def test_a_manager_takes_back_their_part_and_the_rest_can_be_taken_back_after(fern):
    elsewhere = a_team(organisation=fern.team.organisation)
    delyth, both = in_both_teams(fern, elsewhere, fern.delyth), in_both_teams(fern, elsewhere, fern.mina, Role.MANAGER)
    in_both_teams(fern, elsewhere, fern.priya)
    other = a_coordinator(elsewhere)
    here, there = fern.somebody("Gwen Example"), Person(id=somebody(other, "Hal Elsewhere"))
    with as_(other):
        journeys.walk_alongside(there, delyth.id, since=today(), by=other, at=now())
    made = fern.hands_over(by=both)
    boss_there = an_actor(Role.MANAGER, elsewhere)
    assert signed_in(boss_there).post(f"/hand-over/{made.id}/back/").status_code == 303
    assert (is_with(fern.mina, here, fern.priya), is_with(other, there, fern.delyth)) == (True, True)
    made.refresh_from_db()
    assert made.undone_at is None
    fern.takes_back(made)
    assert is_with(fern.mina, here, fern.delyth)
    made.refresh_from_db()
    assert made.undone_at is not None


def test_handed_on_and_that_taken_back_the_first_can_be_taken_back_too(fern):
    gwen, third = fern.somebody("Gwen Example"), a_coordinator(fern.team, name="Tom Reed")
    first = fern.hands_over()
    with as_(fern.mina):
        second = journeys.hand_over(fern.priya.id, third.id, since=today(), everybody=True, by=fern.mina, at=now())
    fern.takes_back(second)
    fern.takes_back(first)
    assert walk_with(fern, gwen) == ["Delyth Vaughan"]
