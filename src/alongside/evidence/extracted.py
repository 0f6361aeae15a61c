"""The shape of an extract: which columns it has, and no others. No name, no address, no date of birth, no words anybody wrote."""

from __future__ import annotations

NOT_SHOWN = "not shown"
"""The locality of somebody whose whereabouts are protected, and of somebody whose locality we do not know: alike, so that neither tells."""
ELSEWHERE = "elsewhere"
"""The locality of somebody who lives outside the team's localities."""

SHAPES: dict[str, dict[str, str]] = {
    "people": {"person": "int64", "known_on": "date", "locality": "string", "evaluation": "string", "age_band": "string"},
    "introductions": {"person": "int64", "on": "date", "source": "string", "accepted_on": "date"},
    "levels": {"person": "int64", "level": "string", "since": "date", "until": "date", "nth": "int64"},
    "walks": {"person": "int64", "post": "string", "since": "date", "until": "date"},
    "notes": {
        "person": "int64",
        "on": "date",
        "how": "string",
        "with_whom": "string",
        "counts": "int64",
        "minutes": "int64",
        "tenths_of_miles": "int64",
    },
    "light": {"on": "date", "how": "string", "how_many": "int64", "locality": "string"},
    "who": {"person": "int64", "what": "string", "said": "string"},
    "reasons": {"person": "int64", "area": "string", "listed": "string", "on": "date", "until": "date"},
    "connections": {"connection": "int64", "person": "int64", "kind": "string", "made_on": "date"},
    "rungs": {"connection": "int64", "rung": "string", "on": "date", "nth": "int64"},
    "circles": {"person": "int64", "begun_on": "date", "compared_from": "date"},
    "looks": {"person": "int64", "on": "date"},
    "supports": {"support": "int64", "person": "int64", "kind": "string", "since": "date", "until": "date", "nth": "int64"},
    "given": {"person": "int64", "way": "string", "kind": "string", "on": "date", "minutes": "int64"},
    "week": {"person": "int64", "what_it_is": "string", "takes_place_of": "string", "since": "date", "until": "date"},
    "changes": {
        "person": "int64",
        "direction": "string",
        "noticed_on": "date",
        "others_share": "string",
        "would_have_happened": "string",
        "lasts": "string",
        "worth": "string",
    },
    "counted": {"person": "int64", "kind": "string", "listed": "string", "noticed_on": "date", "direction": "string"},
    "askings": {
        "person": "int64",
        "measure": "string",
        "version": "string",
        "on": "date",
        "way": "string",
        "ended": "string",
        "nth": "int64",
    },
    "answers": {"person": "int64", "measure": "string", "nth": "int64", "item": "string", "number": "int64"},
    "uses": {
        "use": "int64",
        "person": "int64",
        "service": "string",
        "source": "string",
        "since": "date",
        "until": "date",
        "times": "int64",
    },
    "used": {"use": "int64", "person": "int64", "on": "date"},
    "stories": {"person": "int64", "use_kind": "string", "drafted_on": "date", "yes_on": "date", "printed_on": "date", "withdrawn_on": "date"},
    "steps": {"person": "int64", "who": "string", "written_on": "date"},
    "handed": {
        "person": "int64",
        "whom": "string",
        "on": "date",
        "answered_on": "date",
        "days": "int64",
        "in_time": "string",
        "ended_on": "date",
        "ended_as": "string",
        "avoided": "string",
    },
    "groups": {"one": "int64", "stage": "string", "since": "date", "until": "date", "locality": "string"},
    "barriers": {"one": "int64", "state": "string", "since": "date", "until": "date", "locality": "string"},
    "wishes": {"on": "date", "answered_on": "date", "grouped_on": "date", "ended_on": "date", "locality": "string"},
    "asked_of_us": {"on": "date", "whom": "string", "locality": "string"},
    "said_of_us": {
        "on": "date",
        "whom": "string",
        "stars": "string",
        "difference": "string",
        "connected": "string",
        "valuable": "string",
        "rooted": "string",
        "locality": "string",
    },
    "waits": {"person": "int64", "since": "date", "ended_on": "date", "ended_as": "string", "days": "int64"},
}
"""Every table, column by column. `person`, `connection`, `support` and `use` are numbers drawn anew for each extract; `nth` is the order in
which a connection's rungs were reached, somebody stood on a ring or a level, or was asked the same questions, from 1. `counts` is 1 on
one page alone of those on which a visit stands. `age_band` is one of a few bands, on the day somebody became known. `light`, `groups`, `barriers`,
`wishes`, `asked_of_us` and `said_of_us` are nobody's; `post` is the key of a post, and says nothing of who was in it.
`listed` is the key of a word on the team's own list. The same columns, in
sql/body.sql, are all that is ever taken out."""

OF_THEIR_LIFE = (
    "who",
    "reasons",
    "connections",
    "rungs",
    "circles",
    "looks",
    "supports",
    "given",
    "week",
    "changes",
    "counted",
    "askings",
    "answers",
    "uses",
    "used",
    "stories",
    "steps",
    "handed",
    "waits",
)
"""What is told of somebody's life. Of whoever said no to evaluation an extract holds nothing in these: what is left counts what the team did."""
