"""From every seat in the invented neighbourhood: what opens, what it looks like, and that nothing bars the way. The guide's pictures are these."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.demo_world import a_demo
from tests.stories.conftest import served
from tests.stories.walker import Walker

SitDown = Callable[..., Walker]


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    with django_db_blocker.unblock(), a_demo("guide") as name, served(name, demo=True) as base:
        yield base


@pytest.fixture(params=[1280, 390], ids=["laptop", "phone"])
def seat(request: pytest.FixtureRequest, town: str, sit_down: SitDown) -> Callable[[str], Walker]:
    """Be somebody, by one click on the demo's first page."""

    def be(name: str) -> Walker:
        walker = sit_down(town, (request.param, True))
        walker.goes_to("/")
        walker.keeps_a_picture("front")
        walker.presses(name)
        return walker

    return be


def test_a_coordinator(seat: Callable[[str], Walker]) -> None:
    delyth = seat("Delyth")
    delyth.keeps_a_picture("today")
    delyth.goes_to("/people/")
    delyth.keeps_a_picture("people")
    delyth.writes("Find somebody by name", "Maureen Tolley")
    delyth.presses("Find", exact=True)
    delyth.follows("Maureen")
    delyth.keeps_a_picture("person")
    her_page = delyth.page.url.removeprefix(delyth.base)
    for page in ("good-life", "gifts", "circle", "agreement", "steps", "visits", "level", "changes", "who", "where", "good-to-know", "partners", "location"):
        delyth.goes_to(f"{her_page}{page}/")
    delyth.goes_to(f"{her_page}paper/")
    delyth.keeps_a_picture("paper")
    delyth.goes_to(f"{her_page}find/")
    delyth.writes("What would they like?", "somebody to sing with, and a cup of tea")
    delyth.presses("Find", exact=True)
    delyth.keeps_a_picture("find")
    delyth.goes_to(her_page)
    delyth.unfolds()
    delyth.page.locator("#connections .connection a").first.click()
    delyth.page.wait_for_url("**/connections/**")
    delyth.looks_around()
    delyth.keeps_a_picture("connection")
    delyth.goes_to("/unfinished/")
    delyth.goes_to("/people/introduce/")
    delyth.keeps_a_picture("introduce")


def test_a_link_worker_reads_their_own_words(seat: Callable[[str], Walker]) -> None:
    karolina = seat("Karolina")
    karolina.goes_to("/people/")
    karolina.page.locator(".row__link").first.click()
    karolina.page.wait_for_url("**/people/*/")
    karolina.looks_around()
    karolina.sees("Personalised care and support plan")


def test_a_manager(seat: Callable[[str], Walker]) -> None:
    colm = seat("Colm")
    colm.goes_to("/figures/")
    colm.keeps_a_picture("figures")
    colm.follows("How this is counted")
    colm.keeps_a_picture("figure")


def test_a_commissioner(seat: Callable[[str], Walker]) -> None:
    marcia = seat("Marcia")
    marcia.goes_to("/figures/")
    marcia.sees("held back")
    marcia.keeps_a_picture("commissioner")


def test_a_partner(seat: Callable[[str], Walker]) -> None:
    anjali = seat("Anjali")
    anjali.sees("Named to me")
    anjali.keeps_a_picture("named-to-me")


def test_an_information_governance_lead(seat: Callable[[str], Walker]) -> None:
    edmund = seat("Edmund")
    edmund.writes("Find somebody by name", "Maureen")
    edmund.presses("Find", exact=True)
    edmund.follows("Maureen")
    edmund.keeps_a_picture("who-looked")


def test_an_administrator(seat: Callable[[str], Walker]) -> None:
    rokeya = seat("Rokeya")
    rokeya.keeps_a_picture("staff")
    rokeya.goes_to("/colours/")
    rokeya.goes_to("/staff/add/")


def test_anybody(town: str, sit_down: SitDown) -> None:
    visitor = sit_down(town, (390, True))
    visitor.goes_to("/around/")
    visitor.keeps_a_picture("noticeboard")
    visitor.page.locator(".find__name a").first.click()
    visitor.page.wait_for_url("**/around/*/")
    visitor.looks_around()
    visitor.goes_to("/accessibility/")
