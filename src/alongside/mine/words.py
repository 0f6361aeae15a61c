"""A person's own copy: what can be in it, how each line is said to them, and how they answer it."""

from __future__ import annotations

from alongside.foundation.words import Sentence, Word


def _one(stored: str, lac: str, meaning: str, sp: str = "") -> Word:
    """A heading or a choice, which is said of many as of one."""
    return Word(stored, lac, meaning, sp=sp, plurals={said: said for said in (lac, sp) if said})


OWN_COPY = Word(
    "own copy", "own copy", "What we hold about somebody, said to them in plain words, for them to keep and to answer.", plurals={"own copy": "own copies"}
)

PARTS = (
    _one("good life", "your good life", "What matters to them, in their words.", sp="what matters to you"),
    _one("gifts", "what you bring", "What they are good at and like to do."),
    _one("circle", "people in your life", "The people they told us of."),
    _one("week", "your week", "What fills the days, and with whom."),
    _one("agreement", "what we agreed", "What each of us does.", sp="the plan we made together"),
    _one("steps", "what happens next", "Who does what, and by when."),
    _one("papers", "papers that are needed", "Proofs and letters: what for, and by when."),
    _one("waiting", "what you wait for", "What they wait for, from whom, and who keeps them company."),
    _one("visits", "when we meet", "Days that are planned.", sp="your appointments"),
    _one("connections", "where you go and whom you know there", "Groups, places and people they were linked with."),
    _one("gave", "what you gave and received", "Help, time and things, between them and others."),
    _one("changes", "what changed for you", "What became better, worse or different, in their words."),
    _one("introduction", "how you came to us", "Who introduced them, and when.", sp="how you came to our service"),
    _one("reasons", "why you came", "Reasons that were read through and ticked, one by one."),
    _one("choices", "your choices: who may know", "For each audience yes, no or ask me."),
    _one("who knows", "whom we told about you", "Partners to whom they were named, and what these know."),
    _one("notes", "what we wrote down", "Notes that were read through and ticked, one by one."),
    _one("looks", "who looked, and why", "Everybody who opened their record."),
)  # fmt: skip
"""In the order of the page and of the booklet."""

AT_FIRST = ("good life", "gifts", "circle", "week", "agreement", "steps", "papers", "waiting", "visits", "connections", "gave", "changes", "choices", "looks")
"""What is ticked when a first copy is made."""

VOICES = (
    _one("you said", "you said", "Their own words."),
    _one("we agreed", "we agreed", "Words of both."),
    _one("we wrote", "we wrote", "Words of ours."),
    _one("plain", "as it is", "A fact of few words."),
)
"""Whose words a line is."""

SOURCES = (
    _one("goodlife", "good life", "What matters to them, in their words.", sp="what matters to them"),
    Word("gift", "gift", "Something they bring.", sp="strength"),
    Word("intheirlife", "somebody in their life", "Family, a friend, a neighbour.", plurals={"somebody in their life": "people in their life"}),
    Word("activity", "something in their week", "What fills a part of it.", plurals={"something in their week": "their week"}),
    Word("paper", "paper", "A proof or letter that is needed."),
    Word("whytheycame", "reason", "Why they came."),
    Word("agreement", "shared agreement", "What each does.", sp="personalised care and support plan"),
    Word("step", "next step", "Who does what next.", sp="action"),
    Word("waiting", "what they wait for", "Safe waiting.", plurals={"what they wait for": "what they wait for"}),
    Word("contribution", "what they gave or received", "Help, time and things.", plurals={"what they gave or received": "what they gave or received"}),
    Word("choice", "choice", "Who may know.", plurals={"choice": "choices"}),
    Word("visit", "visit", "A day that is planned.", sp="appointment"),
    Word("connection", "connection", "Where they were linked with.", sp="onward link"),
    Word("gapof", "wish", "What they wished for, and nothing suited.", plurals={"wish": "wishes"}),
    Word("lifechange", "change", "What became different.", sp="outcome"),
    Word("introduction", "introduction", "How they came to us.", sp="referral"),
    Word("naming", "what a partner knows", "What was agreed that a partner may know.", plurals={"what a partner knows": "what partners know"}),
    Word("note", "note", "What happened."),
)  # fmt: skip
"""What a line of a copy was taken from, by the name of its table."""

HOW_SAID = (
    _one("aloud", "said aloud", "They said it, and one of us wrote it down."),
    _one("on paper", "on paper", "They wrote it on paper, and one of us typed it in."),
    _one("by their link", "by their own link", "They wrote it themselves."),
)

WISHES = (
    _one("put right", "put it right", "They ask that it be changed."),
    _one("stand", "leave it, and let my words stand beside it", "They see it differently, and that is to be read with it."),
)  # fmt: skip
"""What somebody wishes who says that something is not right."""

