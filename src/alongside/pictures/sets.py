"""The organisation's own pictures for Easy Read: brought by an administrator, each with where it is from."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import Role
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, see_other, written

from . import actions, queries
from .forms import SetForm
from .models import SetPicture
from .papers import with_file
from .rules import MOST_BYTES
from .serving import as_picture, inert

_ADMINISTRATOR = (Role.ADMINISTRATOR,)


def organisation_of(request: Request) -> UUID:
    """Whose set whoever asks may choose from."""
    found = queries.organisation_of([seat.team_id for seat in request.actor.seats])
    if found is None:
        raise Http404
    return found


@page(roles=_ADMINISTRATOR, methods=WRITING, takes_a_file_of=MOST_BYTES)
def the_set(request: Request) -> HttpResponse:
    """All of them, and a form for one more."""
    of = queries.organisation_of([seat.team_id for seat in request.actor.seats if seat.role == Role.ADMINISTRATOR])
    if of is None:
        raise Http404
    here = reverse("pictures:the set")
    sheet = Sheet(
        _("Pictures for Easy Read"),
        back=reverse("teams:staff"),
        then=here,
        kept=_("The picture is kept. Every team of the organisation can choose it."),
        draft="picture of the set",
        button=_("Keep this picture"),
        template="pictures/the_set.html",
        more={"pictures": queries.set_of(of)},
    )
    return written(
        request,
        SetForm,
        sheet,
        lambda said: actions.add_to_set(of, said["picture"].read(), name=said["name"], source=said["source"], by=request.actor, at=request.now),
        **with_file(request),
    )


@inert
@page()
def of_the_set(request: Request, picture_id: UUID) -> HttpResponse:
    """One of them, for whoever works in the organisation."""
    found = get_object_or_404(SetPicture, id=picture_id, organisation_id=organisation_of(request))
    return as_picture(found.drawn, found.id)


@page(roles=_ADMINISTRATOR, methods=("POST",))
def offered(request: Request, picture_id: UUID) -> HttpResponse:
    """Leave it out of what can be chosen, or offer it again."""
    found = get_object_or_404(SetPicture, id=picture_id, organisation_id=organisation_of(request))
    again = found.left_out_at is not None
    actions.offer(found, again, by=request.actor, at=request.now)
    messages.success(request, _("It can be chosen again.") if again else _("It is not offered any more. Where it was chosen it stays."))
    return see_other(reverse("pictures:the set"))
