"""Walking alongside somebody."""

from alongside.foundation.words import Sentence, Word

ALONGSIDE = Word(
    "alongside",
    "walking alongside",
    "The relationship with somebody.",
    sp="supporting",
    plurals={"walking alongside": "walking alongside", "supporting": "supporting"},
    kin={"walking alongside": ("walk alongside", "walks alongside", "walked with")},
)
WALKED_ALONGSIDE = Word(
    "walked alongside",
    "walked alongside",
    "Were in touch with, for a short while or a long one.",
    sp="supported",
    plurals={"walked alongside": "walked alongside", "supported": "supported"},
)
LEVEL = Word(
    "level", "level", "How close the relationship is; never how bad anything is.", sp="kind of support", plurals={"kind of support": "kinds of support"}
)
GOOD_LIFE = Word(
    "good life",
    "good life",
    "What matters to them, in their words.",
    sp="what matters to me",
    plurals={"good life": "good lives", "what matters to me": "what matters to me"},
)
AGREEMENT = Word(
    "shared agreement",
    "shared agreement",
    "What we each do; they can change or end it at any time.",
    sp="personalised care and support plan",
    kin={"shared agreement": ("the agreement",)},
)
STEP = Word("next step", "next step", "A small agreed action, with who does it.", sp="action", kin={"next step": ("the step", "this step", "no step")})
WAITING = Word("safe waiting", "safe waiting", "Staying alongside while something is awaited.", plurals={"safe waiting": "safe waiting"})
LOOK_BACK = Word(
    "look back",
    "look back",
    "A day on which we look at what has changed together, if they want one.",
    sp="review",
    plurals={"look back": "looks back"},
    kin={"look back": ("looking back", "looked back"), "review": ("reviewed",)},
)
NOTE = Word("note", "note", "What happened, in a few words or many.", sp="contact note")
VISIT = Word("visit", "visit", "A time when we mean to meet.", sp="appointment")

HAND_OVER = Word("hand-over", "hand-over", "From a day on, somebody else is there for them in place of the colleague before. The past stays as it was written.")
A_MANAGER_HANDS_OVER = Sentence("People are handed over by a manager of the team. Ask yours.")
NO_SEAT_TO_TAKE_THEM = Sentence(
    "%(name)s has no seat in the team that keeps these records from that day on, so they would see nothing of them. Choose somebody of that team."
)

LEVELS = (
    Word(
        "introduced",
        "introduced, not met yet",
        "The first conversation is still to come.",
        sp="referred, not met yet",
        plurals={"introduced, not met yet": "introduced, not met yet", "referred, not met yet": "referred, not met yet"},
    ),
    Word(
        "level 1",
        "Level 1",
        "Information or a light contact. Often nothing more is needed.",
        sp="light-touch support",
        plurals={"Level 1": "at Level 1", "light-touch support": "light-touch support"},
    ),
    Word(
        "level 2",
        "Level 2",
        "A longer relationship, for as long as they want it.",
        sp="active support",
        plurals={"Level 2": "at Level 2", "active support": "active support"},
    ),
    Word(
        "not active",
        "not active, door open",
        "Quiet for now. The door stays open, and coming back asks nothing.",
        sp="exited, door open",
        plurals={"not active, door open": "not active, door open", "exited, door open": "exited, door open"},
    ),
    Word("not reached", "not reached", "We tried, and could not reach them. The door stays open.", plurals={"not reached": "not reached"}),
    Word("not now", "not now", "They would rather not just now. The door stays open.", plurals={"not now": "not now"}),
    Word(
        "not for me",
        "not for me",
        "They said it is not for them. The door stays open.",
        sp="declined",
        plurals={"not for me": "not for me", "declined": "declined"},
    ),
    Word("moved on", "moved away", "They moved out of the neighbourhood. The door stays open if they return.", plurals={"moved away": "moved away"}),
    Word("died", "died", "They have died.", plurals={"died": "died"}),
)

