"""The sheets on which a group is written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.directory.words import ROOM
from alongside.foundation.words import Vocabulary
from alongside.places.models import Locality
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts, LastDay
from alongside.web.vocabulary import say_meaning, say_word

from .actions.answers import Answered
from .words import GOING, HOLDERS, LED_BY, MET, STAGES, STANDINGS, THEIR_HOLDERS, THINGS, TOLD, TOLD_US


def number(label: Any, *, hint: Any = "", most: int = 100_000) -> forms.IntegerField:
    """A box for how many."""
    wrong = _("Write a whole number in figures, such as 12, or leave it empty.")
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=most,
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
    )


class GroupForm(Form):
    """What a group is."""

    said = {"standing": STANDINGS}
    name = line(
        _("What is it to be called?"),
        hint=_("A working name will do: Saturday fishing."),
        ask=_("Say what it is to be called, if only for now."),
        required=True,
    )
    locality = forms.ModelChoiceField(Locality.objects.none(), label=_("In which neighbourhood?"), required=False, empty_label=_("Not said yet"))
    what_happens = long(
        _("What happens there, for everybody to read once it has begun?"),
        hint=_("No names. It stands on the noticeboard from its first open day."),
        rows=3,
        required=False,
    )
    times = line(_("When?"), hint=_("As you would say it: Thursdays, 10 to 12."))
    address = line(_("Where?"), autocomplete="off")
    postcode = line(_("Postcode"), hint=_("It puts it on the map. If it meets in somebody’s home, leave it out."), autocomplete="off")
    across_ages = forms.BooleanField(label=_("It is meant to bring young and old together"), required=False)
    standing = one_of(_("How formal is it?"), hint=_("It needs no committee to meet. What they choose is theirs."))
    standing_words = line(_("More about that"), hint=_("Banked by the Sailors’ Hall, agreement of 3 March; treasurer chosen in May."))

    def __init__(self, *args: Any, localities: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset = localities


class IdeaForm(GroupForm):
    """The same, with what was heard."""

    words = long(
        _("What was heard?"),
        hint=_("“If only there were somewhere to fish with somebody.” Write no name of anybody you walk with: your whole team reads it."),
        ask=_("Write what was heard, and from how many."),
        rows=3,
    )
    many = number(_("How many would come, as far as you know?"))
    on = DateParts(label=_("When was it heard?"))
    field_order = ("name", "words", "many", "on")


class StepForm(Form):
    """The stage it came to."""

    said = {"stage": STAGES}
    stage = one_of(_("What is it now?"))
    on = DateParts(label=_("Since which day?"))
    words = long(
        _("A few words about it"),
        hint=_("Of what was looked for: what was found, and why nothing there will do. Of an end: why, and what carried on. No names of people you walk with."),
        rows=4,
        required=False,
    )

    def __init__(self, *args: Any, stages: list[str], vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        self.fields["stage"].choices = [(word.stored, say_word(word, vocabulary, capital=True)) for word in STAGES if word.stored in stages]
        self.fields["stage"].choice_hints = {word.stored: say_meaning(word) for word in STAGES}


class HoldersForm(Form):
    """Who holds each of the five things."""

    on = DateParts(label=_("Since which day?"))

    def __init__(self, *args: Any, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        sides = [("", _("Nobody yet")), *((word.stored, say_word(word, vocabulary, capital=True)) for word in HOLDERS)]
        for thing in THINGS:
            self.fields[f"{thing.stored}_side"] = forms.ChoiceField(
                label=say_word(thing, vocabulary, capital=True), help_text=say_meaning(thing), choices=sides, required=False, widget=forms.RadioSelect
            )
            self.fields[f"{thing.stored}_who"] = line(
                _("Who? (%(thing)s)") % {"thing": say_word(thing, vocabulary)}, hint=_("A first name or the body’s name, for your team alone.")
            )


class TasterForm(Form):
    """A taster day as it is planned."""

    said = {"told": TOLD}
    on = DateParts(label=_("On which day?"), initial=None)
    times = line(_("When?"), hint=_("10 to 12, tea at 11."))
    place = line(_("Where?"), autocomplete="off")
    told = forms.MultipleChoiceField(label=_("How do people hear of it?"), required=False, widget=forms.CheckboxSelectMultiple)
    bring = long(_("What else should the letter say?"), hint=_("What to bring, how to get there, that it costs nothing."), rows=3, required=False)


class WentForm(Form):
    """What became of a taster day."""

    came = number(_("How many came?"), hint=_("Everybody, those who are named among them, and those who would rather not be."))
    more = number(_("How many want more of it?"))
    words = long(_("What was said?"), hint=_("“Again, but not before ten.” No names of people you walk with."), rows=4, required=False)
    cost = forms.DecimalField(
        label=_("What did it cost in all, in pounds?"),
        help_text=_("About, as you know it. What is spent on it from a budget stands instead of this, as soon as there is some."),
        required=False,
        min_value=0,
        max_value=100_000,
        decimal_places=2,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "max_decimal_places"), _("Write pounds and pence such as 34.50, or leave it empty.")
        ),
    )


class SessionForm(Form):
    """A session, by heads: first what every group is asked, then what some can tell."""

    said = {"met": MET, "led_by": LED_BY, "room": ROOM}
    or_none = {"led_by": _("Not said"), "room": _("Not said")}
    on = DateParts(label=_("Which day is it about?"))
    met = one_of(_("Did you meet?"))
    came = number(_("How many came?"), hint=_("Heads; no names are needed."))
    room = one_of(_("Is there room for more?"), required=False)
    needed = long(_("Is anything needed?"), hint=_("A key, a kettle, somebody to drive. No names, please."), rows=3, required=False, most=2000)
    new = number(_("How many of them were new?"))
    helpers = number(_("How many of them helped to run it?"))
    under_25 = number(_("How many were under 25?"), hint=_("As far as you can tell; leave it empty if nobody counted."))
    over_60 = number(_("How many were 60 or over?"))
    led_by = one_of(_("Who led it?"), required=False)

    def told(self) -> dict[str, Any]:
        """As an action takes it."""
        said = dict(self.cleaned_data)
        return said | {"met": said["met"] == "yes"}


class StillGoingForm(Form):
    """Is it still going, who holds what, and is anything needed?"""

    said = {"going": GOING}
    going = one_of(_("Is it still going?"), ask=_("Say whether it is still going, rests for now or has ended."))
    needed = long(_("Is anything needed?"), hint=_("A key, a kettle, somebody to drive. No names, please."), rows=3, required=False, most=2000)
    words = long(
        _("Anything else about it?"), hint=_("If it has ended: why, and what carried on from it. No names, please."), rows=3, required=False, most=2000
    )

    def __init__(self, *args: Any, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        sides = [("", _("Not said")), *((word.stored, say_word(word, vocabulary, capital=True)) for word in THEIR_HOLDERS)]
        for thing in THINGS:
            label = _("Who holds %(thing)s?") % {"thing": say_word(thing, vocabulary)}
            self.fields[thing.stored] = forms.ChoiceField(label=label, help_text=say_meaning(thing), choices=sides, required=False)
        self.order_fields(["going", *(thing.stored for thing in THINGS), "needed", "words"])

    def told(self) -> Answered:
        """As an action takes it."""
        said = self.cleaned_data
        return Answered(said["going"], {thing.stored: said[thing.stored] for thing in THINGS}, said["needed"], said["words"])


class ToldForm(StillGoingForm):
    """The same, as one of us was told it."""

    said = {**StillGoingForm.said, "told_us": TOLD_US[:-1]}
    told_us = one_of(_("How do you know?"))


class OurSessionForm(SessionForm):
    """The same, written down by one of us."""

    said = {**SessionForm.said, "told_us": TOLD_US[:-1]}
    came = number(_("How many came?"), hint=_("Heads. If you would rather tick names, leave it empty: the register opens next, and as many came as you tick."))
    told_us = one_of(_("How do you know?"))


class LinkForm(Form):
    """To whom the link goes, and until when it is open."""

    to = line(_("Who gets it?"), hint=_("For you to know later: Olwen, by text. It is shown to your team alone."), autocomplete="off")
    last_day = LastDay(label=_("Until which day is it open?"))
