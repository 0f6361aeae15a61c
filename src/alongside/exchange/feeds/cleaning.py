"""Text out of what feeds call text: markup taken away by a kept library, letters that no database keeps taken out."""

from __future__ import annotations

import html
import re

import nh3

LONGEST = 20_000
"""Letters of one text; the longest description in the directories we have seen has 4,600."""
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(#\d+|#x[0-9a-fA-F]+|\w+);")
_BREAKS = re.compile(r"<br ?/?>|</(?:p|li|div|tr|h[1-6])>")
_LINES = frozenset({"p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, halves of letters, and marks that turn the direction of what follows."""


def words_of(said: object) -> str:
    """One text without markup, its paragraphs kept; empty for what is none."""
    if not isinstance(said, str):
        return str(said) if isinstance(said, int | float) and not isinstance(said, bool) else ""
    text = _NEVER.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))[: LONGEST * 4]
    if _MARKUP.search(text):
        lined = _BREAKS.sub("\n", nh3.clean(text, tags=set(_LINES), attributes={}))
        text = html.unescape(nh3.clean(lined, tags=set()))
        text = _NEVER.sub("", text).replace("\xa0", " ")
        text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()[:LONGEST]


def line_of(said: object) -> str:
    """One line of it."""
    return " ".join(words_of(said).split())
