"""Figures and how they are made."""

from alongside.foundation.words import Sentence, Word
from alongside.handovers.words import OUTCOMES, STANDS
from alongside.journeys.words import LEVELS, WHO_DOES_IT

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
    Word(
        "left out",
        "left out",
        "They answered, and left this question out. That is no answer to it, good or bad.",
        plurals={"left out": "left out"},
    ),
    Word("not shown", "not shown", "Where they live is protected, or not known: the two are counted together.", plurals={"not shown": "not shown"}),
    Word(
        "noted",
        "a change noted",
        "At least one change was written down.",
        sp="an outcome noted",
        plurals={"a change noted": "a change noted", "an outcome noted": "an outcome noted"},
    ),
    Word("in touch since", "in touch since", "They were in touch on that day or a later one.", plurals={"in touch since": "in touch since"}),
    Word("no answer yet", "no answer yet", "Nobody had answered by the end of the period.", plurals={"no answer yet": "no answer yet"}),
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
    Word(
        "nothing said",
        "nothing said",
        "Nobody said, or nobody wrote it down. That does not mean that there was no reason.",
        plurals={"nothing said": "nothing said"},
    ),
    Word(
        "in words alone",
        "something else",
        "A reason in their words, or a word of the team's list that belongs to none of the areas.",
        plurals={"something else": "something else"},
    ),
    Word(
        "not on the list",
        "not on the list",
        "An area, or their own words, and no word of the team's list.",
        plurals={"not on the list": "not on the list"},
    ),
    Word(
        "asked again",
        "answered more than once",
        "They answered the same questions on two days or more.",
        plurals={"answered more than once": "answered more than once"},
    ),
    Word("asked once", "answered once", "They answered some questions once: nothing can be laid beside it yet.", plurals={"answered once": "answered once"}),
    Word("would not", "not today, or rather not", "They were asked, and would rather not.", plurals={"not today, or rather not": "not today, or rather not"}),
    Word("not asked", "not asked", "Nobody asked. That is not the same as nothing.", plurals={"not asked": "not asked"}),
    Word(
        "no kind noted",
        "none of these noted",
        "No change that counts as one of these was written down. That does not mean that there was none.",
        plurals={"none of these noted": "none of these noted"},
    ),
    Word("age not known", "age not known", "No day of birth is written down.", plurals={"age not known": "age not known"}),
    Word("there now", "there now", "Something that answers it was found, or begun.", plurals={"there now": "there now"}),
    Word("idea of a group", "the idea of a group", "A group is being begun for it.", plurals={"the idea of a group": "the idea of a group"}),
    Word("laid aside", "laid aside", "Whoever asked does not wish for it any more.", plurals={"laid aside": "laid aside"}),
    Word("not there yet", "not there yet", "Nothing answers it so far.", plurals={"not there yet": "not there yet"}),
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

AGES = tuple(
    Word(said, said, meaning, plurals={said: said})
    for said, meaning in (
        ("under 18", "On the day they became known."),
        ("18 to 24", "On the day they became known."),
        ("25 to 44", "On the day they became known."),
        ("45 to 64", "On the day they became known."),
        ("65 to 79", "On the day they became known."),
        ("80 and over", "On the day they became known."),
    )
)

HOW_MUCH_TIME = (
    Word("two hours", "up to 2 hours", "No more than 120 minutes in the period.", plurals={"up to 2 hours": "up to 2 hours"}),
    Word("ten hours", "2 to 10 hours", "From 121 to 600 minutes.", plurals={"2 to 10 hours": "2 to 10 hours"}),
    Word("more than ten hours", "more than 10 hours", "More than 600 minutes.", plurals={"more than 10 hours": "more than 10 hours"}),
    Word(
        "not measured",
        "not measured",
        "No minutes were written down. That does not mean that there was no time.",
        plurals={"not measured": "not measured"},
    ),
)

WITH_HOW_MANY = (
    Word("one", "one person by name", "It stands on one page.", plurals={"one person by name": "one person by name"}),
    Word("several", "several together", "A couple, a family, a group: one contact, on the page of each.", plurals={"several together": "several together"}),
    Word("nobody", "nobody named", "A light contact, on nobody's page.", plurals={"nobody named": "nobody named"}),
)

