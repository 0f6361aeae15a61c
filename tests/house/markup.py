"""What no template of ours may hold: words that cannot be translated, and scripts or styles in the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from .looking import Fault, ours

_COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?%\}.*?\{%\s*endcomment\s*%\}|<!--.*?-->", re.S)
_TRANSLATED = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.S)
_VERBATIM = re.compile(r"\{%\s*filter\b.*?%\}|\{%\s*endfilter\s*%\}", re.S)
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
_COMPONENT = re.compile(r"\{%\s*(?:govuk|gfield|error_summary)\b(.*?)%\}", re.S)
_GIVEN = re.compile(r"""(\w+)=(_\()?(?:"([^"]*)"|'([^']*)')""")
_LETTERS = re.compile(r"[A-Za-z]{2}")

SHOWN_ATTRIBUTES = {"alt", "title", "placeholder", "aria-label", "aria-description", "label", "summary"}
"""Attributes that somebody reads or hears."""
SHOWN_ENDINGS = ("text", "html", "label", "hint", "legend", "title", "caption", "heading", "message")
"""How the names of a component's spoken parameters end."""
UNSPOKEN = {"", "Alongside"}
"""Words that are the same in every language."""


def _speaks(text: str) -> bool:
    """Whether somebody could want it in another language."""
    return bool(_LETTERS.search(text)) and text.strip(" \n\t–—-·:|") not in UNSPOKEN


def _blank(found: re.Match[str]) -> str:
    # Keep the lines, so that a fault is told where it stands; a space, so that words on either side do not join.
    return " " + "\n" * found[0].count("\n")


def _is_shown(tag: str, name: str, given: dict[str, str]) -> bool:
    return name in SHOWN_ATTRIBUTES or (tag == "button" and name == "value") or (tag == "meta" and name == "content" and given.get("name") == "description")


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.found: list[Fault] = []
        self.inside: list[str] = []

    def tell(self, sentence: str) -> None:
        self.found.append(Fault(self.path, self.getpos()[0], sentence))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "style"):
            self.inside.append(tag)
        if tag == "style":
            self.tell("<style>: the page may carry no style of its own.")
        if tag == "script" and "src" not in given and given.get("type") not in ("application/json", "application/ld+json"):
            self.tell("<script> without src: the page may carry no script of its own.")
        for name, value in given.items():
            if name == "style":
                self.tell("style=: use a class.")
            elif name.startswith("on") and len(name) > 3:
                self.tell(f"{name}=: scripts listen; the page does not call them.")
            elif name.startswith("hx-on") or re.match(r"\s*(?:javascript|js):", value, re.I):
                self.tell(f"{name}={value!r}: a script in the page.")
            elif _is_shown(tag, name, given) and _speaks(value):
                self.tell(f"{name}={value!r} is read by people and cannot be translated.")

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside and _speaks(data):
            lead = len(data) - len(data.lstrip())
            line = self.getpos()[0] + data.count("\n", 0, lead)
            self.found.append(Fault(self.path, line, f"{' '.join(data.split())[:60]!r} cannot be translated."))


def in_template(path: str, text: str) -> Iterator[Fault]:
    """Bare words, inline scripts and inline styles of one template."""
    kept = _TRANSLATED.sub(_blank, _COMMENT.sub(_blank, text))
    for component in _COMPONENT.finditer(kept):
        for name, translated, double, single in _GIVEN.findall(component[1]):
            words = double or single
            if not translated and name.lower().endswith(SHOWN_ENDINGS) and _speaks(words):
                yield Fault(path, kept.count("\n", 0, component.start()) + 1, f"{name}={words!r} cannot be translated: write _({words!r}).")
    if not path.endswith(".html"):
        for number, line in enumerate(_TAG.sub(_blank, kept).splitlines(), 1):
            if _speaks(line):
                yield Fault(path, number, f"{line.strip()[:60]!r} cannot be translated.")
        return
    reader = _Reader(path)
    reader.feed(_TAG.sub(_blank, kept))
    reader.close()
    yield from reader.found


def of_bad_taste(path: str, text: str) -> Iterator[Fault]:
    """Words that our pages do without."""
    for found in re.finditer(r"\bsuccessfully\b|\bclick here\b|\bservice users?\b|\bplease\b", _COMMENT.sub(_blank, text), re.I):
        yield Fault(path, text.count("\n", 0, found.start()) + 1, f"{found[0]!r} is not how we speak.")


def templates() -> Iterator[tuple[str, str]]:
    """Every template of every room."""
    for path, text in ours(".html", ".txt", under="src/alongside/"):
        if "/templates/" in path:
            yield path, text


def faults() -> list[Fault]:
    """Everything wrong in all templates."""
    return [fault for path, text in templates() for check in (in_template, of_bad_taste) for fault in check(path, text)]
