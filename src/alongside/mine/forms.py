"""The forms of somebody's own copy: what staff fill in, and what they themselves do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary, Word
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts, LastDay
from alongside.web.vocabulary import say_word

from .rules import LONGEST_WORDS, EasyTold
from .words import ANSWERS, EASY_PARTS, HOW_SAID, PARTS, PICTURES, WISHES

BY_US = tuple(word for word in HOW_SAID if word.stored != "by their link")


class MakeForm(Form):
    """Which parts go in; of notes, which ones."""

    said = {"parts": PARTS}
    parts = forms.MultipleChoiceField(label=_("What goes in?"), widget=forms.CheckboxSelectMultiple, required=False)
    rows = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, rows: list[UUID], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["rows"].choices = [(str(row), "") for row in rows]


class EasyReadForm(Form):
    """Lines of Easy Read under their parts: for each a few words, and a picture: one of our drawings, one of theirs, or one of the set."""

    def __init__(self, *args: Any, parts: list[str], pictures: list[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.spoken: Vocabulary = given.get("vocabulary", Vocabulary.LOCAL_AREA_COORDINATION)
        drawn = [(word.stored, say_word(word, self.spoken, capital=True)) for word in PICTURES]
        self.parts = parts
        for number, part in enumerate(parts, 1):
            self.fields[f"words_{number}"] = line(_("Line %(number)s") % {"number": number})
            choices = [("", _("No picture yet")), *pictures, *drawn]
            self.fields[f"picture_{number}"] = forms.ChoiceField(label=_("Picture for line %(number)s") % {"number": number}, choices=choices, required=False)
            self.fields[f"part_{number}"] = forms.CharField(required=False, initial=part, widget=forms.HiddenInput(attrs={"data-kept": ""}))

    def in_parts(self) -> list[tuple[str, str, list[tuple[Any, Any, Any]]]]:
        """Each part in its order: its name, what is said of it, and the boxes of its lines."""
        boxes: dict[str, list[tuple[Any, Any, Any]]] = {}
        for number, part in enumerate(self.parts, 1):
            boxes.setdefault(part, []).append((self[f"words_{number}"], self[f"picture_{number}"], self[f"part_{number}"]))
        return [(word.stored, say_word(word, self.spoken, capital=True), boxes[word.stored]) for word in EASY_PARTS if word.stored in boxes]

    @property
    def written(self) -> list[EasyTold]:
        """Words, picture and part of each row."""
        said = self.cleaned_data
        return [EasyTold(said[f"words_{number}"], said[f"picture_{number}"], part) for number, part in enumerate(self.parts, 1)]


class LinkForm(Form):
    """Until when a link holds."""

    until = LastDay(label=_("Up to which day does the link hold?"), initial=lambda: timezone.localdate() + timedelta(days=30))


class OpenForm(Form):
    """The code that goes with a link."""

    code = line(_("Your code"), hint=_("Six numbers. We told them to you, or wrote them down for you."), inputmode="numeric", autocomplete="one-time-code")


class TheirWordsForm(Form):
    """Somebody's own words, written down by one of us."""

    said: dict[str, tuple[Word, ...]] = {"how": BY_US}
    words = long(_("Their words, as they said or wrote them"), ask=_("Write down what they said."))
    how = one_of(_("How did they say it?"))
    on = DateParts(label=_("When"))


class OwnWordsForm(Form):
    """Somebody's own words, by themselves."""

    words = long(_("Your words"), ask=_("Write a few words first."), rows=8, most=LONGEST_WORDS)


class NotRightForm(Form):
    """What somebody says is not right, by themselves."""

    said = {"wish": WISHES}
    words = long(_("What is not right? How is it really?"), ask=_("Write what is not right, in your own words."), most=LONGEST_WORDS)
    wish = one_of(_("What shall we do?"))


class TheirNotRightForm(NotRightForm):
    """The same, written down by one of us."""

    said = {"wish": WISHES, "how": BY_US}
    how = one_of(_("How did they say it?"))
    on = DateParts(label=_("When"))


class AnswerForm(Form):
    """What became of it."""

    said = {"answer": ANSWERS}
    answer = one_of(_("What is the answer?"))
    words = long(
        _("What shall they read?"),
        hint=_("A sentence or two, to them. It stands beside their words."),
        ask=_("Say what you did, or why both stand. They can read it."),
        rows=3,
    )
