"""The web server: gunicorn, a few processes with a few threads each, on this machine's own address unless told otherwise."""

from __future__ import annotations

from typing import Any

from gunicorn.app.base import BaseApplication

from . import housekeeping


class Server(BaseApplication):
    """Serves the pages until it is told to stop, and lets what was begun be finished."""

    def __init__(self, *, bind: str, processes: int = 2, threads: int = 4, ready: Any = None) -> None:
        self.chosen = {
            "bind": bind,
            "worker_class": "gthread",
            "workers": processes,
            "threads": threads,
            "timeout": 60,  # seconds: a process that answers nothing for as long is replaced
            "graceful_timeout": 30,  # seconds that a page under way has to finish when the server stops
            "keepalive": 20,
            # Each process is renewed now and then, not all at once, so that nothing can pile up in one.
            "max_requests": 5000,
            "max_requests_jitter": 500,
            "control_socket_disable": True,
            "post_worker_init": housekeeping.begin,
            "worker_exit": housekeeping.end,
            "loglevel": "warning",
        }
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.chosen.items():
            self.cfg.set(name, value)
        if self.ready:
            self.cfg.set("when_ready", self.ready)

    def load(self) -> Any:
        from alongside.site.wsgi import application

        return application
