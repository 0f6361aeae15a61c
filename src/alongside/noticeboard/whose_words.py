"""Whose word each field of an entry is, for whoever works here: its source's, one of ours, or of another that was put together with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory.disagreeing.queries import DEGREES, PLACE
from alongside.directory.models import Entry, Settled, TwinsJudged
from alongside.directory.twins.parts import plain
from alongside.web.templatetags.components import long_date

from .disagreeing import label_of, said
from .forms import EntryForm


@dataclass(frozen=True)
class Words:
    """One field that is not simply its source's: what it is, and whose it is since when."""

    label: str
    whose: str
    beside: str = ""
    """What its source says instead."""


def whose_words(entry: Entry, judged: Iterable[TwinsJudged]) -> list[Words]:
    """Field by field, in the order of the form; all else is as its source says. One question."""
    settled: dict[str, Settled] = {}
    for one in Settled.objects.filter(entry=entry, undone_at__isnull=True).select_related("by").order_by("at", "id"):
        settled[one.field] = one
    taken = {name: one for one in judged for name, kept in one.took.items() if kept["after"] == plain(getattr(entry, name))}
    ours = {PLACE if name in DEGREES else name for name in entry.put_right}
    if "postcode" in ours | set(taken):
        # Its place on the map follows from that.
        ours.discard(PLACE)
        taken.pop(PLACE, None)
    fields = [*EntryForm.base_fields, PLACE]
    return [words for field in fields for words in _of_a_field(entry, field, field in ours, taken.get(field), settled.get(field))]


def _of_a_field(entry: Entry, field: str, ours: bool, taken: TwinsJudged | None, settled: Settled | None) -> Iterator[Words]:
    if taken is not None:
        whose = _("from “%(name)s” (%(source)s), put together with this on %(day)s") % {
            "name": taken.other.name,
            "source": taken.other.source.name,
            "day": _day(taken.at),
        }
        yield Words(label_of(field), whose, _beside(entry, field, settled))
    elif ours:
        since = entry.put_right.get(field, "")
        whose = _("put right by us on %(day)s") % {"day": long_date(date.fromisoformat(since))} if since else _("put right by us")
        yield Words(label_of(field), whose, _beside(entry, field, settled))
    elif settled is not None and settled.took == "theirs":
        whose = _("its source’s word, taken by %(name)s on %(day)s; before that we said “%(ours)s”") % {
            "name": settled.by.name,
            "day": _day(settled.at),
            "ours": said(field, settled.ours),
        }
        yield Words(label_of(field), whose)


def _beside(entry: Entry, field: str, settled: Settled | None) -> str:
    """What its source says instead, as far as we know: now, or when ours was kept against it."""
    says = _source_says(entry, field)
    if says is not None:
        return _("its source says “%(theirs)s”") % {"theirs": said(field, says)}
    if settled is not None and settled.took == "ours":
        return _("its source said “%(theirs)s” when %(name)s kept ours on %(day)s") % {
            "theirs": said(field, settled.theirs),
            "name": settled.by.name,
            "day": _day(settled.at),
        }
    return ""


def _source_says(entry: Entry, field: str) -> Any:
    if field == PLACE:
        return [entry.source_says.get(name, getattr(entry, name)) for name in DEGREES] if set(DEGREES) & set(entry.source_says) else None
    return entry.source_says.get(field)


def _day(moment: Any) -> str:
    return long_date(timezone.localdate(moment))
