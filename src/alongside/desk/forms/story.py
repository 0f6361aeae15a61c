"""Forms for what is theirs: notes, a good life, what changed and what it is worth to them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Sentence
from alongside.journeys.words import NOT_SAID, WAYS_TO_CHOOSE
from alongside.money.boxes import pounds
from alongside.money.pence import in_pounds
from alongside.outcomes.models import LifeChange, TeamKind
from alongside.outcomes.words import COUNTED, DIRECTIONS, HOW_LONG_IT_LASTS, HOW_OFTEN_PAID, HOW_TOLD, SHARES, WAYS_OF_WORTH
from alongside.outcomes.worth import HOTTEST, SAY_HOW_WARM, known_prices
from alongside.web.boxes import Form, line, long, once, one_of
from alongside.web.forms import DateParts
from alongside.web.vocabulary import LAC, say, say_meaning, say_word

from .several import SeveralForm

WHAT_CHANGED = Sentence("Write what changed, in their words.")
BETTER_OR_WORSE = Sentence("Choose what they say: better, worse, or neither.")


def how_in_touch(label: Any) -> forms.TypedChoiceField:
    """How it came about, if they say: none is presumed, for a word on the doorstep is no visit, and none stands as not said."""
    return forms.TypedChoiceField(label=label, required=False, coerce=str, empty_value=NOT_SAID.stored, widget=forms.RadioSelect)


class NoteForm(Form):
    """What happened."""

    said = {"how": WAYS_TO_CHOOSE}
    text = long(_("What happened? What mattered?"), hint=_("A few lines is enough."), ask=_("Write a few words first."), rows=4)
    how = how_in_touch(_("How were you in touch?"))
    on = DateParts(label=_("When"))
    once = once()


def offered_kinds(team_id: Any) -> QuerySet[TeamKind]:
    """The team's own list, without what is retired."""
    return TeamKind.objects.filter(team_id=team_id, retired_on__isnull=True).order_by("words")


class ChangeInPassingForm(Form):
    """What changed, in their words, kept in one save with a note."""

    said = {"direction": DIRECTIONS, "others_share": SHARES, "would_have_happened": SHARES}
    words = long(_("What changed?"), hint=_("In their words, good or bad."), ask=_("Write what changed, in their words."), rows=4)
    direction = one_of(_("Do they say it is better, or worse?"), ask=_("Choose what they say."))
    noticed_on = DateParts(label=_("When did they notice it?"))
    would_have_happened = one_of(_("How much of it would have happened anyway?"))
    others_share = one_of(_("How much of it was other people’s doing?"), hint=_("Other than them and us: family, neighbours, a service."))
    whose_doing = line(_("Whose?"))


