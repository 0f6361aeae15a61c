"""What a picture must be like before it is opened, told from its first bytes and its size."""

from __future__ import annotations

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import words

MOST_BYTES = 15_000_000
"""Of what is sent: a photograph of a telephone has two to twelve million."""
MOST_KEPT = 900_000
"""Bytes of what is kept."""
MOST_DOTS = {"JPEG": 120_000_000, "progressive JPEG": 12_500_000, "progressive CMYK JPEG": 8_000_000, "PNG": 7_000_000, "WEBP": 3_600_000}
"""Of what is sent, so that opening it takes less than a hundred million bytes more. A JPEG is opened at a smaller scale, a row of blocks
at a time: the largest camera of a telephone has 108 million dots. The others are opened whole."""
MOST_DOTS_DRAWN = 8_300_000
"""Of a JPEG at the scale at which it is opened."""
LONG_SIDE, LONG_SIDE_OF_A_SET = 2000, 640
"""Dots of the longer side of what is kept: a letter of A4 can be read at 170 dots an inch."""
MOST_OF_ONE = 60
"""Pictures of one kind that are kept of one person."""

_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def some_picture(data: bytes) -> None:
    """Refuses what is too large, empty, or known from its first bytes to be something else, each in a sentence that says what to do."""
    if not data:
        raise Refused(words.NOTHING_IN_IT, field="picture")
    if len(data) > MOST_BYTES:
        raise Refused(words.TOO_LARGE, most=MOST_BYTES // 1_000_000, field="picture")
    if (says := _known_as_something_else(data)) is not None:
        raise Refused(says, field="picture")


def bearable_scale(wide: int, high: int, kind: str, longest: int) -> int:
    """By how much smaller it is to be opened, if it can be; refuses more dots than can be opened, before any of them is."""
    scale = 1
    if "JPEG" in kind:
        while scale < 8 and (max(wide, high) >= scale * 2 * longest or wide * high > MOST_DOTS_DRAWN * scale**2):
            scale *= 2
    if wide * high > min(MOST_DOTS.get(kind, 0), MOST_DOTS_DRAWN * scale**2):
        raise Refused(words.TOO_MANY_DOTS, wide=wide, high=high, most=MOST_DOTS["PNG"] // 1_000_000, field="picture")
    return scale


def not_too_many(held: int) -> None:
    """A record is no album."""
    if held >= MOST_OF_ONE:
        raise Refused(words.ENOUGH, most=MOST_OF_ONE, field="picture")


def _known_as_something_else(data: bytes) -> Sentence | None:
    brand = data[8:12] if data[4:8] == b"ftyp" else b""
    if brand in _HEIC:
        return words.IS_HEIC
    if brand in (b"avif", b"avis"):
        return words.IS_AVIF
    if data[:5] == b"<?xml" or b"<svg" in data[:1000].lower():
        return words.IS_SVG
    return words.IS_PDF if data[:5] == b"%PDF-" else None
