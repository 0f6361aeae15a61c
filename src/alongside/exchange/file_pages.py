"""Files of entries: an administrator brings one, sees how it would be read, and loads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory.words import KINDS
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal, say_word
from alongside.web.writing import see_other

from .actions.files import A_WHILE, Bringing, begin_to_load_file, bring_file, say_what_columns_mean, throw_file_away
from .files.beside import load_beside
from .files.meanings import guessed, meanings_before
from .files.sheets import Entries, entries_of
from .files.showing import columns_of, looked_at, offered
from .forms import FileForm
from .models import BroughtFile
from .open_referral.unpacking import MOST_BYTES, is_package

ADMINISTRATORS = (Role.ADMINISTRATOR,)
SHOWN = 30


@page(roles=ADMINISTRATORS, methods=WRITING, takes_a_file_of=MOST_BYTES)
def files(request: Request) -> HttpResponse:
    """What was brought, and a form to bring one more."""
    form = FileForm(request.POST or None, request.FILES or None, vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        try:
            made = _brought(request, form.cleaned_data)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else "file", say_refusal(refused, request.actor.vocabulary))
        else:
            return see_other(reverse("exchange:file", args=[made.id]))
    there = [(one, state_of(one, request.now)) for one in BroughtFile.objects.defer("content", "left_out").order_by("-at", "id")[:SHOWN]]
    return render(request, "exchange/files.html", {"form": form, "files": there}, status=422 if form.errors else 200)


def _brought(request: Request, said: dict[str, Any]) -> BroughtFile:
    content, name, source = said["file"].read(), said["file"].name, " ".join(said["name"].split())
    bringing = Bringing(name, content, source, said["licence"], said["kind"], is_package(content))
    if bringing.is_package:
        made = bring_file(bringing, by=request.actor, at=request.now)
        _begin(request, made)
        return made
    meanings = guessed(entries_of(content, name).columns, meanings_before(source))
    return bring_file(replace(bringing, meanings=meanings), by=request.actor, at=request.now)


def _begin(request: Request, file: BroughtFile) -> None:
    """The next page already says that it is being loaded."""
    begin_to_load_file(file.id, by=request.actor, at=request.now)
    load_beside(file.id, request.actor)


def file_there(file_id: UUID) -> BroughtFile:
    """The file, or no such page."""
    found = BroughtFile.objects.filter(id=file_id).first()
    if found is None:
        raise Http404
    return found


def state_of(file: BroughtFile, now: datetime) -> str:
    """`loaded`, `loading`, `broken off`, `refused` or `waits`."""
    if file.loaded_at is not None:
        return "loaded"
    if file.begun_at is not None:
        return "loading" if now - file.begun_at < A_WHILE else "broken off"
    return "refused" if file.said else "waits"


@page(roles=ADMINISTRATORS, methods=WRITING)
def file(request: Request, file_id: UUID) -> HttpResponse:
    """One of them: how it is read, and what came of it. Of a sheet each column is said here what it means, and it is loaded from here."""
    found = file_there(file_id)
    state, entries, looked, wrong = state_of(found, request.now), None, None, ""
    if not found.is_package and found.content is not None and state != "loading":
        entries = entries_of(bytes(found.content), found.name)
        if request.method == "POST":
            found, wrong = _said(request, found, entries)
        looked = looked_at(found, entries, request.actor.vocabulary)
    if request.method == "POST" and not (wrong or (looked and looked.refused)):
        if "load" in request.POST and looked:
            _begin(request, found)
        return see_other(reverse("exchange:file", args=[found.id]))
    context: dict[str, Any] = {"file": found, "state": state, "looked": looked, "wrong": wrong or (looked.refused if looked else "")}
    if entries:
        context |= {
            "entries": entries,
            "columns": columns_of(entries, found.meanings),
            "offered": offered(),
            "kinds": [(one.stored, say_word(one)) for one in KINDS],
        }
    return render(request, "exchange/file_of_entries.html", context, status=422 if request.method == "POST" else 200)


def _said(request: Request, found: BroughtFile, entries: Entries) -> tuple[BroughtFile, str]:
    """What was chosen for each column is kept at once, whatever comes of it; and why not, where it is not."""
    known = {stored for stored, _word in offered()}
    chosen = {column: request.POST.get(f"column-{number}", "") for number, column in enumerate(entries.columns)}
    kind = request.POST.get("kind", "")
    kind = kind if kind in {one.stored for one in KINDS} else found.kind
    try:
        meanings = {column: part for column, part in chosen.items() if part and part in known}
        return say_what_columns_mean(found.id, meanings, kind, by=request.actor, at=request.now), ""
    except NotYours:
        raise
    except Refused as refused:
        return found, say_refusal(refused, request.actor.vocabulary)


@page(roles=ADMINISTRATORS)
def how_far(request: Request, file_id: UUID) -> HttpResponse:
    """A line that says that it goes on, asked for again and again; when it is done, the whole page is."""
    found = file_there(file_id)
    if state_of(found, request.now) == "loading":
        return render(request, "exchange/_file_how_far.html", {"file": found})
    answer = HttpResponse(status=204)
    answer["HX-Refresh"] = "true"
    return answer


@page(roles=ADMINISTRATORS, methods=("POST",))
def load(request: Request, file_id: UUID) -> HttpResponse:
    """As it is read now."""
    found = file_there(file_id)
    try:
        _begin(request, found)
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    return see_other(reverse("exchange:file", args=[found.id]))


@page(roles=ADMINISTRATORS, methods=("POST",))
def throw_away(request: Request, file_id: UUID) -> HttpResponse:
    """Nothing of it was wanted."""
    found = file_there(file_id)
    try:
        throw_file_away(found.id, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
        return see_other(reverse("exchange:file", args=[found.id]))
    messages.success(request, _("It is thrown away. Nothing of it is on the noticeboard."))
    return see_other(reverse("exchange:files"))
