"""Before somebody is forgotten: where others' records and drafts name them, and taking the name out there, one by one or everywhere."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.access import actions
from alongside.access.actions.blotting import SOMEBODY_ELSE_LOOKS
from alongside.access.blotting import DRAFT, HISTORY, Place, like_their_name, where_it_stands, words_of_a_name
from alongside.access.looking_up import about
from alongside.access.models import Asked
from alongside.access.opening import Opened, leave_a_look, open_person
from alongside.foundation.actor import Role
from alongside.foundation.keeping import Part
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Vocabulary
from alongside.people.models import Person
from alongside.teams.queries import names_of
from alongside.teams.signing_in import second_factor_is_fresh, where_to_show_it_again
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say, say_refusal
from alongside.web.writing import see_other

from .saying_tables import named
from .taking_away import show_it_again

MOST = 200
"""Places shown at once; what is taken out makes room for more."""


@page(roles=(Role.INFORMATION_GOVERNANCE,), methods=WRITING)
def names_elsewhere(request: Request, person_id: UUID, asked_id: UUID) -> HttpResponse:
    """Every place with a few words around the name; the lead decides which of them is this person."""
    opened = open_person(request, person_id, part=Part.THEIR_RIGHTS)
    asked = about(Asked, opened, asked_id)
    if asked.for_what != "be forgotten" or asked.done_at is not None:
        raise Http404
    # Looking changes nothing; what is taken out is gone for good, and asks for the second step like gathering everything.
    granted, fresh = asked.answer == "yes", second_factor_is_fresh(request)
    words = _looked_for(request, opened)
    wrong = say(SOMEBODY_ELSE_LOOKS, request.actor.vocabulary) if asked.by_id == request.actor.id else ""
    if not wrong and not like_their_name(words, opened.name, opened.likes_to_be_called):
        wrong = _("Look for ways of writing their name, and for nothing else.")
    places = [] if wrong else where_it_stands(asked.id, words)[:MOST]
    ticked = set(request.POST.getlist("place"))
    if request.method == "POST" and "look" not in request.POST and not wrong:
        chosen = places if "everywhere" in request.POST else [place for place in places if place.key in ticked]
        try:
            show_it_again(request)
            many = actions.take_name_out(asked, chosen, words, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            wrong = say_refusal(refused, request.actor.vocabulary)
        else:
            said = ngettext("The name is taken out in %(many)s place.", "The name is taken out in %(many)s places.", many)
            messages.success(request, said % {"many": many})
            return see_other(reverse("desk:names elsewhere", args=[opened.id, asked.id]))
    if them := {place.about for place in places if place.about}:
        leave_a_look(request, "information governance", *them)
    context = {
        "person": opened,
        "asked": asked,
        "granted": granted,
        "show_it_again": "" if fresh else where_to_show_it_again(request, request.path),
        "words": ", ".join(words),
        "places": _said(places, ticked, request.actor.vocabulary),
        "wrong": wrong,
        "more": len(places) == MOST,
    }
    return render(request, "desk/names_elsewhere.html", context, status=422 if wrong and request.method == "POST" else 200)


def _looked_for(request: Request, opened: Opened) -> list[str]:
    typed = [word.strip() for word in request.POST.get("words", "").split(",") if word.strip()]
    return typed[:20] or words_of_a_name(opened.name, opened.likes_to_be_called)


def _said(places: list[Place], ticked: set[str], vocabulary: Vocabulary) -> list[dict[str, str | bool]]:
    people = {person.id: person.name for person in Person.objects.filter(id__in={place.about for place in places if place.about})}
    staff = names_of({place.writer for place in places if place.writer})
    return [
        {
            "key": place.key,
            "ticked": place.key in ticked,
            "whose": staff.get(place.writer, "") if place.writer else people.get(place.about, "") if place.about else "",
            "what": _("left unfinished: thrown away whole") if place.table == DRAFT else named(place.table, vocabulary),
            "it_was": named(place.column, vocabulary) if place.table == HISTORY else "",
            "passage": place.passage,
        }
        for place in places
    ]
