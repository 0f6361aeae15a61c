"""Two steps for everybody; one opens nothing."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.teams import actions
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting
from tests.building import a_seat, a_team, now, today
from tests.teams.conftest import PASSWORD, Member, a_member, lines
from tests.trust import routes

OPEN_WITH_ONE_FACTOR = {"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "account_logout", "teams:theme", "teams:logo"}
A_STAFF_PAGE = "/staff/"


def is_in(member: Member) -> bool:
    """Whether the house knows them as who they are."""
    return member.browser.get("/").wsgi_request.actor.id == member.staff.id


def test_a_password_and_a_code_open_the_house(sam):
    assert sam.types_password().headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(sam)
    assert sam.types_code().headers["Location"] == "/"
    assert is_in(sam)
    assert lines() == [("signed in", f"staff {sam.staff.id}", "done")]


def test_where_they_were_going_is_remembered(sam):
    sam.types_password(next="/colours/")
    assert sam.types_code().headers["Location"] == "/colours/"


def test_nobody_is_led_elsewhere_after_signing_in(sam):
    sam.types_password(next="https://elsewhere.example.org/")
    assert sam.types_code().headers["Location"] == "/"


def test_a_recovery_code_works_once(sam):
    code = sam.recovery_codes()[0]
    sam.types_password()
    assert sam.types_code(code).status_code == 302
    assert is_in(sam)
    sam.browser = Client()
    sam.types_password()
    assert sam.types_code(code).status_code == 422
    assert not is_in(sam)


def test_a_code_works_once(sam):
    code = sam.code()
    sam.types_password()
    sam.types_code(code)
    sam.browser = Client()
    sam.types_password()
    assert sam.types_code(code).status_code == 422


def test_a_code_is_not_taken_again_while_a_phone_may_still_show_it(sam):
    """allauth forgets after half a minute that it was used, and takes the code of the half minute before."""
    code = sam.code()
    sam.types_password()
    sam.types_code(code)
    cache.delete(f"allauth.mfa.totp.used?user={sam.staff.pk}&code={code}")
    sam.browser = Client()
    sam.types_password()
    assert sam.types_code(code).status_code == 422


def test_a_wrong_password_gives_the_address_back_and_leaves_a_line(sam):
    answer = sam.types_password("not the password")
    assert answer.status_code == 422
    assert sam.staff.email in answer.content.decode()
    assert lines() == [("tried to sign in", f"staff {sam.staff.id}", "refused")]


def test_an_unknown_address_gets_the_same_answer_and_is_not_written_down(sam):
    stranger = Client()
    known = stranger.post("/accounts/login/", {"login": sam.staff.email, "password": "not the password"})
    unknown = stranger.post("/accounts/login/", {"login": "nobody@example.org", "password": "not the password"})
    assert (known.status_code, unknown.status_code) == (422, 422)
    one, other = (_main(answer).replace(address, "…") for answer, address in ((known, sam.staff.email), (unknown, "nobody@example.org")))
    assert one == other
    assert lines() == [("tried to sign in", f"staff {sam.staff.id}", "refused"), ("tried to sign in", "", "refused")]


def _main(answer: HttpResponse) -> str:
    """What somebody reads, without the form's token, which is new each time."""
    page = answer.content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page[page.index("<main") : page.index("</main>")])


def test_a_wrong_code_leaves_a_line_and_nobody_is_in(sam):
    sam.types_password()
    assert sam.types_code("000000").status_code == 422
    assert not is_in(sam)
    assert lines() == [("tried to sign in", f"staff {sam.staff.id}", "refused")]


def test_one_factor_opens_nothing_but_setting_up_the_second(newcomer):
    assert newcomer.types_password().status_code == 302
    opened, asked = set(), 0
    for route in routes.every():
        try:
            url = reverse(route.name, kwargs={piece: _something(route.pattern, piece) for piece in route.pieces})
        except Exception as wrong:  # a route that cannot be asked for is a route that was not tried
            pytest.fail(f"{route.name}: {wrong}")
        for method in ("get", "post"):
            if (route.name, method) == ("account_logout", "post"):
                continue
            asked += 1
            answer = getattr(newcomer.browser, method)(url)
            led_back = answer.status_code == 302 and answer.headers["Location"] == reverse("mfa_index")
            if not led_back:
                opened.add(route.name)
            assert answer.wsgi_request.actor.seats == ()
    print(f"{asked} requests with one factor")
    assert asked > 60
    assert opened == OPEN_WITH_ONE_FACTOR


def _something(pattern: str, piece: str) -> object:
    return 1 if f"int:{piece}" in pattern else "00000000-0000-7000-8000-000000000000" if f"uuid:{piece}" in pattern else "x"


