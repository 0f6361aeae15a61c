"""An administrator lets people in, gives and ends seats and chooses colours; and sees nobody who is walked alongside."""

from __future__ import annotations

import re
from itertools import count

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.access.fences import with_a_person
from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.teams import actions, queries
from alongside.teams.models import Membership, Staff, Team
from tests.building import a_coordinator, a_seat, a_team, actor_of, an_actor, as_, now, signed_in, somebody, staff, today
from tests.teams.conftest import Member, lines

_number = count(1)


def new(**given: object) -> dict[str, object]:
    """What is typed of somebody new."""
    return {"name": "Ash Example", "email": f"Ash{next(_number)}@Example.org", "phone": "01632 960111", "role": "coordinator", **given}


def known_as(given: dict[str, object]) -> Staff | None:
    return Staff.objects.filter(email=str(given["email"]).lower()).first()


@pytest.fixture
def team(house: None) -> Team:
    return a_team()


@pytest.fixture
def admin(team: Team) -> Actor:
    return an_actor(Role.ADMINISTRATOR, team, "Robin")


@pytest.fixture
def browser(admin: Actor) -> Client:
    return signed_in(admin)


def test_a_colleague_is_added_and_chooses_a_password_by_a_link_shown_once(team, admin, browser):
    typed = new(team=team.id)
    added = browser.post(reverse("teams:add staff"), typed)
    ash = known_as(typed)
    assert added.headers["Location"] == reverse("teams:member", args=[ash.id])
    assert not ash.has_usable_password()
    shown = browser.get(added.headers["Location"]).content.decode()
    path = re.search(r"http://testserver(/accounts/password/set/\S+?)<", shown)[1]
    assert "/accounts/password/set/" not in browser.get(added.headers["Location"]).content.decode()
    set_up = Client()
    there = set_up.get(path, follow=True).request["PATH_INFO"]
    set_up.post(there, {"password1": "window harbour thistle", "password2": "window harbour thistle"})
    assert Member(ash).types_password("window harbour thistle").headers["Location"] == "/"
    assert lines("added a colleague") == [("added a colleague", f"staff {ash.id}", "done")]
    assert Membership.objects.get(staff=ash).since == today()


