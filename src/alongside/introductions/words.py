"""How somebody came to us."""

from alongside.foundation.words import Sentence, Word

INTRODUCTION = Word("introduction", "introduction", "How we came to know each other, with the person's yes.", sp="referral")
INTRODUCED = Word(
    "introduced",
    "introduced",
    "Put in touch with us, with their yes.",
    sp="referred",
    plurals={"introduced": "introduced", "referred": "referred"},
    kin={"introduced": ("introduce", "introduces", "introducer"), "referred": ("refer", "refers", "referrer")},
)
INTRODUCED_BY = Word(
    "introduced by",
    "introduced by",
    "The person or organisation we first heard of them from.",
    sp="referred by",
    plurals={"introduced by": "introduced by", "referred by": "referred by"},
)

MESSAGE_BACK = Word(
    "message back",
    "word back",
    "What we tell whoever introduced them, with their yes, and no more than they want told.",
    sp="message back",
    plurals={"word back": "words back", "message back": "messages back"},
)

SAY_WHO_INTRODUCED_THEM = Sentence(
    "Say who introduced them: a name, a service, or “herself”.",
    sp="Say who referred them: a name, a service, or “herself”.",
)
ASK_FOR_THEIR_YES = Sentence(
    "Nobody is introduced without their yes. Ask them first; what you typed waits here.",
    sp="Nobody is referred without their yes. Ask them first; what you typed waits here.",
)
INTRODUCED_LATER = Sentence(
    "They were introduced on %(on)s. Use that day or a later one.",
    sp="They were referred on %(on)s. Use that day or a later one.",
)
NOT_ACCEPTED = Sentence("Nothing says that this introduction was accepted.", sp="Nothing says that this referral was accepted.")
TEAMS_RECORD = Sentence(
    "Introductions are recorded by the team that will walk alongside. Tell one of them, by telephone or in a meeting.",
    sp="Referrals are recorded by the team that will support the person. Tell one of them, by telephone or in a meeting.",
)

SOURCES = (
    Word("self", "themselves", "They came to us themselves.", sp="self-referral", plurals={"themselves": "themselves"}),
    Word(
        "family or neighbour",
        "family, friend or neighbour",
        "We heard of them from somebody in their life.",
        plurals={"family, friend or neighbour": "family, friends and neighbours"},
    ),
    Word("met in the community", "met in the community", "We met while out and about.", plurals={"met in the community": "met in the community"}),
    Word("gp or health", "GP or health", "A GP practice, hospital, nurse or other health worker.", plurals={"GP or health": "GP or health"}),
    Word("social care", "social care", "Adult or children's social care.", plurals={"social care": "social care"}),
    Word("housing", "housing", "A housing office or association.", plurals={"housing": "housing"}),
    Word("police", "police", "The police.", plurals={"police": "police"}),
    Word("fire and rescue", "fire and rescue", "The fire and rescue service.", plurals={"fire and rescue": "fire and rescue"}),
    Word("community organisation", "community organisation", "A charity, faith group or other community organisation."),
    Word("jobs and benefits", "jobs and benefits", "A job centre or advice on benefits.", plurals={"jobs and benefits": "jobs and benefits"}),
    Word("school", "school or college", "A school or college.", plurals={"school or college": "schools and colleges"}),
    Word("other", "somebody else", "None of the others.", plurals={"somebody else": "somebody else"}),
)

WAYS_OF_SENDING = (
    Word("letter", "letter", "On paper, by post or handed over."),
    Word("secure mail", "secure mail", "From a mailbox of our own that is safe for it.", plurals={"secure mail": "secure mail"}),
    Word(
        "their system",
        "put in their own system",
        "Typed or copied into the records of the surgery or the service.",
        plurals={"put in their own system": "put in their own systems"},
    ),
    Word("aloud", "said aloud", "On the telephone or face to face.", plurals={"said aloud": "said aloud"}),
)

AREAS = (
    Word("finance", "money", "Income, debts, benefits, bills.", plurals={"money": "money"}),
    Word("physical health", "physical health", "The body, and what it makes hard.", plurals={"physical health": "physical health"}),
    Word("mental health", "mental health", "How somebody is in themselves.", plurals={"mental health": "mental health"}),
    Word("social contact", "being with others", "Company, friends, family.", plurals={"being with others": "being with others"}),
    Word("housing", "housing", "Where and how they live.", plurals={"housing": "housing"}),
    Word("safety", "safety", "Being and feeling safe.", plurals={"safety": "safety"}),
    Word("learning", "learning", "Learning, volunteering, work.", plurals={"learning": "learning"}),
)
"""The seven areas of Integrated Plus, Dudley. Somebody may come for several."""

