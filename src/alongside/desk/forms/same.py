"""Which of two records says what holds from now on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from alongside.people.words import PROPOSAL_ANSWERS
from alongside.web.boxes import Form, one_of
from alongside.web.boxes import line as box


class AnswerProposalForm(Form):
    """Whether two records are one person's, as far as whoever sees only one of them can say."""

    said = {"answer": PROPOSAL_ANSWERS}
    answer = one_of(_l("Are they one person?"), ask=_l("Choose one."))
    words = box(_l("Anything the other needs to know"), hint=_l("Only if you like. Write nothing that is not theirs to know."))


class WhichHoldsForm(Form):
    """One question for each thing in which they differ."""

    def __init__(self, *args: Any, lines: Iterable[Any], **given: Any) -> None:
        super().__init__(*args, **given)
        self.lines = {line.name: line for line in lines if line.differs and line.columns}
        for line in self.lines.values():
            field = one_of(line.label, ask=_("Choose which holds."))
            field.choices = [("here", line.here or _("nothing")), ("there", line.there or _("nothing"))]
            # What is known beats what is not.
            field.initial = "here" if line.here else "there"
            self.fields[line.name] = field

    def taken(self) -> list[str]:
        """The columns to take from the other."""
        return [column for name, line in self.lines.items() if self.cleaned_data[name] == "there" for column in line.columns]
