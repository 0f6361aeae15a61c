"""What every form shares, and its kinds of boxes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from alongside.foundation.keys import new_key
from alongside.foundation.words import Sentence, Vocabulary, Word

from .vocabulary import say, say_word


class Form(forms.Form):
    """A form whose questions and choices are said in the team's words; the server judges it, not the browser."""

    use_required_attribute = False
    said: dict[str, tuple[Word, ...]] = {}
    """Which fields offer words, and which words."""
    or_none: dict[str, Any] = {}
    """Fields that may stay unchosen, and what they then say."""

    def __init__(self, *args: Any, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, **given)
        for name, words in self.said.items():
            none = [("", self.or_none[name])] if name in self.or_none else []
            self.fields[name].choices = none + [(word.stored, say_word(word, vocabulary, capital=True)) for word in words]
        for field in self.fields.values():
            field.label, field.help_text = _said(field.label, vocabulary), _said(field.help_text, vocabulary)
            field.error_messages = {code: _said(words, vocabulary) for code, words in field.error_messages.items()}


def _said(words: Any, vocabulary: Vocabulary) -> Any:
    """A sentence that each vocabulary says its own way, said; whatever else, as it is."""
    return say(words, vocabulary) if isinstance(words, Sentence) else words


def long(label: Any, *, hint: Any = "", ask: Any = "", rows: int = 5, required: bool = True, most: int | None = None) -> forms.CharField:
    """A box for many words, `most` letters if there is a bound; `ask` is said when it is empty and must not be."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": ask or _("Write a few words first."),
            "max_length": _("Only %(limit_value)s letters fit at once, and there are %(show_value)s. Send it in several pieces."),
        },
    )


def line(label: Any, *, hint: Any = "", ask: Any = "", required: bool = False, **attrs: str) -> forms.CharField:
    """A box for one line."""
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=2000, widget=forms.TextInput(attrs=attrs), error_messages={"required": ask}
    )


def one_of(label: Any, *, hint: Any = "", ask: Any = _("Choose one."), required: bool = True) -> forms.ChoiceField:
    """A choice of one, all of them in sight."""
    return forms.ChoiceField(label=label, help_text=hint, required=required, widget=forms.RadioSelect, error_messages={"required": ask, "invalid_choice": ask})


def a_yes(label: Any, *, hint: Any = "", ask: Any = _("Choose one."), required: bool = True) -> forms.ChoiceField:
    """The same, for what somebody agreed to or not: no draft keeps it, so that nobody's yes is put back by itself."""
    field = one_of(label, hint=hint, ask=ask, required=required)
    field.widget.attrs["data-not-kept"] = ""
    return field


class Unseen(forms.HiddenInput):
    """As Django writes it, but without a template: it stands on every page with a box for a note."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        stands = self.format_value(value)
        said = "" if stands is None else format_html(' value="{}"', stands)
        return format_html('<input type="hidden" name="{}"{}{}>', name, said, flatatt(self.build_attrs(self.attrs, attrs)))


def once() -> forms.UUIDField:
    """A hidden mark of one form on one page: sent a second time, after going back or a double tap, it is known to be the same."""
    return forms.UUIDField(required=False, initial=new_key, widget=Unseen)


def somebody(label: Any, *, hint: Any = "", none: Any = "", ask: Any = _("Choose somebody."), required: bool = False) -> forms.ModelChoiceField:
    """A choice of one colleague; the form says among whom."""
    return forms.ModelChoiceField(
        get_user_model()._default_manager.none(),
        label=label,
        help_text=hint,
        required=required,
        empty_label=none or _("Nobody chosen"),
        error_messages={"required": ask, "invalid_choice": ask},
    )
