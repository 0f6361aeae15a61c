"""Forms of a story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.outcomes.words import USES_OF_A_STORY
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts

from .giving_away import Found


class StoryForm(Form):
    """A story for one use."""

    said = {"use_kind": USES_OF_A_STORY}
    use_kind = one_of(_("What is it for?"), hint=_("One use. For another, they are asked again."), ask=_("Choose what it is for."))
    use = line(_("Which one?"), hint=_("Such as “Committee paper, May 2027”."), ask=_("Say which one: their yes is to that."), required=True)
    words = long(_("The story"), hint=_("Drafted from what is written down. Change it together until it is theirs."), ask=_("Write the story."), rows=12)
    changed = long(_("Which details are changed?"), hint=_("So that nobody knows them by it: a name, a street, how many children."), rows=3, required=False)

    def __init__(self, *args: Any, found: Sequence[Found] = (), **given: Any) -> None:
        super().__init__(*args, **given)
        soft = [one for one in found if not one.has_to_go]
        if soft:
            self.fields["judged"] = forms.MultipleChoiceField(
                label=_("Looked at together, and it may stay"),
                choices=[(one.key, one.said) for one in soft],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )


class YesForm(Form):
    """Their yes to these words."""

    how = line(
        _("How did they say yes?"),
        hint=_("Read it out to the end first, or hand it over."),
        ask=_("Write how they said yes to these words."),
        required=True,
        **{"data-not-kept": ""},
    )
    on = DateParts(label=_("On which day?"))


class PrintForm(Form):
    """Where it is printed."""

    where = line(
        _("Where is it printed?"),
        hint=_("So that they can be told: “Adults committee, 14 May, item 6”."),
        ask=_("Write where it is printed, so that they can be told."),
        required=True,
    )


class WithdrawForm(Form):
    """They take it back."""

    how = line(_("How did they say so?"), hint=_("If you like. Nobody has to say why."))
