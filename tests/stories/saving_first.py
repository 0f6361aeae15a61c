"""Somebody else, at another screen, saves the form that is being filled in."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from playwright.sync_api import BrowserContext

from tests.building import today

MEANWHILE = "Somebody else wrote this meanwhile."


def in_a_form_of(name: str) -> str:
    """What somebody else saves first: a sentence, or days where only days are taken."""
    year = today().year - (today().month < 9)
    return f"Autumn: 3 September {year} to 23 October {year}" if name == "school terms" else MEANWHILE


OWN_WORDS = {"answer": "own words"}
"""Where a sentence is chosen that is ready, they choose to say it themselves."""


class Sent(HTMLParser):
    """What a browser would send of the form that saves itself, as the page brought it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside = self.done = False
        self.words: dict[str, str] = {}
        self.offered: set[tuple[str, str]] = set()
        self.select = self.area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        name, value = given.get("name") or "", given.get("value") or ""
        self.offered.add((name, value))
        if tag == "form":
            self.inside = "data-saves-itself" in given and not self.done
        elif self.inside and tag == "input" and name and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.words[name] = value
        elif self.inside and given.get("type") == "radio":
            # Where nothing is chosen yet, they choose the first.
            self.words.setdefault(name, value)
        elif self.inside and tag == "select":
            self.select = name
        elif self.inside and tag == "option" and ("selected" in given or self.select not in self.words):
            self.words[self.select] = value
        elif self.inside and tag == "textarea":
            self.area = name
            self.words[name] = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.words[self.area] = (self.words[self.area] + data).lstrip("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        if tag == "form" and self.inside:
            self.inside, self.done = False, True


def saved_first(context: BrowserContext, url: str, name: str, words: str = MEANWHILE) -> str:
    """Nothing when it is saved; else why not."""
    page = context.request.get(url)
    sent = Sent(page.text())
    chosen = {box: value for box, value in OWN_WORDS.items() if (box, value) in sent.offered}
    answer = context.request.post(url, form={**sent.words, **chosen, name: words}, max_redirects=0)
    return "" if answer.status == 303 else f"{page.status} {answer.status} {re.findall('error-message[^>]*>(.*?)</p>', answer.text(), re.S)}"
