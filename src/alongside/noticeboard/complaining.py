"""“Something here is not right”: said by anybody without a name, and gone through by those whose patch it is."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.directory import actions
from alongside.directory.models import Complaint, Entry
from alongside.directory.twins.family import of_it
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .forms import NotRightForm
from .from_here import too_many_from_here
from .keeping import entry_there, pressed

NONE_SEEN = UUID(int=0)


@page(public=True, methods=WRITING)
def not_right(request: Request, entry_id: UUID) -> HttpResponse:
    """What it is about, and a few words; one of us needs no words, and sends it with one press from the entry's page."""
    found, one_of_us = entry_there(entry_id), request.actor.is_a(*TEAM_ROLES)
    form = NotRightForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary)
    form.fields["words"].required = not one_of_us
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if one_of_us:
                actions.complain(found, said["about"], said["words"], by=request.actor, at=request.now)
            elif too_many_from_here(request, "not-right"):
                form.add_error(None, _("Much came from here within an hour. Please try again later."))
            else:
                actions.complain_openly(found, said["about"], said["words"], by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
    if request.method == "POST" and not form.errors:
        listed, thanks = _("It is on the list of what to look at next."), _("Thank you. One of the people who look after this noticeboard will look at it.")
        messages.success(request, listed if one_of_us else thanks)
        return see_other(reverse("noticeboard:entry", args=[found.id]))
    return render(request, "noticeboard/not_right.html", {"entry": found, "form": form}, status=422 if form.errors else 200)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def settle(request: Request, entry_id: UUID) -> HttpResponse:
    """One of us has gone through what was said: all of it that stood on the page on which they pressed."""
    found, became = entry_there(entry_id), request.POST.get("became", "")
    on_the_list = request.POST.get("from") == "to check"
    return pressed(
        request,
        found,
        lambda: actions.settle_complaints(found, became, upto=_key(request.POST.get("upto", "")) or NONE_SEEN, by=request.actor, at=request.now),
        _("%(name)s: it is off the list. On its own page it can be taken up again.") % {"name": found.name},
        reverse("noticeboard:to check") if on_the_list else _on_its_page(found),
    )


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_up(request: Request, entry_id: UUID, complaint_id: UUID) -> HttpResponse:
    """It was gone through too soon."""
    settled = Complaint.objects.select_related("entry__same_as").filter(of_it(entry_id), id=complaint_id).first()
    if settled is None:
        raise Http404
    return pressed(
        request,
        entry_there(entry_id),
        lambda: actions.take_up_complaints(settled, by=request.actor, at=request.now),
        _("It is on the list again."),
        _on_its_page(settled.entry.same_as or settled.entry),
    )


def _on_its_page(entry: Entry) -> str:
    return reverse("noticeboard:entry", args=[entry.id]) + "#not-right"


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
