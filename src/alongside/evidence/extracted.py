"""The shape of an extract: which columns it has, and no others. No name, no address, no date of birth, no words anybody wrote."""

from __future__ import annotations

NOT_SHOWN = "not shown"
"""The locality of somebody whose whereabouts are protected, and of somebody whose locality we do not know: alike, so that neither tells."""
ELSEWHERE = "elsewhere"
"""The locality of somebody who lives outside the team's localities."""

SHAPES: dict[str, dict[str, str]] = {
    "people": {"person": "int64", "known_on": "date", "locality": "string"},
    "introductions": {"person": "int64", "on": "date", "source": "string"},
    "levels": {"person": "int64", "level": "string", "since": "date", "until": "date"},
    "connections": {"connection": "int64", "person": "int64", "kind": "string", "made_on": "date"},
    "rungs": {"connection": "int64", "rung": "string", "on": "date", "nth": "int64"},
    "circles": {"person": "int64", "begun_on": "date", "compared_from": "date"},
    "looks": {"person": "int64", "on": "date"},
    "supports": {"support": "int64", "person": "int64", "kind": "string", "since": "date", "until": "date", "nth": "int64"},
    "given": {"person": "int64", "way": "string", "kind": "string", "on": "date", "minutes": "int64"},
    "week": {"person": "int64", "what_it_is": "string", "takes_place_of": "string", "since": "date", "until": "date"},
    "changes": {"person": "int64", "direction": "string", "noticed_on": "date", "others_share": "string", "would_have_happened": "string"},
    "steps": {"person": "int64", "who": "string", "written_on": "date"},
    "waits": {"person": "int64", "since": "date", "ended_on": "date", "ended_as": "string", "days": "int64"},
}
"""Every table, column by column. `person`, `connection` and `support` are numbers drawn anew for each extract; `nth` is the order in
which a connection's rungs were reached, or somebody stood on a ring, from 1. The same columns, in sql/extract.sql, are all that is ever taken out."""