class ChangeForm(ChangeInPassingForm):
    """The same, with how long it lasts and as what it counts."""

    said = ChangeInPassingForm.said | {"lasts": HOW_LONG_IT_LASTS}
    lasts = forms.ChoiceField(label=_("How long does it last, do they think?"), required=False, widget=forms.Select)
    kinds = forms.MultipleChoiceField(
        label=_("Does it count as one of these?"),
        help_text=_("Only where it is plainly so. It is counted beside others of its kind; the words stay theirs."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    listed = forms.ModelMultipleChoiceField(
        TeamKind.objects.none(), label=_("Or as one of your team’s own?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, listed: QuerySet[TeamKind], vocabulary: Any = LAC, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self.fields["kinds"].choices = [(word.stored, say_word(word, vocabulary, capital=True)) for word in COUNTED]
        self.fields["kinds"].choice_hints = {word.stored: say_meaning(word) for word in COUNTED}
        self.fields["listed"].queryset = listed
        if not listed.exists():
            del self.fields["listed"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        said["lasts"] = said.get("lasts") or "not asked"
        said["listed"] = [one.id for one in said.get("listed") or ()]
        return said


def _place() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Place"),
        required=False,
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-2", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Write a whole number from 1, or leave it empty.")),
    )


class SeveralChangesForm(SeveralForm):
    """Several changes in one go: from the paper form, or as they are told."""

    many = 5
    in_sight = 1
    row = {
        "words": lambda: long(_("What changed?"), hint=_("In their words, good or bad."), rows=2, required=False),
        "direction": lambda: forms.ChoiceField(label=_("Better, or worse?"), required=False),
        "noticed_on": lambda: DateParts(label=_("Since when?"), required=False),
        "would_have_happened": lambda: forms.ChoiceField(label=_("How much would have happened anyway?"), required=False),
        "others_share": lambda: forms.ChoiceField(label=_("How much was other people’s doing?"), required=False),
        "whose_doing": lambda: line(_("Whose?")),
        "lasts": lambda: forms.ChoiceField(label=_("How long does it last, do they think?"), required=False),
    }
    row_said = {"direction": DIRECTIONS, "would_have_happened": SHARES[1:], "others_share": SHARES[1:], "lasts": HOW_LONG_IT_LASTS[1:]}
    row_none = _("Not said")
    must = {"words": WHAT_CHANGED, "direction": BETTER_OR_WORSE}

    on = DateParts(label=_("On which day did they tell it, or fill the form in?"))


class PlacesForm(Form):
    """A number beside each change: 1 matters most."""

    def __init__(self, *args: Any, changes: list[LifeChange], **given: Any) -> None:
        super().__init__(*args, **given)
        self.changes = changes
        for change in changes:
            self.fields[f"place_{change.id}"] = box = _place()
            box.label, box.initial = _("Place of “%(words)s”") % {"words": change.words}, change.place

    def lines(self) -> list[tuple[LifeChange, Any]]:
        """Each change and its box."""
        return [(change, self[f"place_{change.id}"]) for change in self.changes]

    def places(self) -> dict[Any, int | None]:
        """What was said, by change; only after the form is found valid."""
        return {change.id: self.cleaned_data[f"place_{change.id}"] for change in self.changes}


class WorthForm(Form):
    """What it is worth to them: one of three ways, or that they would rather not say."""

    said = {"way": WAYS_OF_WORTH, "each": HOW_OFTEN_PAID, "how": HOW_TOLD}
    or_none = {"each": _("Not said")}
    way = one_of(_("How do they want to say it?"), hint=_("Whichever they like. Nobody has to."), ask=_("Choose a way, or that they would rather not say."))
    pounds = pounds(
        _("What would they pay to keep it, or to be without it?"), hint=_("In pounds. Not what they have: what it is worth to them."), required=False
    )
    each = forms.ChoiceField(label=_("How often?"), required=False)
    gives_up = line(_("Or what would they give up for it?"), hint=_("Such as the cigarettes, a week away, the car."))
    more_than = forms.ChoiceField(label=_("It is worth more than"), required=False)
    less_than = forms.ChoiceField(label=_("It is worth less than"), required=False)
    degrees = forms.IntegerField(
        label=_("On the thermometer"),
        help_text=_("From 0, nothing at all, to 100, as much as anything could."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"}),
    )
    words = line(_("Anything they said with it"))
    how = one_of(_("How did they tell it?"))
    on = DateParts(label=_("On which day?"))

    def __init__(self, *args: Any, vocabulary: Any = LAC, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        things = [("", _("Nothing chosen")), *((one.key, f"{one.name}, {in_pounds(one.pence)}") for one in known_prices().values())]
        for name in ("more_than", "less_than"):
            self.fields[name].choices = things
        self.fields["degrees"].error_messages = {"invalid": say(SAY_HOW_WARM, vocabulary) % {"hottest": HOTTEST}}


class TeamKindForm(Form):
    """One more kind of change for the team's list."""

    words = line(_("What is counted?"), hint=_("As the team says it: “out of debt”, “joined a choir”."), ask=_("Write what is counted."), required=True)