ANSWERS = (
    _one("put right", "it is put right", "It was changed as they said."),
    _one("both stand", "both stand", "It stays, and their words stand beside it."),
)

EASY_PARTS = (
    _one("who", "who walks with me", "Whoever walks alongside them.", sp="who supports me"),
    _one("good life", "my good life", "What matters to them, in their words.", sp="what matters to me"),
    _one("gifts", "what I bring", "What they are good at and like to do."),
    _one("circle", "people in my life", "The people they told us of."),
    _one("agreement", "what we agreed", "What each of us does.", sp="the plan we made together"),
    _one("steps", "what happens next", "Who does what, and by when."),
    _one("waiting", "what I wait for", "What they wait for, and who keeps them company."),
    _one("connections", "where I go", "Groups, places and people they were linked with."),
    _one("changes", "what changed for me", "What became better, worse or different."),
    _one("choices", "my choices", "Who may know what."),
    _one("else", "something else", "Whatever else they want to have in it."),
)  # fmt: skip
"""The parts of a copy in Easy Read, in their order, as they themselves would say them."""

PICTURES = (
    _one("house", "house", "A drawing for Easy Read."),
    _one("telephone", "telephone", "A drawing for Easy Read."),
    _one("tea", "cup of tea", "A drawing for Easy Read."),
    _one("person", "person", "A drawing for Easy Read."),
    _one("people", "people", "A drawing for Easy Read."),
    _one("talking", "people talking", "A drawing for Easy Read."),
    _one("calendar", "calendar", "A drawing for Easy Read."),
    _one("clock", "clock", "A drawing for Easy Read."),
    _one("heart", "heart", "A drawing for Easy Read."),
    _one("bus", "bus", "A drawing for Easy Read."),
    _one("walking", "somebody walking", "A drawing for Easy Read."),
    _one("money", "money", "A drawing for Easy Read."),
    _one("letter", "letter", "A drawing for Easy Read."),
    _one("paper", "sheet of paper", "A drawing for Easy Read."),
    _one("pen", "pen", "A drawing for Easy Read."),
    _one("tick", "tick", "A drawing for Easy Read."),
    _one("cross", "cross", "A drawing for Easy Read."),
    _one("question", "question mark", "A drawing for Easy Read."),
    _one("stop", "stop sign", "A drawing for Easy Read."),
    _one("flower", "flower", "A drawing for Easy Read."),
    _one("food", "knife and fork", "A drawing for Easy Read."),
    _one("health", "sign of health", "A drawing for Easy Read."),
    _one("key", "key", "A drawing for Easy Read."),
    _one("music", "music", "A drawing for Easy Read."),
)
"""The small drawings of our own; each stands in `pictures/`."""

WHO_IS_THERE = Sentence("Who walks alongside you now:", sp="Who supports you now:")
INTRODUCED_YOU = Sentence("%(who)s introduced you.", sp="%(who)s referred you.")
BY_WHEN = Sentence("%(who)s, by %(day)s")
KNOWS_UNTIL = Sentence("%(who)s knows this, up to %(day)s")
WHO_AND_WHEN = Sentence("%(who)s, on %(day)s")
AT_A_TIME = Sentence("%(day)s, %(time)s")
WITH_WHOM = Sentence("with %(who)s")
BY_A_DAY = Sentence("By %(day)s")
WANTED_BY = Sentence("For %(whom)s")
GIVES_YOU = Sentence("For you: %(what)s")
YOU_GIVE_THEM = Sentence("From you: %(what)s")
YOU_DO_IT = Sentence("You do this")
WAITS_FOR = Sentence("From %(whom)s, since %(day)s")
WAITS_SINCE = Sentence("Since %(day)s")
KEEPS_YOU_COMPANY = Sentence("Keeping you company: %(who)s")
YOU_GAVE = Sentence("You gave: %(what)s")
YOU_RECEIVED = Sentence("You received: %(what)s")
YOU_WISHED_FOR = Sentence("You wished for: %(words)s")
THERE_IS_NOW = Sentence("There is now: %(name)s.")
CAME_OF_IT = {
    "group idea": Sentence("A group is being begun for it: %(said)s."),
    "group started": Sentence("A group meets now: %(said)s."),
    "cleared": Sentence("What stood in the way does not any more: %(said)s"),
    "cannot": Sentence("What stands in the way stays: %(said)s"),
}
HOLDS_UP_TO = Sentence("up to %(day)s")
NOT_A_LINK = Sentence("Write a day within the next %(days)s days. A link does not stay open for longer.")
NOT_BEFORE = Sentence("Choose a last day after today.")
NOTHING_CHOSEN = Sentence("Tick at least one part.")
NO_COPY_YET = Sentence("Make a copy first: a link shows the newest one.")
LINK_OVER = Sentence("This link is over already. Give a new one.")
ENOUGH_TODAY = Sentence(
    "You have written %(most)s times since yesterday, and all of it is kept. Keep these words and send them tomorrow, or ring us: we write them down with you."
)
SAY_SOMETHING = Sentence("Write a few words first.")
SAY_WHAT_IS_RIGHT = Sentence("Write what is not right, in your own words.")
SAY_HOW = Sentence("Say how it came: aloud, or on paper.")
ANSWERED_ALREADY = Sentence("This was answered already.")
TAKEN_BACK_ALREADY = Sentence("This was taken back already.")
THEIRS_OR_OURS = Sentence(
    "Only they themselves, or whoever walks alongside them, can do this.", sp="Only they themselves, or whoever supports them, can do this."
)
PUT_RIGHT_FIRST = Sentence("Say what you did, or why both stand. They can read it.")
NEEDS_A_PICTURE = Sentence("Choose a picture for “%(words)s”. In Easy Read each line has one.")
NEEDS_WORDS = Sentence("Write the words for the picture in line %(number)s, or take the picture away.")

