"""The desk's forms: few boxes, and fewer that must be filled."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.foundation.words import Vocabulary, Word
from alongside.introductions.words import SOURCES
from alongside.journeys.words import HOW_A_VISIT_ENDED, HOW_AGREED, HOW_WE_MET, LEVELS, WHO_DOES_IT
from alongside.outcomes.words import DIRECTIONS, SHARES
from alongside.teams.models import Staff
from alongside.web.forms import DateParts


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class Form(forms.Form):
    """A form whose choices are said in the team's words; the server judges it, not the browser."""

    use_required_attribute = False
    said: dict[str, tuple[Word, ...]] = {}
    """Which fields offer words, and which words."""
    or_none: dict[str, Any] = {}
    """Fields that may stay unchosen, and what they then say."""

    def __init__(self, *args: Any, vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION, **given: Any) -> None:
        super().__init__(*args, **given)
        for name, words in self.said.items():
            none = [("", self.or_none[name])] if name in self.or_none else []
            self.fields[name].choices = none + [(word.stored, _capital(word.said(vocabulary))) for word in words]  # type: ignore[attr-defined]


def _long(label: Any, *, hint: Any = "", ask: Any = "", rows: int = 5, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": ask or _("Write a few words first.")},
    )


def _line(label: Any, *, hint: Any = "", ask: Any = "", required: bool = False, **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=2000, widget=forms.TextInput(attrs=attrs), error_messages={"required": ask}
    )


def _one_of(label: Any, *, hint: Any = "", ask: Any = _("Choose one."), required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, required=required, widget=forms.RadioSelect, error_messages={"required": ask, "invalid_choice": ask})


def _somebody(label: Any, *, hint: Any = "", none: Any = "", ask: Any = _("Choose somebody."), required: bool = False) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Staff.objects.none(),
        label=label,
        help_text=hint,
        required=required,
        empty_label=none or _("Nobody chosen"),
        error_messages={"required": ask, "invalid_choice": ask},
    )


class NoteForm(Form):
    """What happened."""

    said = {"how": HOW_WE_MET}
    text = _long(
        _("What happened? What mattered?"), hint=_("A few lines is enough. It saves itself while you type."), ask=_("Write a few words first."), rows=4
    )
    how = _one_of(_("How"))
    on = DateParts(label=_("When"))


class AmendForm(Form):
    """A note put right."""

    text = _long(_("The note"), hint=_("What it said before stays in its history."), rows=8)


class IntroduceForm(Form):
    """Three things are asked: who, by whom, and their yes."""

    said = {"source": SOURCES}
    or_none = {"source": _("Work it out from the words above")}
    who = _line(
        _("Who is it?"),
        hint=_("Any words will do: a full name, a first name, “lady at number 9”."),
        ask=_("Say who this is. Any words will do, such as “lady at number 9”."),
        required=True,
    )
    introduced_by = _line(
        _("Who introduced them?"),
        hint=_("A person or a service, or “herself”."),
        ask=_("Say who introduced them: a name, a service, or “herself”."),
        required=True,
    )
    said_yes = forms.BooleanField(label=_("They said yes to being introduced"), required=False)
    on = DateParts(label=_("When"))
    why = _long(_("What were you told?"), hint=_("Only what they would be happy to hear read out."), rows=3, required=False)
    how_they_said_yes = _line(_("How did they say yes?"), hint=_("For instance: aloud, on the telephone."))
    likes_to_be_called = _line(_("What do they like to be called?"))
    date_of_birth = DateParts(label=_("Date of birth"), required=False)
    postcode = _line(_("Postcode"), hint=_("It finds what is good near them."), autocomplete="off")
    phone = _line(_("Telephone"), autocomplete="off")
    source = forms.ChoiceField(label=_("Kind of introduction"), required=False)
    for_whom = _somebody(_("Who will walk alongside them?"), none=_("I will"))
    somebody_else = forms.BooleanField(label=_("I have checked: this is somebody else"), required=False)

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["for_whom"].queryset = colleagues  # type: ignore[attr-defined]


class GoodLifeForm(Form):
    """A good life, in their words."""

    words = _long(_("What is a good life to them?"), hint=_("In their own words, as they said it."), ask=_("Write what they said, in their words."))


class GiftForm(Form):
    """Something they bring."""

    words = _line(
        _("What do they bring?"),
        hint=_("A skill, an interest, a way of being with others."),
        ask=_("Say what they bring: a skill, an interest, a way of being with others."),
        required=True,
    )


class CircleForm(Form):
    """Somebody in their life."""

    name = _line(
        _("Who is it?"),
        hint=_("A name, or words such as “the neighbour with the dog”."),
        ask=_("Say who it is: a name, or words such as “the neighbour with the dog”."),
        required=True,
    )
    relation = _line(_("Who are they to them?"), hint=_("Daughter, friend, neighbour, somebody from the café."))
    words = _line(_("What do they give one another?"))


class WhoForm(Form):
    """What they are called, and when they were born."""

    name = _line(_("Name"), hint=_("Any words will do."), ask=_("Say who this is. Any words will do."), required=True)
    likes_to_be_called = _line(_("What do they like to be called?"))
    date_of_birth = DateParts(label=_("Date of birth"), required=False)


