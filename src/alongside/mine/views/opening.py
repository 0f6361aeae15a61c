"""Opening one's own copy by a link and its code, and closing it again."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from alongside.trail.doing import leave_trace
from alongside.web.pages import WRITING, Request, page
from alongside.web.refusing import words_typed
from alongside.web.writing import see_other

from .. import at_the_door
from ..forms import OpenForm

_CARRIED = "kept:"
"""Before the names of boxes whose words wait for the code to be shown once more."""


@page(public=True, methods=WRITING)
def open_copy(request: Request, address: str) -> HttpResponse:
    """Asks for the code. Whatever is wrong, a link that never was among it, is answered alike."""
    form = OpenForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "mine/open.html", {"form": form, "signs_out": request.user.is_authenticated})
    if form.is_valid() and form.cleaned_data["code"] and at_the_door.opens(request, address, form.cleaned_data["code"]):
        leave_trace("opened their own copy", request.actor.id, about="page open", purpose="it is me: open", at=request.now)
        words = {name.removeprefix(_CARRIED): value for name, value in words_typed(request).items() if name.startswith(_CARRIED)}
        if words:
            request.session[at_the_door.WORDS] = words
        return see_other(_then(request))
    form.add_error("code", _("That did not open. Look at the numbers again. The link may be over, or may need a new code: ring whoever gave it to you."))
    carried = {name: value for name, value in words_typed(request).items() if name.startswith(_CARRIED)}
    return render(request, "mine/open.html", {"form": form, "carried": carried, "then": request.POST.get("then", "")}, status=422)


def _then(request: Request) -> str:
    """The page of theirs on which they were writing; else their copy."""
    page = request.POST.get("then", "")
    mine = reverse("mine:my page")
    return page if page.startswith(mine) and page.isprintable() and url_has_allowed_host_and_scheme(page, allowed_hosts=None) else mine


@page(public=True, methods=("POST",))
def close(request: Request) -> HttpResponse:
    """They are done: this browser shows nothing of theirs any more."""
    at_the_door.closes(request)
    return render(request, "mine/done.html")
