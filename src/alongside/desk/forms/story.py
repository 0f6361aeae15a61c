"""Forms for what is theirs: notes, a good life, what changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.journeys.words import NOT_SAID, WAYS_TO_CHOOSE
from alongside.outcomes.words import DIRECTIONS, SHARES
from alongside.web.boxes import Form, line, long, once, one_of
from alongside.web.forms import DateParts


def how_in_touch(label: Any) -> forms.TypedChoiceField:
    """How it came about, if they say: none is presumed, for a word on the doorstep is no visit, and none stands as not said."""
    return forms.TypedChoiceField(label=label, required=False, coerce=str, empty_value=NOT_SAID.stored, widget=forms.RadioSelect)


class NoteForm(Form):
    """What happened."""

    said = {"how": WAYS_TO_CHOOSE}
    text = long(_("What happened? What mattered?"), hint=_("A few lines is enough."), ask=_("Write a few words first."), rows=4)
    how = how_in_touch(_("How were you in touch?"))
    on = DateParts(label=_("When"))
    once = once()


class ChangeForm(Form):
    """What changed, in their words."""

    said = {"direction": DIRECTIONS, "others_share": SHARES, "would_have_happened": SHARES}
    words = long(_("What changed?"), hint=_("In their words, good or bad."), ask=_("Write what changed, in their words."), rows=4)
    direction = one_of(_("Do they say it is better, or worse?"), ask=_("Choose what they say."))
    noticed_on = DateParts(label=_("When did they notice it?"))
    others_share = one_of(_("How much of it was other people’s doing?"), hint=_("Other than them and us: family, neighbours, a service."))
    whose_doing = line(_("Whose?"))
    would_have_happened = one_of(_("How much of it would have happened anyway?"))
