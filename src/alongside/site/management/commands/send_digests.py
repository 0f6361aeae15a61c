"""`alongside send-digests`"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.desk import letters
from alongside.site.addresses_here import address_here


class Command(BaseCommand):
    help = (
        "Put a letter about their week into the outbox for each coordinator whose day it is: how much waits, and a link; nobody's name. Run it every morning: "
        "nobody gets more than one a week. A worker carries it, and tries again what no mail server takes."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say who would get what, and send nothing")
        parser.add_argument("--address", help="where people reach the pages, for the link (from ALONGSIDE_HOSTS)")

    def handle(self, *args: Any, dry_run: bool, address: str | None, **options: Any) -> None:
        if not (dry_run or settings.EMAIL_HOST):
            raise CommandError("No mail server is set, so no letter can be sent. Set ALONGSIDE_EMAIL_HOST, or look with --dry-run.")
        at, base = timezone.now(), (address or address_here()).rstrip("/")
        for one in list(letters.due(at)):
            said = ", ".join(f"{what}: {many}" for what, many in one.said.items()) or "nothing waits, so no letter"
            if dry_run:
                self.stdout.write(f"{one.staff.name} <{one.staff.email}>: {said}")
                continue
            done = letters.send(one, base, at=at)
            self.stdout.write(f"{one.staff.email}: {'in the outbox' if done else 'nothing to send'}")
