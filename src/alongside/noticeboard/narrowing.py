"""The boxes of the search, and what was chosen in them told back: each in words, and taken away by one press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from alongside.directory.languages import BY_CODE
from alongside.directory.narrowing import NarrowingForm

_NARROW = ("day", "access", "free", "room", "spoken", "tag")
"""All that leaves something out, beside where and how far."""


class SearchForm(NarrowingForm):
    """For anybody who looks for something near them."""

    words = forms.CharField(
        label=_("What are you looking for?"), help_text=_("In your own words: singing, somebody to talk to, my allotment."), required=False, max_length=1000
    )


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
