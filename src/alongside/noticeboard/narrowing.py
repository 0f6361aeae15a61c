"""The boxes of the search, and what was chosen in them told back: each in words, and taken away by one press."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from alongside.directory.forms import LookingForm
from alongside.directory.languages import BY_CODE, LANGUAGES
from alongside.directory.models import Tag
from alongside.directory.queries import languages_in_use
from alongside.directory.tagging.queries import offered_as, tags_in_use
from alongside.directory.wishing import Wish

MOST_TAGS, MOST_READ = 5, 20
"""Tags that are asked for together, and values that are looked at to find them; what comes after is not read."""

_NARROW = ("day", "access", "free", "room", "spoken", "tag")
"""All that leaves something out, beside where and how far."""


class TagBox(forms.ChoiceField):
    """One more tag to choose; those that are chosen already stand in hidden boxes of the same name."""

    def valid_value(self, value: str) -> bool:
        """Whatever is no tag of ours asks for nothing."""
        return True


class SearchForm(LookingForm):
    """For anybody who looks for something near them."""

    words = forms.CharField(
        label=_("What are you looking for?"), help_text=_("In your own words: singing, somebody to talk to, my allotment."), required=False, max_length=1000
    )
    room = forms.BooleanField(label=_("Only where there is room, as far as we know"), required=False)
    spoken = forms.ChoiceField(label=_("A language that is spoken there"), required=False, choices=[("", ""), *((one.code, one.name) for one in LANGUAGES)])
    tag = TagBox(label=_("What it is about"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.tags: list[Tag] = []

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
        """The same, with what the noticeboard asks beside."""
        said = self.cleaned_data
        return replace(super().wish(today), spoken=said["spoken"], room_now=said["room"], tags=frozenset(tag.id for tag in self.tags))


def keys_in(given: Sequence[str]) -> list[UUID]:
    """Those that are keys, each once."""
    found: dict[UUID, None] = {}
    for one in given[:MOST_READ]:
        with suppress(ValueError):
            found[UUID(one)] = None
    return list(found)[:MOST_TAGS]


@dataclass(frozen=True)
class Chosen:
    """Something that was chosen, and where the same search stands without it."""

    said: str
    without: str


def chosen_in(form: SearchForm, asked: QueryDict) -> Iterator[Chosen]:
    """All that was chosen, in the order of the boxes."""
    for name in ("day", "access"):
        names = dict(form.fields[name].choices)
        for value in form.cleaned_data[name]:
            yield Chosen(str(names[value]), without(asked, name, value))
    if form.cleaned_data["free"]:
        yield Chosen(str(_("Costs nothing")), without(asked, "free"))
    if form.cleaned_data["room"]:
        yield Chosen(str(_("There is room")), without(asked, "room"))
    if spoken := form.cleaned_data["spoken"]:
        yield Chosen(str(_("%(language)s is spoken there")) % {"language": BY_CODE[spoken].name}, without(asked, "spoken"))
    for tag in form.tags:
        yield Chosen(str(_("About: %(name)s")) % {"name": tag.name}, without(asked, "tag", str(tag.id)))


def without(asked: QueryDict, name: str, value: str = "") -> str:
    """The address of this search without one thing that was chosen; where a value is given, without that alone."""
    copy = asked.copy()
    copy.pop("page", None)
    copy.setlist(name, [kept for kept in copy.getlist(name) if value and kept.lower() != value.lower()])
    return address(copy)


def without_all(asked: QueryDict) -> str:
    """The same without all of it."""
    copy = asked.copy()
    for name in ("page", *_NARROW):
        copy.pop(name, None)
    return address(copy)


def address(asked: QueryDict) -> str:
    """A search as its address: what was left empty is not in it."""
    copy = asked.copy()
    for name, values in asked.lists():
        copy.setlist(name, [value for value in values if value])
    return f"?{copy.urlencode()}"
