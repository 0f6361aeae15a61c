"""Forms for gathering everything about somebody, and looking through it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.taking_away.names import Name
from alongside.web.boxes import Form, long


class GatherForm(Form):
    """Nothing is asked: the press is enough."""


class LookThroughForm(Form):
    """Names that go, unless the tick is taken away; words that likely name nobody, which go if ticked; and passages that go besides."""

    leave_out = forms.MultipleChoiceField(
        label=_("Names that are left out"),
        help_text=_("Take the tick away where it is no other person’s name, or where that person agreed or is known to whoever asked already."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    besides = forms.MultipleChoiceField(
        label=_("Perhaps a name: these stay"),
        help_text=_("Groups, places, words at the beginning of a sentence, and what they said of themselves. Tick what is another person’s name after all."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    out = long(_("What else is left out?"), hint=_("Words or passages as they stand there, one on each line."), rows=4, required=False)

    def __init__(self, *args: Any, names: Sequence[Name], **given: Any) -> None:
        super().__init__(*args, **given)
        self.likely = [name for name in names if name.likely]
        for field, among in (("leave_out", self.likely), ("besides", [name for name in names if not name.likely])):
            self.fields[field].choices = [(name.key, f"{name.said} ({name.times}): … {name.near} …") for name in among]
            if not among:
                del self.fields[field]

    def clean(self) -> dict[str, Any]:
        """Of the likely names, those without a tick stay."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        left_out = set(said.pop("leave_out", []))
        return {"besides": [], **said, "stay": [name.key for name in self.likely if name.key not in left_out]}