AGREED_TO_YOU = {
    "they_do": Sentence("What you do"),
    "we_do": Sentence("What we do"),
    "others_do": Sentence("What others do"),
    "how_we_meet": Sentence("How and when we meet", sp="How and when we are in touch"),
    "not_do": Sentence("What will not be done"),
}
"""The parts of an agreement, said to them."""

AUDIENCES_TO_YOU = {"gp": Sentence("Your GP"), "social worker": Sentence("Your social worker")}
"""Audiences that are somebody's own, said to them: the others are called what `access.words.AUDIENCES` calls them."""

_TALKED = Sentence("We talked about it.")
_NOT_FOR_YOU = Sentence("It is not for you.")
RUNGS_TO_YOU = {
    "community": {
        "suggested": _TALKED,
        "went together": Sentence("You went, and somebody came along with you."),
        "went alone": Sentence("You went by yourself."),
        "still going": Sentence("Twelve weeks after the first time you still went."),
        "helps to run it": Sentence("You help to run it."),
        "not for me": _NOT_FOR_YOU,
    },
    "natural": {
        "suggested": _TALKED,
        "went together": Sentence("You met, and somebody came along with you."),
        "went alone": Sentence("You see each other by yourselves."),
        "still going": Sentence("Twelve weeks after the first time you were still in touch."),
        "helps to run it": Sentence("Each of you helps the other."),
        "not for me": _NOT_FOR_YOU,
    },
    "service": {
        "suggested": _TALKED,
        "went together": Sentence("You asked for it, and somebody was there with you."),
        "went alone": Sentence("It is in place, and you deal with it by yourself."),
        "still going": Sentence("Twelve weeks after it began it was still in place."),
        "helps to run it": Sentence("You help others with it."),
        "not for me": _NOT_FOR_YOU,
    },
}
"""Where somebody is with a connection, said to them: what `connections.words.RUNGS_BY_KIND` says of them."""

TO_YOU = {
    "walks alongside": Sentence("walks alongside you", sp="supports you"),
    "same team": Sentence("works in the team that you know"),
    "their day": Sentence("looked at what the day holds"),
    "their list": Sentence("looked through a list of people"),
    "search": Sentence("searched for somebody"),
    "known already?": Sentence("asked whether we know somebody already"),
    "one person?": Sentence("looked whether you stand in two records"),
    "would like to be asked": Sentence("looked for a neighbour who would like to be asked"),
    "a note": Sentence("was writing a note"),
    "named to them": Sentence("was told of you"),
    "named to them, their yes": Sentence("was told of you, with your yes"),
    "named to them, direct care": Sentence("was told of you, because whoever cares for you has to know it"),
    "named to them, safeguarding": Sentence("was told of you, because somebody might come to harm"),
    "named to them, legal duty": Sentence("was told of you, because a court or a law demands it"),
    "named in a hand-over": Sentence("was handed something about you"),
    "on the list of their meeting": Sentence("sat at a meeting that spoke of you"),
    "cover": Sentence("stood in for whoever walks alongside you", sp="stood in for whoever supports you"),
    "information governance": Sentence("sees to it that records are looked at rightly"),
    "figures": Sentence("looked at who is behind a number"),
    **dict.fromkeys(("introduction", "introduce"), Sentence("wrote down how you came to us")),
    "demo": Sentence("made the demonstration"),
    "it is me": Sentence("it was you, by your link"),
}
"""Why somebody could look, said to the person themselves: what `trail.words.PURPOSES` says of them."""

AT_A_MEETING_TO_YOU = {
    "their yes": Sentence("sat at “%(meeting)s” of %(day)s, which spoke of you with your yes"),
    "direct care": Sentence("sat at “%(meeting)s” of %(day)s, which spoke of you because those there look after you and you had not said no"),
}
"""The same of a look from a meeting's table: what `trail.words.AT_A_MEETING` says of them."""
