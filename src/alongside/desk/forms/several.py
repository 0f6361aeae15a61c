"""Forms that take several of a kind in one go: a person, a gift or an activity a row; a row left empty is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from alongside.foundation.words import Sentence, Vocabulary, Word
from alongside.web.boxes import Form
from alongside.web.vocabulary import say, say_word


class SeveralForm(Form):
    """Rows of the same boxes, `name_1`, `ring_1`, `name_2` …; whatever else it asks stands once, below them."""

    many = 6
    in_sight = 2
    """Rows that stand open; the others wait behind one press."""
    row: dict[str, Callable[[], forms.Field]] = {}
    row_said: dict[str, tuple[Word, ...]] = {}
    """Which boxes of a row offer words, and which words."""
    row_none: Any = ""
    """What such a box says while nothing is chosen."""
    row_never_alone: tuple[str, ...] = ()
    """Boxes that are never empty, and so say nothing by themselves."""
    must: dict[str, Sentence] = {}
    """What each row that says anything must say, and how it is asked for."""

    def __init__(self, *args: Any, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self._vocabulary = vocabulary
        once = dict(self.fields)
        self.fields.clear()
        for number in range(1, self.many + 1):
            for name, make in self.row.items():
                field = make()
                if name in self.row_said:
                    words = [(word.stored, say_word(word, vocabulary, capital=True)) for word in self.row_said[name]]
                    field.choices = [("", self.row_none), *words] if isinstance(field.widget, forms.Select) else words
                self.fields[f"{name}_{number}"] = field
        self.fields.update(once)
        self.once = tuple(once)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each row's number and boxes, and whether it stands open."""
        for number in range(1, self.many + 1):
            boxes = [self[f"{name}_{number}"] for name in self.row]
            yield {"number": number, "boxes": boxes, "more": number == self.in_sight + 1, "last": number == self.many}

    def below(self) -> list[BoundField]:
        """What is asked once."""
        return [self[name] for name in self.once]

    @property
    def more_is_open(self) -> bool:
        """Whether something stands in the rows behind the press."""
        return any(
            self.data.get(f"{name}_{number}") for number in range(self.in_sight + 1, self.many + 1) for name in self.row if name not in self.row_never_alone
        )

    def told(self) -> list[dict[str, Any]]:
        """The rows that say anything, without their numbers; only after the form is found valid."""
        rows = ({name: self.cleaned_data.get(f"{name}_{number}") for name in self.row} for number in range(1, self.many + 1))
        return [row for row in rows if any(value for name, value in row.items() if name not in self.row_never_alone)]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for number in range(1, self.many + 1):
            if any(said.get(f"{name}_{number}") for name in self.row if name not in self.row_never_alone):
                for name, ask in self.must.items():
                    if not said.get(f"{name}_{number}") and f"{name}_{number}" not in self.errors:
                        self.add_error(f"{name}_{number}", say(ask, self._vocabulary))
        said["told"] = self.told()
        return said