class WhereForm(Form):
    """Where they live and how they are reached."""

    address = _long(_("Address"), rows=3, required=False)
    postcode = _line(_("Postcode"), hint=_("It finds what is good near them."), autocomplete="off")
    phone = _line(_("Telephone"), autocomplete="off")
    email = _line(_("E-mail"), autocomplete="off")
    usual_places = _line(_("Where are they often?"), hint=_("A café, a club, a bench."))


class GoodToKnowForm(Form):
    """What must be known before a knock on the door."""

    how_to_reach = _long(_("How do they like to be reached?"), rows=2, required=False)
    keep_in_mind = _long(
        _("What should a visitor keep in mind?"), hint=_("Steps, a dog, hearing, what not to talk about. No more than is needed."), rows=3, required=False
    )


class AgreementForm(Form):
    """What we each do."""

    said = {"how_agreed": HOW_AGREED}
    words = _long(_("What did you agree?"), hint=_("In words you would read back to them."), ask=_("Write what you agreed."), rows=8)
    how_agreed = _one_of(_("How did they agree to it?"))
    agreed_on = DateParts(label=_("When"))


class StepForm(Form):
    """A next step, with who does it."""

    said = {"who_kind": WHO_DOES_IT}
    words = _line(_("What is the step?"), hint=_("Small, and in their words."), ask=_("Say what the step is."), required=True)
    who_kind = _one_of(
        _("Who does it?"), hint=_("Themselves first, then the people in their life, then the neighbourhood; a service last."), ask=_("Say who does it.")
    )
    who = _line(_("Their name"), hint=_("For somebody in their life, a group or a service."))
    staff = _somebody(_("Which of us?"), hint=_("If one of us promised it."))
    why_a_service = _line(_("If a service: why is it needed?"), hint=_("What they, the people in their life and the neighbourhood cannot do here."))
    by_when = DateParts(label=_("By when, if that was said"), required=False)

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues  # type: ignore[attr-defined]


class EndStepForm(Form):
    """A step is done, or let go."""

    how_it_went = _long(_("How did it go?"), hint=_("Done, done differently, or let go. You may leave this empty."), rows=3, required=False)
    on = DateParts(label=_("When"))


class VisitForm(Form):
    """A time when we mean to meet."""

    on = DateParts(label=_("Which day?"))
    starts_at = forms.TimeField(
        label=_("What time, if you said one?"),
        help_text=_("For instance 14:30."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Write the time like 14:30.")},
    )
    where = _line(_("Where?"), hint=_("At home, the café, the library."))
    words = _line(_("What is it for?"))
    staff = _somebody(_("Who will go?"), required=True)

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["staff"].queryset = colleagues  # type: ignore[attr-defined]


class EndVisitForm(Form):
    """How a visit ended."""

    said = {"how": HOW_A_VISIT_ENDED}
    how = _one_of(_("How did it end?"))


class LevelForm(Form):
    """The level, from a day on."""

    said = {"level": LEVELS}
    level = _one_of(_("Where are we with them?"), hint=_("Levels move both ways. They say how close the relationship is, not how bad anything is."))
    since = DateParts(label=_("Since when?"))
    words = _long(_("Anything to say about it?"), rows=2, required=False)


class ChangeForm(Form):
    """What changed, in their words."""

    said = {"direction": DIRECTIONS, "others_share": SHARES, "would_have_happened": SHARES}
    words = _long(_("What changed?"), hint=_("In their words, good or bad."), ask=_("Write what changed, in their words."), rows=4)
    direction = _one_of(_("Do they say it is better, or worse?"), ask=_("Choose what they say."))
    noticed_on = DateParts(label=_("When did they notice it?"))
    others_share = _one_of(_("How much of it was other people’s doing?"), hint=_("Other than them and us: family, neighbours, a service."))
    whose_doing = _line(_("Whose?"))
    would_have_happened = _one_of(_("How much of it would have happened anyway?"))


class NamingForm(Form):
    """Naming somebody to a partner, with their yes."""

    partner = _somebody(_("To whom?"), ask=_("Choose to whom."), required=True)
    extract = _long(
        _("What may they know?"),
        hint=_("Only what was agreed. Read it back before you save it."),
        ask=_("Write what they agreed may be known, and read it back to them."),
        rows=5,
    )
    how_they_said_yes = _line(
        _("How did they say yes?"),
        hint=_("For instance: aloud, on the telephone."),
        ask=_("Say how they said yes, such as “aloud, on the telephone”."),
        required=True,
    )
    until = DateParts(label=_("Until when?"))

    def __init__(self, *args: Any, partners: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]


class ProtectForm(Form):
    """Who may see where they are, and why only they."""

    why = _long(
        _("Why is it protected?"), hint=_("Those who open this page read it."), ask=_("Say why, in words that may be read by those who see their name."), rows=2
    )
    listed = forms.ModelMultipleChoiceField(
        Staff.objects.none(), label=_("Who, besides you, may see where they are?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, colleagues: QuerySet[Staff], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["listed"].queryset = colleagues  # type: ignore[attr-defined]


class SearchForm(Form):
    """Looking for somebody by name."""

    words = _line(_("Find somebody by name"), autocomplete="off")
