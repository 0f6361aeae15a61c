"""Links between a person and somebody, something or somewhere."""

from alongside.foundation.words import Sentence, Word

CONNECTION = Word("connection", "connection", "A link between a person and a person, group, place or service.", sp="onward link")

MADE_ON = Sentence(
    "The connection was made on %(made_on)s. Use that day or a later one.",
    sp="The onward link was made on %(made_on)s. Use that day or a later one.",
)

KINDS = (
    Word("natural", "natural", "With family, a friend, a neighbour: nobody is paid.", plurals={"natural": "natural"}),
    Word("community", "community", "With a group, a club or a place nearby.", plurals={"community": "community"}),
    Word("service", "service", "With a formal service.", plurals={"service": "service"}),
)

_THEY_SEE = "see each other by themselves"

RUNGS = (
    Word("suggested", "suggested", "We talked about it."),
    Word("went together", "went together", "We, or somebody, went along with them."),
    Word("went alone", "went alone", "They went by themselves."),
    Word("still going", "still going at 12 weeks", "Twelve weeks after the first time they still go."),
    Word("helps to run it", "helps to run it", "They help others there."),
    Word("not for me", "not for me", "They tried, or thought about it, and it is not for them."),
)
"""The ladder, from the ground up; anybody may step off it at any rung. So it is said of a group or a place."""

RUNGS_WITH_SOMEBODY = (
    Word("suggested", "suggested", "We talked about it."),
    Word("went together", "met for the first time, not alone", "We, or somebody, were there when they met."),
    Word("went alone", "see each other by themselves", "They meet, or speak, with nobody of us there.", plurals={_THEY_SEE: _THEY_SEE}),
    Word("still going", "still in touch at 12 weeks", "Twelve weeks after the first time they still are."),
    Word("helps to run it", "each helps the other", "They help in their turn.", plurals={"each helps the other": "each helps the other"}),
    Word("not for me", "not for me", "They tried, or thought about it, and it is not for them."),
)
"""The same ladder, said of a friend, a neighbour, family."""

RUNGS_WITH_A_SERVICE = (
    Word("suggested", "suggested", "We talked about it."),
    Word("went together", "asked for it together", "We, or somebody, were there when it began."),
    Word("went alone", "in place", "It is there, and they deal with it by themselves.", plurals={"in place": "in place"}),
    Word("still going", "still in place at 12 weeks", "Twelve weeks after it began it is still there."),
    Word("helps to run it", "helps others with it", "They help others to find it or use it.", plurals={"helps others with it": "help others with it"}),
    Word("not for me", "not for me", "They tried, or thought about it, and it is not for them."),
)
"""The same ladder, said of a formal service."""

RUNGS_BY_KIND = {"natural": RUNGS_WITH_SOMEBODY, "community": RUNGS, "service": RUNGS_WITH_A_SERVICE}

BOTH_ASKED = Sentence("Say how both of them said yes, such as “aloud, each at home”. Nobody is told of another who was not asked.")

CONTRIBUTION = Word("contribution", "contribution", "Something a person gave: help, time, a skill.")

GAVE_OR_RECEIVED = (
    Word("gave", "gave", "They did something for somebody.", plurals={"gave": "gave"}),
    Word("received", "received", "Somebody did something for them.", plurals={"received": "received"}),
)
"""The two sides of giving: as in a time bank, an hour is an hour whatever it is."""

WITH_WHOM = (
    Word(
        "in their life", "somebody in their life", "Family, a friend: somebody of their circle.", plurals={"somebody in their life": "somebody in their life"}
    ),
    Word(
        "a person",
        "somebody we know here",
        "Somebody whose page you may see; it stands on both pages.",
        plurals={"somebody we know here": "somebody we know here"},
    ),
    Word("neighbours", "neighbours", "The people around them.", plurals={"neighbours": "neighbours"}),
    Word("a group", "a group or a place", "A group, a club, a church, a library.", plurals={"a group or a place": "a group or a place"}),
    Word("somebody else", "somebody else", "Anybody else.", plurals={"somebody else": "somebody else"}),
)
"""To whom something was given, or from whom it came."""

PARTS_OF_DAY = (
    Word("all day", "all day", "From morning to evening.", plurals={"all day": "all day"}),
    Word("morning", "morning", "Until noon."),
    Word("afternoon", "afternoon", "From noon to about six."),
    Word("evening", "evening", "From about six."),
    Word("night", "night", "While others sleep."),
)

WHAT_IT_IS = (
    Word("own", "something of their own", "Anything that is no service.", plurals={"something of their own": "something of their own"}),
    Word("day care", "day centre or day care", "A place that somebody is taken to for the day.", plurals={"day centre or day care": "day centre or day care"}),
    Word("respite", "respite", "A stay, or hours, so that whoever cares for them can rest.", plurals={"respite": "respite"}),
    Word("paid hours", "a paid carer’s hours", "Somebody is paid to come.", plurals={"a paid carer’s hours": "a paid carer’s hours"}),
    Word("other service", "another service", "Any other formal service.", plurals={"another service": "other services"}),
)
"""What an activity of somebody's week is; and what one of their own may take the place of."""

SERVICES_OF_A_WEEK = tuple(word for word in WHAT_IT_IS if word.stored != "own")

WHAT_DO_THEY_DO = Sentence("Say what they do, in their words.")
WHICH_DAYS = Sentence("Choose on which days.")

SAID_TO_MEETING = (
    Word("yes", "yes", "They would like to meet.", plurals={"yes": "yes"}),
    Word("no", "no", "Not this one.", plurals={"no": "no"}),
)
"""What somebody says who was asked whether they would like to meet somebody near."""

WHAT_WOULD_THEY_LIKE = Sentence("Say what they would like, in their words.")
WHO_IS_NOT_TO_MEET = Sentence("Say who it is, as you would be told of them: a first and a last name.")
GONE_MEANWHILE = Sentence("This one is no longer there. Nothing was kept of it.")
