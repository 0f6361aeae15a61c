"""The door of the person's own pages: a link and its code open them for an hour, for that person alone, without an account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.opening import Opened, in_sight, leave_a_look
from alongside.foundation.actor import Themselves
from alongside.foundation.keeping import Part
from alongside.foundation.words import Vocabulary
from alongside.people.models import Holding
from alongside.teams.models import Team
from alongside.trail.doing import leave_trace
from alongside.web.pages import Request, page
from alongside.web.refusing import words_typed

from . import guessing
from .addresses import address_of, is_its_code, reference_in
from .models import Link
from .rules import READING_TIME
from .there import There, who_is_there

_SESSION = "own copy"
WORDS = "own copy: words"
"""Under which words wait that were typed when the hour was over, until the code was shown once more."""


@dataclass(frozen=True)
class Reader:
    """Somebody who reads their own copy: who they are, by which link, and whose team it is."""

    opened: Opened
    link: Link
    team: Team | None
    there: list[There]

    @property
    def vocabulary(self) -> Vocabulary:
        """As their team speaks."""
        return Vocabulary(self.team.vocabulary) if self.team else Vocabulary.LOCAL_AREA_COORDINATION

    @property
    def to_ring(self) -> dict[str, Any]:
        """Whoever is there for them today, else whoever gave them the link; and their team."""
        by = self.link.by
        ring = [one.to_ring for one in self.there] or [f"{by.name}, {by.phone}" if by.phone else by.name]
        return {"ring": ring, "team": f"{self.team.name}, {self.team.organisation.name}" if self.team else ""}


def opens(request: Any, address: str, code: str) -> bool:
    """Whether this code opens this link; from then on this browser reads by it. Nobody is told what was wrong.

    Whoever was signed in here is signed out: the browser may be handed to somebody who is to see their own page and nothing else.
    """
    reference = reference_in(address)
    if reference is None:
        return False
    in_time = guessing.may_try(reference)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, person_id, code_number FROM mine_link_of(%s)", [reference])
        row = cursor.fetchone()
    if row is None or not is_its_code(code, row[0], row[2]) or not in_time:
        whom = [row[1]] if row else []
        request.afterwards.append(lambda: leave_trace("tried to open their own copy", *whom, about="page open", purpose="a link", outcome="refused"))
        return False
    guessing.try_anew(reference)
    request.session.flush()
    until = (request.now + READING_TIME).timestamp()
    request.session[_SESSION] = {"link": str(row[0]), "person": str(row[1]), "code": row[2], "reference": reference, "until": until}
    _becomes(request, row[1])
    with connection.cursor() as cursor:
        cursor.execute("SELECT mine_was_opened(%s)", [row[0]])
    return True


def closes(request: Any) -> None:
    """They are done reading."""
    for name in (_SESSION, WORDS):
        request.session.pop(name, None)


def _becomes(request: Any, person_id: UUID, name: str = "", vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION) -> None:
    request.actor = Themselves(person_id, name, (), vocabulary)
    request.lines.known(request.actor)


def has_an_hour_left(request: Any) -> bool:
    """Whether a code was shown here less than an hour ago; whether the link still holds is asked of the database, by `reader_of`."""
    held = request.session.get(_SESSION)
    return bool(held) and request.now.timestamp() <= held["until"]


def reader_of(request: Any) -> Reader | None:
    """Who reads here, if their hour is not over, and their link and its code still hold; the database decides what they see."""
    if not has_an_hour_left(request):
        return None
    held = request.session[_SESSION]
    before = request.actor
    _becomes(request, UUID(held["person"]))
    try:
        opened = in_sight(UUID(held["person"]), part=Part.SHARED_PAGE)
    except Http404:
        opened = None
    link = Link.objects.select_related("by").filter(id=held["link"], code_number=held.get("code"), ended_at__isnull=True).first() if opened else None
    if opened is None or link is None or link.until <= request.now.date():
        request.actor = before
        request.lines.known(before)
        return None
    holding = Holding.objects.filter(person_id=opened.id).select_related("team__organisation").order_by("at").first()
    reader = Reader(opened, link, holding.team if holding else None, who_is_there(opened.id))
    _becomes(request, opened.id, opened.called, reader.vocabulary)
    return reader


View = Callable[..., HttpResponse]


def their_own_page(*, methods: tuple[str, ...] = ("GET", "HEAD"), takes_a_file_of: int = 0) -> Callable[[View], View]:
    """Declare a page for the person themselves: it gives the view its reader, and leaves a look that says it was they."""

    def declare(view: View) -> View:
        @page(public=True, methods=methods, takes_a_file_of=takes_a_file_of, takes_a_file_from=has_an_hour_left)
        @wraps(view)
        def shown(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            reader = reader_of(request)
            if reader is None:
                return closed(request)
            leave_a_look(request, "it is me", reader.opened.id)
            return view(request, reader, *args, **kwargs)

        return shown

    return declare


def closed(request: Any) -> HttpResponse:
    """Their hour is over, or the link is: what they were typing goes along to the box for the code, and comes back with the page."""
    held = request.session.get(_SESSION)
    address = address_of(held["reference"]) if held else ""
    context = {"open_url": reverse("mine:open", args=[address]) if address else "", "kept_words": words_typed(request), "then": request.path}
    return render(request, "mine/closed.html", context, status=401)
