"""Why two entries may be one, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ..reasons import distance_said


@dataclass(frozen=True)
class Why:
    """Reasons that say they are one, and reasons that say they are two."""

    one: list[str]
    two: list[str]


def why(reasons: Iterable[list[Any]]) -> Why:
    """Reasons as they are kept, said: the heaviest first."""
    found = Why([], [])
    for name, value, adds in sorted(reasons, key=lambda reason: -abs(reason[2])):
        said = _said(name, value)
        if said:
            (found.one if adds > 0 else found.two).append(said)
    return found


def _said(name: str, value: Any) -> str:
    if name == "names":
        return _("their names share %(words)s") % {"words": _listed([f"“{word}”" for word in value])} if value else _("their names are nearly alike")
    said = {
        "numbers": _("there are different numbers in their names"),
        "phone": _("the same telephone number"),
        "switchboard": _("the same telephone number, which others have too"),
        "other phone": _("different telephone numbers"),
        "page": _("the same page of the web"),
        "site": _("the same website"),
        "shared site": _("the same website, which others have too"),
        "other site": _("different websites"),
        "mail": _("the same e-mail address"),
        "postcode": _("the same postcode, %(postcode)s"),
        "close": _("%(far)s apart"),
        "near": _("%(far)s apart"),
        "far": _("%(far)s apart"),
        "other postcode": _("%(far)s apart") if value else _("different postcodes"),
        "other town": _("their letters go to different places"),
        "other house": _("different house numbers"),
        "words": _("they describe themselves in the same words"),
        "meaning": _("what they say of themselves means the same"),
        "run by": _("both are run by %(whom)s"),
        "one source": _("both are from one source"),
        "told apart": _("one source tells them apart"),
        "one of several": _("one of them is a part of something that has several"),
        "about it": _("one of them is of friends or parents of the other"),
    }.get(name, "")
    far = distance_said(float(value)) if isinstance(value, int | float) else ""
    return said % {"far": far, "postcode": value, "whom": value} if "%(" in said else said


def _listed(words: list[str]) -> str:
    """`“Sale”`, `“Sale” and “Moor”`, `“Sale”, “Moor” and “Choir”`."""
    if len(words) < 2:
        return "".join(words)
    return _("%(some)s and %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}
