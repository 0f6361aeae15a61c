"""`alongside work`"""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management import BaseCommand, CommandParser

from alongside.notices.carrying import A_MOMENT, Worker, work
from alongside.notices.out import outs


class Command(BaseCommand):
    help = (
        "Carry what goes out: e-mails, texts and letters. The processes that serve pages do it too, beside the pages; as many more as you like may run "
        "beside each other. Stops when told to, after the one it is at."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="carry what waits now, and stop")
        parser.add_argument("--seconds", type=float, default=A_MOMENT, help="between two looks (2)")

    def handle(self, *args: Any, once: bool, seconds: float, **options: Any) -> None:
        ways = outs()
        if once:
            worker = Worker(ways)
            worker.come()
            self.stdout.write(f"Carried: {worker.carry_all()}.")
            return
        rest = threading.Event()
        for told in (signal.SIGTERM, signal.SIGINT):
            signal.signal(told, lambda *_told: rest.set())
        self.stdout.write(f"Carrying: {', '.join(sorted(ways)) or 'nothing, for no mail server is set and no GOV.UK Notify'}. Ctrl+C stops.")
        self.stdout.flush()
        work(rest, seconds=seconds)
