"""A picture as SVG that stands by itself: no style sheet and no script, so that it goes into a page under a strict policy, a report or an e-mail."""

from __future__ import annotations

from html import escape

from .picture import Fill, Picture

_FILLS = {Fill.WHOLE: "#0b0c0c", Fill.ADDS: "#1d70b8", Fill.TAKES: "url(#hatched)"}
_HATCHED = (
    '<pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#ffffff"/><rect width="3" height="6" fill="#505a5f"/></pattern>'
)

_HALO = 'stroke="#ffffff" stroke-width="4" paint-order="stroke" stroke-linejoin="round"'
"""A line that passes behind words stops beside them."""


def as_svg(picture: Picture) -> str:
    """The drawing, named by its title for who does not see it."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {picture.wide} {picture.high}" role="img" font-family="Arial, sans-serif" font-size="14">',
        f"<title>{escape(picture.title)}</title>",
        f"<defs>{_HATCHED}</defs>",
    ]
    parts += [
        f'<rect x="{one.x:g}" y="{one.y:.6g}" width="{one.wide:g}" height="{one.high:.6g}" fill="{_FILLS[one.fill]}" stroke="#0b0c0c" stroke-width="0.75"/>'
        for one in picture.boxes
    ]
    parts += [
        f'<path d="M{one.x:g} {one.y:g}v{one.high:g}" stroke="#0b0c0c" stroke-width="{1.5 if one.dashed else 1}"{_dashes(one.dashed)}/>'
        for one in picture.lines
    ]
    parts += [f'<text x="{one.x:g}" y="{one.y:g}" text-anchor="{one.at}" fill="#0b0c0c" {_HALO}>{escape(one.text)}</text>' for one in picture.words]
    return "\n".join([*parts, "</svg>\n"])


def _dashes(dashed: bool) -> str:
    return ' stroke-dasharray="5 4"' if dashed else ""
