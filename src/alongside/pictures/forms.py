"""The forms by which a picture is brought."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.web.boxes import Form, a_yes, line, one_of
from alongside.web.forms import DateParts

from . import words
from .words import HOW_THEY_SAID_YES

BY_US = tuple(word for word in HOW_THEY_SAID_YES if word.stored != "by their link")


def a_picture(label: Any, hint: Any = "") -> forms.FileField:
    """A box for a photograph: a telephone offers its camera. It is judged when it is drawn anew."""
    said = dict.fromkeys(("required", "missing", "invalid"), words.CHOOSE_ONE) | {"empty": words.NOTHING_IN_IT}
    return forms.FileField(label=label, help_text=hint, widget=forms.FileInput(attrs={"accept": "image/*"}), error_messages=said)


_WHAT_IT_SHOWS = {"label": _("What does it show?"), "hint": _("A few words, for whoever cannot see it."), "ask": words.SAY_WHAT_IT_SHOWS, "required": True}


class PaperPictureForm(Form):
    """A photograph of a paper, and what it shows."""

    picture = a_picture(_("The photograph"), _("Lay the paper flat, in good light. Where and when it was taken is not kept."))
    words = line(**_WHAT_IT_SHOWS)


class FirstPaperPictureForm(PaperPictureForm):
    """The same, and their yes, where there is none yet."""

    said = {"how": BY_US}
    how = a_yes(_("They said yes to keeping photographs of their papers:"), hint=_("They can take it back at any time; then every photograph is gone at once."))
    on = DateParts(label=_("When did they say so?"))


class TakeBackForm(Form):
    """How they said that they wish it no longer."""

    said = {"how": BY_US}
    how = one_of(_("How did they say so?"))


class OwnPictureForm(Form):
    """A picture of their own, by themselves."""

    picture = a_picture(_("Your picture"), _("Take it with your camera, or choose one. Where and when it was taken is not kept."))
    words = line(**_WHAT_IT_SHOWS)


class TheirPictureForm(Form):
    """The same, brought by one of us with their yes."""

    said = {"how": BY_US}
    picture = a_picture(_("The picture"), _("A photograph that is theirs, or that they like. Where and when it was taken is not kept."))
    words = line(**_WHAT_IT_SHOWS)
    how = a_yes(_("They said yes to it:"))
    on = DateParts(label=_("When did they say so?"))


class SetForm(Form):
    """A picture for the organisation's set."""

    picture = a_picture(_("The picture"), _("A JPEG, PNG or WebP. It is kept at 640 dots."))
    name = line(_("Its name"), hint=_("As a colleague looks for it: “bus stop”, “going to the doctor”."), ask=words.SAY_THE_NAME, required=True)
    source = line(
        _("Where it is from, and why you may use it"),
        hint=_("Drawn by us; or the licence of a picture library, with its number."),
        ask=words.SAY_THE_SOURCE,
        required=True,
    )
