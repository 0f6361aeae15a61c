"""The life of a group, and who holds what in it."""

from alongside.foundation.words import Sentence, Word


def _same(stored: str, said: str, meaning: str) -> Word:
    return Word(stored, said, meaning, plurals={said: said})


STAGES = (
    _same("heard", "interest heard", "Somebody said that they would come to it, if only there were one."),
    _same("mapped", "looked for", "What is there already was looked for first, and nothing there will do."),
    _same("taster", "taster day", "A day on which people try it, before anything is set up."),
    _same("started", "started", "It meets, with one of us leading."),
    _same("shared", "shared running", "Members hold parts of it, and one of us steps back."),
    _same("self-managing", "self-managing", "Members run it themselves."),
    _same("six months", "still going at 6 months", "Six months after members took it over, it still meets."),
    _same("twelve months", "still going at 12 months", "A year after members took it over, it still meets."),
    _same("resting", "resting", "It does not meet for now, and may again."),
    _same("ended", "ended", "It does not meet any more; what carried on from it is said."),
    _same("copied", "copied elsewhere", "Others took it up in another place; it goes on here as it was."),
)
"""The stages of a group, in the order in which most of them come."""

THINGS = (
    _same("keys", "the keys", "Who opens up and locks."),
    _same("contact", "the contact", "Whom people ring or write to."),
    _same("money", "the money", "Who keeps what is paid in and pays what it costs."),
    _same("welcome", "the welcome", "Who looks out for whoever is new."),
    _same("tea", "the tea", "Who sees to the kettle, and what goes with it."),
)
"""The five things that somebody holds in every group."""

HOLDERS = (
    _same("us", "one of us", "A colleague of the team."),
    _same("member", "a member", "Somebody who comes to it."),
    _same("body", "another body", "A church, a centre or a charity that holds it for them."),
)

STANDINGS = (
    _same("informal", "just neighbours", "No rules and no account: it needs none to meet."),
    _same("banked", "banked by another body", "An established body keeps its money, by an agreement that both signed."),
    _same("constituted", "constituted", "It has rules, officers and an account. It is not a legal person: its members answer for what it owes."),
)
"""How formal it is, which is theirs to choose."""

DOES = (
    _same("leads", "leads", "Leads a session, alone or with others."),
    _same("welcomes", "welcomes", "Looks out for whoever is new."),
    _same("drives", "drives", "Fetches people and brings them home."),
    _same("helps", "helps", "Sets out chairs, brings something, shows how it is done."),
    *THINGS,
)
"""What somebody gives in a group; whoever gives nothing of it comes, and that is enough."""

TOLD = (
    _same("text", "by text", "A text message."),
    _same("letter", "by letter", "A letter, posted or through the door."),
    _same("telephone", "by telephone", "A call, from the list of telephones."),
    _same("aloud", "face to face", "Said to them."),
    _same("poster", "by a poster", "On a board or in a window, to nobody by name."),
)
"""How people heard of a taster day."""

CAME = (
    _same("came", "came", "They were there."),
    _same("not", "did not come", "They were not there, and that is all it says."),
)

LED_BY = (
    _same("us", "one of us", "A colleague of the team led it."),
    _same("members", "members", "Members led it."),
    _same("both", "one of us and members", "Both led it."),
)

TOLD_US = (
    _same("there", "one of us was there", "Seen with our own eyes."),
    _same("paper", "from a paper register", "Copied from a sheet."),
    _same("call", "by a call", "Told on the telephone, or in passing."),
    _same("link", "by the link", "Whoever leads it told it themselves."),
)
"""How we know of a session."""

MET = (
    _same("yes", "yes, we met", "The group met on that day."),
    _same("no", "no, not this time", "It did not meet; that is worth knowing, too."),
)

THEIR_HOLDERS = (
    _same("member", "one of you", "Somebody who comes to it."),
    _same("body", "another body", "A church, a centre or a charity that holds it for you."),
    _same("us", "the team", "Somebody of the team that helped you begin."),
)
"""Who holds something, as whoever leads a group is asked it."""

