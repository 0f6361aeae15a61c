"""Visiting every page, once for everybody, and writing down what came back, what it held, what it changed and what the trail says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from alongside.evidence.figures import every_figure
from alongside.evidence.reports import every_report

from . import digest
from .declarations import Page, answer
from .finder import Finder
from .guards import guards_in
from .inside import words_inside
from .planting import Seed
from .routes import Route
from .sending import as_a_form
from .world import COVERS, GOVERNANCE, LEFT, OFFICER, ONE_FACTOR, OTHER_TEAM, PARTNER, THEMSELVES, VISITOR, WALKER, Standing, World

AT_THE_DOOR = (WALKER, VISITOR, PARTNER, LEFT, ONE_FACTOR)
"""Those who try the pages of signing in; what these answer is tested beside them (tests/teams), here only what they give away."""

FOLLOWING = (WALKER, "manager", OTHER_TEAM, PARTNER, GOVERNANCE, "commissioner", "administrator", VISITOR, THEMSELVES)
"""Those who follow every link that they are shown, and ask for fragments of pages: one of each role."""


@dataclass
class Visit:
    """One request and all that is known of its answer."""

    route: str
    standing: Standing
    method: str
    url: str
    expected: str
    status: int
    kind: str
    keeping: str = ""
    """What caches are told of it."""
    text: str = ""
    seeds: list[Seed] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    traced: set[Any] = field(default_factory=set)
    """Whom the lines name that were committed for this actor while the request was answered."""
    guarded: dict[str, str] = field(default_factory=dict)
    """What browsers are told to refuse on its behalf."""

    def __str__(self) -> str:
        return f"{self.method} {self.route} by {self.standing.name} → {self.status}"


class Walk:
    """A walk through the house: the same world, every route, everybody."""

    def __init__(self, world: World, pages: dict[str, Page], urlconf: str | None = None) -> None:
        self.world, self.pages, self.urlconf = world, pages, urlconf
        self.finder = Finder(world.garden.seeds)
        self.visits: list[Visit] = []
        self.shut: set[tuple[str, str, frozenset[str]]] = set()
        digest.prepare()
        self.before = digest.known()

    def address(self, route: Route, page: Page, standing: Standing) -> str:
        """The route's address, with every piece filled in."""
        rows_of = standing.rows_of or standing.about
        figure = next(iter(every_figure()))
        named = {
            "staff": self.world.staff[OFFICER].id,
            "walker": self.world.staff[WALKER].id,
            "seat": self.world.seats[OFFICER],
            "cover": self.world.covers[COVERS],
            "entry": self.world.entry.id,
            "figure": figure,
            "report": next(iter(every_report())),
            "example": "coordinators-own.xlsx",
            "word": "x",
            "number": 1,
            **self.world.gathered.named,
        }
        given: dict[str, Any] = {}
        for piece in route.pieces:
            kind = page.rows.get(piece, "")
            given[piece] = standing.about if piece == "person_id" else named[kind] if kind in named else self.world.row(kind, rows_of)
        return reverse(route.name, kwargs=given, urlconf=self.urlconf)

    def everywhere(self, routes: list[Route], standings: list[Standing]) -> None:
        """Every route, by every method it has and one it has not, for everybody."""
        for standing in standings:
            client = self.world.browser(standing)
            self.before = digest.known()  # signing in is written down
            seen: set[str] = set()
            for route in routes:
                page = self.pages[route.name]
                if (standing.rows_of is not None and not (page.rows and page.of)) or (page.is_of_an_account and standing.name not in AT_THE_DOOR):
                    continue
                url = self.address(route, page, standing)
                seen.add(url)
                for method in self._ways(page, standing):
                    expected = answer(page, self.world, standing, "GET" if method == "HEAD" else method)
                    # A door that is shut to a role is shut before it is asked who stands there: once for each role tells it.
                    shut = (route.name, method, standing.roles)
                    if expected == "refused" and not page.of and shut in self.shut:
                        continue
                    self.shut.add(shut)
                    self.visit(client, route.name, standing, method, url, expected)
                if standing.rows_of is None:
                    self._also(client, route, page, standing, url)
            if standing.name in FOLLOWING:
                self._follow(client, standing, seen)
            for visit in self.visits:
                visit.text = ""  # read by now, and much

    def _ways(self, page: Page, standing: Standing) -> tuple[str, ...]:
        """The methods the page has; for two, also one that it has not: that is asked before who they are, so two tell it for all."""
        if page.is_of_an_account:
            return ("GET", "POST")
        if standing.name not in AT_THE_DOOR[:2]:
            return page.allowed
        return (*page.allowed, "DELETE", *({"GET", "POST"} - set(page.allowed)), *(["HEAD"] if "GET" in page.allowed else []))

    def _also(self, client: Client, route: Route, page: Page, standing: Standing, url: str) -> None:
        """Questions, searches, and the fragment that a script would ask for: whatever they answer, it is compared."""
        teams = {"fern": self.world.fern.id, "moss": self.world.moss.id, "colleague": self.world.staff[WALKER].id}
        for question in page.tries:
            self.visit(client, route.name, standing, "GET", f"{url}?{urlencode({name: value.format(**teams) for name, value in question.items()})}", "")
        for words in page.sends:
            self.visit(client, route.name, standing, "POST", url, "", {name: value.format(**teams) for name, value in words.items()})
        if page.of and standing.name in FOLLOWING and "GET" in page.allowed:
            self.visit(client, route.name, standing, "GET", url, "", headers={"HX-Request": "true"})

    def _follow(self, client: Client, standing: Standing, seen: set[str]) -> None:
        """Every link that they were shown and that was not visited yet: once for each shape of address."""
        shapes: set[tuple[str, ...]] = set()
        for visit in [visit for visit in self.visits if visit.standing == standing and visit.method == "GET"]:
            for url in links_in(visit):
                shape = shape_of(url, self.urlconf)
                if shape and url not in seen and shape not in shapes:
                    shapes.add(shape)
                    seen.add(url)
                    self.visit(client, shape[0], standing, "GET", url, "")

    def visit(
        self,
        client: Client,
        route: str,
        standing: Standing,
        method: str,
        url: str,
        expected: str,
        data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Visit:
        """Ask, and write down. What was sent may change things for real only by another connection: the rest is undone."""
        cookies = {name: kept.value for name, kept in client.cookies.items()}
        shown = b""
        if method == "GET":
            response = client.get(url, headers=headers or {})
            after, traced = digest.since(self.before, standing.staff)
        else:
            with transaction.atomic():
                form, content_type = as_a_form({"csrfmiddlewaretoken": "x", **(data or {})})
                response = client.generic(method, url, form, content_type=content_type, headers=headers or {})
                after, traced = digest.since(self.before, standing.staff)
                # What was asked for is shown on the page that a search leads to.
                if data and response.status_code == 303:
                    shown = client.get(response.headers["Location"]).content
                    after, traced = digest.since(self.before, standing.staff)
                transaction.set_rollback(True)
            # A page that ended the session did so for this request alone.
            client.cookies = SimpleCookie(cookies)
        kind = response.headers.get("Content-Type", "").split(";")[0]
        headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
        text = unescape((response.content + shown).decode("utf-8", "replace")) + "\n" + headers + words_inside(kind, response.content)
        visit = Visit(route, standing, method, url, expected, response.status_code, kind, response.headers.get("Cache-Control", ""), text)
        visit.guarded = guards_in(response.headers)
        visit.seeds = self.finder.find(text + dates_in_boxes(text), typed=" ".join(map(str, (data or {}).values())))
        visit.traced = traced
        if after.stored != self.before.stored:
            visit.changed = digest.differing(self.before.stored, after.stored)
            self.before = digest.known()
        elif after is not self.before:
            self.before = after if method == "GET" else digest.undone(after)
        self.visits.append(visit)
        return visit


def dates_in_boxes(text: str) -> str:
    """Dates that a form writes in three boxes, written in one piece."""
    boxes: dict[str, dict[str, int]] = {}
    for box in re.findall(r"<input\b[^>]*>", text):
        name, value = re.search(r'name="(\w+)_(day|month|year)"', box), re.search(r'value="(\d+)"', box)
        if name and value:
            boxes.setdefault(name[1], {})[name[2]] = int(value[1])
    return "".join(f"\n{day['year']:04}-{day['month']:02}-{day['day']:02}" for day in boxes.values() if len(day) == 3)


def links_in(visit: Visit) -> Iterator[str]:
    """Every address of ours in a page."""
    if visit.kind == "text/html":
        for found in re.findall(r"""(?:href|hx-get|data-src|src)="([^"#]+)""", visit.text):
            url = urljoin(f"http://testserver{visit.url}", found)
            parts = urlsplit(url)
            if parts.netloc == "testserver" and not parts.path.startswith("/static/"):
                yield parts.path + (f"?{parts.query}" if parts.query else "")


@cache
def shape_of(url: str, urlconf: str | None) -> tuple[str, ...]:
    """The route's name and what is asked of it: two addresses of one shape show the same kind of thing. Every page leads to many of the same."""
    parts = urlsplit(url)
    try:
        match = resolve(parts.path, urlconf=urlconf)
    except Resolver404:
        return ()
    return (match.view_name, *sorted(re.findall(r"(?:^|&)([^=&]+)=", parts.query)))