LAST_LEVEL_BEGAN = Sentence(
    "The last level began on %(last)s. Use that day or a later one.",
    sp="The support they have now began on %(last)s. Use that day or a later one.",
)
SAY_WHAT_THE_STEP_IS = Sentence("Say what the step is.", sp="Say what the action is.")
WRITTEN_BY_ANOTHER = Sentence(
    "A note is put right by whoever wrote it. Write one of your own that says what is so.",
    sp="A contact note is put right by whoever wrote it. Write one of your own that says what is so.",
)
NOT_ENDED = Sentence(
    "Nothing has ended with them: they are on this page as before.",
    sp="Support has not ended: they are on this page as before.",
)
LOOK_BACK_AHEAD = Sentence(
    "A look back is planned already. Put it off to another day, or say how it went.",
    sp="A review is planned already. Put it off to another day, or say how it went.",
)
LOOK_BACK_ENDED = Sentence("This look back has ended already.", sp="This review has ended already.")
STEP_TAKEN_BACK_BY = Sentence(
    "A step is taken back by whoever wrote it down, on the same day. Say that it is let go instead.",
    sp="An action is taken back by whoever wrote it down, on the same day. Say that it is let go instead.",
)
SOMETHING_IS_AWAITED = Sentence(
    "Something is awaited of this step. Say how the waiting ended first.", sp="Something is awaited of this action. Say how the waiting ended first."
)
SAY_WHAT_YOU_AGREED = Sentence("Write what you agreed, in one box or in parts.")
NEWER_VERSION = Sentence("There is a newer version of what you agreed. End it, or a part of it, there.")
STEP_ENDED = Sentence("This step has ended already.", sp="This action has ended already.")

_IN_TOUCH = (
    Word("visit", "visit at home", "We met at their home.", plurals={"visit at home": "visits at home"}),
    Word("out", "met elsewhere", "We met in a café, a group, the street.", plurals={"met elsewhere": "met elsewhere"}),
    Word("phone", "telephone", "We spoke on the telephone.", plurals={"telephone": "by telephone"}),
    Word("message", "message", "A text, letter or e-mail."),
    Word("other", "something else", "None of the others.", plurals={"something else": "something else"}),
)
NOT_SAID = Word("not said", "how not said", "Nobody said how it came about: a few words and a day are enough.", plurals={"how not said": "how not said"})
HOW_WE_MET = (*_IN_TOUCH, NOT_SAID)
"""How a contact came about."""

NO_ANSWER = Word(
    "no answer",
    "rang or called, no answer",
    "We tried, and nobody answered or was in. It is an attempt: it is never counted as being in touch.",
    plurals={"rang or called, no answer": "rang or called, no answer"},
)
WAYS_TO_CHOOSE = (*_IN_TOUCH[:-1], NO_ANSWER, _IN_TOUCH[-1])
"""What is offered where a note is written: the ways of being in touch, and an attempt at it. Choosing none of them is an answer too."""
WAYS_OF_A_NOTE = (*WAYS_TO_CHOOSE, NOT_SAID)
"""How a note came about."""

HOW_AGREED = (
    Word("aloud", "aloud", "They said yes to it.", plurals={"aloud": "aloud"}),
    Word("on paper", "on paper", "They signed or marked it.", plurals={"on paper": "on paper"}),
    Word("not yet", "not agreed yet", "Written down, not agreed yet.", plurals={"not agreed yet": "not agreed yet"}),
)

WHO_DOES_IT = (
    Word("themselves", "themselves", "They do it.", plurals={"themselves": "themselves"}),
    Word("people in their life", "people in their life", "Family, a friend or a neighbour does it.", plurals={"people in their life": "people in their life"}),
    Word("community", "somebody in the community", "A group or a place nearby does it.", plurals={"somebody in the community": "people in the community"}),
    Word("us", "one of us", "A colleague or I promised it.", plurals={"one of us": "us"}),
    Word("service", "a service", "A formal service is asked, last, and with a reason.", plurals={"a service": "services"}),
)
"""In the order of looking: own strengths, people in their life, community, and services last."""

HOW_A_STEP_ENDED = (
    Word("done", "done", "It was done, as it was meant or otherwise.", plurals={"done": "done"}),
    Word("let go", "let go", "It is not wanted any more; nothing follows from it.", plurals={"let go": "let go"}),
    Word("laid aside", "laid aside", "They moved away or died, and nobody is reminded of it.", plurals={"laid aside": "laid aside"}),
)

HOW_A_VISIT_ENDED = (
    Word("met", "we met", "It took place.", plurals={"we met": "we met"}),
    Word("not in", "they were not in", "We came, and they were not there; nothing follows from it.", plurals={"they were not in": "they were not in"}),
    Word("put off", "put off", "One of us asked for another day.", plurals={"put off": "put off"}),
    Word("laid aside", "laid aside", "They moved away or died, and nobody is reminded of it.", plurals={"laid aside": "laid aside"}),
)

