"""What is tagged and how, and what is suggested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import MD5, Concat

from ..models import Entry, LearnedTags, SuggestedTag, Tag, Tagging, TagList
from ..twins.family import of_it, of_them
from .learning import Learned
from .naming import Named, Names
from .standing import standing
from .suggesting import LEAST_SURE, suggested


@dataclass(frozen=True)
class Why:
    """A tag, how sure the words of an entry make us of it (0 to 1), and the words."""

    tag: Tag
    sure: float
    because: Sequence[str]

    @property
    def how_sure(self) -> str:
        """In a word of HOW_SURE."""
        return how_sure(self.sure)


def how_sure(sure: float) -> str:
    """As a stored word of HOW_SURE."""
    return "very likely" if sure >= 0.75 else "likely" if sure >= 0.5 else "perhaps"


@dataclass(frozen=True, eq=False)
class Ready:
    """A list ready to suggest from."""

    names: Names
    tags: dict[str, Tag]
    learned: Learned | None


_Lists = tuple[tuple[UUID, datetime, datetime | None], ...]


def _lists() -> _Lists:
    return tuple(TagList.objects.order_by("id").values_list("id", "loaded_at", "learned__at"))


@lru_cache(maxsize=2)
def _ready(lists: _Lists) -> list[Ready]:
    """Read once, and again when a list is loaded or something is learned."""
    made = []
    for key, _, learned_at in lists:
        tags = {tag.code: tag for tag in Tag.objects.filter(of_list_id=key).select_related("of_list", "parent").order_by("code")}
        names = Names([as_named(tag) for tag in tags.values()])
        learned = Learned.from_bytes(bytes(LearnedTags.objects.get(of_list_id=key).weights)) if learned_at else None
        made.append(Ready(names, tags, learned))
    return made


def as_named(tag: Tag) -> Named:
    """As the engine takes it."""
    return Named(tag.code, tag.name, tag.parent.code if tag.parent else "", tuple(tag.words), tag.pattern, tag.unless)


def names_in(address: str) -> Names:
    """A list's names, as they are loaded."""
    return Names([as_named(tag) for tag in Tag.objects.filter(of_list__address=address).select_related("parent").order_by("code")])


def suggestions(entry: Entry) -> list[Why]:
    """What its words suggest, the surest first, whatever people said."""
    return _suggestions(entry, _lists())


def _suggestions(entry: Entry, lists: _Lists) -> list[Why]:
    made = [
        Why(ready.tags[one.code], one.sure, one.because)
        for ready in _ready(lists)
        for one in suggested(entry.name, entry.description, ready.names, ready.learned)
        if one.code in ready.tags and one.sure >= LEAST_SURE
    ]
    return sorted(made, key=lambda one: (-one.sure, one.tag.name))


def unread(most: int | None = None) -> tuple[list[Entry], dict[UUID, list[Why]]]:
    """Entries that were never read for tags, or have changed since (or the lists have), with what their words suggest now."""
    lists = _lists()
    if not lists:
        return [], {}
    rows = list(_unread(lists)[:most])
    return rows, {entry.id: _suggestions(entry, lists) for entry in rows}


def how_many_unread() -> int:
    """How many of them."""
    lists = _lists()
    return _unread(lists).count() if lists else 0


def _unread(lists: _Lists) -> QuerySet[Entry]:
    with_what = blake2b(repr([(str(key), loaded, learned) for key, loaded, learned in lists]).encode(), digest_size=8).hexdigest()
    said = Concat("name", Value("\n"), "description", Value("\n"), Value(with_what), output_field=TextField())
    rows = Entry.objects.filter(withdrawn_on__isnull=True, same_as__isnull=True).annotate(now=MD5(said))
    return rows.exclude(read_for_tags=F("now")).order_by("name", "id")


def accepted_for(entries: Iterable[UUID]) -> QuerySet[Tagging]:
    """The tags of these entries, and of those that were put into them (`stays` says of which each is read)."""
    return of_them(standing().filter(verdict="accepted"), list(entries)).select_related("tag__of_list", "tag__parent", "by").order_by("tag__name", "tag_id")


def said_of(entry: Entry) -> list[Tagging]:
    """All that people said of its tags: accepted first."""
    rows = standing().filter(of_it(entry.id)).select_related("tag__of_list", "by")
    return sorted(rows, key=lambda one: (one.verdict, one.tag.name, one.tag_id))


def tags_in_use() -> QuerySet[Tag]:
    """Every tag that somebody accepted for an entry that is there."""
    used = standing().filter(tag=OuterRef("id"), verdict="accepted", entry__withdrawn_on__isnull=True, entry__same_as__withdrawn_on__isnull=True)
    return Tag.objects.filter(Exists(used)).select_related("of_list").order_by("name", "id")


def tag_called(words: str) -> Tag | None:
    """The tag that somebody typed, as the list of them offers it: `Walking football (OpenActive Activity List)`, or its name alone where that is one tag."""
    said = " ".join(words.split())
    found = list(Tag.objects.filter(name__iexact=said).select_related("of_list")[:2]) or [
        tag for tag in Tag.objects.filter(name__iexact=said.rpartition(" (")[0]).select_related("of_list")[:5] if offered_as(tag).casefold() == said.casefold()
    ]
    return found[0] if len(found) == 1 else None


def offered_as(tag: Tag) -> str:
    """How a tag stands in a list to choose from: with its list, for two lists may have the same name."""
    return f"{tag.name} ({tag.of_list.name})"


def waiting(most: int) -> list[SuggestedTag]:
    """Suggestions of which nobody has said anything, the surest first."""
    said = standing().filter(entry=OuterRef("entry"), tag=OuterRef("tag"))
    rows = SuggestedTag.objects.filter(~Exists(said), entry__withdrawn_on__isnull=True, entry__same_as__isnull=True).select_related("entry", "tag__of_list")
    return list(rows.order_by("-sure", "entry__name", "tag__name", "id")[:most])
