"""Who is away, for which days, and who covers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.desk import words as ours
from alongside.people.models import Person
from alongside.teams.models import Staff
from alongside.web.boxes import Form, one_of, somebody
from alongside.web.forms import DateParts

EVERYBODY, SOME = "everybody", "some"


class LastDayForm(Form):
    """Another last day."""

    last_day = DateParts(label=_("Last day away"))


class CoverForm(Form):
    """Days, a colleague, and everybody or those who are ticked."""

    since = DateParts(label=_("First day away"))
    last_day = DateParts(label=_("Last day away"), required=False)
    covering = somebody(
        _("Who covers?"),
        hint=_("Anybody in the organisation, in another team too. They see the people below from the first day until the last."),
        none=_("Nobody yet"),
    )
    whom = one_of(ours.COVER_FOR_WHOM)
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=_("If only some: who?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Somebody you ticked is no longer among them. Look through the list again.")},
    )

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], people: QuerySet[Person], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["covering"].queryset = colleagues
        self.fields["people"].queryset = people
        self.fields["whom"].choices = [(EVERYBODY, _("Everybody")), (SOME, _("Only those I tick below"))]
        if not people.exists():
            del self.fields["people"]

    def clean_last_day(self) -> Any:
        if self.cleaned_data["last_day"] is None:
            raise forms.ValidationError(_("Write the last day away."))
        return self.cleaned_data["last_day"]
