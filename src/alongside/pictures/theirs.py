"""Pictures of somebody's own, for their copy and for Easy Read, brought by one of us with their yes."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import Opened, open_person
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import written

from . import actions, queries
from .forms import TheirPictureForm
from .models import TheirPicture
from .papers import taken_away, with_file
from .permissions import may_add_for
from .rules import MOST_BYTES
from .serving import as_picture, inert


@page(methods=WRITING, takes_a_file_of=MOST_BYTES)
def pictures(request: Request, person_id: UUID) -> HttpResponse:
    """Their pictures, and a form for one more."""
    opened = open_person(request, person_id)
    here = reverse("pictures:pictures", args=[opened.id])
    sheet = sheet_of(
        opened,
        _("Pictures of %(name)s’s own") % {"name": opened.called},
        _("The picture is kept. It stands in their own copy, and can be chosen for Easy Read."),
        draft="picture",
        pictures=queries.of_theirs(opened.id),
    )
    sheet = replace(sheet, template="pictures/pictures.html", back=reverse("mine:own copy", args=[opened.id]), then=here, button=_("Keep this picture"))
    return written(
        request,
        TheirPictureForm,
        sheet,
        lambda said: actions.add_picture(
            opened.id, said["picture"].read(), says=said["words"], how=said["how"], on=said["on"], by=request.actor, at=request.now
        ),
        initial={"on": timezone.localdate(request.now)},
        **with_file(request),
    )


def _theirs(opened: Opened, key: UUID) -> TheirPicture:
    return get_object_or_404(TheirPicture, id=key, person_id=opened.id)


@inert
@page()
def picture(request: Request, person_id: UUID, picture_id: UUID) -> HttpResponse:
    """One of them."""
    found = _theirs(open_person(request, person_id), picture_id)
    return as_picture(found.drawn, found.id)


@page(methods=WRITING)
def take_away(request: Request, person_id: UUID, picture_id: UUID) -> HttpResponse:
    """Ask once more, and take it away for good."""
    opened = open_person(request, person_id)
    may_add_for(request.actor, opened.id)
    found = _theirs(opened, picture_id)
    shown, back = reverse("pictures:picture", args=[opened.id, found.id]), reverse("pictures:pictures", args=[opened.id])
    return taken_away(request, found, shown, back, lambda: actions.take_away_picture(found, by=request.actor, at=request.now))
