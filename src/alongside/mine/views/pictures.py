"""Pictures on somebody's own page: they add them, look at them, and take them away for good."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.refusals import NotYours, Refused
from alongside.pictures.actions import add_picture, take_away_picture
from alongside.pictures.forms import OwnPictureForm
from alongside.pictures.models import SetPicture, TheirPicture
from alongside.pictures.queries import of_theirs
from alongside.pictures.rules import MOST_BYTES
from alongside.pictures.serving import as_picture, inert
from alongside.web.pages import WRITING, Request
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from ..at_the_door import Reader, their_own_page


@their_own_page(methods=WRITING, takes_a_file_of=MOST_BYTES)
def my_pictures(request: Request, reader: Reader) -> HttpResponse:
    """All of them, and a form for one more."""
    form = OwnPictureForm(vocabulary=reader.vocabulary)
    if request.method == "POST":
        form = OwnPictureForm(request.POST, files=request.FILES, vocabulary=reader.vocabulary)
        if form.is_valid():
            try:
                add_picture(reader.opened.id, form.cleaned_data["picture"].read(), says=form.cleaned_data["words"], by=request.actor, at=request.now)
            except NotYours:
                raise
            except Refused as refused:
                form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, reader.vocabulary))
            else:
                messages.success(request, _("Your picture is in your copy."))
                return see_other(reverse("mine:my pictures"))
    context = {"reader": reader, "person": reader.opened, "form": form, "pictures": of_theirs(reader.opened.id)}
    return render(request, "mine/my_pictures.html", context, status=422 if form.errors else 200)


def _mine(reader: Reader, picture_id: UUID) -> TheirPicture:
    return get_object_or_404(TheirPicture, id=picture_id, person_id=reader.opened.id)


@inert
@their_own_page()
def my_picture(_request: Request, reader: Reader, picture_id: UUID) -> HttpResponse:
    """One of them."""
    found = _mine(reader, picture_id)
    return as_picture(found.drawn, found.id)


@inert
@their_own_page()
def my_set_picture(_request: Request, reader: Reader, picture_id: UUID) -> HttpResponse:
    """One of the organisation's, that was chosen for their Easy Read."""
    found = get_object_or_404(SetPicture, id=picture_id, organisation_id=reader.team.organisation_id if reader.team else None)
    return as_picture(found.drawn, found.id)


@their_own_page(methods=WRITING)
def take_away_my_picture(request: Request, reader: Reader, picture_id: UUID) -> HttpResponse:
    """Ask once more, and take it away for good."""
    found = _mine(reader, picture_id)
    if request.method != "POST":
        return render(request, "mine/take_away_my_picture.html", {"reader": reader, "person": reader.opened, "picture": found})
    take_away_picture(found, by=request.actor, at=request.now)
    messages.success(request, _("The picture is gone."))
    return see_other(reverse("mine:my pictures"))