WHEN_TOLD = (
    Word("at first", "told at first", "What was said when they came to us.", plurals={"told at first": "told at first"}),
    Word("later", "told later", "What they told as trust grew.", plurals={"told later": "told later"}),
)

SAY_WHY = Sentence("Tick at least one, or write it in their words.")
MANAGERS_KEEP_THE_LIST = Sentence("The team's own list is kept by its manager. Ask yours for a word you miss.")

WAYS_IN = (
    Word("link", "by their link", "On a page of their own, without an account.", plurals={"by their link": "by their link"}),
    Word("account", "signed in", "Where they sign in here.", plurals={"signed in": "signed in"}),
    Word("e-mail", "by e-mail", "Into the drop box, if there is one.", plurals={"by e-mail": "by e-mail"}),
    Word("telephone", "by telephone", "They rang, and one of us wrote it down.", plurals={"by telephone": "by telephone"}),
)
"""How an introduction came in."""

KNOWS = (
    Word("agrees", "they know, and agree", "They were asked, and said yes.", plurals={"they know, and agree": "they know, and agree"}),
    Word("knows", "they know of it", "They were told; nobody asked yet whether they agree.", plurals={"they know of it": "they know of it"}),
    Word(
        "not asked", "they do not know yet", "They are asked before anything is written down of them.", plurals={"they do not know yet": "they do not know yet"}
    ),
)
"""Whether somebody knows that they are introduced."""

TOO_LATE = "too late"
"""What became of what nobody decided in time, and what whoever brought it reads of that."""

BECAME = (
    Word("taken up", "taken up", "They said yes, and it is written down in their record.", plurals={"taken up": "taken up"}),
    Word("not now", "not taken up", "They did not want it, or it was not for us; the answer says what can be said.", plurals={"not taken up": "not taken up"}),
    Word(
        TOO_LATE,
        "not decided in time",
        "Nobody decided for 90 days, so the words about the person are gone.",
        plurals={"not decided in time": "not decided in time"},
    ),
)
"""What became of an introduction that came in."""

ANSWERS_BACK = (
    Word("with us", "Thank you. It is with us.", "Tells nothing of the person.", plurals={"Thank you. It is with us.": "Thank you. It is with us."}),
    Word("met", "We met; thank you.", "Only if the person agreed that it is told.", plurals={"We met; thank you.": "We met; thank you."}),
    Word("own words", "in our own words", "Only what the person agreed to.", plurals={"in our own words": "in our own words"}),
    Word(
        "not for us", "Thank you. This one is not for us.", "Tells nothing of the person.",
        plurals={"Thank you. This one is not for us.": "Thank you. This one is not for us."},
    ),
    Word(
        TOO_LATE, "It waited too long with us. Please ring us.", "Nobody decided for 90 days.",
        plurals={"It waited too long with us. Please ring us.": "It waited too long with us. Please ring us."},
    ),
)  # fmt: skip
"""What whoever introduced somebody reads of it: within what the person allows."""

INTRODUCER = Word(
    "introducer",
    "introducer",
    "A service or a colleague of another service who introduces people to us, with a link of their own.",
    sp="referrer",
)
SAY_WHO_INTRODUCES = Sentence("Say who introduces people: a name, a post or a service.", sp="Say who refers people: a name, a post or a service.")
INTRODUCER_KNOWN = Sentence("Your team has an introducer of this name already.", sp="Your team has a referrer of this name already.")
SAY_WHOM = Sentence("Say whom you mean, so that the team can find them.")
SAY_WHY_THEM = Sentence("Say in a few words why.")
DECIDED_ALREADY = Sentence("Somebody has decided this already. Look at the list again.")
THEY_AGREE_TO_IT = Sentence("Say how they agreed that this is told, such as “aloud, at the door”. Without that, answer “Thank you. It is with us.”.")
SAY_YOUR_WORDS = Sentence("Write what you tell them.")
NOT_IN_THE_PAST = Sentence("Choose a day from tomorrow on, and within 13 months.")
WHO_INTRODUCES = Sentence("Who introduces people", sp="Who refers people")
THOSE_YOU_INTRODUCED = Sentence("Those you introduced", sp="Those you referred")
INTRODUCE_SOMEBODY = Sentence("Introduce somebody", sp="Refer somebody")
NO_TEAM_YET = Sentence(
    "No team has written you down yet as somebody who introduces people. Ask the coordinator.",
    sp="No team has written you down yet as somebody who refers people. Ask the link worker.",
)
INTRODUCTIONS_CAME_IN = Sentence("Introductions that came in", sp="Referrals that came in")
