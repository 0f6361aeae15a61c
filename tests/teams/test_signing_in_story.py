"""Signing in at a real screen: setting up an app and a passkey, on a wide screen, a phone, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession

from alongside.foundation.actor import Role
from tests.building import a_team
from tests.stories.conftest import served
from tests.stories.walker import Walker
from tests.teams.conftest import PASSWORD, Member, a_member, lines

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("house")]


@pytest.fixture(scope="module")
def address(committing: None) -> Iterator[str]:
    with served("committing") as base:
        yield base


def at_a_screen(browser: Browser, base: str, width: int = 1280, *, scripts: bool = True) -> Walker:
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    context.set_default_timeout(20_000)
    return Walker(context.new_page(), base, width, scripts)


def with_a_finger(walker: Walker, *, verifies: bool = True) -> tuple[CDPSession, str]:
    """A device that makes and shows passkeys, as a phone does; `verifies` is whether it knows its owner's finger."""
    session = walker.page.context.new_cdp_session(walker.page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": verifies,
        "automaticPresenceSimulation": True,
    }
    return session, session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def types_a_password(walker: Walker, member: Member) -> None:
    walker.goes_to("/accounts/login/")
    walker.writes("E-mail address", member.staff.email)
    walker.page.get_by_label("Password", exact=True).first.fill(PASSWORD)
    walker.presses("Sign in", exact=True)


@pytest.mark.parametrize(("width", "scripts"), [(320, True), (390, False)])
def test_a_newcomer_sets_up_an_app(chromium, address, width, scripts):
    newcomer = a_member(Role.COORDINATOR, app=False)
    walker = at_a_screen(chromium, address, width, scripts=scripts)
    types_a_password(walker, newcomer)
    assert walker.is_at("/accounts/second-step/")
    walker.sees("Set up a second step")
    walker.keeps_a_picture("second-step")
    walker.presses("Set up an app")
    walker.sees("Point the camera at this picture")
    walker.keeps_a_picture("set-up-an-app")
    newcomer.secret = walker.page.locator("code").inner_text().replace(" ", "").upper()
    walker.writes("Six figures from the app", "000000")
    walker.presses("Save")
    walker.sees("That code is not right")
    walker.writes("Six figures from the app", newcomer.code())
    walker.presses("Save")
    walker.sees("They are shown this once")
    assert walker.page.locator("li code").count() == 10
    walker.presses("I have them: go on")
    assert not walker.is_at("/accounts/.*")
    walker.goes_to("/accounts/second-step/")
    walker.sees("10 codes are left")
    walker.presses("Sign out")
    types_a_password(walker, newcomer)
    assert walker.is_at("/accounts/second-step/show/")
    walker.writes("Code", newcomer.code())
    walker.presses("Sign in", exact=True)
    assert not walker.is_at("/accounts/.*")
    print(f"{width} px, scripts {scripts}: {len(walker.looked_at)} pages walked without a barrier")
    assert len(walker.looked_at) >= 6


def test_a_passkey_is_set_up_and_is_two_factors_by_itself(chromium, address):
    newcomer = a_member(app=False)
    walker = at_a_screen(chromium, address)
    device, key = with_a_finger(walker)
    types_a_password(walker, newcomer)
    walker.presses("Set up a passkey")
    walker.writes("A name by which you know it", "The blue phone")
    walker.presses("Make the passkey")
    walker.sees("They are shown this once")
    walker.goes_to("/accounts/second-step/")
    walker.sees("The blue phone")
    walker.presses("Sign out")
    walker.goes_to("/accounts/login/")
    walker.presses("Sign in with a passkey")
    assert not walker.is_at("/accounts/.*")
    walker.goes_to("/accounts/second-step/")
    verbs = [verb for verb, *_ in lines()]
    assert verbs == ["signed in", "set up a passkey", "was shown their recovery codes", "signed out", "signed in"]
    walker.presses("Sign out")

    # The device no longer knows whose finger it is: then it is one factor, and opens nothing.
    device.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
    walker.goes_to("/accounts/login/")
    walker.page.get_by_role("button", name="Sign in with a passkey").click()
    walker.sees("The passkey was not shown")
    assert walker.is_at("/accounts/login/")


def test_a_passkey_is_the_second_step_after_a_password(chromium, address):
    newcomer = a_member(app=False)
    walker = at_a_screen(chromium, address, 390)
    with_a_finger(walker)
    types_a_password(walker, newcomer)
    walker.goes_to("/accounts/second-step/passkeys/add/")
    walker.presses("Make the passkey")
    walker.presses("Sign out")
    types_a_password(walker, newcomer)
    walker.writes("Code", "000000")
    walker.presses("Sign in", exact=True)
    walker.sees("That code is not right")
    walker.presses("Use a passkey")
    assert not walker.is_at("/accounts/.*")
    walker.goes_to("/accounts/second-step/")
    walker.follows("Remove")
    walker.presses("Remove it")
    walker.sees("only second step")


def test_a_passkey_that_nobody_here_knows_is_refused(chromium, address):
    known, gone = a_member(app=False), a_member(app=False)
    walker = at_a_screen(chromium, address)
    with_a_finger(walker)
    types_a_password(walker, gone)
    walker.goes_to("/accounts/second-step/passkeys/add/")
    walker.presses("Make the passkey")
    walker.presses("Sign out")
    from allauth.mfa.models import Authenticator

    Authenticator.objects.filter(user=gone.staff).delete()
    walker.goes_to("/accounts/login/")
    walker.presses("Sign in with a passkey")
    walker.sees("That passkey is not known here")
    assert lines()[-1] == ("tried to sign in", "", "refused")
    assert known.staff.pk != gone.staff.pk


def test_without_javascript_passkeys_are_told_of_and_not_offered(chromium, address):
    walker = at_a_screen(chromium, address, scripts=False)
    walker.goes_to("/accounts/login/")
    walker.sees("Passkeys need JavaScript")
    assert not walker.page.get_by_role("button", name="Sign in with a passkey").is_visible()


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (390, False)])
def test_an_administrator_adds_a_colleague_and_chooses_colours(chromium, address, width, scripts):
    boss = a_member(Role.ADMINISTRATOR, team=a_team("Fernbrook"))
    walker = at_a_screen(chromium, address, width, scripts=scripts)
    types_a_password(walker, boss)
    walker.writes("Code", boss.code())
    walker.presses("Sign in", exact=True)
    walker.goes_to("/staff/")
    walker.keeps_a_picture("staff")
    walker.goes_to("/staff/add/")
    walker.presses("Add them")
    walker.sees("Write their name.")
    walker.writes("Name", "Ash Example")
    walker.writes("E-mail address", f"ash{width}@example.org")
    walker.chooses("Coordinator")
    walker.presses("Add them")
    walker.sees("Give them this link yourself")
    walker.keeps_a_picture("a-new-colleague")
    walker.chooses("Manager")
    walker.presses("Give this seat from today")
    walker.sees("Manager, Fernbrook")
    walker.presses("End this seat")
    walker.sees("The seat is ended")
    walker.goes_to("/colours/")
    walker.writes("Brand colour", "#ffee88")
    walker.presses("Save these colours")
    walker.sees("too pale")
    walker.writes("Brand colour", "#1d3557")
    walker.presses("Save these colours")
    walker.sees("The colours are changed")
    walker.keeps_a_picture("colours")
    print(f"{len(walker.looked_at)} pages walked without a barrier")
