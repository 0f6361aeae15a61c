"""Where a source says otherwise than one of us: across all entries and sources, settled with one press each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory import actions
from alongside.directory.disagreeing.queries import PLACE, Disagreement, disagreeing, disagreements_of, settled_lately, sources_that_disagree
from alongside.directory.models import Entry
from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .facts import said_of
from .forms import EntryForm

SETTLERS = (*sorted(TEAM_ROLES), Role.ADMINISTRATOR)
A_PAGE = 20
"""Entries on a page."""
_LABELS: dict[str, Any] = {name: field.label for name, field in EntryForm.base_fields.items()}


@page(roles=SETTLERS, methods=WRITING)
def disagreements(request: Request) -> HttpResponse:
    """What we put right beside what its source says now; and what was settled lately, to be taken back."""
    source = _key(request.GET.get("source", ""))
    if request.method == "POST":
        about = _press(request)
        if about and request.POST.get("from") == "entry":
            return see_other(reverse("noticeboard:entry", args=[about]))
        return see_other(_here(source, request.GET.get("page", "")))
    shown = Paginator(disagreeing(source), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "entries": [(entry, told_apart(entry)) for entry in shown],
        "shown": shown,
        "source": source,
        "sources": list(sources_that_disagree()),
        "settled": [(one, label_of(one.field), said(one.field, one.ours), said(one.field, one.theirs)) for one in settled_lately(request.now)],
        "previous": _here(source, str(shown.number - 1)) if shown.has_previous() else "",
        "next": _here(source, str(shown.number + 1)) if shown.has_next() else "",
        "connects": request.actor.is_a(Role.ADMINISTRATOR),
    }
    return render(request, "noticeboard/disagreements.html", context)


def told_apart(entry: Entry) -> list[tuple[Disagreement, str, str, str]]:
    """Each field on which they disagree: what it is, what we say, what its source says."""
    return [(one, label_of(one.field), said(one.field, one.ours), said(one.field, one.theirs)) for one in disagreements_of(entry)]


def label_of(field: str) -> str:
    """What a field is, as the form asks it."""
    return _("Where it is on the map") if field == PLACE else str(_LABELS.get(field, field))


def said(field: str, value: Any) -> str:
    """What is said of a field, in words."""
    if field == PLACE:
        return _("Not known") if None in value else ", ".join(f"{degrees:.5f}" for degrees in value)
    return said_of(field, value)


def _press(request: Request) -> UUID | None:
    """Do what was pressed; the entry that it was pressed on."""
    key = _key(request.POST.get("entry", ""))
    given = {"field": request.POST.get("field", ""), "seen": request.POST.get("seen", ""), "by": request.actor, "at": request.now}
    try:
        if settled := _key(request.POST.get("back", "")):
            entry, words = actions.unsettle(settled, by=request.actor, at=request.now), _("%(name)s: it is open again.")
        elif key is None:
            return None
        elif "ours" in request.POST:
            entry, words = actions.keep_ours(key, **given).entry, _("%(name)s: ours stands. You are asked again when the source says something else.")
        else:
            entry, words = actions.take_sources_word(key, **given), _("%(name)s: its source’s word stands again.")
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    else:
        messages.success(request, words % {"name": entry.name})
    return key


def _here(source: UUID | None, number: str) -> str:
    asked = [f"source={source}"] if source else []
    asked += [f"page={number}"] if number.isdecimal() and len(number) < 6 and number != "1" else []
    return reverse("noticeboard:disagreements") + (f"?{'&'.join(asked)}" if asked else "")


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
