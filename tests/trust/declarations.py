"""Reading what each page is declared to answer (declared.yaml), and working out the answer for somebody who asks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from .world import COLLEAGUE, HANDED_TO, ONE_FACTOR, WALKER, Standing, World

ANSWERS = {
    "shown": {200},
    "nothing new": {204},
    "elsewhere": {302, 303},
    "done": {200, 302, 303},
    "asked again": {422},
    "not there": {404},
    "gone": {410},
    "refused": {403},
    "sign in": {302},
    "sign in, words kept": {401},
    "not that way": {405},
    "an account's page": {200, 302, 303, 400, 403, 404, 405, 422},
}
"""What each answer is in numbers."""
REFUSALS = {"asked again", "not there", "gone", "refused", "sign in", "sign in, words kept", "not that way"}
"""Answers after which nothing may have changed."""

NO_SECOND_FACTOR_NEEDED = {"account_login", "teams:theme", "teams:logo"}


@dataclass(frozen=True)
class Page:
    """One route's declaration."""

    name: str
    for_whom: str | tuple[str, ...]
    of: str = ""
    ours: bool = False
    get: str = "shown"
    form: str = ""
    press: str = ""
    whereabouts: str = ""
    listed: str = ""
    wrote_it: str = ""
    arranges: str = ""
    brought_it: str = ""
    manages: str = ""
    takes_over: str = ""
    handed: str = ""
    two: str = ""
    rows: dict[str, str] = field(default_factory=dict)
    tries: tuple[dict[str, str], ...] = ()
    sends: tuple[dict[str, str], ...] = ()

    @property
    def allowed(self) -> tuple[str, ...]:
        """The methods the page has."""
        return ("POST",) if self.press else ("GET", "POST") if self.form else ("GET",)

    @property
    def is_of_an_account(self) -> bool:
        """Whether it is one of the pages on which somebody signs in, or looks after how they do."""
        return self.for_whom == "their own account"


def read(path: Path | None = None) -> dict[str, Page]:
    """Every declared page, by its route's name."""
    groups: list[dict[str, Any]] = yaml.safe_load((path or Path(__file__).parent / "declared.yaml").read_text())
    found: dict[str, Page] = {}
    for group in groups:
        for_whom = group["for"] if isinstance(group["for"], str) else tuple(group["for"])
        for name, given in group["pages"].items():
            assert name not in found, f"{name} is declared twice."
            listed = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
            found[name] = Page(name=name, for_whom=for_whom, of=group.get("of", ""), **listed)
    return found


def answer(page: Page, world: World, standing: Standing, method: str) -> str:
    """What this page is to answer when they ask in this way."""
    if page.is_of_an_account:
        return "an account's page"
    if ONE_FACTOR in standing.name and page.name not in NO_SECOND_FACTOR_NEEDED:
        return "sign in"
    if method not in page.allowed:
        return "not that way"
    if page.for_whom == "themselves" and not standing.is_themselves:
        return "sign in, words kept"
    if page.for_whom not in ("everybody", "themselves"):
        if not standing.is_signed_in:
            return "sign in" if method == "GET" else "sign in, words kept"
        if page.for_whom != "signed in" and not standing.roles & set(page.for_whom):
            return "refused"
    parts = world.parts(standing)
    if page.ours and not any((seat.staff, seat.team) == (standing.staff, world.fern.id) for seat in world.facts.seats):
        return "not there"
    if page.of and page.of not in parts:
        return "not there"
    if page.two and standing.rows_of is not None and page.of in world.parts(replace(standing, about=standing.rows_of, rows_of=None)):
        return "shown" if method == "GET" else page.two
    if page.of and any(not world.has_row(kind, standing) for kind in page.rows.values()):
        return "not there"
    if page.whereabouts and "whereabouts" not in parts:
        return page.whereabouts
    if page.listed and (standing.about, standing.staff) in world.facts.listed:
        return page.listed
    if page.wrote_it and standing.staff == world.staff[WALKER].id:
        return page.wrote_it
    if page.arranges and standing.staff in (world.staff[WALKER].id, world.staff["manager"].id):
        return "shown" if method == "GET" else page.arranges
    if page.manages and standing.staff == world.staff["manager"].id:
        return "shown" if method == "GET" else page.manages
    if page.handed and standing.staff == world.staff[HANDED_TO].id:
        return "shown" if method == "GET" and page.form else page.handed
    if page.takes_over and standing.staff == world.staff[COLLEAGUE].id:
        return page.takes_over
    if page.brought_it and standing.staff == world.staff["manager"].id:
        return page.brought_it
    return page.get if method == "GET" else page.press or page.form
