"""Loading entries from a source. What one of us put right stays as we wrote it, and what the source says instead is kept beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.collecting import without_collecting
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import Loaded
from alongside.foundation.words import Sentence
from alongside.places.copying import copy_aside
from alongside.places.queries import places_of
from alongside.trail.doing import action, leave_trace

from ..listing import Listing
from ..models import Entry, Session, Source
from ..stemming import stems_in, telling
from .loading_sessions import take_sessions

_TAKEN = {
    "name": "text", "kind": "text", "description": "text", "organisation": "text", "address": "text", "place_words": "text", "postcode": "text",
    "latitude": "float8", "longitude": "float8", "days": "smallint[]", "times": "text", "cost": "text", "cost_words": "text", "access": "text[]",
    "access_missing": "text[]", "access_words": "text", "phone": "text", "email": "text", "website": "text", "how_to_join": "text",
    "getting_there": "text", "languages": "text", "who_for": "text", "not_for": "text", "room": "text", "confirmed_on": "date",
}  # fmt: skip
"""Columns of an entry that come from its source, as they stand in a Listing, with their types."""

_COLUMNS = {"id": "uuid", "source_id": "uuid", "source_key": "text", "digest": "bytea", "stems": "text[]", "confirmed_how": "text", **_TAKEN}
_ALL = ", ".join(_COLUMNS)
_OWN_WORDS = "e.put_right ?| ARRAY['name', 'organisation', 'description']"
# Against this very word of the source ours was kept (actions/settling.py): it is not asked again.
_KEPT_OURS = """EXISTS (SELECT FROM directory_settled s WHERE s.entry_id = e.id AND s.took = 'ours' AND s.undone_at IS NULL AND (
    s.field = said.key AND s.theirs = said.value OR said.key IN ('latitude', 'longitude') AND (
        s.field = 'postcode' AND s.theirs = to_jsonb(excluded.postcode) OR s.field = 'latitude' AND s.theirs -> (said.key = 'longitude')::int = said.value)))"""
_CHANGING = ", ".join(
    [
        "digest = excluded.digest",
        f"stems = CASE WHEN {_OWN_WORDS} THEN e.stems ELSE excluded.stems END",
        *(f"{name} = CASE WHEN e.put_right ? '{name}' THEN e.{name} ELSE excluded.{name} END" for name in _TAKEN if name != "confirmed_on"),
        f"""source_says = CASE WHEN e.put_right = '{{}}' THEN '{{}}' ELSE (
            SELECT coalesce(jsonb_object_agg(said.key, said.value), '{{}}') FROM jsonb_each(to_jsonb(excluded.*)) said
            WHERE e.put_right ? said.key AND said.value IS DISTINCT FROM to_jsonb(e.*) -> said.key AND NOT {_KEPT_OURS}) END""",
    ]
)

# What one of us saw since is worth more than what the source says.
_OURS = "e.confirmed_how IN ('visit', 'call', 'link') AND e.confirmed_on >= coalesce(excluded.confirmed_on, e.confirmed_on)"
_TAKE = f"""
    INSERT INTO directory_entry AS e ({_ALL}) SELECT {_ALL} FROM loading_entries
    ON CONFLICT (source_id, source_key) DO UPDATE SET {_CHANGING},
        confirmed_on = CASE WHEN {_OURS} THEN e.confirmed_on ELSE excluded.confirmed_on END,
        confirmed_how = CASE WHEN {_OURS} THEN e.confirmed_how ELSE excluded.confirmed_how END
"""

# What one of us saw to be there stays, until its source has said so too.
_WITHDRAW = """
    UPDATE directory_entry SET withdrawn_on = %s, withdrawn_by_source = true
    WHERE source_id = %s AND source_key = ANY(%s) AND withdrawn_on IS NULL AND NOT put_right ? 'withdrawn_on'
"""
_BACK_AGAIN = """
    UPDATE directory_entry SET withdrawn_by_source = false, put_right = put_right - 'withdrawn_on',
        withdrawn_on = CASE WHEN withdrawn_by_source THEN NULL ELSE withdrawn_on END
    WHERE source_id = %s AND source_key = ANY(%s) AND (withdrawn_by_source OR put_right ? 'withdrawn_on') RETURNING withdrawn_on
