"""Photographs for the demonstration, drawn by ourselves: a letter on a table, a garden."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont


def a_letter(title: str) -> bytes:
    """A sheet of paper on a kitchen table, with a heading and lines nobody can read."""
    sheet = Image.new("RGB", (1200, 1600), "#7d6a58")
    draw = ImageDraw.Draw(sheet)
    draw.polygon([(130, 110), (1090, 150), (1060, 1500), (100, 1460)], fill="#f8f5ec")
    draw.text((220, 240), title, font=ImageFont.load_default(52), fill="#222")
    for line in range(16):
        draw.line((220, 400 + line * 55, 940 - (line % 4) * 90, 410 + line * 55), fill="#8b8a86", width=9)
    draw.line((220, 1360, 560, 1320), fill="#2b3f8f", width=8)
    return _photographed(sheet)


def a_garden() -> bytes:
    """A lawn, a sky, dahlias."""
    sheet = Image.new("RGB", (1400, 1000), "#bcd8ea")
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 560, 1400, 1000), fill="#7fa65a")
    draw.rectangle((120, 300, 420, 620), fill="#c98d62")
    draw.polygon([(90, 310), (270, 170), (450, 310)], fill="#8a4b3a")
    for place, colour in enumerate(("#b3264a", "#e08a1e", "#8d2f86", "#d9455f", "#f0c02c")):
        left = 520 + place * 160
        draw.line((left, 860, left, 700), fill="#3f6b34", width=14)
        for dx, dy in ((-38, 0), (38, 0), (0, -38), (0, 38), (-27, -27), (27, 27), (-27, 27), (27, -27)):
            draw.ellipse((left + dx - 32, 680 + dy - 32, left + dx + 32, 680 + dy + 32), fill=colour)
        draw.ellipse((left - 22, 658, left + 22, 702), fill="#5b3a1c")
    return _photographed(sheet)


def _photographed(sheet: Image.Image) -> bytes:
    held = io.BytesIO()
    sheet.save(held, "JPEG", quality=85)
    return held.getvalue()
