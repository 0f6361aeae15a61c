"""A picture drawn anew: its dots and nothing else of what was sent, upright, of bearable size.

Nothing is opened before its size is known, and a large JPEG is opened at a smaller scale, so that a picture that says it
is huge takes no more memory than one of a telephone.
"""

from __future__ import annotations

import io
import struct

from PIL import Image, ImageOps, UnidentifiedImageError

from alongside.foundation.refusals import Refused

from . import rules, words

_TAKEN = ("JPEG", "PNG", "WEBP")
_QUALITIES = (85, 75, 62, 48, 34)
# Sizes are judged here, by `rules.bearable`, and refused in words.
Image.MAX_IMAGE_PIXELS = None


def redrawn(data: bytes, *, longest: int = rules.LONG_SIDE) -> bytes:
    """As a JPEG in our own words: no place, no day, no camera, no thumbnail, no second picture behind the first."""
    rules.some_picture(data)
    try:
        return _as_jpeg(_opened(data, longest))
    except UnidentifiedImageError:
        raise Refused(words.IS_NO_PICTURE, field="picture") from None
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, OverflowError, struct.error):
        raise Refused(words.IS_BROKEN, field="picture") from None


def _opened(data: bytes, longest: int) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=_TAKEN) as sent:
        in_pieces = sent.format in ("JPEG", "MPO") and not sent.info.get("progressive")
        rules.bearable(*sent.size, in_pieces=in_pieces)
        sent.draft("RGB", (longest, longest))
        upright = ImageOps.exif_transpose(sent)
        upright.thumbnail((longest, longest))
        return _on_white(upright)


def _on_white(picture: Image.Image) -> Image.Image:
    """On a sheet of our own, so that nothing but dots comes along; what was see-through is white."""
    sheet = Image.new("RGB", picture.size, "white")
    if "A" in picture.getbands() or "transparency" in picture.info:
        with_alpha = picture.convert("RGBA")
        sheet.paste(with_alpha, mask=with_alpha.getchannel("A"))
    else:
        sheet.paste(picture.convert("RGB"))
    return sheet


def _as_jpeg(sheet: Image.Image) -> bytes:
    made = b""
    for quality in _QUALITIES:
        drawn = io.BytesIO()
        sheet.save(drawn, "JPEG", quality=quality, optimize=True, exif=b"")
        made = drawn.getvalue()
        if len(made) <= rules.MOST_KEPT:
            return made
    # All noise: smaller, then.
    return _as_jpeg(sheet.resize((max(1, sheet.width // 2), max(1, sheet.height // 2))))


def size_of(drawn: bytes) -> tuple[int, int]:
    """Width and height of what was drawn, so that a page keeps room for it."""
    with Image.open(io.BytesIO(drawn), formats=("JPEG",)) as picture:
        return picture.size
