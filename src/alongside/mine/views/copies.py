"""Making somebody's own copy, and printing it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.access.lawful import lawful_basis
from alongside.access.models import Asked
from alongside.access.opening import Opened, open_person
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.permissions import may_write
from alongside.teams.models import Staff
from alongside.teams.queries import team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.printing import as_pdf
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .. import reading
from ..actions import make_copy
from ..booklet import BOOKLET, booklet, pictures_in
from ..changed import parts_changed
from ..easy_read import lines_of
from ..forms import MakeForm
from ..gathering import everything
from ..looking import looks_for_them
from ..models import Line, Link, NotRight
from ..rules import Told
from ..there import who_is_there
from ..words import AT_FIRST


@page(methods=WRITING)
def own_copy(request: Request, person_id: UUID) -> HttpResponse:
    """What goes into their copy, what they have now, and the links by which they read it."""
    opened = open_person(request, person_id)
    told = everything(opened.id, on=timezone.localdate(request.now), vocabulary=request.actor.vocabulary)
    asked = [line for line in told if line.ask]
    given: dict[str, Any] = {"rows": [line.row for line in asked], "vocabulary": request.actor.vocabulary}
    if request.method == "POST":
        form = MakeForm(request.POST, **given)
        if form.is_valid() and _made(request, opened, form, told):
            return see_other(reverse("mine:own copy", args=[opened.id]))
        return _shown(request, opened, form, asked, status=422)
    newest = reading.newest_copy(opened.id)
    changed = [reading.heading(part, request.actor.vocabulary) for part in parts_changed(newest, told)] if newest else []
    return _shown(request, opened, MakeForm(initial=_last_time(opened.id), **given), asked, changed=changed)


def _made(request: Request, opened: Opened, form: MakeForm, told: list[Told]) -> bool:
    said = form.cleaned_data
    try:
        make_copy(opened.person, said["parts"], [UUID(row) for row in said["rows"]], told=told, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        form.add_error(refused.field, say_refusal(refused, request.actor.vocabulary))
        return False
    messages.success(request, _("The copy is made. Read it below as they will, then print it or give a link."))
    return True


def _last_time(person_id: UUID) -> dict[str, Any]:
    """The ticks of the copy before."""
    before = reading.newest_copy(person_id)
    if before is None:
        return {"parts": list(AT_FIRST)}
    return {"parts": before.parts, "rows": [str(row) for row in Line.objects.filter(copy=before).values_list("row", flat=True)]}


def _shown(request: Request, opened: Opened, form: MakeForm, asked: list[Told], status: int = 200, **more: Any) -> HttpResponse:
    ticked = {str(row) for row in form["rows"].value() or ()}
    on = timezone.localdate(request.now)
    context = {
        "person": opened,
        "form": form,
        "asked": [{"line": line, "ticked": str(line.row) in ticked} for line in asked],
        "copy": reading.whole(opened.id, request.actor.vocabulary),
        "links": Link.objects.filter(person_id=opened.id).select_related("by").order_by("-at"),
        "not_right": NotRight.objects.filter(person_id=opened.id).select_related("by", "answered_by").order_by("-on", "-at"),
        "put_right": Asked.objects.filter(person_id=opened.id, for_what="put right").select_related("answered_by").order_by("-on", "-at"),
        "lawful_basis": lawful_basis(),
        "today": on,
        "easy": lines_of(opened.id).exists(),
        **more,
    }
    return render(request, "mine/own_copy.html", context, status=status)


@page()
def printed(request: Request, person_id: UUID) -> HttpResponse:
    """The booklet for them, as a tagged PDF."""
    opened = open_person(request, person_id)
    may_write(request.actor)
    copy = reading.whole(opened.id, request.actor.vocabulary)
    if copy is None:
        raise Http404
    given = booklet(opened, copy, **_around(request, opened, copy), paper="a5" if request.GET.get("paper") == "a5" else "a4")
    return as_file(given, copy.at.date(), pictures=pictures_in(copy))


def _around(request: Request, opened: Opened, copy: reading.Whole) -> dict[str, Any]:
    """Whom to ring, and who looked."""
    looks = looks_for_them(opened.id, request.actor.vocabulary) if copy.shows_who_looked else []
    return whom_to_ring(request, opened) | {"vocabulary": request.actor.vocabulary, "looks": looks}


def whom_to_ring(request: Request, opened: Opened) -> dict[str, Any]:
    """Whoever is there for them today, else whoever prints it; and their team."""
    me = Staff.objects.get(id=request.actor.id)
    team = team_of(request.actor)
    ring = [one.to_ring for one in who_is_there(opened.id)] or [f"{me.name}, {me.phone}" if me.phone else me.name]
    return {"ring": ring, "team": f"{team.name}, {team.organisation.name}" if team else ""}


def as_file(given: dict[str, Any], made_on: date, sheet: Path = BOOKLET, pictures: Iterable[tuple[str, bytes]] = ()) -> HttpResponse:
    """The PDF, named so that it says nothing of anybody in a list of downloads."""
    name = slugify(_("My own copy")) + f"-{made_on.isoformat()}.pdf"
    return HttpResponse(as_pdf(sheet, given, pictures=pictures), content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})
