"""The page on which one of us sends a link: the same from a group, a meeting or an introduction."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from django.http import HttpResponse

from alongside.web.pages import Request
from alongside.web.writing import Sheet, written

from . import actions
from .forms import SendForm
from .rules import Sending


def sent(request: Request, sheet: Sheet, kind: str, leads: dict[str, Any], *, team_id: UUID, initial: dict[str, Any] | None = None) -> HttpResponse:
    """Ask the way and the address, and put it into the outbox. `leads`: the link, until when it is open, and what it is about (`rules.Sending`)."""

    def do(said: dict[str, Any]) -> None:
        # Pressed twice, it goes once; to another address, it goes there as well.
        mark = said.pop("once")
        once = f"sent {uuid5(request.actor.id, ' '.join((str(mark), kind, said['way'], said['to'])))}" if mark else ""
        actions.post(Sending(kind, **said, **leads, once=once), team_id=team_id, by=request.actor, at=request.now)

    return written(request, SendForm, sheet, do, initial=initial)
