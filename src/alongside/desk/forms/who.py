"""Forms for who and where they are, and who may know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.access.words import AUDIENCES, GROUNDS, HOW_GIVEN, TOLD
from alongside.people.words import CARING, ETHNIC_GROUPS, LIKES_TO_BE_TOLD, SEX
from alongside.teams.models import Staff
from alongside.web.boxes import Form, line, long, one_of, somebody
from alongside.web.forms import DateParts, LastDay


class WhoForm(Form):
    """What they are called, and when they were born."""

    name = line(_("Name"), hint=_("Any words will do."), ask=_("Say who this is. Any words will do."), required=True)
    likes_to_be_called = line(_("What do they like to be called?"))
    date_of_birth = DateParts(label=_("Date of birth"), required=False)


class WhereForm(Form):
    """Where they live and how they are reached."""

    address = long(_("Address"), rows=3, required=False)
    postcode = line(_("Postcode"), hint=_("It finds what is good near them."), autocomplete="off")
    phone = line(_("Telephone"), autocomplete="off")
    email = line(_("E-mail"), autocomplete="off")
    usual_places = line(_("Where are they often?"), hint=_("A café, a club, a bench."))


class GoodToKnowForm(Form):
    """What must be known before a knock on the door, and how they prefer to be told things."""

    said = {"likes_to_be_told": LIKES_TO_BE_TOLD}
    or_none = {"likes_to_be_told": _("They have not said")}

    how_to_reach = long(_("How do they like to be reached?"), rows=2, required=False)
    likes_to_be_told = one_of(_("How do they like to be told what was said and agreed about them?"), hint=_("After a meeting, or a hand-over."), required=False)
    keep_in_mind = long(
        _("What should a visitor keep in mind, or not do?"), hint=_("What not to talk about, what not to do. No more than is needed."), rows=3, required=False
    )
    access = long(
        _("What makes it easy for them?"), hint=_("Steps, hearing, sight, a language, a dog at the door. Never a code for the door."), rows=2, required=False
    )


class OfThemselvesForm(Form):
    """What they choose to say of themselves, of what the team asks for."""

    said = {"sex": SEX, "ethnic_group": ETHNIC_GROUPS, "caring": CARING}
    or_none = dict.fromkeys(("sex", "ethnic_group", "caring"), _("Not asked, or not answered"))

    sex = one_of(_("What is their sex?"), required=False)
    ethnic_group = one_of(_("What is their ethnic group?"), required=False)
    ethnic_words = line(_("In their own words, if they like"), hint=_("Nobody counts this; it stands here alone."))
    caring = one_of(
        _("Do they look after somebody, unpaid?"), hint=_("Family, a friend or a neighbour, because of illness, disability or age."), required=False
    )

    def __init__(self, *args: Any, asks: frozenset[str], **given: Any) -> None:
        super().__init__(*args, **given)
        for name in set(self.said) - asks:
            del self.fields[name]
        if "ethnic_group" not in asks:
            del self.fields["ethnic_words"]


OUR_WAYS = HOW_GIVEN[:2]
"""How an answer is given to one of us."""

NAMED_AS = AUDIENCES[:3]
"""What a partner may be to somebody: the choices they made for these are looked at before anything is told."""


class NamingForm(Form):
    """Naming somebody to a partner, with their yes."""

    said = {"audience": NAMED_AS, "how": OUR_WAYS}

    partner = somebody(_("To whom?"), ask=_("Choose to whom."), required=True)
    audience = one_of(_("Is this their GP, their social worker, or another partner?"), ask=_("Say which: what was chosen for these is looked at first."))
    extract = long(
        _("What may they know?"),
        hint=_("Only what was agreed. Read it back before you save it."),
        ask=_("Write what they agreed may be known, and read it back to them."),
        rows=5,
    )
    how = one_of(_("How did they say yes?"), ask=_("Say how they said yes. Without their yes nothing is told."))
    how_they_said_yes = line(_("In their own words, if they said more"), hint=_("For instance: on the telephone, as long as it is only about the stairs."))
    until = LastDay(label=_("The last day on which they may know it"))

    def __init__(self, *args: Any, partners: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["partner"].queryset = partners


class WithoutYesForm(Form):
    """Telling a partner what they have to know, on another ground than a yes."""

    said = {"audience": NAMED_AS, "ground": GROUNDS[1:], "told": TOLD}

    partner = somebody(_("To whom?"), ask=_("Choose to whom."), required=True)
    audience = one_of(_("Is this their GP, their social worker, or another partner?"), ask=_("Say which: what was chosen for these is looked at first."))
    ground = one_of(_("On what ground?"), ask=_("Say on what ground it is told."))
    reason = long(
        _("Why without their yes?"),
        hint=_("What would happen otherwise, and who decided it with you."),
        ask=_("Say why it has to be told without their yes."),
        rows=3,
    )
    told = one_of(_("Were they told?"), ask=_("Say whether they were told."))
    extract = long(
        _("What has the partner to know?"), hint=_("No more than the ground demands."), ask=_("Write what the partner has to know, and no more."), rows=4
    )
    until = LastDay(label=_("The last day on which they may know it"))

    def __init__(self, *args: Any, partners: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["partner"].queryset = partners


class ProtectForm(Form):
    """Who may see where they are, and why only they."""

    why = long(
        _("Why is it protected?"), hint=_("Those who open this page read it."), ask=_("Say why, in words that may be read by those who see their name."), rows=2
    )
    listed = forms.ModelMultipleChoiceField(
        Staff.objects.none(), label=_("Who, besides you, may see where they are?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["listed"].queryset = colleagues