WHAT_CAME_OF_IT = (
    Word(
        "taken up",
        "walked alongside",
        "For a short while or a long one, at some time since.",
        sp="accepted",
        plurals={"walked alongside": "walked alongside", "accepted": "accepted"},
    ),
    Word(
        "declined",
        "not for me, or not now",
        "They would rather not. The door stays open.",
        sp="declined",
        plurals={"not for me, or not now": "not for me, or not now", "declined": "declined"},
    ),
    Word("not reached", "not reached", "We tried, and could not reach them. The door stays open.", plurals={"not reached": "not reached"}),
    Word("not met yet", "not met yet", "The first conversation is still to come.", plurals={"not met yet": "not met yet"}),
    Word(
        "ended before",
        "ended before it began",
        "They moved away, died, or it went quiet, before anything began.",
        plurals={"ended before it began": "ended before it began"},
    ),
)

HOW_SOON = (
    Word("next day", "on that day or the next", "No more than one day later.", plurals={"on that day or the next": "on that day or the next"}),
    Word("a week", "within a week", "After 2 to 7 days.", plurals={"within a week": "within a week"}),
    Word("four weeks", "within 4 weeks", "After 8 to 28 days.", plurals={"within 4 weeks": "within 4 weeks"}),
    Word("longer", "later than that", "After 29 days or more.", plurals={"later than that": "later than that"}),
)
"""How many days it took until a hand-over was first answered."""

IN_TIME = (
    Word("in time", "answered in time", "By the moment that was said when it was handed over.", plurals={"answered in time": "answered in time"}),
    Word("late", "answered late", "After that moment.", plurals={"answered late": "answered late"}),
)
"""Of a hand-over that was urgent."""

WHAT_CAME_BACK = (*OUTCOMES, *(word for word in STANDS if word.stored in ("not theirs", "taken back")))
"""How a hand-over ends: what became of it, or that it was not theirs, or that the team took it back."""

WHAT_IT_AVOIDED = (
    Word(
        "said",
        "what it avoided was said",
        "In the words of whoever handed it back; never a sum.",
        plurals={"what it avoided was said": "what it avoided was said"},
    ),
    Word(
        "nothing said of it",
        "nothing was said of it",
        "Nobody said what it avoided. That does not mean that it avoided nothing.",
        plurals={"nothing was said of it": "nothing was said of it"},
    ),
)

ENDED_AND_BACK = tuple(word for word in LEVELS if word.stored in ("not active", "not reached", "not now", "not for me", "moved on"))
"""Endings from which somebody can be back."""

SAME_PEOPLE_TWICE = Sentence(
    "The same people, %(weeks)s weeks before they came and %(weeks)s weeks since; the day they were introduced is in neither. Each source is told by itself.",
    sp="The same people, %(weeks)s weeks before they came and %(weeks)s weeks since; the day they were referred is in neither. Each source is told by itself.",
)
FOR_A_PERSON = Sentence("for a person alongside, in a year", sp="for a person supported, in a year")
PEOPLE_ALONGSIDE_BY = Sentence("people walked alongside by %(team)s", sp="people supported by %(team)s")
WHAT_A_PERSON_COSTS = Sentence(
    "What a person alongside costs: what a coordinator’s or link officer’s post costs in a year, of those that this stream pays for in the team’s "
    "localities, over how many people each post "
    "there walked alongside. No other stream is named; what a whole post costs less this stream’s share is what all others, "
    "or nobody, pay of it. It is what walking alongside costs, and no saving.",
    sp="What a person supported costs: what a link worker’s or link officer’s post costs in a year, of those that this stream pays for in the team’s "
    "localities, over how many people each post "
    "there supported. No other stream is named; what a whole post costs less this stream’s share is what all others, "
    "or nobody, pay of it. It is what support costs, and no saving.",
)

ONLY_WHAT_IS_OVER = Sentence("Figures leave for a whole quarter or financial year that is over. Choose last quarter or last financial year.")
NOTHING_TO_PRINT = Sentence("None of the reports that were asked for is one of ours. Choose at least one from the list.")

TOO_FEW_TO_GIVE = Sentence(
    "Nobody would be left in this extract: fewer than %(enough)s people came in any one year. Give it out when more have come.",
)
GIVEN_OUT = Word(
    "extract given out",
    "extract given out",
    "A coarser extract that left, for evidence over many services, with a receipt of who got what.",
    plurals={"extract given out": "extracts given out"},
)
SAY_WHY_ANEW = Sentence("Say in a few words why these figures leave anew: whoever has the first ones will read it.")

A_NUMBER_A_YEAR = Sentence("Write how often in a year: a number such as 5 or 5.2, 400 at most.")
A_LIKENESS = Sentence("Write a number from 0 to 1, such as 0.6.")
UPLIFT = Sentence("Write by how many times prices rose, such as 1.38; 1 where they did not.")
BOTH_YEARS_OF_OTHERS = Sentence("This belongs to what stands beside it: write both, or leave both empty.")
SAY_WHERE_FROM = Sentence("Write where these figures come from: a reader cannot weigh them otherwise.")