def test_a_newcomer_sets_up_an_app_and_is_in(newcomer):
    newcomer.types_password()
    shown = newcomer.browser.get(reverse("mfa_activate_totp"))
    newcomer.secret = newcomer.browser.session["mfa.totp.secret"]
    assert newcomer.secret.lower() in shown.content.decode().replace(" ", "")
    assert not is_in(newcomer)
    done = newcomer.browser.post(reverse("mfa_activate_totp"), {"code": newcomer.code()})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert is_in(newcomer)
    codes = newcomer.browser.get(reverse("mfa_view_recovery_codes"))
    assert codes.content.decode().count("<li><code>") == 10
    again = newcomer.browser.get(reverse("mfa_view_recovery_codes"))
    assert "<li><code>" not in again.content.decode()
    assert [verb for verb, *_ in lines()] == ["signed in", "set up an app as second step", "was shown their recovery codes"]


def test_a_wrong_first_code_keeps_the_same_key(newcomer):
    newcomer.types_password()
    newcomer.browser.get(reverse("mfa_activate_totp"))
    before = newcomer.browser.session["mfa.totp.secret"]
    assert newcomer.browser.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 422
    assert newcomer.browser.session["mfa.totp.secret"] == before
    assert not is_in(newcomer)


def test_a_session_with_one_factor_ends_when_the_second_is_set_up_elsewhere(newcomer):
    newcomer.types_password()
    elsewhere = Member(newcomer.staff)
    elsewhere.types_password()
    elsewhere.browser.get(reverse("mfa_activate_totp"))
    elsewhere.secret = elsewhere.browser.session["mfa.totp.secret"]
    elsewhere.browser.post(reverse("mfa_activate_totp"), {"code": elsewhere.code()})
    assert newcomer.browser.get(reverse("mfa_index")).headers["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in newcomer.browser.session


def test_the_only_second_step_cannot_be_removed(sam):
    sam.signs_in()
    page = sam.browser.get(reverse("mfa_deactivate_totp"))
    assert "only second step" in page.content.decode()
    assert sam.browser.post(reverse("mfa_deactivate_totp")).status_code == 422
    assert Authenticator.objects.filter(user=sam.staff).count() == 1


def test_second_steps_lie_encrypted(sam):
    stored = Authenticator.objects.get(user=sam.staff).data["secret"]
    assert sam.secret not in stored


def test_signing_out_leaves_a_line(sam):
    sam.signs_in()
    sam.browser.post(reverse("account_logout"))
    assert not is_in(sam)
    assert [verb for verb, *_ in lines()] == ["signed in", "signed out"]


@pytest.mark.parametrize("way", ["seat ended", "account closed"])
def test_whoever_leaves_is_out_at_the_next_request(sam, way):
    sam.signs_in()
    assert is_in(sam)
    seat = sam.staff.seats.select_related("team").get()
    with acting(ON_THE_MACHINE):
        if way == "seat ended":
            actions.end_seat(seat, by=ON_THE_MACHINE, at=now())
        else:
            actions.close_account(sam.staff, by=ON_THE_MACHINE, at=now())
    assert not is_in(sam)
    sam.browser = Client()
    refused = sam.types_password()
    assert refused.headers["Location"] == reverse("account_login")
    assert "closed" in sam.browser.get("/accounts/login/").content.decode()
    assert lines()[-1] == ("tried to sign in", f"staff {sam.staff.id}", "refused")


def test_a_seat_given_later_opens_the_account_again(sam):
    sam.staff.seats.update(until=today())
    sam.types_password()
    a_seat(sam.staff, Role.PARTNER, a_team(), since=today())
    sam.browser = Client()
    sam.signs_in()
    assert is_in(sam)


def test_changing_the_password_ends_every_other_session(sam):
    sam.signs_in()
    elsewhere = Member(sam.staff, sam.secret, _used=sam._used)
    elsewhere.signs_in()
    new = {"oldpassword": PASSWORD, "password1": "window harbour thistle", "password2": "window harbour thistle"}
    assert sam.browser.post(reverse("account_change_password"), new).headers["Location"] == reverse("mfa_index")
    assert is_in(sam)
    assert not is_in(elsewhere)
    assert ("changed their password", f"staff {sam.staff.id}", "done") in lines()


@pytest.mark.parametrize("weak", ["short one", "qwerty123456", "123456123456"])
def test_a_weak_password_is_refused(sam, weak):
    sam.signs_in()
    answer = sam.browser.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert answer.status_code == 422


def test_pages_that_allauth_would_have_are_closed(sam):
    sam.signs_in()
    closed = ["signup/", "email/", "confirm-email/", "password/set/", "login/code/confirm/", "inactive/", "2fa/", "2fa/totp/activate/", ""]
    assert [sam.browser.get(f"/accounts/{path}").status_code for path in closed] == [404] * len(closed)


def test_a_manager_has_to_show_two_as_well(house):
    boss = a_member(Role.MANAGER, app=False)
    boss.types_password()
    assert boss.browser.get(A_STAFF_PAGE).headers["Location"] == reverse("mfa_index")
