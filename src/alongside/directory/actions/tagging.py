"""Tags: lists loaded as they are published, suggestions made of what entries say, and what people say of them. No source writes over that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import Entry, LearnedTags, SuggestedTag, Tag, Tagging, TagList
from ..stemming import stems_in, telling
from ..tagging.learning import Learned
from ..tagging.published import Published
from ..tagging.queries import Why, accepted_for, suggestions, unread
from ..tagging.standing import standing
from ..twins.family import each_once, staying


@action
def load_tags(published: Published, *, by: Actor, at: datetime) -> TagList:
    """A list as it is published; loaded again, its tags are brought up to date, and none is lost that an entry has."""
    made, _ = TagList.objects.update_or_create(address=published.address, defaults={"name": published.name, "licence": published.licence, "loaded_at": at})
    keys = {one.code: uuid5(NAMESPACE_URL, f"{published.address}#{one.code}") for one in published.tags}
    rows = [
        Tag(id=keys[one.code], of_list=made, code=one.code, name=one.name, words=list(one.words), pattern=one.pattern, unless=one.unless)
        for one in published.tags
    ]
    Tag.objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=["name", "words", "pattern", "unless"])
    for row, one in zip(rows, published.tags, strict=True):
        row.parent_id = keys.get(one.parent)
    Tag.objects.bulk_update(rows, ["parent"])
    leave_trace("loaded a list of tags", about=f"taglist {made.id} {len(rows)} tags", at=at)
    return made


@action
def keep_learned(address: str, learned: Learned, texts: int, *, by: Actor, at: datetime) -> None:
    """What labelled texts taught of a list."""
    kept = TagList.objects.filter(address=address).first()
    if kept is None:
        raise Refused(Sentence("This list of tags is not loaded yet. Load it first: alongside load-vocabulary FILE."))
    LearnedTags.objects.update_or_create(of_list=kept, defaults={"weights": learned.as_bytes(), "texts": texts, "at": at})
    leave_trace("learned tags", about=f"taglist {kept.id} {texts} texts", at=at)


@action
def look_for_tags(*, most: int | None = None, by: Actor, at: datetime) -> int:
    """Read what was never read, or has changed since; how many entries that were. What people said of a tag stands, whatever is suggested."""
    entries, found = unread(most)
    SuggestedTag.objects.filter(entry__in=entries).delete()
    SuggestedTag.objects.bulk_create(
        [SuggestedTag(entry_id=key, tag=one.tag, sure=one.sure, because=list(one.because)) for key, whys in found.items() for one in whys], batch_size=2_000
    )
    for entry in entries:
        entry.read_for_tags = entry.now
    Entry.objects.bulk_update(entries, ["read_for_tags"], batch_size=500)
    leave_trace("looked for tags", about=f"{len(entries)} entries", at=at)
    return len(entries)


@action
def say_of_tags(pairs: Sequence[tuple[Entry, Tag]], verdict: str, *, by: Actor, at: datetime) -> UUID:
    """It is so, or it is not so, of one tag or of many at once; the key by which all of it is taken back."""
    permissions.may_keep(by)
    if not pairs:
        raise Refused(Sentence("Tick at least one."))
    together = new_key()
    entries = {entry.id: entry for entry, _ in pairs}
    # Whoever says something of the same entries meanwhile waits here.
    list(Entry.objects.select_for_update().filter(id__in=sorted(entries)).order_by("id").values_list("id"))
    why = {(key, one.tag.id): one for key, entry in entries.items() for one in suggestions(entry)}
    before = {(one.entry_id, one.tag_id): one for one in standing().filter(entry_id__in=entries)}
    for entry, tag in pairs:
        said = before.get((entry.id, tag.id))
        if said and said.verdict == verdict:
            continue
        if said:
            _take_back([said], by, at)
        _say(entry, tag, verdict, why.get((entry.id, tag.id)), together, by, at)
    _found_by_them(entries)
    leave_trace("said of tags", about=f"tagging {together} {len(pairs)} {verdict}", at=at)
    return together


def _say(entry: Entry, tag: Tag, verdict: str, why: Why | None, together: UUID, by: Actor, at: datetime) -> None:
    reason = {"because": list(why.because), "sure": why.sure} if why else {}
    Tagging.objects.create(entry=entry, tag=tag, verdict=verdict, by_id=by.id, at=at, together=together, **reason)


@action
def take_back_tags(said: Sequence[Tagging], *, by: Actor, at: datetime) -> None:
    """It was said too soon; of these tags nobody has said anything now. That it was said stays."""
    permissions.may_keep(by)
    _take_back([one for one in said if one.taken_back_at is None], by, at)
    _found_by_them([one.entry_id for one in said])
    leave_trace("took back a tag", about=f"tagging {' '.join(str(one.id) for one in said)[:200]}", at=at)


def _take_back(said: Sequence[Tagging], by: Actor, at: datetime) -> None:
    for one in said:
        one.taken_back_at, one.taken_back_by_id = at, by.id
        one.save(update_fields=["taken_back_at", "taken_back_by"])


def _found_by_them(entries: Sequence[UUID] | dict[UUID, Entry]) -> None:
    """An entry is found by the names of its tags, and by what they are also called."""
    keys = staying(list(dict.fromkeys(entries)))
    names: dict[UUID, list[Tag]] = {key: [] for key in keys}
    for one in accepted_for(keys):
        names[one.stays].append(one.tag)
    for key, tags in names.items():
        tags = each_once(tags, "id")
        stems = telling(stems_in(" ".join(word for tag in tags for word in (tag.name, *tag.words))))
        said = "; ".join(word for tag in tags for word in (tag.name, *tag.words))
        Entry.objects.filter(id=key).update(tag_words=said, tag_stems=stems)
