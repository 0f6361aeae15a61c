"""What one of us knows, written on the noticeboard: something new, something put right, something gone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory import actions
from alongside.directory.models import Entry
from alongside.directory.queries import like_it
from alongside.directory.twins.family import one_that_stays
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, saved, see_other, written

from .forms import EntryForm, NewEntryForm, told_of

NEW = "new entry"
"""The name under which a new entry saves itself."""
FIELDS = tuple(EntryForm.base_fields)


def entry_there(entry_id: UUID) -> Entry:
    """The entry, or the one that stays where two were put together; or no such page."""
    found = one_that_stays(entry_id)
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def new(request: Request) -> HttpResponse:
    """Something that no source has. What may be the same is shown before it is kept twice."""
    sheet = Sheet(
        title=_("Something good near here"),
        back=reverse("noticeboard:search"),
        kept=_("It is on the noticeboard, for everybody to find."),
        lead=_("Say what you know. Its name and what it is are enough; the rest can come when somebody has been there."),
        draft=NEW,
        template="noticeboard/new.html",
    )
    if request.method != "POST":
        return written(request, NewEntryForm, sheet, lambda said: None, initial={"name": request.GET.get("name", "")[:200]})
    form = NewEntryForm(request.POST, vocabulary=request.actor.vocabulary)
    alike: list[Entry] = []
    if form.is_valid():
        told = told_of(form.cleaned_data)
        alike = [] if form.cleaned_data["another"] else like_it(told.name, told.postcode, told.phone)
        if not alike:
            try:
                made = actions.keep_entry(told, by=request.actor, at=request.now)
            except NotYours:
                raise
            except Refused as refused:
                form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
            else:
                return saved(request, Sheet(sheet.title, sheet.back, sheet.kept, draft=NEW, then=reverse("noticeboard:entry", args=[made.id])))
    context = {"form": form, "sheet": sheet, "draft": None, "alike": alike}
    return render(request, "noticeboard/new.html", context, status=200 if alike else 422)


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def put_right(request: Request, entry_id: UUID) -> HttpResponse:
    """Something in it is not so. No source writes over what is put right here."""
    found = entry_there(entry_id)
    there = reverse("noticeboard:entry", args=[found.id])
    sheet = Sheet(
        title=_("Put right: %(name)s") % {"name": found.name},
        back=there,
        kept=_("It is put right, for everybody."),
        draft=f"entry/{found.id}",
        template="noticeboard/put_right.html",
        lead=_("What you change here stays as you write it, also when the source it came from is loaded again."),
    )
    stands: dict[str, Any] = {name: getattr(found, name) for name in FIELDS}
    return written(request, EntryForm, sheet, lambda said: actions.put_right(entry_id, told_of(said), by=request.actor, at=request.now), stands=stands)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def gone(request: Request, entry_id: UUID) -> HttpResponse:
    """It is not there any more."""
    found = entry_there(entry_id)
    return pressed(
        request, found, lambda: actions.say_gone(entry_id, by=request.actor, at=request.now), _("Nobody is offered it any more. Its page stays, and says so.")
    )


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def there_after_all(request: Request, entry_id: UUID) -> HttpResponse:
    """It is there after all."""
    found = entry_there(entry_id)
    return pressed(request, found, lambda: actions.say_there_after_all(entry_id, by=request.actor, at=request.now), _("It is on the noticeboard again."))


def pressed(request: Request, found: Entry, do: Any, said: str, there: str = "") -> HttpResponse:
    """Do it, say so or say why not, and back to the entry, or to where it was pressed."""
    try:
        do()
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    else:
        messages.success(request, said)
    return see_other(there or reverse("noticeboard:entry", args=[found.id]))
