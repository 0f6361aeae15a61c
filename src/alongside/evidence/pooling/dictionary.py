"""What every column of an extract means, for whoever opens one elsewhere. A column without a meaning does not leave (tests/evidence/test_pooling.py)."""

from __future__ import annotations

_PERSON = "Stands for one person, in this extract alone."
_ON_RING = "From when, and until when, they stood on this ring; empty where it goes on."

MEANINGS: dict[str, dict[str, str]] = {
    "people": {
        "person": _PERSON,
        "known_on": "When the service came to know them: their record, or their first introduction if that was before.",
        "locality": "The service's locality they live in; “not shown” if protected, unknown, or too few are like them; “elsewhere” outside them all.",
        "evaluation": "“no” where they said no to evaluation: then no table tells anything of their life.",
    },
    "introductions": {
        "person": _PERSON,
        "on": "When they were introduced.",
        "source": "Who introduced them; “not shown” where too few are like them.",
        "accepted_on": "When the introduction was taken up; empty where it was not.",
    },
    "levels": {
        "person": _PERSON,
        "level": "How far the service walked alongside: level 1, level 2, or how it ended.",
        "since": "From when they were at this level.",
        "until": "Until when; empty where they still are.",
        "nth": "Their first level is 1.",
    },
    "notes": {
        "person": _PERSON,
        "on": "When the contact was, or the attempt.",
        "how": "At home, out and about, by telephone…; “no answer” is an attempt and no contact.",
        "with_whom": "“several” where more than one person was met together, else “one”.",
        "counts": "1 on the page of one of those a contact was with, 0 on the others': the sum is the number of contacts.",
        "minutes": "How long; empty where nobody wrote it down.",
        "tenths_of_miles": "How far, in tenths of a mile; empty where nobody wrote it down.",
    },
    "light": {
        "on": "When a contact was with nobody named.",
        "how": "The way it came about.",
        "how_many": "With how many people.",
        "locality": "Where it was.",
    },
    "reasons": {
        "person": _PERSON,
        "area": "What they came about, of the areas that all services share; empty for their own words alone.",
        "listed": "Always empty: a word of a team's own list is nobody else's.",
        "on": "When it was said.",
        "until": "Until when it held; empty where it still does.",
    },
    "connections": {
        "connection": "Stands for one connection, in this extract alone.",
        "person": _PERSON,
        "kind": "With whom or what: natural (family, friends, neighbours), community, or a service.",
        "made_on": "When it was suggested or made.",
    },
    "rungs": {
        "connection": "The connection.",
        "rung": "How far it went.",
        "on": "When it reached that.",
        "nth": "The first rung is 1.",
    },
    "circles": {
        "person": _PERSON,
        "begun_on": "When the people in their life were first written down.",
        "compared_from": "Six weeks later, when the start is over.",
    },
    "looks": {"person": _PERSON, "on": "When the people in their life were gone through."},
    "supports": {
        "support": "Stands for somebody in their life, in this extract alone.",
        "person": _PERSON,
        "kind": "“paid” or “unpaid”.",
        "since": _ON_RING,
        "until": _ON_RING,
        "nth": "The first ring is 1.",
    },
    "given": {
        "person": _PERSON,
        "way": "The way they gave: by themselves, in a group, as a volunteer…",
        "kind": "What they gave.",
        "on": "When.",
        "minutes": "How long; empty where nobody wrote it down.",
    },
    "week": {
        "person": _PERSON,
        "what_it_is": "Something that is part of their week, day care for one.",
        "takes_place_of": "What it takes the place of; empty where nothing.",
        "since": "From when.",
        "until": "Until when; empty where it goes on.",
    },
    "changes": {
        "person": _PERSON,
        "direction": "For the better, for the worse, or different and neither; as they say.",
        "noticed_on": "When it was noticed.",
        "others_share": "How much of it others did, as they say; or that nobody asked.",
        "would_have_happened": "How much would have happened anyway, as they say; or that nobody asked.",
        "lasts": "How long it lasts, as they think; or that nobody asked.",
        "worth": "In which way they last said what it is worth to them, or that they would rather not, or that nobody asked; never what they said.",
    },
    "counted": {
        "person": _PERSON,
        "kind": "A kind of change that every service counts, such as volunteering; empty for a word of a team's own list.",
        "listed": "Always empty: a word of a team's own list is nobody else's.",
        "noticed_on": "When the change was noticed.",
        "direction": "For the better, for the worse, or different and neither.",
    },
    "askings": {
        "person": _PERSON,
        "measure": "Which questions were asked.",
        "version": "A mark of the file from which they were read.",
        "on": "When.",
        "way": "How it was answered: together, by telephone, alone on paper…",
        "ended": "Answered, not today, or rather not.",
        "nth": "The first time they were asked these questions is 1.",
    },
    "answers": {
        "person": _PERSON,
        "measure": "Which questions were asked.",
        "nth": "At which time.",
        "item": "Which question.",
        "number": "The answer, in the measure's own numbers. What was left out has no row.",
    },
    "uses": {
        "use": "Stands for what one source tells of one service, in this extract alone.",
        "person": _PERSON,
        "service": "GP visits, A&E, ambulances…",
        "source": "They told us, seen on paper, or from a practice: never to be added together.",
        "since": "From when it tells.",
        "until": "Until when, that day left out.",
        "times": "How many times in all; empty where each has its day.",
    },
    "used": {"use": "What source and service.", "person": _PERSON, "on": "When it was used."},
    "steps": {
        "person": _PERSON,
        "who": "Who does it: themselves, family, the community, the service, or a formal service and whether a reason was given.",
        "written_on": "When it was written down.",
    },
    "waits": {
        "person": _PERSON,
        "since": "From when they waited.",
        "ended_on": "When it ended; empty where it goes on.",
        "ended_as": "What came of it.",
        "days": "How many days it lasted; empty where it goes on.",
    },
}
