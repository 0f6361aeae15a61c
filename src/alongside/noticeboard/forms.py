"""The sheets by which what stands on it is kept true."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.directory.forms import DAYS, somewhere
from alongside.directory.told import Told
from alongside.directory.words import ACCESS, ANSWERS, COMPLAINED_OF, COSTS, HOW_OFTEN, KINDS, ROOM
from alongside.places.queries import Place
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts, LastDay

# Said again for the next one: what was checked for one place is not checked for another.
_NOT_KEPT = forms.CheckboxInput(attrs={"data-not-kept": ""})


def _several(label: Any, *, hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple)


class EntryForm(Form):
    """Something good near here, as one of us knows it. Its name and what it is are asked; all else is what they happen to know."""

    said = {"kind": KINDS, "cost": COSTS, "access": ACCESS, "access_missing": ACCESS, "room": ROOM}
    or_none = {"room": _("Not known")}
    name = line(_("What is it called?"), ask=_("Say what it is called."), required=True)
    kind = one_of(_("What is it?"))
    description = long(_("What happens there, and for whom?"), rows=4, required=False)
    times = line(_("When?"), hint=_("As you would say it: first Tuesday of the month, 2 to 4, not in August."))
    days = forms.TypedMultipleChoiceField(label=_("On which days?"), required=False, coerce=int, choices=DAYS, widget=forms.CheckboxSelectMultiple)
    address = line(_("Where?"), autocomplete="off")
    postcode = line(_("Postcode"), hint=_("It puts it on the map. If it meets in somebody’s home, leave it out."), autocomplete="off")
    cost = one_of(_("What does it cost?"), required=False)
    cost_words = line(_("More about the cost"))
    access = _several(_("What is there"))
    access_missing = _several(_("What is not there"), hint=_("Tick only what you know. What is ticked in neither is not known, and said so."))
    access_words = line(_("More about getting in and about"))
    how_to_join = line(_("How does joining really work?"), hint=_("Just turn up; ring Marva first; there is a waiting list."))
    room = one_of(_("Is there room for somebody new?"), required=False)
    who_for = line(_("Who is it for?"), hint=_("Anybody; men; people who care for somebody; whoever is new to the area."))
    not_for = line(_("Who is it not for?"), hint=_("Not for children; not if you cannot manage a ladder. Leave it empty if you do not know."))
    getting_there = line(_("How does one get there?"), hint=_("The 12 stops outside; park behind the church; they fetch people on Tuesdays."))
    languages = line(_("Which languages are spoken?"), hint=_("Welsh and English; somebody speaks Polish on Thursdays; a signer with notice."))
    phone = line(_("Telephone"), autocomplete="off")
    email = line(_("E-mail"), autocomplete="off")
    website = line(_("Website"), autocomplete="off")
    organisation = line(_("Who runs it?"))

    asked_first: ClassVar = ("another", "name", "kind", "description", "times", "address", "postcode")

    @property
    def first(self) -> list[forms.BoundField]:
        """What somebody knows who has just heard of it."""
        return [field for field in self.visible_fields() if field.name in self.asked_first]

    @property
    def more(self) -> list[forms.BoundField]:
        """What whoever was there knows."""
        return [field for field in self.visible_fields() if field.name not in self.asked_first]

    @property
    def says_more(self) -> bool:
        """Whether any of that is said, or wrong."""
        return any(field.errors or field.value() for field in self.more)


def told_of(said: dict[str, Any]) -> Told:
    """What was typed, as the directory takes it."""
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items() if name in Told.__dataclass_fields__}
    return Told(**known | {"cost": known.get("cost") or "unknown"})


class NewEntryForm(EntryForm):
    """The same, where something like it may be there already."""

    another = forms.BooleanField(label=_("I have looked: this is another one"), required=False, widget=_NOT_KEPT)


class ImpressionForm(Form):
    """What it is really like."""

    words = long(
        _("What is it really like?"),
        hint=_("Step-free, but a steep hill. They save a chair for whoever is new. No names of people you walk with."),
        rows=3,
    )
    private = forms.BooleanField(label=_("For our team alone"), required=False)


class AskForm(Form):
    """Whom to ask whether it is still right."""

    to = line(_("Who gets it?"), hint=_("For you to know later: Marva, by e-mail. It is shown to your team alone."), autocomplete="off")
    last_day = LastDay(label=_("Until which day may they answer?"))


class StillRightForm(Form):
    """The three answers."""

    said = {"answer": ANSWERS}
    answer = one_of(_("Is it still right?"))
    words = long(_("What is different now?"), hint=_("Another day, another price, a new telephone, no room at the moment."), rows=3, required=False)


class NotRightForm(Form):
    """What is not right, from whoever saw it; they are not asked who they are."""

    said = {"about": COMPLAINED_OF}
    about = one_of(_("What is it about?"), ask=_("Choose what it is about."))
    words = long(
        _("What is not right?"),
        hint=_("A sentence is enough: it begins at two now. Leave out anybody’s name."),
        ask=_("Say in a few words what is not right."),
        rows=3,
    )


def _time(label: Any) -> forms.TimeField:
    wrong = _("Write a time such as 14:30, or leave it empty.")
    return forms.TimeField(label=label, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"}), error_messages={"invalid": wrong})


class SessionForm(Form):
    """When something meets."""

    said = {"how": HOW_OFTEN}
    starts_on = DateParts(label=_("One day on which it meets"), initial=None)  # today would guess the day of the week
    how = one_of(_("How often?"))
    starts_at = _time(_("From"))
    ends_at = _time(_("To"))
    last_day = DateParts(label=_("The last day, if it is known"), required=False)
    term_time = forms.BooleanField(label=_("Only in school terms"), required=False)
    words = line(_("Anything else about when"), hint=_("Not in August; ring first in the holidays."))
    rule = line(
        _("A calendar’s own rule"),
        hint=_("Only where none of the choices fits: RFC 5545, such as FREQ=WEEKLY;BYDAY=TU,TH. It counts instead of the choice."),
        autocomplete="off",
    )


class TermsForm(Form):
    """The terms of one school year."""

    lines = long(
        _("When is there school?"),
        hint=_(
            "One stretch a line, the first day and the last, typed or pasted: Autumn: 3 September 2026 to 23 October 2026. Empty the box to take the year away."
        ),
        rows=8,
        required=False,
        most=5000,
    )


class FromForm(Form):
    """Where somebody starts, to be told of buses; it is kept nowhere."""

    near = forms.CharField(
        label=_("From where?"),
        help_text=_("A postcode, or a part of town. It is not kept."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write a postcode or a part of town.")},
    )
    short = forms.BooleanField(label=_("No more than 300 metres to walk"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.place: Place | None = None

    def clean_near(self) -> str:
        """A place that we know."""
        self.place = somewhere(self.cleaned_data["near"].strip())
        return str(self.cleaned_data["near"])
