"""Accepted tags as taxonomies: the published lists that entries here use, beside our own two lists of words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alongside.directory.models import Tag, TagList
from alongside.directory.tagging.queries import tags_in_use

from .keys import key


def lists() -> list[dict[str, Any]]:
    """Every list of which an entry has a tag."""
    return [a_list(one) for one in TagList.objects.filter(id__in=tags_in_use().values("of_list")).order_by("name", "id")]


def a_list(one: TagList) -> dict[str, Any]:
    """A list, as Open Referral tells it."""
    return {"id": str(one.id), "name": one.name, "description": f"{one.name}, {one.licence or 'licence not said'}.", "uri": one.address, "version": "1"}


def list_of(list_id: UUID) -> dict[str, Any] | None:
    """The list of this key."""
    return next((one for one in lists() if one["id"] == str(list_id)), None)


def terms() -> list[dict[str, Any]]:
    """Every tag that an entry has."""
    return [term(one) for one in tags_in_use()]


def term_of(term_id: UUID) -> dict[str, Any] | None:
    """The tag of this key."""
    found = tags_in_use().filter(id=term_id).first()
    return term(found) if found else None


def term(tag: Tag) -> dict[str, Any]:
    """A tag, as Open Referral tells it."""
    told = {"id": str(tag.id), "name": tag.name, "description": tag.name, "taxonomy": tag.of_list.name, "taxonomy_id": str(tag.of_list_id)}
    return {**told, "code": tag.code, "term_uri": f"{tag.of_list.address}#{tag.code}"}


def attribute(entry_id: object, tag: Tag) -> dict[str, Any]:
    """That somebody who keeps the directory true said that an entry is of this tag."""
    made = {"id": key("attribute", entry_id, tag.id), "link_id": str(entry_id), "link_type": tag.of_list.name}
    return {**made, "taxonomy_term_id": str(tag.id), "taxonomy_term": term(tag)}
