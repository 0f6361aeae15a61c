"""What is missing here: wishes that have grown together, what becomes of them, and what stands in the way."""

from alongside.foundation.words import Sentence, Word


def _same(stored: str, said: str, meaning: str) -> Word:
    return Word(stored, said, meaning, plurals={said: said})


BUNDLE = _same(
    "missing here", "what is missing here", "Wishes that mean the same and lie near each other, kept together because somebody said that they are one."
)

BARRIER = Word(
    "barrier", "barrier", "Something that stands in the way of what people wish for, with somebody who sees to it and a day by which they look again."
)

BARRIERS = (
    _same("transport", "transport", "There is no way to get there, or not at that time."),
    _same("opening hours", "opening hours", "It is closed when people could come."),
    _same("rule", "a rule", "A rule keeps people out, or keeps it from beginning."),
    _same("money", "money", "It costs more than people have, or nobody pays for it."),
    _same("other", "something else", "Anything else that stands in the way."),
)
"""What kind of barrier it is."""

BARRIER_STATES = (
    _same("raised", "raised", "It was brought to the leadership group; nobody sees to it yet."),
    _same("owned", "somebody sees to it", "It has an owner, and a day by which they look again."),
    _same("cleared", "cleared", "It does not stand in the way any more."),
    _same("cannot", "cannot be cleared", "Whoever owns it says why it stays."),
)
"""How a barrier stands. Each is said on a day, and the last can be taken back."""

TRENDS = (
    _same("rising", "rising", "More in the last thirteen weeks than in the thirteen before."),
    _same("falling", "falling", "Fewer in the last thirteen weeks than in the thirteen before."),
    _same("steady", "steady", "As many in the last thirteen weeks as in the thirteen before."),
    _same("new", "new", "All of it was raised in the last thirteen weeks, so nothing can be said of a trend yet."),
    _same("too few", "too few to tell", "Fewer than three in the last twenty-six weeks."),
)
"""Whether wishes grow."""

NEWS = (
    _same("group idea", "the idea of a group", "A group is being begun for it."),
    _same("group started", "a group that meets", "The group that came of it has started."),
    _same("cleared", "a barrier that is cleared", "What stood in the way does not any more."),
    _same("cannot", "a barrier that stays", "What stands in the way cannot be cleared, and why."),
)
"""What came of a wish, that whoever wished for it is told."""

TEAMS_KEEP = Sentence(
    "What is missing here is kept by the team that walks in the neighbourhood. Tell one of them, by telephone or in a meeting.",
    sp="What is missing here is kept by the team that works in the neighbourhood. Tell one of them, by telephone or in a meeting.",
)
TICK_TWO = Sentence("Tick at least two wishes that are one.")
DIFFERENT_ALREADY = Sentence("That these are different was said already.")
NOT_DIFFERENT_ANY_MORE = Sentence("That was taken back already.")
IN_ANOTHER = Sentence("One of these wishes stands with “%(name)s” already. Take it out there first.")
TAKEN_APART = Sentence("“%(name)s” was taken apart. Put it together again first.")
SAY_ITS_NAME = Sentence("Say in a few words what is missing.")
IDEA_ALREADY = Sentence("“%(name)s” is the idea of a group already.")
NOBODY_LEFT = Sentence("No wish stands here any more, so there is nothing to begin a group with.")
GONE_ON = Sentence("The group has come further than an idea. How it goes on is said on its own page.")
STANDS_FOR_SOMETHING = Sentence("A group or a barrier came of this. Take that back first; then the wishes can be taken apart.")
IT_WAS_NO_IDEA = Sentence("It was no idea for a group after all; the wishes are kept.")
SAY_WHAT_STANDS = Sentence("Say what stands in the way.")
NOT_FROM_HERE = Sentence("It stands at “%(now)s”, and that is not followed by “%(then)s”. Choose another, or take the last one back.")
SAY_WHO_OWNS_IT = Sentence("Say who sees to it: a name or a post, such as the transport manager of the council.")
SAY_BY_WHEN = Sentence("Say by when they look again.")
THAT_IS_BEFORE = Sentence("That day is before the one on which it was said. Choose a later one.")
SAY_WHAT_WAS_DONE = Sentence("Say what was done, in words that can be told to whoever wished for it.")
SAY_WHY_NOT = Sentence("Say why it cannot be cleared, in words that can be told to whoever wished for it.")
NOT_COME_YET = Sentence("This day has not come yet. Use today or a day before it.")
BEFORE_THE_LAST = Sentence("It came to “%(now)s” on %(on)s. Use that day or a later one, or take that back first.")
ONLY_THE_LAST = Sentence("Only what was said last of it is taken back. Open the page again: somebody may have gone on meanwhile.")
HEARD_FROM = Sentence("%(wishes)s wishes, by which %(many)s would come.")
ABOUT = Sentence("both about %(about)s")
MEANS_THE_SAME = Sentence("their words mean much the same")
ALIKE_NEAR = Sentence("about %(distance)s apart")
SAME_PLACE = Sentence("in the same part of town")
PLACE_NOT_SAID = Sentence("one of them says no place")
ON_DAYS = Sentence("both on %(days)s")
IN_PARTS = Sentence("both in the %(parts)s")
