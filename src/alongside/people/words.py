"""A person and their circle."""

from alongside.foundation.words import Sentence, Word

PERSON = Word("person", "person", "Whoever we are there for.", plurals={"person": "people"})
GIFT = Word(
    "gift",
    "gift",
    "Something a person brings: a skill, an interest, a way of being with others.",
    sp="strength",
    kin={"gift": ("strength", "strengths")},
)
PEOPLE_IN_MY_LIFE = Word(
    "people in their life", "people in their life", "Family, friends, neighbours: natural supports.", plurals={"people in their life": "people in their life"}
)
PROTECTED_LOCATION = Word("protected location", "protected location", "Where they live is shown only to those listed.")

WALKING_ROLES_WRITE = Sentence(
    "Only coordinators, support officers and managers write in somebody's record. If something is wrong or missing in it, tell their coordinator.",
    sp="Only link workers, support officers and managers write in somebody's record. If something is wrong or missing in it, tell their link worker.",
)

RINGS = (
    Word("closest", "closest", "Those they could not imagine their life without.", plurals={"closest": "closest"}),
    Word("close", "close", "Friends, and family, whom they trust and like to see.", plurals={"close": "close"}),
    Word(
        "know",
        "people they know",
        "Neighbours, people from a club, from work, from the bus: they greet one another.",
        plurals={"people they know": "people they know"},
    ),
    Word("paid", "paid to be there", "A carer, a worker, a doctor: they are there because it is their job.", plurals={"paid to be there": "paid to be there"}),
)
"""The rings of a circle, from the closest to the outermost (the circles of intimacy, friendship, participation and exchange, in plainer words)."""

PROPOSAL_ANSWERS = (
    Word("one person", "one person", "Both records are about the same person.", plurals={"one person": "one person"}),
    Word("two people", "two people", "They are not the same.", plurals={"two people": "two people"}),
    Word("ask", "let us talk", "Neither can say it alone: the two talk about it.", plurals={"let us talk": "let us talk"}),
)
"""What whoever was asked says of two records that may be one person's."""

HOW_SOMEBODY_LEFT = (
    Word("moved away", "moved away", "They live too far away now.", plurals={"moved away": "moved away"}),
    Word("died", "has died", "They have died.", plurals={"has died": "have died"}),
    Word("fell out", "they fell out", "They do not see one another any more.", plurals={"they fell out": "they fell out"}),
    Word("lost touch", "lost touch", "It ended without a quarrel.", plurals={"lost touch": "lost touch"}),
    Word("work ended", "their work here ended", "They were paid to be there, and are no longer.", plurals={"their work here ended": "their work here ended"}),
    Word("otherwise", "no longer there", "For another reason, or nobody said why.", plurals={"no longer there": "no longer there"}),
)
"""How it came that somebody is in their life no longer."""

RATHER_NOT = Word("rather not", "would rather not say", "They were asked, and would rather not.", plurals={"would rather not say": "would rather not say"})
SEX = (
    Word("female", "female", "As they say themselves.", plurals={"female": "female"}),
    Word("male", "male", "As they say themselves.", plurals={"male": "male"}),
    Word("another answer", "another answer", "They say it in another way.", plurals={"another answer": "another answer"}),
    RATHER_NOT,
)
ETHNIC_GROUPS = (
    Word(
        "asian",
        "Asian, Asian British or Asian Welsh",
        "As they say themselves.",
        plurals={"Asian, Asian British or Asian Welsh": "Asian, Asian British or Asian Welsh"},
    ),
    Word(
        "black",
        "Black, Black British, Black Welsh, Caribbean or African",
        "As they say themselves.",
        plurals={"Black, Black British, Black Welsh, Caribbean or African": "Black, Black British, Black Welsh, Caribbean or African"},
    ),
    Word("mixed", "mixed or multiple ethnic groups", "As they say themselves.", plurals={"mixed or multiple ethnic groups": "mixed or multiple ethnic groups"}),
    Word("white", "White", "As they say themselves.", plurals={"White": "White"}),
    Word("other", "another ethnic group", "As they say themselves.", plurals={"another ethnic group": "another ethnic group"}),
    RATHER_NOT,
)
"""The five groups in which the censuses of England and Wales told their answers in 2021, so that an answer can be laid beside who lives here."""
CARING = (
    Word("cares", "looks after somebody", "Unpaid: family, a friend, a neighbour.", plurals={"looks after somebody": "look after somebody"}),
    Word("no caring role", "looks after nobody", "They look after nobody unpaid.", plurals={"looks after nobody": "look after nobody"}),
    RATHER_NOT,
)
"""Whether somebody looks after somebody else, unpaid."""

LIKES_TO_BE_TOLD = (
    Word("aloud", "face to face", "Said to them, and asked what they think.", plurals={"face to face": "face to face"}),
    Word("telephone", "by telephone", "In a call.", plurals={"by telephone": "by telephone"}),
    Word("letter", "by letter", "A letter in plain words.", plurals={"by letter": "by letter"}),
    Word("easy read", "in Easy Read", "Short sentences, with pictures.", plurals={"in Easy Read": "in Easy Read"}),
    Word(
        "through somebody",
        "through somebody they trust",
        "Told to them by somebody they chose.",
        plurals={"through somebody they trust": "through somebody they trust"},
    ),
)
"""How somebody prefers to be told what was said and agreed about them."""

WHO_IS_IT = Sentence("Say who it is: a name, or words such as “the neighbour with the dog”.")
WHAT_DO_THEY_BRING = Sentence("Say what they bring: a skill, an interest, a way of being with others.")
HELP_WITH_WHAT = Sentence("Say what they would like to be asked to help with, in their words.")
HOW_THEY_SAID_SO = Sentence("Say how they said so, such as “aloud, at home”.")

ASK_A_MANAGER_OF_BOTH = Sentence(
    "Different teams hold these records, and both would see all of it from then on. Ask a manager who has a seat in both teams to join them."
)
ASK_A_MANAGER_TO_PART = Sentence(
    "Different teams would hold these two records, and each would see its own alone from then on. Ask a manager who has a seat in both teams to part them."
)

NOT_ASKED_HERE = Sentence("Your team asks nobody for this. A manager can choose that it does, under how the team works.")
