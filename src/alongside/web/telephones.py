"""Telling a number that can be dialled from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

FEWEST = 6
"""Digits of a number that is dialled from anywhere; shorter ones are houses, times of day and extensions."""
_NUMBER = re.compile(r"(?<![\w+])[+(]?\d(?:[ ().\-\u2010-\u2015]*\d)+(?!\w)")


@dataclass(frozen=True)
class Piece:
    """Some of what was typed for a telephone, and what to dial when it is a number."""

    words: str
    dial: str = ""


def pieces(typed: str) -> list[Piece]:
    """`01632 960123, after five` as its number and its words, in order; nothing is lost between them."""
    found, at = [], 0
    for match in _NUMBER.finditer(typed):
        dial = re.sub(r"[^\d+]", "", match.group().replace("(0)", ""))
        if len(dial.lstrip("+")) < FEWEST:
            continue
        if match.start() > at:
            found.append(Piece(typed[at : match.start()]))
        found.append(Piece(match.group(), dial))
        at = match.end()
    return [*found, Piece(typed[at:])] if at < len(typed) else found


def linked(typed: str) -> SafeString:
    """The same for a page, with each number as a link that rings it."""
    return format_html_join("", "{}", ((_shown(piece),) for piece in pieces(typed)))


def _shown(piece: Piece) -> str:
    return format_html('<a class="govuk-link" href="tel:{}">{}</a>', piece.dial, piece.words) if piece.dial else piece.words