"""

_COUNT_WORDS = """
    INSERT INTO directory_knownword (stem, entries)
    SELECT stem, count(*) FROM directory_entry, unnest(stems) AS stem WHERE withdrawn_on IS NULL AND same_as_id IS NULL GROUP BY stem
"""


@dataclass(frozen=True)
class LoadedEntries(Loaded):
    """What loading a source did, and how many of its entries have no known place."""

    without_place: int = 0
    withdrawn: int = 0
    """Those of which the source says now that they are not there any more."""
    back: int = 0
    """Those of which it says that they are there again."""


@action
def load_entries(listings: Iterable[Listing], *, source: str, licence: str = "", over: Collection[str] = (), by: Actor, at: datetime) -> LoadedEntries:
    """Add and change the entries of a source; one that is as it was is not written, and one that is not given any more stays.

    `over`: keys of those of which the source says that they are not there any more.
    """
    given = list(listings)
    if not given and not over:
        raise Refused(Sentence("No row of the file is an entry, so nothing was loaded."))
    kept = _source(source, licence, at)
    known = places_of(sorted({one.postcode for one in given if one.postcode and one.latitude is None}))
    placed = [one.placed(known) for one in given]
    before = dict(Entry.objects.filter(source=kept).values_list("source_key", "digest"))
    digests = {one.source_key: one.digest for one in placed}
    to_write = [one for one in placed if bytes(before.get(one.source_key) or b"") != digests[one.source_key]]
    if to_write:
        with without_collecting():
            copy_aside("loading_entries", _COLUMNS, (_columns(one, kept, digests[one.source_key]) for one in to_write))
        with connection.cursor() as cursor:
            cursor.execute(_TAKE)
        if any(one.meets for one in to_write) or Session.objects.filter(entry__source=kept, by__isnull=True, ended_at__isnull=True).exists():
            take_sessions(kept, to_write, by=by, at=at)
    withdrawn, back = _taken_away(kept, over, digests, at)
    if to_write or withdrawn or back:
        _count_words()
    changed = sum(one.source_key in before for one in to_write)
    done = LoadedEntries(
        added=len(to_write) - changed,
        changed=changed,
        unchanged=len(placed) - len(to_write),
        gone=len(before.keys() - digests.keys() - set(over)),
        without_place=sum(one.latitude is None for one in placed),
        withdrawn=withdrawn,
        back=back,
    )
    leave_trace("loaded entries", about=f"source {kept.id} {done.added} added {done.changed} changed", at=at)
    return done


def _taken_away(source: Source, over: Collection[str], given: Collection[str], at: datetime) -> tuple[int, int]:
    """How many are withdrawn, and how many are there again; nothing is written of one that is as it was."""
    with connection.cursor() as cursor:
        cursor.execute(_WITHDRAW, [timezone.localdate(at), source.id, sorted(over)])
        withdrawn = cursor.rowcount
        cursor.execute(_BACK_AGAIN, [source.id, sorted(given)])
        return withdrawn, sum(withdrawn_on is None for (withdrawn_on,) in cursor.fetchall())


def _source(name: str, licence: str, at: datetime) -> Source:
    kept, _ = Source.objects.get_or_create(name=name, defaults={"licence": licence})
    # Whoever loads the same source meanwhile waits here.
    kept = Source.objects.select_for_update().get(id=kept.id)
    kept.licence, kept.last_loaded_at = licence or kept.licence, at
    kept.save()
    return kept


def _columns(one: Listing, source: Source, digest: bytes) -> tuple[Any, ...]:
    stems = telling(stems_in(f"{one.name} {one.organisation} {one.description}"))
    own = [getattr(one, name) for name in _TAKEN]
    arrays = [_array(value) if isinstance(value, tuple) else value for value in own]
    return new_key(), source.id, one.source_key, digest, _array(stems), "feed" if one.confirmed_on else "", *arrays


def _array(values: Sequence[Any]) -> str:
    """An array as PostgreSQL writes it; quicker than having each looked at for its type."""
    plain = '","'.join(map(str, values))
    if "\\" not in plain and plain.count('"') == 2 * max(0, len(values) - 1):
        return f'{{"{plain}"}}' if values else "{}"
    quoted = ['"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"' for value in values]
    return "{" + ",".join(quoted) + "}"


def _count_words() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM directory_knownword")
        cursor.execute(_COUNT_WORDS)
