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

SAY_WHO_INTRODUCED_THEM = Sentence(
    "Say who introduced them: a name, a service, or “herself”.",
    sp="Say who referred them: a name, a service, or “herself”.",
)
ASK_FOR_THEIR_YES = Sentence(
    "Nobody is introduced without their yes. Ask them first; what you typed waits here.",
    sp="Nobody is referred without their yes. Ask them first; what you typed waits here.",
)
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
