"""Whoever sees only one of two records asks whoever sees the other, and neither is told whom."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection

from alongside.access.actions import answer_proposal, join, propose_one_person
from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.models import Person, Proposal
from alongside.people.queries import OutOfSight, others_like, proposals_of, proposals_to_answer
from alongside.teams.models import Team
from tests import building

pytestmark = pytest.mark.django_db
BORN = building.days_ago(30_000)


@pytest.fixture
def two_teams() -> tuple[Actor, Actor]:
    organisation = building.an_organisation()
    north, south = (building.a_team(name, organisation=organisation) for name in ("North", "South"))
    return building.a_coordinator(north, "Nia North"), building.a_coordinator(south, "Sol South")


@pytest.fixture
def known_twice(two_teams: tuple[Actor, Actor]) -> tuple[UUID, UUID]:
    nia, sol = two_teams
    return building.somebody(nia, "Gwen Prys", date_of_birth=BORN), building.somebody(sol, "Gwen Prys", date_of_birth=BORN)


def proposed(by: Actor, key: UUID) -> int:
    with building.as_(by):
        (one,) = others_like(key)
        return propose_one_person(Person.objects.get(id=key), ask=one.ask, words="She told me of you.", by=by, at=building.now())


def asked_of(actor: Actor) -> Proposal:
    with building.as_(actor):
        return proposals_to_answer().get()


def test_whom_to_ask_is_said_and_nothing_of_them(two_teams, known_twice):
    nia, _sol = two_teams
    with building.as_(nia):
        assert others_like(known_twice[0]) == [OutOfSight("almost certainly", "Sol South, South", False)]
        assert others_like(known_twice[1]) == []


def test_of_somebody_in_sight_nothing_is_said_here(two_teams):
    nia, _sol = two_teams
    one = building.somebody(nia, "Gwen Prys", date_of_birth=BORN)
    building.somebody(nia, "Gwen Prys", date_of_birth=BORN)
    with building.as_(nia):
        assert others_like(one) == []


def test_each_side_reads_its_own_side(two_teams, known_twice):
    nia, sol = two_teams
    assert proposed(nia, known_twice[0]) == 1
    wish = asked_of(sol)
    assert (wish.person_id, wish.by.name, wish.words) == (known_twice[1], "Nia North", "She told me of you.")
    with building.as_(sol):
        assert (Proposal.objects.count(), Person.objects.filter(id=wish.other_id).exists()) == (1, False)
    with building.as_(nia):
        assert (Proposal.objects.count(), proposals_to_answer().count(), others_like(known_twice[0])[0].proposed) == (1, 0, True)
    with pytest.raises(Refused, match="proposed already"):
        proposed(nia, known_twice[0])


def test_two_people_is_an_answer_for_good(two_teams, known_twice):
    nia, sol = two_teams
    proposed(nia, known_twice[0])
    wish = asked_of(sol)
    with building.as_(sol):
        answer_proposal(wish, "two people", words="Mine is a twin.", by=sol, at=building.now())
        assert proposals_to_answer().count() == 0
    with building.as_(nia):
        mine = proposals_of(known_twice[0]).get()
        assert (mine.answer, mine.answer_words, mine.answered_by.name) == ("two people", "Mine is a twin.", "Sol South")
        assert others_like(known_twice[0]) == []
    with building.as_(sol), pytest.raises(Refused, match="answered already"):
        answer_proposal(Proposal.objects.get(), "one person", words="", by=sol, at=building.now())


def test_let_us_talk_leaves_it_open(two_teams, known_twice):
    nia, sol = two_teams
    proposed(nia, known_twice[0])
    wish = asked_of(sol)
    with building.as_(sol):
        answer_proposal(wish, "ask", words="Ring me.", by=sol, at=building.now())
    wish = asked_of(sol)
    with building.as_(sol):
        answer_proposal(wish, "one person", words="", by=sol, at=building.now())
    with building.as_(nia):
        assert proposals_of(known_twice[0]).get().answer == "one person"


def test_whoever_sees_both_joins_them_and_nothing_is_asked_any_more(two_teams, known_twice):
    nia, sol = two_teams
    proposed(nia, known_twice[0])
    max_both = building.staff("Max Both")
    for actor in two_teams:
        building.a_seat(max_both, Role.MANAGER, _team(actor))
    manager = building.actor_of(max_both)
    with building.as_(manager):
        wish = proposals_to_answer().get()
        kept, other = (Person.objects.get(id=key) for key in (wish.person_id, wish.other_id))
        join(kept, other, taking=[], by=manager, at=building.now())
        assert proposals_to_answer().count() == 0
    assert asked_none(sol)


def asked_none(actor: Actor) -> bool:
    with building.as_(actor):
        return not proposals_to_answer().exists()


def _team(actor: Actor) -> Team:
    return Team.objects.get(id=actor.team_id)


def test_nobody_answers_for_a_record_they_do_not_see(two_teams, known_twice):
    nia, sol = two_teams
    proposed(nia, known_twice[0])
    wish = asked_of(sol)
    with building.as_(nia), pytest.raises(Exception, match="Only whoever sees"):
        answer_proposal(wish, "two people", words="", by=nia, at=building.now())


def test_a_partner_proposes_nothing(two_teams, known_twice):
    partner = building.an_actor(Role.PARTNER, _team(two_teams[0]))
    with building.as_(partner), pytest.raises(NotYours):
        propose_one_person(Person(id=known_twice[0]), ask="Sol South, South", words="", by=partner, at=building.now())


def test_the_pages_cannot_write_a_proposal_themselves(two_teams, known_twice):
    nia, _sol = two_teams
    proposed(nia, known_twice[0])
    with pytest.raises(Exception, match="permission denied"), building.as_(nia), connection.cursor() as cursor:
        cursor.execute("UPDATE people_proposal SET answer = 'one person'")


def test_putting_a_birthday_right_asks_whether_they_are_known(two_teams):
    nia, sol = two_teams
    building.somebody(sol, "Gwen Prys", date_of_birth=BORN)
    key = building.somebody(nia, "Gwen Price", date_of_birth=building.days_ago(20_000))
    client = building.signed_in(nia)
    given = {
        "name": "Gwen Prys",
        "likes_to_be_called": "",
        "date_of_birth_0": str(BORN.day),
        "date_of_birth_1": str(BORN.month),
        "date_of_birth_2": str(BORN.year),
    }
    answered = client.post(f"/people/{key}/who/", given)
    assert (answered.status_code, answered["Location"]) == (303, f"/people/{key}/same/")
    page = client.get(answered["Location"]).content.decode()
    assert ("Ask them to get in touch: Sol South, South." in page, "Now they look like somebody who is known already" in page) == (True, True)
    again = client.post(f"/people/{key}/who/", {**given, "likes_to_be_called": ""})
    assert again["Location"] == f"/people/{key}/"


def test_what_makes_them_nobody_known_leads_back_to_their_page(two_teams):
    nia, _sol = two_teams
    key = building.somebody(nia, "Gwen Prys")
    answered = building.signed_in(nia).post(f"/people/{key}/who/", {"name": "Gwendolyn Pryce-Nobody", "likes_to_be_called": ""})
    assert (answered.status_code, answered["Location"]) == (303, f"/people/{key}/")
