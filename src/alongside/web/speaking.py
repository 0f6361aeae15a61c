"""In which language a page is said: in Welsh where all of that page has it and whoever reads it asked for it; else in English.

Nothing is kept with us: the browser keeps one word. What a browser prefers is not gone by, for a page half in Welsh helps nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

COOKIE = "__Host-language" if settings.HTTPS else "language"
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Spoken:
    """A language as those who speak it call it."""

    code: str
    name: str


ENGLISH = Spoken("en-gb", "English")
WELSH = Spoken("cy", "Cymraeg")
SPOKEN = {one.code: one for one in (ENGLISH, WELSH)}


def asked_for(request: HttpRequest) -> str:
    """The language that this browser keeps."""
    said = request.COOKIES.get(COOKIE, "")
    return said if said in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def keep_language(response: HttpResponse, code: str) -> None:
    """The browser keeps it; English, as every page is unasked, is kept by keeping nothing."""
    if code == settings.LANGUAGE_CODE:
        response.delete_cookie(COOKIE, path="/", samesite="Lax")
    else:
        response.set_cookie(COOKIE, code, max_age=A_YEAR, path="/", secure=settings.HTTPS, httponly=True, samesite="Lax")


class TheirLanguage:
    """The middleware: what is said before a page is known (that it is not there) is in the language asked for, and each page in one that it has."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Says and marks it."""
        code = asked_for(request)
        with translation.override(code):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        if getattr(request, "other_language", None) or code != settings.LANGUAGE_CODE:
            patch_vary_headers(response, ("Cookie",))
        return response

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> None:
        """The page is known now."""
        has_both = len(settings.LANGUAGES) > 1 and request.resolver_match.view_name in settings.PAGES_IN_WELSH
        code = asked_for(request) if has_both else settings.LANGUAGE_CODE
        translation.activate(code)
        # What is behind a press has no address to come back to: the language is changed on the page before.
        leads_back = "GET" in getattr(view, "declared", (False, (), ("GET",)))[2]
        request.other_language = (ENGLISH if code == WELSH.code else WELSH) if has_both and leads_back else None
