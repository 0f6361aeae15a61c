"""Who may know what of somebody, as they chose it."""

from alongside.foundation.words import Sentence, Word

CHOICE = Word("choice", "choice", "What somebody said of who may know about them: yes, no, or ask me each time. It can be taken back at any time.")

AUDIENCES = (
    Word("gp", "their GP", "The surgery where they are known: doctors, nurses and those who work with them.", plurals={"their GP": "their GPs"}),
    Word("social worker", "their social worker", "Whoever from social care is there for them.", plurals={"their social worker": "their social workers"}),
    Word("partner", "a partner", "One colleague of another organisation, by name."),
    Word("meeting", "this meeting", "Those who sit round the table of one meeting.", plurals={"this meeting": "these meetings"}),
    Word("group", "this group", "A group or place near them.", plurals={"this group": "these groups"}),
    Word("evaluation", "evaluation", "Those who ask whether the service does any good.", plurals={"evaluation": "evaluation"}),
    Word("stories", "stories", "Their story, told to others so that they learn from it.", plurals={"stories": "stories"}),
    Word("somebody else", "somebody else", "Anybody else, said in their words.", plurals={"somebody else": "somebody else"}),
)
"""For whom a choice is made, in the order of the page."""

ANSWERS = (
    Word("yes", "yes", "They may know.", plurals={"yes": "yes"}),
    Word("no", "no", "They may not know. It holds until the person says otherwise.", plurals={"no": "no"}),
    Word("ask me", "ask me", "Asked each time, before anything is told.", plurals={"ask me": "ask me"}),
    Word("withdrawn", "taken back", "What they said before holds no longer; they are asked anew.", plurals={"taken back": "taken back"}),
)

HOW_GIVEN = (
    Word("aloud", "aloud", "They said it.", plurals={"aloud": "aloud"}),
    Word("on paper", "on paper", "They signed or marked it.", plurals={"on paper": "on paper"}),
    Word("their own link", "by their own link", "They chose it themselves, on their own page.", plurals={"by their own link": "by their own link"}),
)

STANDINGS = (
    Word("yes", "yes", "They said yes, and it holds today.", plurals={"yes": "yes"}),
    Word("no", "no", "They said no.", plurals={"no": "no"}),
    Word("ask me", "ask me", "They want to be asked each time.", plurals={"ask me": "ask me"}),
    Word("never asked", "never asked", "Nobody asked yet.", plurals={"never asked": "never asked"}),
    Word("lapsed", "a yes that has ended", "They said yes up to a day, and that day is over.", plurals={"a yes that has ended": "a yes that has ended"}),
    Word("withdrawn", "taken back", "They took back what they said.", plurals={"taken back": "taken back"}),
)
"""How a choice stands on a day."""

GROUNDS = (
    Word("their yes", "their yes", "They were asked, and said yes.", plurals={"their yes": "their yes"}),
    Word("direct care", "direct care", "Whoever cares for them has to know it, and they did not say no.", plurals={"direct care": "direct care"}),
    Word("safeguarding", "safeguarding", "Somebody is at risk of harm.", plurals={"safeguarding": "safeguarding"}),
    Word("legal duty", "a duty in law", "A court or a law demands it.", plurals={"a duty in law": "duties in law"}),
)
"""On what ground something is told: kept apart from what they chose."""

TOLD = (
    Word("before", "told before", "They knew before anything was told.", plurals={"told before": "told before"}),
    Word("after", "told afterwards", "They were told afterwards.", plurals={"told afterwards": "told afterwards"}),
    Word("not told", "not told", "They were not told, and the reason says why.", plurals={"not told": "not told"}),
)
"""Whether they were told that something was told without their yes."""

ASKED_FOR = (
    Word("everything", "everything about them", "A copy of all that we keep, to take away.", plurals={"everything about them": "everything about them"}),
    Word("put right", "something put right", "Something that is wrong or missing.", plurals={"something put right": "things put right"}),
    Word("be forgotten", "to be forgotten", "All that we keep of them goes, for good.", plurals={"to be forgotten": "to be forgotten"}),
)
"""What somebody may ask of us about what we keep of them."""

ANSWERED = (
    Word("yes", "yes", "It is done as they asked.", plurals={"yes": "yes"}),
    Word("no", "no", "It is not done, or not now, and they are told why.", plurals={"no": "no"}),
)

THEY_SAID_NO = Sentence(
    "They said no on %(day)s, so nothing is told. If they think otherwise now, write down their new choice first, on the page of their choices."
)
ASK_THEM_NOW = Sentence("Ask them now, and say how they said yes, such as “aloud, on the telephone”.")
THE_WORDS_WOULD_BE_LATER = Sentence("They said something newer on %(day)s. An older answer cannot change it: give the day on which they said this.")
WRITTEN_BY_US_OR_THEM = Sentence(
    "What somebody chooses is written down by those who walk alongside them, or by themselves.",
    sp="What somebody chooses is written down by those who support them, or by themselves.",
)

COVER = Word(
    "cover",
    "cover",
    "A colleague stands in for somebody who is away, for some days, and sees the people they walk alongside until the last of them.",
    plurals={"cover": "cover"},
    kin={"cover": ("covers", "covering", "covered")},
)

THEY_OR_THEIR_MANAGER = Sentence("Cover is arranged by whoever is away, or by a manager of their team. Ask one of them.")
NOT_IN_THEIR_ORGANISATION = Sentence("%(name)s does not work in the same organisation, so they cannot cover. Choose somebody else.")
EVERYBODY = Sentence("everybody they walk alongside", sp="everybody they support")

WITHOUT_A_YES_BY = Sentence(
    "Only a coordinator or a manager tells somebody something without a yes. Ask one of them.",
    sp="Only a link worker or a manager tells somebody something without a yes. Ask one of them.",
)
THEY_OBJECT = Sentence("They said no on %(day)s. For their care nothing is told against that: only safeguarding or a duty in law can be a ground.")
ASKED_OF_US = Sentence("What somebody asks of us is written down by their team, by the information governance lead, or by themselves.")
GOVERNANCE_ANSWERS = Sentence("Only the information governance lead answers this. Write down what they ask, and it is on the lead's list at once.")
A_MANAGER_CONFIRMS = Sentence("Only a manager of their team confirms that somebody is forgotten, after the information governance lead has said yes.")
SOMEBODY_ELSE_CONFIRMS = Sentence("You decided this. Somebody else, a manager of their team, has to confirm it: nobody is forgotten by one alone.")
