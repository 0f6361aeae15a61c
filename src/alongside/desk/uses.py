"""How often somebody used a service before they came and since: as they tell it, or as it was seen on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import Opened, open_person
from alongside.foundation.words import Sentence
from alongside.introductions.models import Introduction
from alongside.outcomes import actions
from alongside.outcomes.models import KnownUse
from alongside.outcomes.words import SERVICES_USED, SOURCES_OF_USE, WEEKS_OF_USE
from alongside.web.boxes import Form, line, one_of
from alongside.web.forms import DateParts
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_word
from alongside.web.writing import see_other, written

UP_TO_WHICH = Sentence(
    "The day they were introduced for before, today for since. That day itself is left out.",
    sp="The day they were referred for before, today for since. That day itself is left out.",
)
BY_HAND = tuple(word for word in SOURCES_OF_USE if word.stored != "practice")


class UsesForm(Form):
    """How often, of each service; what stays empty is not known."""

    said = {"source": BY_HAND}
    up_to = DateParts(label=_("Up to which day?"), help_text=UP_TO_WHICH)
    weeks = forms.ChoiceField(
        label=_("In how many weeks up to that day?"), choices=[(str(weeks), str(weeks)) for weeks in WEEKS_OF_USE], widget=forms.RadioSelect, initial="13"
    )
    source = one_of(_("How is it known?"), ask=_("Say how it is known: what somebody remembers and what stands on paper are never added together."))
    words = line(_("Anything they said with it"))

    def __init__(self, *args: Any, vocabulary: Any, **given: Any) -> None:
        super().__init__(*args, vocabulary=vocabulary, **given)
        asked = dict(self.fields)
        self.fields.clear()
        for name in ("up_to", "weeks", "source"):
            self.fields[name] = asked[name]
        for number, word in enumerate(SERVICES_USED, start=1):
            self.fields[f"times_{number}"] = forms.IntegerField(
                label=say_word(word, vocabulary, capital=True),
                required=False,
                min_value=0,
                max_value=2000,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
                error_messages=dict.fromkeys(
                    ("invalid", "min_value", "max_value"), _("Write a whole number from 0 to 2000, or leave it empty where it is not known.")
                ),
            )
        self.fields["words"] = asked["words"]

    def boxes(self) -> list[Any]:
        """The numbers, service by service."""
        return [self[f"times_{number}"] for number in range(1, len(SERVICES_USED) + 1)]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        numbers = {word.stored: said.pop(f"times_{number}", None) for number, word in enumerate(SERVICES_USED, start=1)}
        said["times"] = {service: many for service, many in numbers.items() if many is not None}
        return said


def _here(opened: Opened) -> str:
    return reverse("desk:uses", args=[opened.id])


@page(methods=WRITING)
def uses(request: Request, person_id: UUID) -> HttpResponse:
    """What is known, source by source, and room for what they tell now."""
    opened = open_person(request, person_id)
    known = (
        KnownUse.objects.filter(person_id=opened.id, taken_back_at__isnull=True)
        .select_related("by")
        .prefetch_related("days")
        .order_by("-until", "source", "service")
    )
    introduced = Introduction.objects.filter(person_id=opened.id).order_by("on").values_list("on", flat=True).first()
    sheet = sheet_of(
        opened,
        _g("Use of services: %(name)s") % {"name": opened.called},
        _g("It is kept, apart from what other sources say."),
        draft="uses",
        lead=_g("How often, over the same number of weeks before they came and since. What is not known, leave empty: that is not the same as never."),
        known=known,
        introduced=introduced,
    )
    sheet = replace(sheet, template="desk/uses.html", then=_here(opened))

    def do(said: dict[str, Any]) -> None:
        given = {"source": said["source"], "weeks": int(said["weeks"]), "up_to": said["up_to"], "words": said["words"]}
        actions.tell_use(opened.person, said["times"], **given, by=request.actor, at=request.now)

    return written(request, UsesForm, sheet, do)


@page(methods=("POST",))
def take_back(request: Request, person_id: UUID, known_id: UUID) -> HttpResponse:
    """It was written down by mistake."""
    opened = open_person(request, person_id)
    actions.take_back_use(about(KnownUse, opened, known_id), by=request.actor, at=request.now)
    messages.success(request, _g("It is taken back. No figure counts it."))
    return see_other(_here(opened))
