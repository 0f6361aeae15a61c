"""What may be asked beside words, a place, days and cost: what would help, room, a language, tags. Whoever looks asks it by the same boxes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .forms import LookingForm
from .languages import BY_CODE, LANGUAGES
from .models import Tag
from .queries import languages_in_use
from .tagging.queries import offered_as, tags_in_use
from .wishing import Wish

MOST_TAGS, MOST_READ = 5, 20
"""Tags that are asked for together, and values that are looked at to find them; what comes after is not read."""


class TagBox(forms.ChoiceField):
    """One more tag to choose; those that are chosen already stand in other boxes of the same name."""

    def valid_value(self, value: str) -> bool:
        """Whatever is no tag of ours asks for nothing."""
        return True


class NarrowingForm(LookingForm):
    """What, where from, how far and when, and all that leaves something out or puts it first."""

    helps = forms.MultipleChoiceField(
        label=_("It would help"), help_text=_("Leaves nothing out: what has it comes sooner."), required=False, widget=forms.CheckboxSelectMultiple
    )
    room = forms.BooleanField(label=_("Only where there is room, as far as we know"), required=False)
    spoken = forms.ChoiceField(label=_("A language that is spoken there"), required=False, choices=[("", ""), *((one.code, one.name) for one in LANGUAGES)])
    tag = TagBox(label=_("What it is about"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.tags: list[Tag] = []
        self.fields["helps"].choices = self.fields["access"].choices

    def offer(self) -> None:
        """Choices are those that lead to something: languages that are named, and tags that were accepted, without those that are chosen already."""
        spoken = [(one.code, one.name) for one in languages_in_use()]
        chosen = self.data.get("spoken", "")
        spoken += [(chosen, BY_CODE[chosen].name)] if chosen in BY_CODE and chosen not in dict(spoken) else []
        self.fields["spoken"].choices = [("", _("Any, or not known")), *spoken] if spoken else []
        every = list(tags_in_use())
        names = [tag.name for tag in every]
        offered = [(str(tag.id), offered_as(tag) if names.count(tag.name) > 1 else tag.name) for tag in every if tag not in self.tags]
        self.fields["tag"].choices = [("", _("Anything")), *offered] if offered else []

    def clean(self) -> dict[str, Any]:
        """Tags of which we have none ask for nothing."""
        said = super().clean() or self.cleaned_data
        keys = keys_in(self.data.getlist("tag")) if isinstance(self.data, QueryDict) else []
        found = {tag.id: tag for tag in Tag.objects.filter(id__in=keys)} if keys else {}
        self.tags = [found[key] for key in keys if key in found]
        return said

    def wish(self, today: date) -> Wish:
        """The same, with what is asked beside."""
        said = self.cleaned_data
        helps = frozenset(said["helps"]) - frozenset(said["access"])
        return replace(super().wish(today), helps=helps, spoken=said["spoken"], room_now=said["room"], tags=frozenset(tag.id for tag in self.tags))


def keys_in(given: Sequence[str]) -> list[UUID]:
    """Those that are keys, each once."""
    found: dict[UUID, None] = {}
    for one in given[:MOST_READ]:
        with suppress(ValueError):
            found[UUID(one)] = None
    return list(found)[:MOST_TAGS]
