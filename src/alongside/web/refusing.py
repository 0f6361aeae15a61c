"""Saying no in one sentence, with everything that was typed given back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.foundation.actor import NOBODY, Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Vocabulary

from .uploads import sent_a_file
from .vocabulary import say_refusal

_NEVER_GIVEN_BACK = frozenset({"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code", "credential"})
"""Whole names of fields: a postcode is no code."""


class SignInNeeded(Exception):
    """A page for staff was asked for by somebody who is not signed in."""


class IsNowAt(Exception):
    """What was asked for has another key now: the same page of that one answers, and a form that was being written goes there with every word."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        super().__init__(old)


def words_typed(request: HttpRequest) -> dict[str, str]:
    """What was typed into the refused form, without anything secret; several answers to one question stand one a line."""
    if request.method != "POST":
        return {}
    typed = {name: "\n".join(value.replace(_NO_LETTER, "") for value in values if value) for name, values in request.POST.lists()}
    return {name: words for name, words in typed.items() if words and name not in _NEVER_GIVEN_BACK}


_NO_LETTER = "\0"
"""What no text in the database may hold."""


def _holds_what_cannot_be_kept(request: HttpRequest) -> bool:
    asked = [value for _name, values in request.GET.lists() for value in values]
    sent = [value for name, values in request.POST.lists() for value in (name, *values)] if request.method == "POST" else []
    return any(_NO_LETTER in value for value in (*asked, *sent))


def sent_from_our_page(request: HttpRequest) -> bool:
    """Whether the browser itself says that the form stood on a page of ours; a browser that says nothing is not believed."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def refused(request: HttpRequest, template: str, status: int, sentence: str, *, send_again: bool = False) -> HttpResponse:
    """A page that says why, and gives back the words."""
    context = {"sentence": sentence, "kept_words": words_typed(request), "retry_url": request.get_full_path(), "send_again": send_again}
    return render(request, template, context, status=status)


def _vocabulary(request: HttpRequest) -> Vocabulary:
    actor: Actor = getattr(request, "actor", NOBODY)
    return actor.vocabulary


class say_refusals:
    """Turns what rules raise into pages, and files away. A class, because Django asks one for `process_view`; used as a function."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        # Before any page reads the form: a file that is left out in silence would be missed only when it is needed.
        if sent_a_file(request):
            return refused(request, "web/422.html", 422, _("Files cannot be taken here. Write what matters in words, and send it again."))
        if _holds_what_cannot_be_kept(request):
            return refused(
                request, "web/422.html", 422, _("There is a letter in it that no page can keep (U+0000). It is left out of your words below: send them again.")
            )
        return None

    def process_exception(self, request: Any, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, SignInNeeded):
            if request.method in ("GET", "HEAD") and not request.htmx:
                return HttpResponseRedirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}")
            sentence = _("You have been signed out. Nothing you wrote is lost: it is below. Sign in in another tab, then come back and send it again.")
            return refused(request, "web/401.html", 401, sentence)
        if isinstance(exception, IsNowAt):
            # 307: the browser sends the same form again, to the new address.
            return HttpResponseRedirect(request.get_full_path().replace(exception.old, exception.new), status=307)
        if isinstance(exception, NotYours):
            return refused(request, "403.html", 403, say_refusal(exception, _vocabulary(request)))
        if isinstance(exception, Refused):
            return refused(request, "web/422.html", 422, say_refusal(exception, _vocabulary(request)))
        if isinstance(exception, Http404) and request.method == "POST":
            # Whoever loses sight of somebody while writing gets their own words back, and nothing else.
            return refused(request, "404.html", 404, _("This page is not there, or not yours to see."))
        return None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is too old, or came from elsewhere: the words come back with a fresh form."""
    sentence = _("This form was open for too long, or you signed in again since. Nothing you wrote is lost: check it and send it again.")
    # Words from another site's form must not come back with our token beside them, one press from being ours; nor
    # several answers to one question, which a box cannot hold.
    alone = all(len(values) == 1 for _name, values in request.POST.lists())
    return refused(request, "403_csrf.html", 403, sentence, send_again=sent_from_our_page(request) and alone)
