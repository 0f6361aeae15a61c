"""Photographs made for a test: real files, with what a telephone writes into them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

SECRET = "Seedzqcamera"
"""A word in the metadata of every photograph made here: no page and no table may ever hold it."""


def a_photo(size: tuple[int, int] = (1200, 900), kind: str = "JPEG", *, orientation: int = 1) -> bytes:
    """A sheet of paper on a table: its upper left corner is red, so that it is known which way is up."""
    picture = Image.new("RGB", size, "#8a6f55")
    draw = ImageDraw.Draw(picture)
    wide, high = size
    draw.rectangle((wide // 8, high // 8, wide * 7 // 8, high * 7 // 8), fill="#f7f4ea")
    for line in range(6):
        draw.line((wide // 5, high // 4 + line * high // 10, wide * 4 // 5, high // 4 + line * high // 10), fill="#333", width=max(2, high // 120))
    draw.rectangle((0, 0, wide // 10, high // 10), fill="red")
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = f"{SECRET} description"
    exif[0x0110] = f"{SECRET} telephone"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 57.0, 11.0), 29: f"{SECRET} 2026:01:02"})
    held = io.BytesIO()
    picture.save(held, kind, exif=exif, **({"comment": f"{SECRET} comment".encode()} if kind == "JPEG" else {}))
    return held.getvalue()
