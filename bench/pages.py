"""The pages that are measured, each as something that can be asked for again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from alongside.site.wsgi import application
from alongside.teams.models import Staff
from alongside.teams.signing_in import SECOND_FACTOR
from alongside.trail.doing import Lines

from .asking import Cost, Visitor, cost_of, counted
from .bare_driver import BareDriver
from .lives import MEASURED_FOR_GROWTH
from .processor import of_backend

WORDS = ("singing with others", "a game of chess", "mend my clock", "lunch on tuesdays")


@dataclass
class Measured:
    """A page, what asking it once takes of the database, and what every answer cost."""

    what: str
    queries: int | None = None
    size: int = 0
    costs: list[Cost] = field(default_factory=list)
    in_database: float = 0.0
    """Milliseconds of processor that its backend used, over all answers."""


class Page:
    """A page of this process."""

    def __init__(self, what: str, ask: Callable[[], bytes], *, bare: BareDriver | None = None) -> None:
        self.measured = Measured(what, BareDriver.QUERIES if bare else None)
        self._ask = ask
        self._bare = bare

    @property
    def _backend(self) -> int:
        return (self._bare.connection if self._bare else connection.connection).info.backend_pid

    def warm(self, times: int) -> None:
        """Ask until nothing is asked for the first time, and count what one answer takes."""
        for _ in range(times):
            self.measured.size = len(self._ask())
        if self.measured.queries is None:
            with counted() as said:
                self._ask()
            self.measured.queries = len(said)

    def measure(self, times: int) -> None:
        """Ask, and remember every cost."""
        before = of_backend(self._backend)
        self.measured.costs += [cost_of(self._ask) for _ in range(times)]
        self.measured.in_database += of_backend(self._backend) - before

    def close(self) -> None:
        """Let go of what it held."""
        if self._bare:
            self._bare.connection.close()


@contextmanager
def without_the_trail() -> Iterator[None]:
    """Here alone, lines of the trail are forgotten instead of written."""
    written = Lines.write
    Lines.write = lambda lines: lines.waiting.clear()  # type: ignore[method-assign]
    try:
        yield
    finally:
        Lines.write = written  # type: ignore[method-assign]


@dataclass(frozen=True)
class Colleague:
    """Who asks: a coordinator who has shown both factors, and whom they walk alongside."""

    id: UUID
    session_key: str
    people: list[tuple[UUID, int]]
    """In the order of meeting, with how many notes each has."""

    @property
    def cookies(self) -> dict[str, str]:
        """What their browser sends."""
        return {settings.SESSION_COOKIE_NAME: self.session_key}

    @property
    def long_stories(self) -> list[UUID]:
        """Twenty people whose story fills a page."""
        return [person for person, notes in self.people if 25 <= notes < 100][:20]


def a_colleague() -> Colleague:
    """The first coordinator, signed in."""
    me = Staff.objects.get(email="colleague0@example.org")
    session_key = signed_in(me)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT p.id, (SELECT count(*) FROM journeys_note n WHERE n.person_id = p.id) FROM people_person p "
            "JOIN journeys_alongside a ON a.person_id = p.id WHERE a.coordinator_id = %s ORDER BY p.created_at, p.id",
            [me.id],
        )
        return Colleague(me.id, session_key, cursor.fetchall())


def signed_in(somebody: Staff) -> str:
    """The key of their session, with both factors shown."""
    client = Client()
    client.force_login(somebody)
    session = client.session
    session[SECOND_FACTOR] = True
    session.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _owner() -> dict[str, Any]:
    """How a bare driver reaches the same database, as the role that no row security stops."""
    given = connections["owner"].get_connection_params()
    return {name: given[name] for name in ("dbname", "user", "password", "host", "port") if name in given}


def pages() -> list[Page]:
    """Every page of ours, and the floor below it."""
    me = a_colleague()
    visitor = Visitor(application, me.cookies)

    def person(*people: UUID) -> Callable[[], bytes]:
        turn = cycle(reverse("desk:person", args=[one]) for one in people)
        return lambda: visitor.get(next(turn))

    shown = person(*me.long_stories)

    def untraced() -> bytes:
        with without_the_trail():
            return shown()

    bare = BareDriver(_owner(), me.session_key, me.id)
    turn = cycle(me.long_stories)
    measured = [
        Page("person page, 25 lines", person(*me.long_stories)),
        Page("person page without the trail", untraced),
        Page("Today", lambda: visitor.get(reverse("desk:today"))),
        Page("people, a team's", lambda: visitor.get(reverse("desk:people") + "?whose=team")),
        Page("bare signed-in page", lambda: visitor.get("/bench/hello/")),
        Page("same rows, bare driver", lambda: bare.page(next(turn)), bare=bare),
    ]
    by_notes = {notes: one for one, notes in me.people}
    measured += [Page(f"person page, {notes:,} notes", person(by_notes[notes])) for notes in MEASURED_FOR_GROWTH]
    longest = reverse("desk:person", args=[by_notes[max(MEASURED_FOR_GROWTH)]])
    measured.append(Page(f"person page, {max(MEASURED_FOR_GROWTH):,} notes, changes alone", lambda: visitor.get(longest + "?only=changes")))
    searched = cycle(WORDS)
    measured.append(Page("directory search", lambda: visitor.get(f"{reverse('noticeboard:search')}?words={next(searched).replace(' ', '+')}")))
    return measured
