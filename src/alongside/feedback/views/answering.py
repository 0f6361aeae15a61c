"""What whoever has the link opens, without a login and without scripts: three questions, none of which has to be answered."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Vocabulary
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other, with_query

from .. import actions
from ..asked_by_link import asked_by
from ..forms import SayForm
from ..links import reference_in


@page(public=True, methods=WRITING)
def by_link(request: Request, address: str) -> HttpResponse:
    """How was it? Opening it answers nothing, whatever opens links by itself; what is sent once is not asked of the next who opens it."""
    reference = reference_in(address)
    asks = asked_by(reference) if reference else None
    if reference is None or asks is None:
        return render(request, "feedback/over.html", status=404)
    thanks = "thanks" in request.GET and request.method != "POST"
    if thanks or (asks.is_full and request.method != "POST"):
        return render(request, "feedback/thanks.html", {"asks": asks, "thanks": thanks})
    words = Vocabulary(asks.vocabulary)
    form = SayForm(request.POST if request.method == "POST" else None, people_or_partners=asks.people_or_partners, vocabulary=words)
    if request.method == "POST" and form.is_valid():
        try:
            actions.say_how_it_was(reference, form.told(), by=request.actor, at=request.now)
        except Refused as refused:
            form.add_error(None, say_refusal(refused, words))
        else:
            return see_other(with_query(reverse("feedback:how it was", args=[address]), thanks="1"))
    return render(request, "feedback/how_it_was.html", {"form": form, "asks": asks}, status=422 if form.errors else 200)
