"""Sessions end, cookies are kept close, and the demonstration's accounts open nothing outside it."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.teams.models import Staff
from tests.building import a_seat, a_team, staff
from tests.teams.conftest import Member, a_member, lines


def is_in(browser: Client) -> bool:
    return bool(browser.get("/").wsgi_request.actor.seats)


def set_back(browser: Client, what: str, seconds: int) -> None:
    session = browser.session
    session[what] = int(time.time()) - seconds
    session.save()


def test_an_idle_session_ends(sam):
    sam.signs_in()
    assert is_in(sam.browser)
    set_back(sam.browser, "last seen", 60 * 60 - 60)
    assert is_in(sam.browser)
    set_back(sam.browser, "last seen", 60 * 60 + 60)
    assert not is_in(sam.browser)


def test_a_session_in_use_ends_after_ten_hours(sam):
    sam.signs_in()
    assert is_in(sam.browser)
    set_back(sam.browser, "began", 10 * 3600 - 60)
    assert is_in(sam.browser)
    set_back(sam.browser, "began", 10 * 3600 + 60)
    assert not is_in(sam.browser)


def test_a_session_that_has_ended_is_gone_though_the_form_it_came_with_is_refused(sam):
    sam.signs_in()
    assert is_in(sam.browser)
    set_back(sam.browser, "last seen", 60 * 60 + 60)
    key = sam.browser.session.session_key
    assert sam.browser.post("/staff/add/", {"name": "Ash"}).status_code == 401
    assert not Session.objects.filter(session_key=key).exists()


def test_a_new_session_is_made_at_each_step(sam):
    sam.browser.get(reverse("account_login"))
    sam.types_password()
    before = sam.browser.session.session_key
    sam.types_code()
    assert sam.browser.session.session_key != before


def test_cookies_are_closed_to_scripts_and_to_other_sites(sam):
    sam.browser.get(reverse("account_login"))
    sam.signs_in()
    for name in ("session", "csrf"):
        cookie = sam.browser.cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")
    assert sam.browser.cookies["session"]["max-age"] == ""


@pytest.fixture
def demo_account(house):
    """An account made by the demonstration, with a password and an app that nobody should have given it."""
    member = a_member()
    Staff.objects.filter(id=member.staff.id).update(in_demo=True)
    member.staff.refresh_from_db()
    return member


def test_a_demo_account_cannot_sign_in_outside_the_demo_whatever_it_has(demo_account):
    assert demo_account.types_password().headers["Location"] == reverse("account_login")
    assert demo_account.types_code().headers["Location"] == reverse("account_login")
    assert not is_in(demo_account.browser)


def test_a_session_of_a_demo_account_opens_nothing_outside_the_demo(demo_account, settings):
    settings.DEMO = True
    assert demo_account.browser.post(reverse("one click", args=[demo_account.staff.id])).status_code == 302
    assert is_in(demo_account.browser)
    settings.DEMO = False
    assert not is_in(demo_account.browser)
    forced = Client()
    forced.force_login(demo_account.staff)
    assert not is_in(forced)


def test_one_click_is_no_page_outside_the_demo(demo_account):
    assert Client().post(reverse("one click", args=[demo_account.staff.id])).status_code == 404


def test_one_click_is_for_demo_accounts_alone(house, settings):
    settings.DEMO = True
    real = a_member()
    browser = Client()
    assert browser.post(reverse("one click", args=[real.staff.id])).status_code == 404
    assert not is_in(browser)


def test_a_real_account_is_still_asked_for_both_factors_in_the_demo(house, settings):
    settings.DEMO = True
    real = a_member()
    real.types_password()
    assert not is_in(real.browser)
    real.types_code()
    assert is_in(real.browser)


def test_nobody_changes_how_a_demo_account_signs_in(house, settings):
    settings.DEMO = True
    somebody = staff()
    a_seat(somebody, Role.COORDINATOR, a_team())
    Staff.objects.filter(id=somebody.id).update(in_demo=True)
    browser = Client()
    browser.post(reverse("one click", args=[somebody.id]))
    for name in ("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_change_password"):
        assert browser.get(reverse(name)).status_code == 403


def test_no_link_is_made_for_a_demo_account(demo_account, settings, mailoutbox):
    settings.DEMO = True
    Client().post(reverse("account_reset_password"), {"email": demo_account.staff.email})
    assert mailoutbox == []


def test_no_address_stands_in_the_trail(sam):
    sam.types_password("a guess")
    sam.signs_in()
    assert not any("@" in piece for line in lines() for piece in line)


def test_recovery_codes_alone_are_no_second_factor(newcomer):
    Member(newcomer.staff).recovery_codes()
    newcomer.types_password()
    assert newcomer.browser.get("/staff/").headers["Location"] == reverse("mfa_index")


def test_a_stolen_database_does_not_give_the_second_factor(sam, settings):
    settings.SECRET_KEY = "another key than the one it was kept with, fifty letters long"
    sam.types_password()
    assert sam.types_code().status_code == 422


def test_the_old_key_still_opens_what_it_closed(house, settings):
    kept_with = settings.SECRET_KEY
    sam = a_member()
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key than the one it was kept with, fifty letters long", [kept_with]
    sam.signs_in()
    assert is_in(sam.browser)
    assert TOTP is not None
