"""One walk through the whole house, for all the tests that read what came back."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.core.files.base import ContentFile
from django.db import connections
from django.test import override_settings

from alongside.desk.at_meetings import in_turn
from tests.conftest import a_copy
from tests.trust import declarations, digest, planted, routes
from tests.trust.declarations import answer
from tests.trust.routes import Route
from tests.trust.walking import Visit, Walk
from tests.trust.world import COLLEAGUE, GOVERNANCE, OTHER_TEAM, THEMSELVES, VISITOR, WALKER, World


@dataclass
class Walked:
    """All that was seen: the house, the holes planted beside it, pages while no trail could be written, forms without a token and with a file, and the logs."""

    house: Walk
    holes: Walk
    mute: list[Visit]
    forged: list[Visit]
    with_a_file: list[Visit]
    logs: str


@pytest.fixture(scope="session")
def walked(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Walked:
    """Everybody asks for everything, in a world of their own where commits are real."""
    with django_db_blocker.unblock(), a_copy("trust"), what_is_logged() as logs, pytest.MonkeyPatch.context() as patience:
        # They ask more often in a minute than anybody would in a day.
        patience.setattr(in_turn, "MOST_GUESSES", 1_000_000)
        patience.setattr(in_turn, "MOST_USES", 1_000_000)
        house = Walk(World(), declarations.read())
        there = [route for route in routes.every() if route.name in house.pages]
        house.everywhere(there, house.world.standings())
        mute, forged, with_a_file = _without_a_trail(house), _without_a_token(house, there), _with_a_file(house, there)
        holes = _with_holes(house)
    return Walked(house, holes, mute, forged, with_a_file, logs.getvalue())


@contextmanager
def what_is_logged() -> Iterator[io.StringIO]:
    """Everything the house writes into its logs, as it would be written, and nothing of it on the screen."""
    written = io.StringIO()
    loggers = [logging.getLogger(name) for name in ("", "django")]
    handlers = {handler for logger in loggers for handler in logger.handlers if type(handler) is logging.StreamHandler}
    streams = {handler: handler.stream for handler in handlers}
    for handler in handlers:
        # Not setStream, which flushes the stream before: an earlier test may have closed it.
        handler.stream = written
    quiet = logging.getLogger("django.request")
    try:
        yield written
    finally:
        for handler, stream in streams.items():
            handler.stream = stream
        quiet.disabled = False


def _without_a_trail(house: Walk) -> list[Visit]:
    """The pages that show somebody, for somebody who may see them, while no line can be written."""
    walker = next(standing for standing in house.world.standings() if standing.name == WALKER)
    shown = {visit.url: visit.route for visit in house.visits if visit.standing == walker and visit.method == "GET" and visit.traced}
    mute = Walk(house.world, house.pages)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER FUNCTION trail_append RENAME TO trail_append_lost")
        client = house.world.browser(walker)
        for url, route in shown.items():
            mute.visit(client, route, walker, "GET", url, "")
        cursor.execute("ALTER FUNCTION trail_append_lost RENAME TO trail_append")
    return mute.visits


def _without_a_token(house: Walk, there: list[Route]) -> list[Visit]:
    """Every form, sent as another site would send it in the name of somebody who may."""
    forged = Walk(house.world, house.pages)
    for standing in (standing for standing in house.world.standings() if standing.name in (WALKER, "administrator", "manager", GOVERNANCE, THEMSELVES)):
        client = house.world.browser(standing)
        client.handler.enforce_csrf_checks = True
        forged.before = digest.known()
        for route in there:
            page = house.pages[route.name]
            if "POST" in page.allowed and answer(page, house.world, standing, "POST") not in ("refused", "not there"):
                forged.visit(client, route.name, standing, "POST", forged.address(route, page, standing), "")
    return forged.visits


def _with_a_file(house: Walk, there: list[Route]) -> list[Visit]:
    """Every page that takes words, each sent a file among them by one who may send it."""
    sent = Walk(house.world, house.pages)
    standings = house.world.standings()
    clients = {standing.name: house.world.browser(standing) for standing in standings}
    sent.before = digest.known()
    words = {"words": "Tea before the file", "letter": ContentFile(b"written in the file", "letter.txt"), "why": "and cake after it"}
    for route in there:
        page = house.pages[route.name]
        if page.is_of_an_account or "POST" in page.allowed:
            standing = next(one for one in standings if answer(page, house.world, one, "POST") not in ("refused", "sign in", "sign in, words kept"))
            if getattr(route.view, "takes_a_file_of", 0) and answer(page, house.world, standing, "POST") == "not there":
                continue  # it takes a file, with something that is not in this world: its own tests say what becomes of one
            sent.visit(clients[standing.name], route.name, standing, "POST", sent.address(route, page, standing), "", words)
    return sent.visits


def _with_holes(house: Walk) -> Walk:
    """The planted pages, for a few who tell the holes apart."""
    few = [standing for standing in house.world.standings() if standing.name in (WALKER, COLLEAGUE, OTHER_TEAM, VISITOR) or standing.rows_of]
    with override_settings(ROOT_URLCONF="tests.trust.planted"):
        walk = Walk(house.world, house.pages | planted.DECLARED)
        walk.everywhere([route for route in routes.every() if route.name in planted.DECLARED], few)
    return walk