def test_with_a_mail_server_the_link_goes_to_the_colleague_alone(team, browser, settings):
    settings.EMAIL_HOST, settings.EMAIL_BACKEND, mail.outbox = "mail.example.org", "django.core.mail.backends.locmem.EmailBackend", []
    typed = new(team=team.id)
    added = browser.post(reverse("teams:add staff"), typed)
    shown = browser.get(added.headers["Location"]).content.decode()
    assert "/accounts/password/set/" not in shown
    assert f"on its way to {known_as(typed).email}" in shown


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": ""}, "Write their name."),
        ({"email": "ash"}, "Write the whole e-mail address, such as sam@example.org."),
        ({"role": ""}, "Choose one of the roles."),
        ({"role": "caretaker"}, "Choose one of the roles."),
        ({"team": "00000000-0000-7000-8000-000000000000"}, "Choose one of your teams."),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_is_kept(team, browser, given, sentence):
    typed = new(team=team.id) | given
    answer = browser.post(reverse("teams:add staff"), typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "01632 960111" in answer.content.decode()
    assert known_as(typed) is None


def test_nobody_has_two_accounts(team, browser):
    known = staff()
    answer = browser.post(reverse("teams:add staff"), new(team=team.id, email=known.email.upper()))
    assert answer.status_code == 422
    assert "has an account already" in answer.content.decode()


def test_a_seat_is_given_and_ended(team, browser):
    ash = staff()
    a_seat(ash, Role.COORDINATOR, team)
    given = browser.post(reverse("teams:give seat", args=[ash.id]), {"team": team.id, "role": "manager"})
    assert given.status_code == 303
    assert actor_of(ash).is_a(Role.MANAGER)
    seat = Membership.objects.get(staff=ash, role=Role.MANAGER)
    assert browser.post(reverse("teams:end seat", args=[seat.id])).status_code == 303
    assert not actor_of(ash).is_a(Role.MANAGER)
    assert [verb for verb, *_ in lines()] == ["gave a seat", "ended a seat"]


def test_the_same_seat_is_not_given_twice(team, browser):
    ash = staff()
    a_seat(ash, Role.COORDINATOR, team)
    answer = browser.post(reverse("teams:give seat", args=[ash.id]), {"team": team.id, "role": "coordinator"})
    assert (answer.status_code, "has this seat already" in answer.content.decode()) == (422, True)


def test_an_account_is_closed_and_opened_again(team, browser):
    ash = staff()
    a_seat(ash, Role.COORDINATOR, team)
    theirs = signed_in(actor_of(ash))
    assert theirs.get("/").wsgi_request.actor.id == ash.id
    browser.post(reverse("teams:close account", args=[ash.id]))
    assert theirs.get("/").wsgi_request.actor.id != ash.id
    browser.post(reverse("teams:open account", args=[ash.id]))
    ash.refresh_from_db()
    assert ash.is_active


def test_whoever_lost_their_phone_starts_anew(sam, house):
    team = sam.staff.seats.get().team
    browser = signed_in(an_actor(Role.ADMINISTRATOR, team))
    sam.signs_in()
    browser.post(reverse("teams:start anew", args=[sam.staff.id]))
    assert sam.browser.get("/").wsgi_request.actor.seats == ()
    sam.browser = Client()
    assert sam.types_password().status_code == 422
    shown = browser.get(reverse("teams:member", args=[sam.staff.id])).content.decode()
    path = re.search(r"http://testserver(/accounts/password/set/\S+?)<", shown)[1]
    there = sam.browser.get(path, follow=True).request["PATH_INFO"]
    sam.browser.post(there, {"password1": "window harbour thistle", "password2": "window harbour thistle"})
    assert sam.types_password("window harbour thistle").status_code == 302
    assert sam.browser.get("/staff/").headers["Location"] == reverse("mfa_index")


def test_nobody_gives_themselves_a_seat(team, admin, browser):
    answer = browser.post(reverse("teams:give seat", args=[admin.id]), {"team": team.id, "role": "coordinator"})
    assert answer.status_code == 403
    assert not queries.as_actor(Staff.objects.get(id=admin.id), on=today()).is_a(Role.COORDINATOR)


def test_nobody_locks_themselves_out(admin, browser):
    own = Membership.objects.get(staff_id=admin.id)
    assert browser.post(reverse("teams:end seat", args=[own.id])).status_code == 422
    assert browser.post(reverse("teams:close account", args=[admin.id])).status_code == 422
    assert browser.get(reverse("teams:staff")).status_code == 200


def test_an_administrator_of_another_organisation_finds_nobody(browser):
    theirs = staff()
    seat = a_seat(theirs, Role.COORDINATOR, a_team())
    assert theirs.name not in browser.get(reverse("teams:staff")).content.decode()
    assert browser.get(reverse("teams:member", args=[theirs.id])).status_code == 404
    assert browser.post(reverse("teams:end seat", args=[seat.id])).status_code == 404
    assert browser.post(reverse("teams:start anew", args=[theirs.id])).status_code == 404


def test_an_account_that_is_not_theirs_alone_stays_as_it_is(team, browser):
    shared = staff()
    a_seat(shared, Role.COORDINATOR, team)
    a_seat(shared, Role.COORDINATOR, a_team())
    for name in ("teams:close account", "teams:start anew"):
        answer = browser.post(reverse(name, args=[shared.id]))
        assert (answer.status_code, "another organisation" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_no_other_role_looks_after_staff(team, role):
    browser = signed_in(an_actor(role, team))
    assert {browser.get(reverse(f"teams:{page}")).status_code for page in ("staff", "add staff", "colours")} == {403}


def test_an_action_refuses_whoever_is_no_administrator(team):
    sam = a_coordinator(team)
    with as_(sam), pytest.raises(NotYours, match="Only an administrator"):
        actions.add_staff(name="Ash", email="ash2@example.org", team=team, role=Role.MANAGER, by=sam, at=now())
    with as_(sam), pytest.raises(NotYours, match="Only an administrator"):
        actions.found_organisation("Elsewhere", by=sam, at=now())


def test_an_administrator_sees_no_person(team, admin):
    somebody(a_coordinator(team))
    with as_(admin), connection.cursor() as cursor:
        seen = {}
        for table, keeping in with_a_person():
            if not keeping.hidden:
                cursor.execute(f"SELECT count(*) FROM {table}")
                seen[table] = cursor.fetchone()[0]
    print(f"{len(seen)} tables, {sum(seen.values())} rows seen")
    assert len(seen) >= 20
    assert {table: count for table, count in seen.items() if count} == {}


def test_the_list_of_staff_asks_the_same_questions_however_long_it_is(team, browser):
    asked = {}
    for how_many in (1, 30):
        while len(queries.staff_of(Team.objects.filter(id=team.id))) < how_many + 1:
            a_seat(staff(), Role.COORDINATOR, team)
        browser.get(reverse("teams:staff"))
        with CaptureQueriesContext(connection) as questions:
            assert browser.get(reverse("teams:staff")).status_code == 200
        asked[how_many] = len(questions)
    assert asked[1] == asked[30] <= 12
