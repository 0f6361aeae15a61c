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

RUNGS = (
    Word("suggested", "suggested", "We talked about it."),
    Word("went together", "went together", "We, or somebody, went along with them."),
    Word("went alone", "went alone", "They went by themselves."),
    Word("still going", "still going at 12 weeks", "Twelve weeks after the first time they still go."),
    Word("helps to run it", "helps to run it", "They help others there."),
    Word("not for me", "not for me", "They tried, or thought about it, and it is not for them."),
)
"""The ladder, from the ground up; anybody may step off it at any rung."""
