"""Forms for the people in somebody's life."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary
from alongside.people.models import Person
from alongside.people.words import HOW_SOMEBODY_LEFT, RINGS, WHO_IS_IT
from alongside.web.boxes import Form, line, one_of
from alongside.web.forms import DateParts
from alongside.web.vocabulary import say_word

from .several import SeveralForm

_NAME_HINT = _("A name, or words such as “the neighbour with the dog”.")
_RELATION = {"label": _("Who are they to them?"), "hint": _("Daughter, friend, neighbour, somebody from the café.")}


def _ring() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("How close are they?"), required=False)


def _there_before() -> forms.BooleanField:
    return forms.BooleanField(label=_("They were there at the start, and are only written down now"), required=False)


class CircleForm(SeveralForm):
    """Several people in their life."""

    row = {
        "name": lambda: line(_("Who is it?"), hint=_NAME_HINT),
        "relation": lambda: line(**_RELATION),
        "ring": _ring,
        "gives": lambda: line(_("What do they give?")),
        "receives": lambda: line(_("What do they receive?")),
        "there_before": _there_before,
    }
    row_said = {"ring": RINGS}
    row_none = _("Not said yet")
    must = {"name": WHO_IS_IT}

    went_through_all = forms.BooleanField(
        label=_("We went through everybody in the circle today"),
        help_text=_("Only then can it be laid beside the start, and counted."),
        required=False,
    )

    def __init__(self, *args: Any, after_the_start: bool, begun: bool, **given: Any) -> None:
        if not after_the_start:
            # Whatever is told now belongs to the start anyway.
            self.row = {name: make for name, make in self.row.items() if name != "there_before"}
        super().__init__(*args, **given)
        if not begun:
            # The first to be written down begin it.
            del self.fields["went_through_all"]
            self.once = ()


class PutRightForm(Form):
    """Somebody in their life, as it should have been written."""

    name = line(_("Who is it?"), hint=_NAME_HINT, ask=_("Say who it is: a name, or words such as “the neighbour with the dog”."), required=True)
    relation = line(**_RELATION)
    ring = _ring()
    gives = line(_("What do they give?"))
    receives = line(_("What do they receive?"))
    words = line(_("Anything else?"))
    there_before = _there_before()
    known_here = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Are they somebody we know here?"),
        help_text=_("A link to their page, for whoever may see both. Nothing is written on theirs."),
        required=False,
        empty_label=_("No, or not sure"),
    )
    said = {"ring": RINGS}
    or_none = {"ring": _("Not said yet")}

    def __init__(self, *args: Any, known: QuerySet[Person], came_later: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["known_here"].queryset = known
        self.fields["known_here"].label_from_instance = lambda person: person.name
        if not known:
            del self.fields["known_here"]
        if not came_later:
            del self.fields["there_before"]


class BecameForm(Form):
    """What has changed between them."""

    became = one_of(_("What has changed?"), ask=_("Choose what has changed."))
    on = DateParts(label=_("Since when?"))

    def __init__(self, *args: Any, now_on: str, vocabulary: Vocabulary, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        moved = [(f"ring {word.stored}", _("Now: %s") % say_word(word, vocabulary)) for word in RINGS if word.stored != now_on]
        self.fields["became"].choices = moved + [(f"left {word.stored}", say_word(word, vocabulary, capital=True)) for word in HOW_SOMEBODY_LEFT]
