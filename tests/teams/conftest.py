"""People who sign in, as their own browsers do it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from alongside.foundation.actor import Role
from alongside.teams.models import Staff, Team
from alongside.trail.models import Entry
from tests.building import a_seat, a_team, staff
from tests.conftest import a_copy

PASSWORD = "kettle orchard lantern"

# As strong as passwords are kept, a hundred sign-ins would take a minute. What is tested is not how slow hashing is.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 64, 1


@dataclass
class Member:
    """Somebody who works here, what they know and what they have."""

    staff: Staff
    secret: str = ""
    browser: Client = field(default_factory=Client)
    _used: set[int] = field(default_factory=set)

    def code(self) -> str:
        """What the app on their phone shows, or would half a minute later or earlier; never one that was used before.

        The one before comes last: it is refused as soon as the half minute turns, and that may be now.
        """
        present = int(time.time()) // 30
        step = next(step for step in (present, present + 1, present - 1) if step not in self._used)
        self._used.add(step)
        return format_hotp_value(hotp_value(self.secret, step))

    def recovery_codes(self) -> list[str]:
        return RecoveryCodes.activate(self.staff).generate_codes()

    def types_password(self, password: str = PASSWORD, *, next: str = "", address: str = "192.0.2.1") -> HttpResponse:
        url = "/accounts/login/" + (f"?next={next}" if next else "")
        return self.browser.post(url, {"login": self.staff.email, "password": password}, REMOTE_ADDR=address)

    def types_code(self, code: str = "", *, address: str = "192.0.2.1") -> HttpResponse:
        return self.browser.post("/accounts/second-step/show/", {"code": code or self.code()}, REMOTE_ADDR=address)

    def signs_in(self) -> None:
        assert self.types_password().status_code == 302
        assert self.types_code().status_code == 302


def a_member(role: Role = Role.COORDINATOR, *, team: Team | None = None, app: bool = True, password: str = PASSWORD) -> Member:
    somebody = staff()
    somebody.set_password(password)
    somebody.save()
    a_seat(somebody, role, team or a_team())
    member = Member(somebody)
    if app:
        member.secret = generate_totp_secret()
        TOTP.activate(somebody, member.secret)
    return member


@pytest.fixture(scope="module")
def committing(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A database in which commits are real, for all tests of a file: each makes people of its own."""
    with django_db_blocker.unblock(), a_copy("committing"):
        yield


@pytest.fixture
def house(committing: None) -> None:
    """Nothing counted yet; the trail begins where it stands."""
    global _begins
    cache.clear()
    _begins = Entry.objects.using("owner").count()


_begins = 0


@pytest.fixture
def sam(house: None) -> Member:
    """A coordinator with a password and an app."""
    return a_member()


@pytest.fixture
def newcomer(house: None) -> Member:
    """A coordinator who has chosen a password and has no second step yet."""
    return a_member(app=False)


def lines(verb: str = "") -> list[tuple[str, str, str]]:
    """Verb, what it was about and its outcome, as the trail has them since this test began; without what the test prepared by hand."""
    pages = Entry.objects.using("owner").filter(seq__gt=_begins).exclude(verb="changed something by hand", actor_id=UUID(int=0))
    found = pages.order_by("seq").values_list("verb", "about", "outcome")
    return list(found.filter(verb=verb) if verb else found)
