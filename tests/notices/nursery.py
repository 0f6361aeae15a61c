"""Real workers, one after another, each a process of its own that is there at once: `python -m tests.notices.nursery` forks one at each line that it reads."""

from __future__ import annotations

import os
import signal
import sys
import threading


def main() -> None:
    import django

    django.setup()
    from alongside.notices.carrying import work

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(threading.Event(), seconds=0.01)
            os._exit(0)
        print(child, flush=True)


main()
