"""Which questions a team may ask in the same words each time: those that come with us, and those of its own, by file."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.actor import Role
from alongside.foundation.mappings import LONGEST
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.outcomes import actions
from alongside.outcomes.measuring import shipped, text_of
from alongside.outcomes.models import TeamMeasure
from alongside.outcomes.queries import measure_of
from alongside.teams.models import Team
from alongside.teams.queries import run_by
from alongside.web.boxes import Form, line
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, written

NOT_TEXT = Sentence("This file is no text. Choose the YAML file of a measure.")
A_NAME = Sentence("The file’s name becomes the measure’s: give it letters, figures and hyphens, such as our-questions.yaml.")


class ReferenceForm(Form):
    """The reference of the licence."""

    reference = line(
        gettext_lazy("Reference of your licence"), hint=gettext_lazy("Its number, or the letter in which it was given. Where none is needed, leave it empty.")
    )


class MeasureFileForm(Form):
    """A measure of one's own, by its file."""

    file = forms.FileField(
        label=gettext_lazy("A file of your own questions (YAML)"),
        help_text=gettext_lazy(
            "Shaped like those that come with us, in the program’s own folder of measures. Whatever is wrong in it is said, and nothing is kept of it."
        ),
        widget=forms.FileInput({"accept": ".yaml,.yml"}),
        error_messages=dict.fromkeys(("required", "missing", "invalid", "empty"), gettext_lazy("Choose the file of a measure.")),
    )
    reference = line(gettext_lazy("Reference of your licence"), hint=gettext_lazy("Where the questions are somebody else’s."))


def _team(request: Request) -> Team:
    team = run_by(request.actor)
    if team is None:
        raise Http404
    return team


@page(roles=(Role.MANAGER,), methods=WRITING, takes_a_file_of=LONGEST * 4)
def team_measures(request: Request) -> HttpResponse:
    """What the team asks, what comes with us, and room for a file of its own."""
    team = _team(request)
    form = MeasureFileForm(vocabulary=request.actor.vocabulary)
    if request.method == "POST":
        form = MeasureFileForm(request.POST, request.FILES, vocabulary=request.actor.vocabulary)
        if form.is_valid():
            try:
                key, text = _read(form.cleaned_data["file"])
                actions.offer_measure(team.id, key, text, reference=form.cleaned_data["reference"], by=request.actor, at=request.now)
            except NotYours:
                raise
            except Refused as refused:
                form.add_error("reference" if refused.field == "reference" else "file", say_refusal(refused, request.actor.vocabulary))
            else:
                messages.success(request, _("Your team may ask it from now on."))
                return see_other(reverse("desk:team measures"))
    asked = [
        (one, measure_of(one.file.key, one.file.text)) for one in TeamMeasure.objects.filter(team=team).select_related("file").order_by("file__key", "-since")
    ]
    standing = {one.file.key for one, _measure in asked if one.retired_on is None}
    others = [measure for key, measure in shipped().items() if key not in standing]
    return render(request, "desk/team_measures.html", {"team": team, "form": form, "asked": asked, "others": others}, status=422 if form.errors else 200)


def _read(file: Any) -> tuple[str, str]:
    key = re.sub(r"\.ya?ml$", "", file.name.lower())
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
        raise Refused(A_NAME, field="file")
    try:
        return key, file.read(LONGEST * 4).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(NOT_TEXT, field="file") from None


@page(roles=(Role.MANAGER,), methods=WRITING)
def offer(request: Request, key: str) -> HttpResponse:
    """A measure that comes with us: word for word as it will be asked, with its source and its licence."""
    team = _team(request)
    measure = shipped().get(key)
    if measure is None:
        raise Http404
    sheet = Sheet(
        title=measure.name,
        back=reverse("desk:team measures"),
        kept=_("Your team may ask it from now on."),
        button=_("Let my team ask it"),
        draft=f"offered measure/{key}",
        template="desk/offer_measure.html",
        more={"measure": measure},
    )
    return written(
        request,
        ReferenceForm,
        sheet,
        lambda said: actions.offer_measure(team.id, key, text_of(key), reference=said["reference"], by=request.actor, at=request.now),
    )


@page(roles=(Role.MANAGER,), methods=("POST",))
def retire(request: Request, offered_id: UUID) -> HttpResponse:
    """Asked no more; what was answered stays."""
    actions.retire_measure(get_object_or_404(TeamMeasure, id=offered_id, team=_team(request)), by=request.actor, at=request.now)
    messages.success(request, _("It is asked no more. What was answered stays."))
    return see_other(reverse("desk:team measures"))
