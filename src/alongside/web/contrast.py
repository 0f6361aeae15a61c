"""Whether an organisation's colours can be read, and the small stylesheet that puts them on the pages."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

READABLE = 4.5
"""Least contrast of text with its ground (WCAG 2.2, 1.4.3 AA), a ratio from 1 to 21."""
SEEN = 3.0
"""Least contrast of an edge with what it lies on (WCAG 2.2, 1.4.11 AA)."""

WHITE = "#ffffff"
PAPER = "#fbf7f1"
"""The soft ground of panels and of the page's edges; `assets/styles/_settings.scss` has the same."""

BRAND, LINK, BUTTON, ACCENT = "#274b48", "#1c5b77", "#1f6b4f", "#b4571f"
"""The house's own colours, for who has chosen none: a dark teal, a lake, a garden and a brick."""

_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


def as_hex(colour: str) -> str | None:
    """`"ABC"` or `"#aabbcc"` as it is stored, `"#aabbcc"`; None when it is no colour."""
    found = _HEX.fullmatch(colour.strip())
    if not found:
        return None
    figures = found[1].lower()
    return "#" + (figures if len(figures) == 6 else "".join(figure * 2 for figure in figures))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), of `"#rrggbb"` (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in _parts(colour)))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well two colours stand apart: 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, with_: str, share: float) -> str:
    """A colour with a share (0 to 1) of another mixed in."""
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(_parts(colour), _parts(with_), strict=True))


def check_theme(brand: str, link: str, button: str, accent: str) -> list[str]:
    """One sentence for each thing that could not be read or seen in these colours; none when all is well.

    An empty colour is the house's own, which is well.
    """
    asked = {
        _("The brand colour"): (brand, BRAND),
        _("The link colour"): (link, LINK),
        _("The button colour"): (button, BUTTON),
        _("The accent colour"): (accent, ACCENT),
    }
    wrong = [
        _("%(which)s is not a colour we can read: write six figures or letters after a #, such as #274b48.") % {"which": which}
        for which, (given, _own) in asked.items()
        if given.strip() and as_hex(given) is None
    ]
    if wrong:
        return wrong
    brand, link, button, accent = (as_hex(given) or own for given, own in asked.values())
    too_pale = [
        (brand, WHITE, READABLE, _("The brand colour is too pale for white words on it: %(has).1f to 1, and %(needs).1f is needed. Choose a darker one.")),
        (link, PAPER, READABLE, _("The link colour is too pale to read on a light page: %(has).1f to 1, and %(needs).1f is needed. Choose a darker one.")),
        (button, WHITE, READABLE, _("The button colour is too pale for white words on it: %(has).1f to 1, and %(needs).1f is needed. Choose a darker one.")),
        (accent, PAPER, SEEN, _("The accent colour is too pale to be seen on a light page: %(has).1f to 1, and %(needs).1f is needed. Choose a darker one.")),
    ]
    # Cut, not rounded, so that 4.49 is never told as "4.5, and 4.5 is needed".
    return [sentence % {"has": int(found * 10) / 10, "needs": least} for one, other, least, sentence in too_pale if (found := contrast(one, other)) < least]


def theme_css(brand: str = "", link: str = "", button: str = "", accent: str = "") -> str:
    """The stylesheet of an organisation's theme: our names for its colours, and the shades made from them.

    Whatever is empty or no colour is left as the house has it, so nothing but colours ever reaches the sheet.
    """
    lines: list[str] = []
    for name, given in (("brand", brand), ("link", link), ("button", button), ("accent", accent)):
        colour = as_hex(given)
        if colour:
            lines += [
                f"--{name}: {colour};",
                f"--{name}-deep: {mixed(colour, '#000000', 0.3)};",
                f"--{name}-soft: {mixed(colour, WHITE, 0.9)};",
            ]
    return ":root {\n  " + "\n  ".join(lines) + "\n}\n" if lines else ""
