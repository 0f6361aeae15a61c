"""Where forms save themselves."""

from __future__ import annotations

import json
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import actions
from .pages import Request, page
from .speaking import keep_language
from .writing import see_other


@page(methods=("POST",))
def save_draft(request: Request) -> HttpResponse:
    """Keeps a draft while it is being typed, and says when it did."""
    try:
        words = json.loads(request.POST.get("words", ""))
        person = request.POST.get("person", "")
        person_id = UUID(person) if person else None
        if not isinstance(words, dict) or not all(isinstance(v, str) for v in words.values()):
            raise ValueError
        json.dumps(words, ensure_ascii=False).encode()
        if "\x00" in "".join((*words, *words.values(), request.POST.get("form", ""), request.POST.get("page", ""))):
            raise ValueError
    except (ValueError, RecursionError):
        raise Refused(Sentence("This draft could not be read, so it was not kept.")) from None
    if sum(len(name) + len(value) for name, value in words.items()) > actions.LONGEST:
        raise Refused(Sentence("This is longer than a draft can be. Save part of it first."))
    draft = actions.keep_draft(
        request.POST.get("form", "")[:60], person_id, words, page=_page_of_ours(request.POST.get("page", "")[:300]), by=request.actor, at=request.now
    )
    return JsonResponse({"saved_at": timezone.localtime(draft.saved_at).strftime("%H:%M"), "moment": draft.saved_at.isoformat()})


def _page_of_ours(given: str) -> str:
    """Where a link will lead back to; the first page when it is none of ours."""
    # Browsers read over a tab or a line's end in an address, so `/<tab>/evil.example` leads elsewhere.
    ours = given.startswith("/") and given.isprintable() and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if ours else "/"


@page(public=True)
def speak(request: Request, code: str) -> HttpResponse:
    """One press says every page that can be in the other language, from the same page on (`?back=`); the browser keeps which."""
    if code not in dict(settings.LANGUAGES):
        raise Http404
    answer = see_other(_page_of_ours(request.GET.get("back", "")[:3000]))
    keep_language(answer, code)
    return answer


@page(public=True)
def accessibility(request: Request) -> HttpResponse:
    """Says how far everybody can use these pages, and whom to tell when something is in the way."""
    return render(request, "web/accessibility.html")
