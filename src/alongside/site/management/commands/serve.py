"""`alongside serve`"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connections

from alongside.directory import own_words
from alongside.places.streets.here import what_is_wrong
from alongside.site import doctor
from alongside.site.serving import Server


class Command(BaseCommand):
    help = "Serve the pages, on this machine alone unless --bind says otherwise. Stops when told to, and lets pages under way finish."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1:8000", help="address and port (127.0.0.1:8000)")
        parser.add_argument("--processes", type=int, default=2, help="about one for each core (2)")
        parser.add_argument("--threads", type=int, default=4, help="pages that one process makes at once (4)")

    def handle(self, *args: Any, bind: str, processes: int, threads: int, **options: Any) -> None:
        stopping = [finding for finding in doctor.findings(only_what_stops_serving=True) if not finding.is_well]
        if stopping:
            raise CommandError("\n".join(["Not served, because it would not be safe:", *(f"- {found.wrong} {found.mend}" for found in stopping)]))
        if wrong := what_is_wrong():
            self.stdout.write(f"The map file cannot be used, so maps are as without it: {wrong} ({settings.MAP_FILE}).")
        if wrong := own_words.what_is_wrong():
            self.stdout.write(f"The file of {own_words.SET_BY} cannot be used, so wishes are read by the words that come with us: {wrong}.")
        connections.close_all()  # the processes that serve open their own
        self.stdout.write(f"Serving on http://{bind} with {processes} processes of {threads} threads. Ctrl+C stops.")
        self.stdout.flush()  # or each process would say it again
        Server(bind=bind, processes=processes, threads=threads).run()
