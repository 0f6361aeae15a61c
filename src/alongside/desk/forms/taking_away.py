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
    """Names that may stay in, and passages that go besides."""

    stay = forms.MultipleChoiceField(
        label=_("Which of these may stay?"),
        help_text=_("A name stays only if it is no other person's, or if that person agreed or it is known to whoever asked already."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    out = long(_("What else is left out?"), hint=_("Words or passages as they stand there, one on each line."), rows=4, required=False)

    def __init__(self, *args: Any, names: Sequence[Name], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["stay"].choices = [(name.word, f"{name.word} ({name.times}): … {name.near} …") for name in names]
        if not names:
            del self.fields["stay"]

    def clean(self) -> dict[str, Any]:
        """Where no name was found, none stays."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        said.setdefault("stay", [])
        return said
