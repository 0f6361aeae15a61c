"""The tiles of our own map file, as pictures that any browser draws."""

from __future__ import annotations

import re

from django.http import Http404, HttpResponse

from alongside.places.streets.directories import BrokenArchive
from alongside.places.streets.here import map_file
from alongside.web.pages import Request, page

_NAMED = re.compile(r"([0-9]{1,2})-([0-9]{1,8})-([0-9]{1,8})")
A_DAY = "public, max-age=86400"


@page(public=True)
def tile(request: Request, square: str) -> HttpResponse:
    """One square of it; what lies beyond it is not there."""
    archive, named = map_file(), _NAMED.fullmatch(square)
    if archive is None or named is None:
        raise Http404
    try:
        picture = archive.tile(*(int(one) for one in named.groups()))
    except (BrokenArchive, ValueError):
        raise Http404 from None
    if not picture:
        raise Http404
    return HttpResponse(picture, content_type=archive.header.content_type, headers={"Cache-Control": A_DAY})