HOW_A_CONTACT_ENDED = (
    Word("taken back", "taken back", "It was written down by mistake, and is not counted.", plurals={"taken back": "taken back"}),
    Word("became a note", "on somebody’s page", "We know now who it was; it is counted there.", plurals={"on somebody’s page": "on somebody’s page"}),
)
"""Why a contact without a name is no longer counted as one."""
HOW_A_WAIT_ENDED = (
    Word("came", "it came", "What was awaited is there.", plurals={"it came": "it came"}),
    Word("did not come", "it did not come", "They were told no, or nobody answered.", plurals={"it did not come": "it did not come"}),
    Word("not needed", "not needed any more", "Something else helped, or it is not wanted now.", plurals={"not needed any more": "not needed any more"}),
    Word("laid aside", "laid aside", "They moved away or died, and nobody is reminded of it.", plurals={"laid aside": "laid aside"}),
)

HOW_A_LOOK_BACK_ENDED = (
    Word("took place", "it took place", "We looked at what has changed.", plurals={"it took place": "it took place"}),
    Word("not wanted", "not wanted", "They would rather not; nothing follows from it.", plurals={"not wanted": "not wanted"}),
    Word("laid aside", "laid aside", "They moved away or died, and nobody is reminded of it.", plurals={"laid aside": "laid aside"}),
)

AGREEMENT_PARTS = (
    Word("they_do", "what they do", "Their own part, in their words.", plurals={"what they do": "what they do"}),
    Word("we_do", "what we do", "What one of us will do, and who.", plurals={"what we do": "what we do"}),
    Word("others_do", "what others do", "What family, neighbours, a group or a service will do.", plurals={"what others do": "what others do"}),
    Word(
        "how_we_meet",
        "how and when we meet",
        "Where, how often, and who gets in touch.",
        sp="how and when we are in touch",
        plurals={"how and when we meet": "how and when we meet", "how and when we are in touch": "how and when we are in touch"},
    ),
    Word("not_do", "what we will not do", "What is not ours to do, or not wanted.", plurals={"what we will not do": "what we will not do"}),
    Word("words", "what is in one box", "Whatever was written without parts.", plurals={"what is in one box": "what is in one box"}),
    Word("whole", "the whole of it", "Every part at once.", plurals={"the whole of it": "the whole of it"}),
)
"""Parts of a shared agreement, each stored under the name of its column; the last stands for all."""

PARTS_AS_THEY_SAY = (
    Word("they_do", "what I do", "Their own part, as it stands on their own sheet.", plurals={"what I do": "what I do"}),
    Word(
        "we_do",
        "what my coordinator does",
        "Our part, as it stands on their own sheet.",
        sp="what my link worker does",
        plurals={"what my coordinator does": "what my coordinator does", "what my link worker does": "what my link worker does"},
    ),
    Word(
        "others_do",
        "what my family, friends and others do",
        "The part of others, as it stands on their own sheet.",
        plurals={"what my family, friends and others do": "what my family, friends and others do"},
    ),
    Word(
        "how_we_meet",
        "how and when we meet",
        "Where, how often, and who gets in touch, as it stands on their own sheet.",
        sp="how and when we are in touch",
        plurals={"how and when we meet": "how and when we meet", "how and when we are in touch": "how and when we are in touch"},
    ),
    Word("not_do", "what will not be done", "What is not wanted, as it stands on their own sheet.", plurals={"what will not be done": "what will not be done"}),
)
"""The same parts in the voice of the person, for a sheet that is theirs."""

RHYTHM = Word("rhythm", "rhythm", "How often they and we are in touch, as agreed with them.")
RHYTHMS = (
    Word("as it comes", "as it comes", "Nothing is agreed: as often as it usually is.", plurals={"as it comes": "as it comes"}),
    Word("every", "about every so many days", "We are in touch about that often.", plurals={"about every so many days": "about every so many days"}),
    Word("they ring", "they ring us", "They are in touch when they like; nobody is reminded.", plurals={"they ring us": "they ring us"}),
)

PAPER = Word("paper", "paper", "A proof or a letter that somebody needs: what for, and by when.")
PAPER_STATES = (
    Word("needed", "needed", "It is still to be found or asked for.", plurals={"needed": "needed"}),
    Word("asked for", "asked for", "Somebody is to send or bring it.", plurals={"asked for": "asked for"}),
    Word("here", "here", "We have it, or they do, ready to be sent.", plurals={"here": "here"}),
    Word("sent", "sent", "It is with whoever asked for it.", plurals={"sent": "sent"}),
    Word("given back", "given back", "They have it again.", plurals={"given back": "given back"}),
    Word("not needed", "not needed any more", "It is not wanted after all.", plurals={"not needed any more": "not needed any more"}),
)
PAPERS_OPEN = ("needed", "asked for", "here")
"""States in which something is still to be done by a day."""
