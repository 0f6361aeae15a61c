"""Everything about somebody who asked for it: gathered, looked through for the names of others, and handed over as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access import actions
from alongside.access.looking_up import about, sheet_of
from alongside.access.models import Asked
from alongside.access.opening import Opened, open_person
from alongside.access.taking_away.looking_through import gathered_for, names_among
from alongside.foundation.actor import Role
from alongside.foundation.keeping import Part
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.teams.signing_in import second_factor_is_fresh, where_to_show_it_again
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

from .forms.taking_away import GatherForm, LookThroughForm

LEADS = (Role.INFORMATION_GOVERNANCE,)


@page(roles=LEADS, methods=WRITING)
def gather(request: Request, person_id: UUID, asked_id: UUID) -> HttpResponse:
    """Gather all that is kept about them."""
    opened, asked = _opened(request, person_id, asked_id)
    if request.method == "GET" and not second_factor_is_fresh(request):
        return HttpResponseRedirect(where_to_show_it_again(request, request.path))
    sheet = _sheet(
        opened, asked, _("Gather everything about %(name)s"), _("It is gathered. Look through it: names of others are left out unless you let them stay.")
    )
    sheet = replace(sheet, then=reverse("desk:look through", args=[opened.id, asked.id]), button=_("Gather everything"))

    def do(_said: dict[str, Any]) -> None:
        show_it_again(request)
        actions.gather(asked, by=request.actor, at=request.now)

    return written(request, GatherForm, sheet, do)


@page(roles=LEADS, methods=WRITING)
def look_through(request: Request, person_id: UUID, asked_id: UUID) -> HttpResponse:
    """Whose names may stay, which passages are left out besides; and the file."""
    opened, asked = _opened(request, person_id, asked_id)
    gathered = gathered_for(asked.id)
    if gathered is None:
        raise Http404
    if request.method == "GET" and not second_factor_is_fresh(request):
        return HttpResponseRedirect(where_to_show_it_again(request, request.path))
    names = names_among(gathered) if gathered.pack is None else []
    sheet = _sheet(opened, asked, _("Look through everything about %(name)s"), _("The file is made. Take it within a day; then it is gone."))
    sheet = replace(sheet, then=reverse("desk:look through", args=[opened.id, asked.id]), button=_("Make the file"))
    sheet = replace(sheet, more={**sheet.more, "gathered": gathered, "names": names, "rows_in_all": sum(map(len, gathered.everything.values()))})

    def do(said: dict[str, Any]) -> None:
        show_it_again(request)
        actions.look_through(asked, stay=said["stay"], besides=said["besides"], out=said["out"].splitlines(), by=request.actor, at=request.now)
        actions.hand_over(asked, by=request.actor, at=request.now)

    chosen = {"stay": [], "besides": [], "out": []} | (gathered.may_stay or {})
    ticked = [name.key for name in names if name.likely and name.key not in chosen["stay"]]
    begun = {"leave_out": ticked, "besides": chosen["besides"], "out": "\n".join(chosen["out"])}
    return written(request, LookThroughForm, sheet, do, initial=begun, names=names)


@page(roles=LEADS, methods=("POST",))
def pack(request: Request, person_id: UUID, asked_id: UUID) -> HttpResponse:
    """The file."""
    opened, asked = _opened(request, person_id, asked_id)
    if gathered_for(asked.id) is None:
        raise Http404
    if not second_factor_is_fresh(request):
        return HttpResponseRedirect(where_to_show_it_again(request, reverse("desk:look through", args=[opened.id, asked.id])))
    answer = HttpResponse(actions.take_pack(asked, by=request.actor, at=request.now), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="everything-about-you.zip"'
    return answer


def show_it_again(request: Request) -> None:
    """What was ticked and typed is given back while somebody shows their second step in another tab."""
    if not second_factor_is_fresh(request):
        raise Refused(
            Sentence("It is more than a quarter of an hour since you showed your second step. Open this page in another tab, show it there, and press again.")
        )


def _opened(request: Request, person_id: UUID, asked_id: UUID) -> tuple[Opened, Asked]:
    opened = open_person(request, person_id, part=Part.GATHERED)
    asked = about(Asked, opened, asked_id)
    if asked.for_what != "everything":
        raise Http404
    return opened, asked


def _sheet(opened: Opened, asked: Asked, title: str, kept: str) -> Sheet:
    back = reverse("desk:asked of us")
    return replace(sheet_of(opened, title % {"name": opened.called}, kept, asked=asked), back=back, template="desk/taking_away.html")
