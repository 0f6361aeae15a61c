"""Builders: one ordinary, kind example of each thing; a test states only what matters to it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import count
from uuid import UUID

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client
from django.utils import timezone

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.places.models import Locality
from alongside.teams import queries as teams
from alongside.teams.models import Membership, Organisation, Staff, Team
from alongside.trail.doing import acting

_number = count(1)
LONG_AGO = date(2020, 1, 6)


def today() -> date:
    """The day by the house's own calendar."""
    return timezone.localdate()


def now() -> datetime:
    """This moment."""
    return timezone.now()


def days_ago(days: int) -> date:
    return today() - timedelta(days=days)


def a_locality(name: str = "") -> Locality:
    return Locality.objects.create(name=name or f"Fernbrook {next(_number)}")


def an_organisation(name: str = "") -> Organisation:
    return Organisation.objects.create(name=name or f"Fernshire Council {next(_number)}")


def a_team(
    name: str = "",
    *,
    organisation: Organisation | None = None,
    vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION,
) -> Team:
    team = Team.objects.create(
        organisation=organisation or an_organisation(),
        name=name or f"Fernbrook team {next(_number)}",
        vocabulary=vocabulary,
    )
    team.localities.add(a_locality())
    return team


def staff(name: str = "") -> Staff:
    number = next(_number)
    return Staff.objects.create(email=f"colleague{number}@example.org", name=name or f"Colleague {number}")


def a_seat(
    member: Staff,
    role: Role,
    team: Team,
    *,
    since: date = LONG_AGO,
    until: date | None = None,
) -> Membership:
    return Membership.objects.create(staff=member, team=team, role=role, since=since, until=until)


def actor_of(member: Staff) -> Actor:
    return teams.as_actor(member, on=today())


def an_actor(role: Role, team: Team | None = None, name: str = "") -> Actor:
    """Somebody in a role, as actions and rules meet them."""
    member = staff(name)
    a_seat(member, role, team or a_team())
    return actor_of(member)


def a_coordinator(team: Team | None = None, name: str = "") -> Actor:
    return an_actor(Role.COORDINATOR, team, name)


@contextmanager
def as_(actor: Actor, purpose: str = "a test") -> Iterator[None]:
    """Do something as this actor, in one transaction."""
    with acting(actor, purpose=purpose):
        yield


def somebody(by: Actor, name: str = "", **details: object) -> UUID:
    """A person introduced to this coordinator today by the housing office, with their yes; gives their key."""
    from alongside.introductions.rules import Introducing
    from alongside.journeys.actions import welcome

    given: dict[str, object] = {
        "who": name or f"Gwen Example {next(_number)}",
        "introduced_by": "housing office",
        "said_yes": True,
        "on": today(),
        **details,
    }
    with as_(by):
        return welcome(Introducing(**given), by=by, at=now()).person_id  # type: ignore[arg-type]


def signed_in(actor: Actor) -> Client:
    """A browser without a screen, in which this actor has shown both factors."""
    client = Client()
    client.force_login(Staff.objects.get(id=actor.id))
    session = client.session
    session["second factor shown"] = True
    session.save()
    return client


def showed_it(browser: Client, ago: int) -> Client:
    """The same browser, in which the second step was shown so many seconds ago."""
    session = browser.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": time.time() - ago}]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()
    return browser
