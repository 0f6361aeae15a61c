"""Somebody at a screen, in the words of a story; every page they pass is looked over for barriers."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from alongside.foundation.actor import Actor
from tests.building import showed_it, signed_in

ROOT = Path(__file__).parents[2]
FOR_THE_GUIDE = os.environ.get("ALONGSIDE_PICTURES") == "1"
PICTURES = ROOT / ("docs/guide/pictures" if FOR_THE_GUIDE else "test-output/pictures")
"""Where pictures go: into the guide when asked, else beside the other output of the tests."""
NARROWEST = 320
"""Pixels: a small phone, or a page at 400 % (WCAG 2.2, 1.4.10)."""
_MARKUP = """() => [...new Set([...document.querySelectorAll('body *')].map(one =>
    [one.tagName, one.getAttribute('class'), one.getAttribute('role'), one.getAttribute('type')].join()))].sort().join('|')"""
"""The kinds of element on a page, whatever is written in them."""
_LOOKED_OVER: set[tuple[str, int, str]] = set()
"""Pages that were looked over for barriers in this run: each by its address without keys, its width and the kinds of element on it."""
# Of what is found in order axe gives one example: to gather all of it took a third of the time, and nobody reads it.
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


@dataclass
class Walker:
    """A person at a screen of some width, with or without JavaScript."""

    page: Page
    base: str
    width: int
    scripts: bool
    complaints: list[str] = field(default_factory=list)
    looked_at: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("console", self._hears)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hears(self, said: ConsoleMessage) -> None:
        # A refusal (4xx) and a dead network are answers like any other; the browser alone calls them errors.
        if said.type == "error" and not re.search(r"responded with a status of 4\d\d|ERR_INTERNET_DISCONNECTED", said.text):
            self.complaints.append(said.text)

    def is_signed_in_as(self, actor: Actor) -> None:
        """Their session is begun already, both factors given a minute ago."""
        self.page.context.add_cookies([{"name": "session", "value": showed_it(signed_in(actor), 60).cookies["session"].value, "url": self.base}])

    def goes_to(self, path: str) -> None:
        self.page.goto(self.base + path)
        self.looks_around()

    def follows(self, name: str, *, exact: bool = False, among: str = "body") -> None:
        self.unfolds()
        self._leads_on(self.page.locator(among).get_by_role("link", name=name, exact=exact).first)

    def presses(self, name: str, *, exact: bool = False, nth: int = 0) -> None:
        self.unfolds()
        self._leads_on(self.page.get_by_role("button", name=name, exact=exact).nth(nth))

    def unfolds(self) -> None:
        """On a phone what stands beside a story is folded: open all of it."""
        folded = self.page.locator("details.folded:not([open]) > summary:visible")
        while folded.count():
            folded.first.click()

    def _leads_on(self, thing: Locator) -> None:
        with self.page.expect_navigation(wait_until="load"):
            thing.click()
        self.looks_around()

    def box(self, label: str) -> Locator:
        return self.page.get_by_label(label).first

    def writes(self, label: str, words: str) -> None:
        self.box(label).fill(words)

    def chooses(self, label: str) -> None:
        self.page.get_by_label(label, exact=True).first.check()

    def picks(self, label: str, option: str) -> None:
        self.box(label).select_option(label=option)

    def dates(self, legend: str, day: date) -> None:
        group = self.page.get_by_role("group", name=legend)
        group.get_by_label("Day").fill(str(day.day))
        group.get_by_label("Month").fill(str(day.month))
        group.get_by_label("Year").fill(str(day.year))

    def dated(self, legend: str) -> date:
        """The day that stands in a date's three boxes."""
        group = self.page.get_by_role("group", name=legend)
        year, month, day = (int(group.get_by_label(part).input_value()) for part in ("Year", "Month", "Day"))
        return date(year, month, day)

    def counts(self, table: str) -> dict[str, str]:
        """What a table of figures says, but for its noughts."""
        rows = self.page.get_by_role("table", name=table, exact=True).locator("tbody tr, tfoot tr").all()
        said = {row.locator("th").inner_text(): row.locator("td").first.inner_text() for row in rows}
        return {what: many for what, many in said.items() if many != "0"}

    def says_what_needs_scripts(self, words: str) -> None:
        """A sentence for those without JavaScript, and for them alone."""
        expect(self.page.get_by_text(words).first).to_be_visible(visible=not self.scripts)

    def opens(self, summary: str) -> None:
        self.page.locator("summary", has_text=summary).first.click()

    def sees(self, words: str) -> None:
        expect(self.page.locator("body")).to_contain_text(words)

    def sees_not(self, words: str) -> None:
        expect(self.page.locator("body")).not_to_contain_text(words)

    def is_at(self, path: str) -> bool:
        return re.fullmatch(path, self.page.url.removeprefix(self.base)) is not None

    def keeps_a_picture(self, name: str) -> None:
        """A picture named after the page and the width: of the whole page, or for the guide of what a screen shows."""
        if self.scripts:
            PICTURES.mkdir(parents=True, exist_ok=True)
            self.page.evaluate("window.scrollTo(0, 0)")
            self.page.screenshot(path=PICTURES / f"{name}-{self.width}.png", full_page=not FOR_THE_GUIDE)

    def _fits(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": self.page.viewport_size["height"]})
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, f"{self.page.url} is wider than {width} pixels"

    def looks_around(self) -> None:
        """No barrier that a machine can find, nothing wider than the screen, no complaint in the console.

        Barriers are looked for once a run in each kind of page with each set of parts: that takes a second or two each time.
        """
        self.page.wait_for_load_state("load")
        self._fits(self.width)
        if self.width < 600:
            self._fits(NARROWEST)
            self.page.set_viewport_size({"width": self.width, "height": 844})
        assert self.complaints == [], self.complaints
        shape = re.sub(r"[0-9a-f-]{36}", "…", self.page.url.removeprefix(self.base).split("?")[0])
        self.looked_at.add(shape)
        kind = (shape, self.width, self.page.evaluate(_MARKUP)) if self.scripts else None
        if kind and kind not in _LOOKED_OVER:
            _LOOKED_OVER.add(kind)
            # From the top: what has slid half below the banner is not a small target.
            self.page.evaluate("window.scrollTo(0, 0)")
            found = Axe().run(self.page, options=_RULES).response["violations"]
            barriers = [f"{one['id']}: {one['help']} at {[node['target'] for node in one['nodes']][:3]}" for one in found]
            assert barriers == [], f"{self.page.url}: {barriers}"
