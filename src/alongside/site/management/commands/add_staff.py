"""`alongside add-staff`"""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.site.addresses_here import address_here
from alongside.site.first_staff import add_first_staff
from alongside.teams.accounts import path_to_choose_a_password


class Command(BaseCommand):
    help = "Add somebody who works here, with their organisation and team where there are none of that name yet; or give somebody one more seat."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True)
        parser.add_argument("--email", required=True)
        parser.add_argument("--role", choices=[role.value for role in Role], default=Role.ADMINISTRATOR.value)
        parser.add_argument("--team", required=True)
        parser.add_argument("--organisation", required=True)
        parser.add_argument("--speaks", choices=[word.value for word in Vocabulary], default="lac", help="local area coordination or social prescribing (lac)")
        parser.add_argument("--address", help="where people reach the pages, for the link (from ALONGSIDE_HOSTS)")

    def handle(self, *args: Any, **given: Any) -> None:
        staff = add_first_staff(
            name=given["name"],
            email=given["email"],
            role=Role(given["role"]),
            team=given["team"],
            organisation=given["organisation"],
            vocabulary=Vocabulary(given["speaks"]),
            at=timezone.now(),
        )
        self.stdout.write(f"{staff.name} is {given['role']} in {given['team']}.")
        if not staff.has_usable_password():
            address = given["address"] or address_here()
            self.stdout.write("They choose a password here, once, within three days. Whoever has this link can:")
            self.stdout.write(f"{address.rstrip('/')}{path_to_choose_a_password(staff)}")
