"""Figures and how they are made."""

from alongside.foundation.words import Word

FIGURE = Word("figure", "figure", "A number with its definition: what is counted, over which window, of whom, and who is left out.")
EXTRACT = Word("extract", "extract", "The dated copy, without names, from which all of a team's figures are counted.")
HELD_BACK = Word("held back", "held back", "Not shown because it is small, or because it would give away one that is.", plurals={"held back": "held back"})

OTHER_PARTS = (
    Word("none recorded", "nothing recorded", "Nobody wrote it down.", plurals={"nothing recorded": "nothing recorded"}),
    Word(
        "elsewhere",
        "outside the team's localities",
        "They live in none of the localities that are the team's.",
        plurals={"outside the team's localities": "outside the team's localities"},
    ),
    Word("not shown", "not shown", "Where they live is protected, or not known: the two are counted together.", plurals={"not shown": "not shown"}),
    Word(
        "noted",
        "a change noted",
        "At least one change was written down.",
        sp="an outcome noted",
        plurals={"a change noted": "a change noted", "an outcome noted": "an outcome noted"},
    ),
    Word("none noted", "none noted", "Nothing was written down. That does not mean that nothing changed.", plurals={"none noted": "none noted"}),
)
"""What a figure can be counted under besides a room's own words."""
