"""The ways out of the house, each with what takes it here: a mail server, GOV.UK Notify, or in the demo nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from django.conf import settings

from ..models import Notice
from ..rules import Answer


class Out(Protocol):
    """What takes notices of one way."""

    def give(self, notice: Notice, begin: Callable[[], bool]) -> Answer | None:
        """Give it over. `begin` is called once, right before its words leave; where it says no, nothing is given and there is no answer."""


def outs() -> dict[str, Out]:
    """By way, what takes it here. What stands not here is done by hand."""
    if settings.DEMO:
        from .nowhere import Nowhere

        return dict.fromkeys(("e-mail", "text"), Nowhere())
    found: dict[str, Out] = {}
    if settings.EMAIL_HOST:
        from .smtp import MailServer

        found["e-mail"] = MailServer()
    if settings.NOTIFY_KEY:
        from .notify import Notify

        notify = Notify()
        found |= {way: notify for way, template in (("text", settings.NOTIFY_TEXT), ("letter", settings.NOTIFY_LETTER)) if template}
    return found


def ways_by_machine() -> frozenset[str]:
    """The ways that a worker goes; the others are for our hands."""
    return frozenset(outs())
