"""Figures and how they are made."""

from alongside.foundation.words import Word
from alongside.journeys.words import WHO_DOES_IT

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
    Word(
        "more people",
        "more people",
        "More people than at the start were there unpaid when everybody was gone through again.",
        plurals={"more people": "more people"},
    ),
    Word("as many people", "as many people", "As many as at the start; they may be others.", plurals={"as many people": "as many people"}),
    Word("fewer people", "fewer people", "Fewer than at the start: somebody died, moved away, or it ended.", plurals={"fewer people": "fewer people"}),
    Word(
        "not looked at again",
        "not looked at again",
        "Nobody went through everybody again in this period. That is not the same as no change.",
        plurals={"not looked at again": "not looked at again"},
    ),
    Word(
        "not written down",
        "not written down",
        "Nobody in their life is written down. That does not mean that there is nobody.",
        plurals={"not written down": "not written down"},
    ),
    Word("still there", "still there", "At the start, and when everybody was gone through again.", plurals={"still there": "still there"}),
    Word("new", "new", "Not at the start; there when everybody was gone through again.", plurals={"new": "new"}),
    Word("gone", "gone", "At the start, and no longer there when everybody was gone through again.", plurals={"gone": "gone"}),
    Word("gave something", "gave something", "At least one thing that they gave was written down.", plurals={"gave something": "gave something"}),
    Word(
        "no giving noted",
        "no giving noted",
        "Nothing that they gave was written down. That does not mean that they gave nothing.",
        plurals={"no giving noted": "no giving noted"},
    ),
    Word(
        "found an alternative",
        "found an alternative",
        "Something of their own that takes the place of day care began in this period.",
        plurals={"found an alternative": "found an alternative"},
    ),
    Word(
        "goes to day care",
        "goes to day care",
        "At the end of the period they went to a day centre or day care.",
        plurals={"goes to day care": "goes to day care"},
    ),
    Word(
        "no day care",
        "no day care",
        "Their week is written down, and there is no day care in it that began or went on.",
        plurals={"no day care": "no day care"},
    ),
    Word("week not written down", "week not written down", "Nobody wrote down their week.", plurals={"week not written down": "week not written down"}),
)
"""What a figure can be counted under besides a room's own words."""

STEPS_BY_WHO = (
    *WHO_DOES_IT[:-1],
    Word(
        "service with a reason",
        "a service, with a reason",
        "A formal service was asked, and it was said why.",
        plurals={"a service, with a reason": "a service, with a reason"},
    ),
    Word(
        "service without a reason",
        "a service, no reason given yet",
        "A formal service was asked, and nobody has said yet why.",
        plurals={"a service, no reason given yet": "a service, no reason given yet"},
    ),
)
"""In the order of looking: services last, with a reason and without."""

HOW_LONG = (
    Word("four weeks", "up to 4 weeks", "It ended within 28 days.", plurals={"up to 4 weeks": "up to 4 weeks"}),
    Word("twelve weeks", "5 to 12 weeks", "It ended after 29 to 84 days.", plurals={"5 to 12 weeks": "5 to 12 weeks"}),
    Word("longer", "longer than 12 weeks", "It ended after 85 days or more.", plurals={"longer than 12 weeks": "longer than 12 weeks"}),
    Word("still waiting", "still waiting", "It had not ended when the period did.", plurals={"still waiting": "still waiting"}),
)
"""How long a wait lasted, in whole days from the day it began to the day it ended."""
