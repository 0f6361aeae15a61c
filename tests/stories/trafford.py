"""Sale, in Trafford: the real postcodes and the real directory, with an invented team in it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.management import call_command

from alongside.foundation.actor import Role
from alongside.places.models import Locality
from alongside.teams.models import Team
from tests.building import a_seat, an_organisation, staff
from tests.conftest import ROOT
from tests.stories.walker import Walker

DATA = ROOT.parent / "shared/data/trafford"
FILES = {
    "libraries": "trafford-libraries",
    "charities": "trafford-charities",
    "food_banks": "trafford-food-banks",
    "mental_health_services": "trafford-mental-health-services",
    "sports_clubs": "trafford-sports-clubs",
    "sports_facilities": "trafford-sports-facilities",
    "general_practices": "trafford-general-practices",
    "pharmacies": "trafford-pharmacies",
}
POSTCODE = "M33 7ZF"
"""Sale Waterside, where the town hall and a library are: a public building, nobody's home."""


def load(refused: Path) -> None:
    """Every real file, by the commands themselves."""
    call_command("import_postcodes", str(DATA / "places/trafford_postcodes.csv"), refused=refused / "postcodes.csv", verbosity=0)
    for name, mapping in FILES.items():
        call_command("import_directory", str(DATA / f"directory/{name}.csv"), mapping=mapping, refused=refused / f"{name}.csv", verbosity=0)


@dataclass(frozen=True)
class Account:
    """How somebody signs in."""

    name: str
    email: str
    secret: str

    @property
    def code(self) -> str:
        """What their app shows now."""
        counter = int(time.time()) // 30
        return format_hotp_value(hotp_value(self.secret, counter))


PASSWORD = "a kettle, two chairs and a view"
SEATS = {
    "coordinator": ("Sam Holt", Role.COORDINATOR),
    "manager": ("Mo Field", Role.MANAGER),
    "governance": ("Ines Brook", Role.INFORMATION_GOVERNANCE),
    "colleague elsewhere": ("Noor Lane", Role.COORDINATOR),
    "partner": ("Dr Abiola Reed", Role.PARTNER),
}


def people_who_work_there() -> dict[str, Account]:
    """An invented team, one beside it and a practice; gives everybody's account by what they are."""
    council = an_organisation("Fernshire Council")
    team = Team.objects.create(organisation=council, name="Sale team")
    team.localities.set(Locality.objects.filter(name="Trafford Central"))
    elsewhere = Team.objects.create(organisation=council, name="Stretford team")
    practice = Team.objects.create(organisation=an_organisation("Fern House Surgery"), name="Fern House Surgery")
    found = {}
    for what, (name, role) in SEATS.items():
        member = staff(name)
        member.set_password(PASSWORD)
        member.phone = "01632 960100"
        member.save()
        a_seat(member, role, {"colleague elsewhere": elsewhere, "partner": practice}.get(what, team))
        secret = generate_totp_secret()
        TOTP.activate(member, secret)
        found[what] = Account(name, member.email, secret)
    return found


def signs_in(walker: Walker, account: Account) -> None:
    """Password first, then a code."""
    walker.goes_to("/accounts/login/")
    walker.writes("E-mail address", account.email)
    walker.page.locator("input[name=password]").fill(PASSWORD)
    walker.presses("Sign in", exact=True)
    walker.writes("Code", account.code)
    walker.presses("Sign in", exact=True)
