"""A picture drawn anew: its dots and nothing else of what was sent, upright, of bearable size.

Nothing is opened before its size is known, and a large JPEG is opened at a smaller scale, so that a picture that says it
is huge takes no more memory than one of a telephone; one at a time, however many are sent at once.
"""

from __future__ import annotations

import io
from threading import Lock

from PIL import Image, UnidentifiedImageError

from alongside.foundation.refusals import Refused

from . import rules, words

_TAKEN = ("JPEG", "PNG", "WEBP")
_QUALITIES = (85, 75, 62, 48, 34)
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned that a camera says lies so."""
_one_at_a_time = Lock()
# Sizes are judged here, by `rules.bearable_scale`, and refused in words.
Image.MAX_IMAGE_PIXELS = None


def redrawn(data: bytes, *, longest: int = rules.LONG_SIDE) -> bytes:
    """As a JPEG in our own words: no place, no day, no camera, no thumbnail, no second picture behind the first."""
    rules.some_picture(data)
    try:
        with _one_at_a_time:
            return _as_jpeg(_opened(data, longest))
    except Refused:
        raise
    except UnidentifiedImageError:
        raise Refused(words.IS_NO_PICTURE, field="picture") from None
    except Exception:
        # Whatever a broken picture makes Pillow raise: it is not for us to list.
        raise Refused(words.IS_BROKEN, field="picture") from None


def _opened(data: bytes, longest: int) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=_TAKEN) as sent:
        kind = "JPEG" if sent.format in ("JPEG", "MPO") else sent.format or ""
        if kind == "JPEG" and sent.info.get("progressive"):
            # All of it is held until its last pass.
            kind = "progressive CMYK JPEG" if sent.mode == "CMYK" else "progressive JPEG"
        scale = rules.bearable_scale(*sent.size, kind, longest)
        sent.draft("RGB", (max(1, sent.width // scale), max(1, sent.height // scale)))
        lies = _lies(sent)
        # Smaller first, and turned after, so that what is held twice is small.
        sent.thumbnail((longest, longest))
        sheet = _on_white(sent)
    return sheet.transpose(_UPRIGHT[lies]) if lies in _UPRIGHT else sheet


def _lies(sent: Image.Image) -> object:
    """How the camera was held, as a number; the rest of what it wrote is not read, and a picture whose notes are broken lies as it is."""
    try:
        return sent.getexif().get(_ORIENTATION)
    except Exception:
        return None


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
