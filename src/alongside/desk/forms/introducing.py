"""Forms for introductions, and for finding somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.desk import words as ours
from alongside.introductions.models import TeamReason
from alongside.introductions.words import SAY_WHO_INTRODUCED_THEM, SOURCES
from alongside.journeys.words import LEVELS
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, somebody
from alongside.web.forms import DateParts
from alongside.web.vocabulary import LAC

from .reasons import SeveralAreas, from_the_list, offer_the_list

# A yes is given by one person, and must not come back ticked with somebody else's words.
NOT_KEPT = forms.CheckboxInput(attrs={"data-not-kept": ""})


class IntroduceForm(Form):
    """Three things are asked: who, by whom, and their yes."""

    said = {"source": SOURCES}
    or_none = {"source": _("Work it out from the words above")}
    who = line(
        _("Who is it?"),
        hint=_("Any words will do: a full name, a first name, “lady at number 9”."),
        ask=_("Say who this is. Any words will do, such as “lady at number 9”."),
        required=True,
    )
    introduced_by = line(
        ours.WHO_INTRODUCED_THEM,
        hint=_("A person or a service, or “herself”."),
        ask=SAY_WHO_INTRODUCED_THEM,
        required=True,
    )
    said_yes = forms.BooleanField(label=ours.SAID_YES, required=False, widget=NOT_KEPT)
    on = DateParts(label=_("When"))
    why = long(_("What were you told?"), hint=_("Only what they would be happy to hear read out."), rows=3, required=False)
    areas = SeveralAreas(label=_("What is it about?"), help_text=_("Tick as many as they say; more can be told later."))
    listed = from_the_list()
    how_they_said_yes = line(_("How did they say yes?"), hint=_("For instance: aloud, on the telephone."))
    likes_to_be_called = line(_("What do they like to be called?"))
    date_of_birth = DateParts(label=_("Date of birth"), required=False)
    postcode = line(_("Postcode"), hint=_("It finds what is good near them."), autocomplete="off")
    phone = line(_("Telephone"), autocomplete="off")
    source = forms.ChoiceField(label=ours.KIND_OF_INTRODUCTION, required=False)
    for_whom = somebody(ours.WHO_WILL_WALK, none=_("I will"))
    somebody_else = forms.BooleanField(label=_("I have checked: this is somebody else"), required=False, widget=NOT_KEPT)

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], listed: QuerySet[TeamReason], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["for_whom"].queryset = colleagues
        self.fields["areas"].offer(given.get("vocabulary", LAC))
        offer_the_list(self, listed)


class AmendIntroductionForm(Form):
    """How they came to us, put right."""

    said = {"source": SOURCES}
    introduced_by = line(ours.WHO_INTRODUCED_THEM, hint=_("A person or a service, or “herself”."), ask=SAY_WHO_INTRODUCED_THEM, required=True)
    on = DateParts(label=_("When"))
    why = long(_("What were you told?"), hint=_("Only what they would be happy to hear read out."), rows=3, required=False)
    how_they_said_yes = line(_("How did they say yes?"), hint=_("For instance: aloud, on the telephone."))
    source = forms.ChoiceField(label=ours.KIND_OF_INTRODUCTION)


class SearchForm(Form):
    """Looking for somebody by name."""

    words = line(_("Find somebody by name"), autocomplete="off")


class NarrowForm(Form):
    """Which of the team's people: a colleague's, at one level, gone quiet."""

    said = {"level": LEVELS}
    or_none = {"level": _("Any")}
    walking = somebody(ours.WALKED_WITH_BY, none=_("Anybody"))
    level = forms.ChoiceField(label=ours.AT_WHICH_LEVEL, required=False)
    quiet = forms.BooleanField(label=_("Only who has gone quiet"), required=False)

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["walking"].queryset = colleagues
