"""Photographs of a paper: kept with their yes, and gone when they take it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.journeys.models import Paper
from alongside.people.permissions import may_write
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other, written

from . import actions, queries
from .forms import FirstPaperPictureForm, PaperPictureForm, TakeBackForm
from .models import PaperPicture
from .rules import MOST_BYTES
from .serving import as_picture, inert


@page(methods=WRITING, takes_a_file_of=MOST_BYTES)
def photographs(request: Request, person_id: UUID, paper_id: UUID) -> HttpResponse:
    """The photographs of a paper, and a form for one more."""
    opened = open_person(request, person_id)
    paper = about(Paper, opened, paper_id)
    yes = queries.yes_to_photographs(opened.id)
    here = reverse("pictures:photographs", args=[opened.id, paper.id])
    sheet = sheet_of(
        opened,
        _("Photographs of “%(paper)s”") % {"paper": paper.what},
        _("The photograph is kept."),
        draft=f"photograph of a paper/{paper.id}",
        paper=paper,
        yes=yes,
        photographs=queries.of_paper(opened.id, paper.id),
    )
    sheet = replace(sheet, template="pictures/photographs.html", then=here, button=_("Keep this photograph"))
    form = PaperPictureForm if yes else FirstPaperPictureForm
    return written(
        request,
        form,
        sheet,
        lambda said: actions.keep_photograph(
            paper, said["picture"].read(), says=said["words"], how=said.get("how", ""), on=said.get("on"), by=request.actor, at=request.now
        ),
        initial=None if yes else {"on": timezone.localdate(request.now)},
        **with_file(request),
    )


def with_file(request: Request) -> dict[str, Any]:
    """What was sent beside the words, when something was sent."""
    return {"files": request.FILES} if request.method == "POST" else {}


@inert
@page()
def photograph(request: Request, person_id: UUID, picture_id: UUID) -> HttpResponse:
    """One of them."""
    picture = about(PaperPicture, open_person(request, person_id), picture_id)
    return as_picture(picture.drawn, picture.id)


@page(methods=WRITING)
def take_away(request: Request, person_id: UUID, picture_id: UUID) -> HttpResponse:
    """Ask once more, and take one away for good."""
    opened = open_person(request, person_id)
    may_write(request.actor)
    picture = about(PaperPicture, opened, picture_id)
    back = reverse("pictures:photographs", args=[opened.id, picture.paper_id])
    shown = reverse("pictures:photograph", args=[opened.id, picture.id])
    return taken_away(request, picture, shown, back, lambda: actions.take_away_photograph(picture, by=request.actor, at=request.now))


def taken_away(request: Request, picture: Any, shown: str, back: str, do: Any, template: str = "pictures/take_away.html", **more: Any) -> HttpResponse:
    """The picture once more, and a button; then it is gone."""
    from django.shortcuts import render

    if request.method != "POST":
        return render(request, template, {"picture": picture, "shown": shown, "back": back, **more})
    do()
    messages.success(request, _("The picture is gone. Nobody can bring it back."))
    return see_other(back)


@page(methods=WRITING)
def no_longer(request: Request, person_id: UUID) -> HttpResponse:
    """They take back their yes: every photograph of a paper is gone at once."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("%(name)s wishes no photographs to be kept") % {"name": opened.called},
        "",
        at="papers",
        lead=_("Every photograph of a paper is gone at once, and nobody can bring one back. What was written down about the papers stays."),
    )
    sheet = replace(sheet, template="pictures/no_longer.html", button=_("Take every photograph away"))
    many: list[int] = []
    answer = written(
        request,
        TakeBackForm,
        sheet,
        lambda said: many.append(actions.take_back_yes_to_photographs(opened.id, how=said["how"], by=request.actor, at=request.now)),
    )
    if many:
        list(messages.get_messages(request))
        words = ngettext("Their yes is taken back, and one photograph is gone.", "Their yes is taken back, and %(many)s photographs are gone.", many[0])
        messages.success(request, words % {"many": many[0]})
    return answer
