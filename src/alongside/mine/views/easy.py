"""Somebody's copy in Easy Read: written by a person, read by them on a page or on paper."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.opening import open_person
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.permissions import may_write
from alongside.web.actions import drop_draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .. import reading
from ..actions import write_easy_read
from ..at_the_door import Reader, their_own_page
from ..easy_read import as_booklet, lines_of
from ..forms import EasyReadForm
from ..models import EasyLine
from ..rules import is_long
from ..words import PICTURES
from .copies import as_file, whom_to_ring

DRAFT = "easy read"
FREE = 6
"""Empty rows below those that are written; saving brings as many again."""
MOST = 60


@page(methods=WRITING)
def easy_read(request: Request, person_id: UUID) -> HttpResponse:
    """Short lines with a picture each; what their copy says stands beside for whoever writes, and is never turned into lines by itself."""
    opened = open_person(request, person_id)
    written = list(lines_of(opened.id))
    rows = min(MOST, len(written) + FREE)
    if request.method == "POST":
        form = EasyReadForm(request.POST, rows=min(MOST, max(rows, _sent(request))))
        if form.is_valid():
            try:
                write_easy_read(opened.person, form.written, by=request.actor, at=request.now)
            except NotYours:
                raise
            except Refused as refused:
                form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
            else:
                drop_draft(DRAFT, opened.id, by=request.actor)
                messages.success(request, _("The lines are kept. Read them with somebody before you give them away."), extra_tags=f"{DRAFT}:{opened.id}")
                return see_other(reverse("mine:easy read", args=[opened.id]))
    else:
        form = EasyReadForm(initial=_as_typed(written), rows=rows)
    context = {
        "person": opened,
        "form": form,
        "lines": written,
        "long": [one for one in written if is_long(one.words)],
        "copy": reading.whole(opened.id, request.actor.vocabulary),
        "pictures": PICTURES,
        "draft": draft_of(DRAFT, opened.id, by=request.actor) if request.method != "POST" else None,
        "draft_name": DRAFT,
    }
    return render(request, "mine/easy_read.html", context, status=422 if form.errors else 200)


def _sent(request: Request) -> int:
    """How many rows the page had from which it comes: somebody else may have written since, and every word comes back."""
    numbers = [name.partition("_")[2] for name in request.POST if name.startswith("words_")]
    return max((int(number) for number in numbers if number.isdecimal() and len(number) < 4), default=0)


def _as_typed(written: list[EasyLine]) -> dict[str, str]:
    boxes: dict[str, str] = {}
    for number, one in enumerate(written, 1):
        boxes |= {f"words_{number}": one.words, f"picture_{number}": one.picture}
    return boxes


def _there(person_id: UUID) -> list[EasyLine]:
    lines = list(lines_of(person_id))
    if not lines:
        raise Http404
    return lines


@page()
def printed_easy_read(request: Request, person_id: UUID) -> HttpResponse:
    """The Easy Read booklet for them."""
    opened = open_person(request, person_id)
    may_write(request.actor)
    given, pictures = as_booklet(opened, _there(opened.id), **whom_to_ring(request, opened))
    return as_file(given, timezone.localdate(request.now), "easy_read", pictures)


@their_own_page()
def my_easy_read(request: Request, reader: Reader) -> HttpResponse:
    """Their copy in Easy Read."""
    return render(request, "mine/my_easy_read.html", {"reader": reader, "person": reader.opened, "lines": _there(reader.opened.id)})


@their_own_page()
def my_easy_read_booklet(request: Request, reader: Reader) -> HttpResponse:
    """The same to print."""
    given, pictures = as_booklet(reader.opened, _there(reader.opened.id), **reader.to_ring)
    return as_file(given, timezone.localdate(request.now), "easy_read", pictures)
