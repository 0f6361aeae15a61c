"""Somebody's copy in Easy Read: written by a person, read by them on a page or on paper."""

from __future__ import annotations

from typing import Any
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
from alongside.pictures.queries import of_theirs, organisation_of, set_of
from alongside.web.actions import drop_draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .. import reading
from ..actions import write_easy_read
from ..at_the_door import Reader, their_own_page
from ..easy_read import EASY_READ, Easy, as_booklet, lines_of, whole_easy
from ..forms import EasyReadForm
from ..models import EasyLine
from ..rules import is_long
from ..words import EASY_PARTS, PICTURES
from .copies import as_file, whom_to_ring

DRAFT = "easy read"
FREE, FREE_AT_THE_END = 1, 3
"""Empty rows below those of each part, and of whatever else; saving brings as many again."""
MOST = 80
_PARTS = [word.stored for word in EASY_PARTS]


@page(methods=WRITING)
def easy_read(request: Request, person_id: UUID) -> HttpResponse:
    """Short lines with a picture each; what their copy says stands beside for whoever writes, and is never turned into lines by itself."""
    opened = open_person(request, person_id)
    written = list(lines_of(opened.id))
    set_pictures = list(set_of(organisation_of([seat.team_id for seat in request.actor.seats])).filter(left_out_at__isnull=True))
    theirs = list(of_theirs(opened.id))
    offered = [
        *((str(one.id), _("Theirs: %(words)s") % {"words": one.words}) for one in theirs),
        *((str(one.id), _("Ours: %(words)s") % {"words": one.name}) for one in set_pictures),
    ]
    gone = {str(line.chosen) for line in written if line.chosen} - {key for key, _name in offered}
    given: dict[str, Any] = {"pictures": [*offered, *((key, _("As chosen before")) for key in gone)], "vocabulary": request.actor.vocabulary}
    if request.method == "POST":
        form = EasyReadForm(request.POST, parts=_sent(request), **given)
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
        parts, typed = _rows_for(written)
        form = EasyReadForm(initial=typed, parts=parts, **given)
    context = {
        "person": opened,
        "form": form,
        "easy": _easy(request, opened.id),
        "long": [one for one in written if is_long(one.words)],
        "copy": reading.whole(opened.id, request.actor.vocabulary),
        "pictures": PICTURES,
        "theirs": theirs,
        "set_pictures": set_pictures,
        "draft": draft_of(DRAFT, opened.id, by=request.actor) if request.method != "POST" else None,
        "draft_name": DRAFT,
    }
    return render(request, "mine/easy_read.html", context, status=422 if form.errors else 200)


def _sent(request: Request) -> list[str]:
    """The part of each row that the page had from which it comes: somebody else may have written since, and every word comes back."""
    numbers = [name.partition("_")[2] for name in request.POST if name.startswith("words_")]
    last = max((int(number) for number in numbers if number.isdecimal() and len(number) < 4), default=0)
    parts = [request.POST.get(f"part_{number}", "else") for number in range(1, min(MOST, last) + 1)]
    return [part if part in _PARTS else "else" for part in parts]


def _rows_for(written: list[EasyLine]) -> tuple[list[str], dict[str, str]]:
    """What is written, part by part, each with an empty row below."""
    parts: list[str] = []
    typed: dict[str, str] = {}
    for part in _PARTS:
        for one in [one for one in written if one.part == part]:
            parts.append(part)
            typed |= {f"words_{len(parts)}": one.words, f"picture_{len(parts)}": one.picture or str(one.chosen)}
        parts += [part] * (FREE_AT_THE_END if part == "else" else FREE)
    return parts[:MOST], typed


def _easy(request: Request, person_id: UUID) -> Easy | None:
    """As staff see it: with pictures at addresses of theirs."""
    where = {"theirs": lambda key: reverse("pictures:picture", args=[person_id, key]), "set": lambda key: reverse("pictures:of the set", args=[key])}
    return whole_easy(person_id, request.actor.vocabulary, lambda kind, key: where[kind](key))


def easy_for(reader: Reader) -> Easy:
    """As they see it themselves; the page is not there where nothing is written."""
    where = {"theirs": "mine:my picture", "set": "mine:my set picture"}
    easy = whole_easy(reader.opened.id, reader.vocabulary, lambda kind, key: reverse(where[kind], args=[key]))
    if easy is None:
        raise Http404
    return easy


@page()
def printed_easy_read(request: Request, person_id: UUID) -> HttpResponse:
    """The Easy Read booklet for them."""
    opened = open_person(request, person_id)
    may_write(request.actor)
    easy = _easy(request, opened.id)
    if easy is None:
        raise Http404
    given, pictures = as_booklet(opened, easy, **whom_to_ring(request, opened))
    return as_file(given, timezone.localdate(request.now), EASY_READ, pictures)


@their_own_page()
def my_easy_read(request: Request, reader: Reader) -> HttpResponse:
    """Their copy in Easy Read."""
    return render(request, "mine/my_easy_read.html", {"reader": reader, "person": reader.opened, "easy": easy_for(reader)})


@their_own_page()
def my_easy_read_booklet(request: Request, reader: Reader) -> HttpResponse:
    """The same to print."""
    given, pictures = as_booklet(reader.opened, easy_for(reader), **reader.to_ring)
    return as_file(given, timezone.localdate(request.now), EASY_READ, pictures)
