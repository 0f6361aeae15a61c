"""The forms of budgets and spends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.groups.models import Group, Taster
from alongside.groups.queries import OFFERED, last_told_of, newest_tasters
from alongside.places.models import Locality
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, one_of
from alongside.web.forms import DateParts
from alongside.web.templatetags.components import long_date

from .boxes import number, pounds
from .models import Budget
from .words import BROUGHT, MILES, OWN_IDEA, SAY_WHAT_CAME, SAY_WHAT_FOR, SAY_WHY_REOPENED, SPENT_ON, WAYS_TO_SPEND

_CHOOSE = dict.fromkeys(("required", "invalid_choice"), _("Choose one."))


def one_row(label: Any, queryset: Any, *, none: Any = None, hint: Any = "") -> forms.ModelChoiceField:
    """A choice among rows that a form offers when it is made."""
    return forms.ModelChoiceField(
        queryset.none(), label=label, help_text=hint, required=none is None, empty_label=none or _("Choose one"), error_messages=_CHOOSE
    )


MORE_GROUPS = _("Those of which something was last said. For any other, begin on its own page, at “Its money”.")


def offer_groups(form: Form, groups: Any, more: Any = MORE_GROUPS) -> None:
    """Of many groups those of which something was last said; any other is taken, too, and is offered from its own page."""
    field: Any = form.fields["group"]
    field.queryset, chosen = groups, form["group"].value()
    offered = last_told_of(groups, also=chosen)
    field.choices = [("", field.empty_label), *((str(one.id), one.name) for one in offered)]
    if len(offered) >= OFFERED:
        field.help_text = more


def offer_tasters(form: Form, tasters: Any) -> None:
    """The newest taster days; any other is taken, too, and is offered from its own page."""
    field: Any = form.fields["taster"]
    field.queryset = tasters
    offered = newest_tasters(tasters, also=form["taster"].value())
    field.choices = [("", field.empty_label), *((str(one.id), f"{one.group.name}, {long_date(one.on)}") for one in offered)]


class BudgetForm(Form):
    """Whose budget, and its first money."""

    locality = one_row(_("Locality"), Locality.objects, none=_("No one locality"))
    officer = one_row(_("Officer"), Staff.objects, none=_("Nobody’s own"), hint=_("Choose a locality, or an officer; neither, for a budget of the whole team."))
    pence = pounds(_("How much is given to it?"), nothing_too=True)
    said = line(_("Where it comes from, if you like"))

    def __init__(self, *args: Any, localities: Any, officers: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset, self.fields["officer"].queryset = localities, officers


class GiveForm(Form):
    """More money, or some of it back."""

    which = forms.ChoiceField(
        label=_("What happens?"),
        widget=forms.RadioSelect,
        choices=[("give", _("More is given to it")), ("give back", _("Some goes back"))],
        initial="give",
        error_messages=_CHOOSE,
    )
    pence = pounds(_("How much?"))
    said = line(_("Why, if you like"))


class MoveForm(Form):
    """Money to another budget."""

    to = one_row(_("To which budget?"), Budget.objects)
    pence = pounds(_("How much?"))
    said = line(_("Why, if you like"))

    def __init__(self, *args: Any, budgets: Any, called: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["to"].queryset = budgets
        self.fields["to"].label_from_instance = called


class CloseForm(Form):
    """What becomes of what is free when a year is closed."""

    then = forms.ChoiceField(
        label=_("What is still free"),
        widget=forms.RadioSelect,
        choices=[("back", _("goes back to where it came from")), ("over", _("goes over into next year’s budget"))],
        error_messages=_CHOOSE,
    )


class ReopenForm(Form):
    """Why a year is opened again."""

    why = long(_("Why is this year opened again?"), ask=SAY_WHY_REOPENED, rows=2)


class WaysForm(Form):
    """How a team goes about money."""

    limit_pence = pounds(_("Up to how much does one of you decide alone?"), hint=_("Above it, another manager or your manager says yes."), nothing_too=True)
    mile_pence = number(_("What is a mile paid, in pence?"), ask=MILES, places=0)
    own_ideas = forms.BooleanField(
        label=_("We fund small sums for one person’s own idea"), required=False, help_text=_("Off, unless you turn it on. No name is ever written.")
    )
    own_idea_pence = pounds(_("Up to how much for one such idea?"), hint=_("Counts only where you fund them."))


class SpendForm(Form):
    """What money is for, how it is paid, and how much."""

    said = {"spent_on": SPENT_ON, "way": WAYS_TO_SPEND}
    spent_on = one_of(_("What is it for?"))
    words = line(_("In a few words"), hint=_("“Paint and brushes for the arts taster”. Write no name."), ask=SAY_WHAT_FOR, required=True)
    group = one_row(_("Which group, if one"), Group.objects, none=_("None"))
    taster = one_row(
        _("Which taster day, if one"), Taster.objects, none=_("None"), hint=_("The newest; for any other begin on its own page, which then tells what it cost.")
    )
    entry = line(
        _("Which activity of the noticeboard, if one"), hint=_("Its name, or the address of its page: so one finds later what it led to."), autocomplete="off"
    )
    way = one_of(_("How is it paid?"))
    pence = pounds(_("How much, in pounds?"), hint=_("As near as you know. Leave it empty for miles."), required=False)
    miles = number(_("How many miles?"), hint=_("Only for miles with one’s own car."), ask=MILES, places=1)

    def __init__(self, *args: Any, groups: Any, tasters: Any, own_ideas: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        offer_groups(self, groups)
        offer_tasters(self, tasters)
        self.fields["miles"].required = False
        if not own_ideas:
            self.fields["spent_on"].choices = [one for one in self.fields["spent_on"].choices if one[0] != OWN_IDEA]

    def clean(self) -> dict[str, Any]:
        """An amount, or miles: which, follows from how it is paid."""
        said = super().clean() or {}
        if said.get("way") == "mileage" and not said.get("miles") and "miles" not in self.errors:
            self.add_error("miles", self.fields["miles"].error_messages["required"])
        if said.get("way") not in ("mileage", None) and not said.get("pence") and "pence" not in self.errors:
            self.add_error("pence", self.fields["pence"].error_messages["required"])
        return said


class AnswerForm(Form):
    """Yes, or no with why."""

    answer = forms.ChoiceField(label=_("Do you agree?"), widget=forms.RadioSelect, choices=[("yes", _("Yes")), ("no", _("No"))], error_messages=_CHOOSE)
    why = line(_("A word about it, or why not"), hint=_("Whoever asked reads it."))


class PaidForm(Form):
    """When it was paid back."""

    on = DateParts(label=_("When was it paid back?"))


class BroughtForm(Form):
    """What came in."""

    said = {"kind": BROUGHT}
    kind = one_of(_("What kind?"))
    words = line(_("What came?"), hint=_("“The rowing club lends its hall”"), ask=SAY_WHAT_CAME, required=True)
    pence = pounds(_("What is it worth?"))
    how_valued = line(_("How is that valued?"), hint=_("For what came in kind: “Hall for 6 hours at £12”"))
    on = DateParts(label=_("When?"))
    locality = one_row(_("Locality"), Locality.objects, none=_("No one locality"))
    group = one_row(_("For which group, if one"), Group.objects, none=_("None"))

    def __init__(self, *args: Any, localities: Any, groups: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["locality"].queryset = localities
        offer_groups(self, groups)
