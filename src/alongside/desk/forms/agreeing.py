"""Forms for what we agreed: in one box or in parts, and a part that they end."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.desk import words as ours
from alongside.journeys.words import AGREEMENT_PARTS, HOW_AGREED
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts
from alongside.web.vocabulary import say_meaning, say_word

PARTS = tuple(part for part in AGREEMENT_PARTS if part.stored not in ("words", "whole"))


class AgreementForm(Form):
    """What we each do; one box is enough."""

    said = {"how_agreed": HOW_AGREED}
    words = long(_("What did you agree?"), hint=_("In words you would read back to them. One box is enough."), rows=6, required=False)
    they_do = long(_("What they do"), rows=2, required=False)
    we_do = long(_("What we do"), rows=2, required=False)
    others_do = long(_("What others do"), rows=2, required=False)
    how_we_meet = long(ours.HOW_AND_WHEN, rows=2, required=False)
    not_do = long(_("What we will not do"), rows=2, required=False)
    how_agreed = one_of(_("How did they agree to it?"), ask=_("Say how they agreed, or that it is not agreed yet."))
    who_was_there = line(_("Who was there, if anybody else was?"))
    kept_where = line(_("If it is signed on paper: where is the paper kept?"), hint=_("For instance: with them, and a copy in the office."))
    agreed_on = DateParts(label=_("When"))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for part in PARTS:
            self.fields[part.stored].help_text = say_meaning(part)

    @property
    def in_parts(self) -> list[Any]:
        """The boxes of its parts."""
        return [self[part.stored] for part in PARTS]

    @property
    def shows_parts(self) -> bool:
        """Whether any part has words, so that none is hidden."""
        return any(box.value() or box.errors for box in self.in_parts)

    @property
    def sign_off(self) -> list[Any]:
        """How, when and with whom it was agreed."""
        return [self[name] for name in ("how_agreed", "agreed_on", "who_was_there", "kept_where")]


class EndPartForm(Form):
    """A part that they end, or the whole of it."""

    part = one_of(_("What ends?"))
    words = long(_("What did they say?"), hint=_("In their words. You may leave this empty."), rows=3, required=False)
    on = DateParts(label=_("When"))

    def __init__(self, *args: Any, holds: list[str], **given: Any) -> None:
        super().__init__(*args, **given)
        offered = [part for part in AGREEMENT_PARTS if part.stored in holds or part.stored == "whole"]
        self.fields["part"].choices = [(part.stored, say_word(part, given["vocabulary"], capital=True)) for part in offered]
        if len(offered) == 1:
            self.initial.setdefault("part", "whole")


class GoodLifeForm(Form):
    """A good life, in their words, and how they said that it is so."""

    said = {"how_agreed": HOW_AGREED}
    or_none = {"how_agreed": _("Nobody asked")}
    words = long(ours.GOOD_LIFE_TO_THEM, hint=_("In their own words, as they said it."), ask=_("Write what they said, in their words."))
    how_agreed = one_of(_("You read it back to them: did they say that it is so?"), required=False)
    who_was_there = line(_("Who was there, if anybody else was?"))
