"""To whom a colleague's people are handed over, from when, and with which word."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.desk import words as ours
from alongside.journeys.handing import Goes
from alongside.people.models import Person
from alongside.teams.models import Staff
from alongside.web.boxes import Form, long, one_of, somebody
from alongside.web.forms import DateParts

from .cover import EVERYBODY, SOME


class HandOverForm(Form):
    """A colleague, a day, everybody or those who are ticked, and a word."""

    taker = somebody(ours.WHO_TAKES_OVER, required=True, none=_("Choose a colleague"))
    since = DateParts(label=_("From which day?"))
    whom = one_of(ours.WHO_IS_HANDED_OVER)
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=_("If only some: who?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Somebody you ticked is no longer among them. Look through the list again.")},
    )
    words = long(ours.A_WORD_TO_WHOEVER_GOES_ON, hint=_("It stands on each one’s page and in each story, so name nobody else in it."), rows=3, required=False)

    def __init__(self, *args: Any, takers: QuerySet[Staff], goes: list[Goes], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["taker"].queryset = takers
        self.fields["people"].queryset = Person.objects.filter(id__in=[one.person.id for one in goes]).order_by("name", "id")
        if not goes:
            del self.fields["people"]
        self.fields["whom"].choices = [(EVERYBODY, _("Everybody above")), (SOME, _("Only those I tick"))]
