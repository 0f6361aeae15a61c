"""The questions of a measure as boxes: word for word as its file has them, none of which has to be answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary
from alongside.web.boxes import Form, line, one_of
from alongside.web.forms import DateParts

from .answering import Given
from .measuring import Item, Measure
from .words import WAYS_OF_ANSWERING

BY_US = tuple(word for word in WAYS_OF_ANSWERING if word.stored != "alone, on their page")


def _answers(item: Item) -> list[tuple[str, str]]:
    """Each answer by its number. Of numbers alone, the ends are named beside them."""
    if item.answers:
        return [(str(number), said[:1].upper() + said[1:]) for number, said in item.answers.items()]
    numbers = [(str(number), str(number)) for number in range(item.least, item.most + 1)]
    for end, said in ((0, item.ends[0]), (-1, item.ends[1])):
        if said:
            numbers[end] = (numbers[end][0], f"{numbers[end][1]}: {said}")
    return numbers


class AnswersForm(Form):
    """Every question of a measure, each to be answered or left out."""

    def __init__(self, *args: Any, measure: Measure, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self.measure = measure
        own = dict(self.fields)
        self.fields.clear()
        for number, item in enumerate(measure.items, start=1):
            asks = item.asks or (_g("%(item)s: the number from your own sheet") % {"item": item.key[:1].upper() + item.key[1:]})
            if item.named:
                self.fields[f"about_{number}"] = line(_g("%(item)s: what is it about, in their words?") % {"item": item.key[:1].upper() + item.key[1:]})
            self.fields[f"answer_{number}"] = forms.ChoiceField(label=asks, choices=_answers(item), required=False, widget=forms.RadioSelect)
            # Numbers alone stand beside each other: eleven under one another are a page each on a phone.
            self.fields[f"answer_{number}"].of_numbers = not item.answers
            if measure.own_words:
                self.fields[f"said_{number}"] = line(_g("In their own words") if own else _g("In your own words"))
        self.fields.update(own)

    def groups(self) -> list[list[Any]]:
        """The boxes of each question together."""
        return [
            [self[name] for name in (f"about_{number}", f"answer_{number}", f"said_{number}") if name in self.fields]
            for number, _item in enumerate(self.measure.items, start=1)
        ]

    def given(self) -> list[Given]:
        """What was answered; only after the form is found valid."""
        said = self.cleaned_data
        return [
            Given(
                item.key,
                int(said[f"answer_{number}"]) if said[f"answer_{number}"] else None,
                said.get(f"about_{number}") or "",
                said.get(f"said_{number}") or "",
            )
            for number, item in enumerate(self.measure.items, start=1)
        ]

    def box_of(self, item: str) -> str:
        """The box in which a question is answered, for whatever is wrong with it."""
        number = next(number for number, one in enumerate(self.measure.items, start=1) if one.key == item)
        return f"about_{number}" if f"about_{number}" in self.fields else f"answer_{number}"


class AskedForm(AnswersForm):
    """The same, asked by one of us: in which way, and on which day."""

    said = {"way": BY_US}
    way = one_of(_("How was it answered?"), ask=_("Say how it was answered: being helped makes answers rosier, so it stands beside them."))
    on = DateParts(label=_("On which day?"))

    def about_the_asking(self) -> list[Any]:
        """What is asked once."""
        return [self["way"], self["on"]]