GOING = (
    _same("going", "yes, it is still going", "It meets, and members run it."),
    _same("resting", "it rests for now", "It does not meet for a while, and may again."),
    _same("ended", "it has ended", "It does not meet any more."),
)
"""What whoever leads a group says of it, six and twelve months after members took it over."""

PACK = (
    _same("first meeting", "the first meeting", "What to see to before, on the day and afterwards."),
    _same("insurance", "insurance", "Whose cover holds, and what to ask."),
    _same("safeguarding", "keeping people safe", "Whom to tell, and what nobody keeps to themselves."),
    _same("constituted", "being constituted, and what members answer for", "What it is good for, and that members are liable."),
    _same("banked", "money kept by another body", "What to agree before somebody else keeps the money."),
    _same("small grants", "small grants", "Who gives small sums, and what they ask."),
)
"""The pages of the starter pack."""

TEAMS_KEEP_GROUPS = Sentence(
    "Groups are kept by the team that walks in their neighbourhood. Tell one of them, by telephone or in a meeting.",
    sp="Groups are kept by the team that works in their neighbourhood. Tell one of them, by telephone or in a meeting.",
)
SAY_ITS_NAME = Sentence("Say what it is to be called, if only for now.")
SAY_WHAT_WAS_HEARD = Sentence("Write what was heard, and from how many.")
ANYWHERE = Sentence("anywhere")
FOUND_FIRST = Sentence("A search for “%(words)s” (near: %(near)s) found first: %(names)s.")
FOUND_NOTHING = Sentence("A search for “%(words)s” (near: %(near)s) found nothing.")
SAY_THE_SEARCH = Sentence("Say what was looked for, what was found, and why nothing there will do.")
SAY_WHY_IT_ENDED = Sentence("Say why, and what carried on from it.")
NOT_FROM_HERE = Sentence("From “%(now)s” it does not come to “%(then)s”. Choose one of the stages that follow, or take the last one back.")
NEEDS_FIRST = Sentence("Before “%(then)s” comes “%(first)s”. Say that first; it can be dated back.")
BEFORE_THE_LAST = Sentence("It came to “%(now)s” on %(on)s. Use that day or a later one, or take that back first.")
NOT_YET = Sentence("Members took it over on %(since)s: that can be said from %(on)s on.")
NOT_COME_YET = Sentence("This date has not come yet. Use today or a day before it.")
ONLY_THE_LAST = Sentence("Only the last of its stages is taken back; what came before it stands until then.")
SAY_THE_DAY = Sentence("Say on which day.")
MORE_THAN_CAME = Sentence("More want more of it than came. Check the two numbers.")
SAY_HOW_MANY_CAME = Sentence("Say how many came, those who are named among them.")
NOT_THERE_YET = Sentence("This day has not come yet: what became of it is said afterwards.")
TICK_SOMEBODY = Sentence("Tick at least one, or look for them by name.")
ONCE = Sentence("once introduced to us", sp="once referred to us")
ONCE_INTRODUCED = Sentence("%(many)s of them were once introduced to us.", sp="%(many)s of them were once referred to us.")
HOW_MANY_CAME = Sentence("Say how many came, or that it did not meet.")
MORE_NAMED = Sentence(
    "%(named)s are ticked, and only %(came)s are said to have come. Put the number beneath right, or empty it: then as many came as are ticked."
)
AGES_OF_MORE = Sentence("More are said to be under 25 or 60 and over than came. Check the numbers.")
FEWER_CAME = Sentence("More are said to be new, or to have helped, than came. Check the numbers.")
NOT_STARTED_YET = Sentence("This group has not started. Say that first; what comes before is a taster day.")
THERE_ALREADY = Sentence("The session of %(on)s is written down already. Take that back first, if it is not so.")
NOT_DUE = Sentence("Nobody needs to ask that of this group now: it is asked six and twelve months after members took it over.")
DEALT_WITH = Sentence("Somebody has dealt with this answer already.")
LINK_TOO_LONG = Sentence("Choose a day from today on, and within 13 months.")
