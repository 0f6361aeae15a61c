"""Text out of what feeds call text: markup taken away by a kept library, letters that no database keeps taken out."""

from __future__ import annotations

import html
import re

import nh3

LONGEST = 20_000
"""Letters of one text; the longest description in the directories we have seen has 4,600."""
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(#\d+|#x[0-9a-fA-F]+|\w+);")
_BREAKS = re.compile(r"<br ?/?>|</(?:p|li|div|tr|h[1-6])>")
_PLAIN_LINE = re.compile(r"[!-%'-;=-~]++(?: [!-%'-;=-~]++)*")
"""Words in plain letters with one space between them, and nothing that could be markup: as they are."""
_GAPS = re.compile(r"\n{3,}")
_LEFT = re.compile(r"</?(?:p|br|li|div|tr|h[1-6]) ?/?>")
_LINES = {"p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, halves of letters, and marks that turn the direction of what follows."""


def words_of(said: object) -> str:
    """One text without markup, its paragraphs kept; empty for what is none."""
    if said is None or said == "":
        return ""
    if not isinstance(said, str):
        return str(said) if isinstance(said, int | float) and not isinstance(said, bool) else ""
    if said.isascii() and said.isprintable() and "<" not in said and "&" not in said:
        # Most texts: there is nothing to take out.
        return said[: LONGEST * 4].strip()[:LONGEST]
    text = _NEVER.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))[: LONGEST * 4]
    if _MARKUP.search(text):
        # What the library leaves are these tags alone, bare.
        lined = _BREAKS.sub("\n", nh3.clean(text, tags=_LINES, attributes={}))
        text = html.unescape(_LEFT.sub("", lined))
        text = _NEVER.sub("", text).replace("\xa0", " ")
        text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return _GAPS.sub("\n\n", text).strip()[:LONGEST]


def line_of(said: object) -> str:
    """One line of it."""
    if said is None or said == "":
        return ""
    if type(said) is str and _PLAIN_LINE.fullmatch(said) and len(said) <= LONGEST:
        return said
    return " ".join(words.split()) if (words := words_of(said)) else ""
