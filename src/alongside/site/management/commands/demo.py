"""`alongside demo`"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import connections
from django.utils import timezone

from alongside.site import embedded
from alongside.site.demo.generator import is_untouched, made_before, make_world
from alongside.site.demo.world_plan import SEED
from alongside.site.demo_roles import roles_to_try
from alongside.site.serving import Server

FIRST_PORT = 8000
PORTS_TRIED = 100
STALE_DAYS = 7


class Command(BaseCommand):
    help = "Start with invented neighbours and print an address. Ctrl+C stops it; what you did stays for the next time."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anew", action="store_true", help="forget what was done in the demo and make the neighbours again")
        parser.add_argument("--seed", type=int, help=f"another town from another number ({SEED}); makes the neighbours again if it differs")
        parser.add_argument("--port", type=int, default=FIRST_PORT, help=f"where to listen ({FIRST_PORT}, or the next that is free)")
        parser.add_argument("--only-make", action="store_true", help="make the neighbours, say how long it took, and stop")

    def handle(self, *args: Any, anew: bool, seed: int | None, port: int, only_make: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Start the demo with: alongside demo")
        self.seconds: dict[str, float] = {}
        there = "trail_entry" in connections["owner"].introspection.table_names()
        made = made_before() if there else None
        half_made = there and made is None and not is_untouched()
        if anew or half_made or (made and seed not in (None, made.seed)):
            if half_made and not anew:
                self.stdout.write("The demo was left half-made. It is made again.")
            self.begin_again()
            made = None
        with self.timed("tables"):
            call_command("migrate", verbosity=0)
        if made is None:
            self.stdout.write("Inviting the neighbours; this takes about a minute.")
            with self.timed("neighbours"):
                make_world(SEED if seed is None else seed, now=timezone.now())
        elif (days := (timezone.localdate() - made.today).days) > STALE_DAYS:
            self.stdout.write(f"This demo was made {days} days ago, and its diary ends there. `alongside demo --anew` makes it as of today.")
        if only_make:
            self.stdout.write("".join(f"{what + ':':<12}{seconds:>6.1f} s\n" for what, seconds in self.seconds.items()).rstrip())
            return
        self.serve(port)

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Remember how long a part took."""
        began = time.monotonic()
        yield
        self.seconds[what] = self.seconds.get(what, 0) + time.monotonic() - began

    def begin_again(self) -> None:
        """An empty database in place of this one: the trail refuses to be emptied, so the whole database goes."""
        name = str(settings.DATABASES["default"]["NAME"])
        if not os.environ.get("ALONGSIDE_EMBEDDED"):
            raise CommandError("DATABASE_URL names a database that holds something already. Give the demo an empty one, or none.")
        cluster = embedded.start()
        try:
            for connection in connections.all():
                connection.close()
            cluster.drop_database(name)
            cluster.make_database(name)
        finally:
            cluster.stop()

    def serve(self, wanted: int) -> None:
        """Listen on this machine alone, and say where."""
        held = a_free_port(wanted)
        port = held.getsockname()[1]
        if port != wanted:
            self.stdout.write(f"Port {wanted} is taken, so it is {port}.")
        table = "\n".join(f"  {role.role:<28}{role.name:<24}{role.team}" for role in roles_to_try())
        for connection in connections.all():
            connection.close()

        def ready(_server: Any) -> None:
            self.stdout.write(f"\nOne click on the first page signs you in as any of them:\n\n{table}\n\n  http://127.0.0.1:{port}/\n\nCtrl+C stops.")
            self.stdout.flush()

        # The server takes it as it is, so that nobody takes the port meanwhile.
        Server(bind=f"fd://{held.detach()}", processes=1, threads=8, ready=ready).run()


def a_free_port(wanted: int) -> socket.socket:
    """The wanted port, or the next on which nobody listens, held from this moment on."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        held = socket.socket()
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            held.bind(("127.0.0.1", port))
            held.listen()
        except OSError:
            held.close()
            continue
        return held
    raise CommandError(f"No port from {wanted} on is free. Choose another with --port.")
