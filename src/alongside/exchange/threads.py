"""Work that goes on beside the pages: whoever pressed the button need not wait for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from django.db import connections, transaction
from django.utils import translation


def beside(name: str, do: Callable[[], Any]) -> None:
    """As soon as what was asked is kept, in a thread and with a connection of its own, in the language of whoever asked."""
    language = translation.get_language()
    transaction.on_commit(lambda: Thread(target=_done, args=(do, language), name=name, daemon=True).start())


def _done(do: Callable[[], Any], language: str | None) -> None:
    try:
        with translation.override(language):
            do()
    finally:
        connections.close_all()
