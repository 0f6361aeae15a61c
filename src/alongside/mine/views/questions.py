"""Questions of how life is going, on somebody's own page: answered by themselves, or left for another day."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.refusals import NotYours, Refused
from alongside.outcomes import actions
from alongside.outcomes.forms import AnswersForm
from alongside.outcomes.models import Asking, TeamMeasure
from alongside.outcomes.queries import days_of, measure_of, offered_by
from alongside.web.pages import WRITING, Request
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from ..at_the_door import Reader, their_own_page


def _asked(reader: Reader) -> list[TeamMeasure]:
    return list(offered_by(reader.team.id)) if reader.team else []


@their_own_page()
def my_questions(request: Request, reader: Reader) -> HttpResponse:
    """Which questions they may answer, and what they answered."""
    # Whoever has only the numbers of somebody else's sheet cannot ask by a page.
    every = [(one, measure_of(one.file.key, one.file.text)) for one in _asked(reader)]
    offered = [(one, measure) for one, measure in every if measure.has_words]
    context = {"reader": reader, "person": reader.opened, "offered": offered, "days": days_of(reader.opened.id)}
    return render(request, "mine/my_questions.html", context)


@their_own_page(methods=WRITING)
def my_answers(request: Request, reader: Reader, offered_id: UUID) -> HttpResponse:
    """The questions word for word, each to be answered or left out."""
    offered = next((one for one in _asked(reader) if one.id == offered_id), None)
    if offered is None:
        raise Http404
    measure = measure_of(offered.file.key, offered.file.text)
    form = AnswersForm(request.POST if request.method == "POST" else None, measure=measure, vocabulary=reader.vocabulary)
    if request.method == "POST" and "not_today" in request.POST:
        actions.not_asked_now(reader.opened.id, offered.file, "not today", way="", by=request.actor, at=request.now)
        messages.success(request, _("Another day, then."))
        return see_other(reverse("mine:my questions"))
    if request.method == "POST" and form.is_valid():
        try:
            today = timezone.localdate(request.now)
            actions.answer_measure(reader.opened.id, offered.file, form.given(), way="", on=today, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(form.box_of(refused.field) if refused.field else None, say_refusal(refused, reader.vocabulary))
        else:
            messages.success(request, _("Thank you. Your answers are in your record, question by question."))
            return see_other(reverse("mine:my questions"))
    context = {"reader": reader, "person": reader.opened, "form": form, "measure": measure}
    return render(request, "mine/my_answers.html", context, status=422 if form.errors else 200)


@their_own_page(methods=("POST",))
def take_back_my_answers(request: Request, reader: Reader, asking_id: UUID) -> HttpResponse:
    """They would rather have them gone."""
    found = Asking.objects.filter(id=asking_id, person_id=reader.opened.id).first()
    if found is None:
        raise Http404
    actions.take_back_answers(found, by=request.actor, at=request.now)
    messages.success(request, _("Your answers are taken back."))
    return see_other(reverse("mine:my questions"))
