"""Hand-overs to other professions, in the words of both sides."""

from alongside.foundation.words import Sentence, Word


def _same(stored: str, said: str, meaning: str) -> Word:
    return Word(stored, said, meaning, plurals={said: said})


STEP_UP = Word(
    "step up",
    "hand-over",
    "A concern or a piece of work handed to a named professional of another service, until it comes back; both sides read the exchange and nothing else.",
)
RECEIVER = Word(
    "receiver", "whom we hand to", "A person, a post or a duty of another service, and how to reach them.", plurals={"whom we hand to": "whom we hand to"}
)
SHARED_PAGE = Word(
    "shared page",
    "shared page",
    "One page on which a coordinator and a social worker write together while both are alongside; each keeps notes of their own besides.",
    sp="shared page",
)

KINDS_OF_RECEIVER = (
    _same("social worker", "social worker", "Adult or children’s social care."),
    _same("safeguarding lead", "safeguarding lead", "Whoever the law charges with safeguarding: a named statutory lead."),
    _same("housing officer", "housing officer", "The council’s or a landlord’s."),
    _same("gp", "GP practice", "A doctor, a nurse, whoever the practice names."),
    _same("other", "another profession", "Anybody else at work: fire and rescue, police, a mental health team."),
)

WHAT_THEY_ARE = (
    _same("person", "a person", "One colleague by name."),
    _same("post", "a post", "Whoever holds it, such as the senior social worker."),
    _same("duty", "a duty", "Whoever is on duty that day."),
)

KINDS = (
    _same("piece of work", "a piece of work", "Something that is theirs to do."),
    _same("concern", "a concern", "Something that worries us, short of safeguarding."),
    _same("safeguarding", "a safeguarding concern", "Somebody may be at risk of abuse or neglect. It happened on a day; it is never said of the person."),
)

GROUNDS = (
    _same("their yes", "their yes", "They were asked, and said yes."),
    _same("direct care", "direct care, unless they say no", "Whoever receives it looks after them, and they did not say no."),
    _same("safeguarding", "safeguarding", "Somebody is at risk of harm; a no does not stop it."),
    _same("legal duty", "a duty in law", "A court or a law demands it; a no does not stop it."),
)
"""On what ground it is told: the same as for whoever is named to a partner."""

TOLD = (
    _same("before", "told before", "They knew before anything was handed over."),
    _same("after", "told afterwards", "They were told afterwards."),
    _same("not told", "not told", "They were not told, and the reason says why."),
)

AUDIENCES = (
    _same("gp", "their GP", "What they chose for their surgery decides."),
    _same("social worker", "their social worker", "What they chose for social care decides."),
    _same("somebody else", "somebody else", "What they chose for this one decides."),
)
"""Whose choice of theirs decides, as their page of choices names them (access/words.py)."""

PARTS = (
    _same("record", "for the team", "Whoever sees the record reads it."),
    _same("concern", "restricted", "Whoever raised it, walks alongside them or manages the team reads it, and no other colleague."),
)
"""Which of us reads an exchange."""

STANDS = (
    _same("waits", "waits for an answer", "Nobody has answered yet."),
    _same("taken on", "taken on", "They said that it is theirs now."),
    _same("together", "worked jointly", "Both are alongside, with a page that they share."),
    _same("back", "handed back", "It came back, with what became of it."),
    _same("not theirs", "not theirs", "They said that it is not theirs, and why."),
    _same("taken back", "taken back", "We took it back before it was done."),
)
"""Where a hand-over stands. The last three are its end, and with it the end of what the other side sees."""

OUTCOMES = (
    _same("done", "what was asked is done", "It needs nothing more of them."),
    _same("looked at", "looked at, nothing more needed", "They looked, and nothing more is to be done."),
    _same("goes on", "they go on with it themselves", "It is theirs now, without us."),
    _same("passed on", "passed to somebody else", "They passed it to another service, and say which."),
    _same("could not", "it could not be done", "They say because of what."),
)

TURNS = (
    _same("hands over", "handed it over", "How it began."),
    _same("says", "wrote", "A question, an answer, news."),
    _same("takes on", "took it on", "It is theirs from here."),
    _same("together", "said: we do this together", "Both are alongside."),
    _same("not theirs", "said that it is not theirs", "And why."),
    _same("hands back", "handed it back", "With what became of it."),
    _same("takes back", "took it back", "We ended it."),
    _same("told them", "told the person", "That they were told, and how."),
)

TEAMS_HAND_OVER = Sentence(
    "Only those who walk alongside people hand something over. Ask the coordinator.",
    sp="Only those who support people hand something over. Ask the link worker.",
)
SAY_WHO_IT_IS = Sentence("Say who it is: a name, or a post such as “duty social worker”.")
SAY_HOW_TO_REACH = Sentence("Say how to reach them: an e-mail address or a telephone.")
KNOWN_ALREADY = Sentence("Your team has somebody of this name already. Put that one right, or write the organisation with the name.")
SAY_WHAT_IT_IS = Sentence("Write what it is about, in words that the person could read.")
SAY_WHAT_YOU_ASK = Sentence("Say what you ask of them.")
SAY_HOW_THEY_AGREED = Sentence("Say how they said yes, such as “aloud, on the telephone”.")
SAID_NO = Sentence("They said no on %(day)s, so nothing is handed over. If they think otherwise now, write down their new choice first.")
NEEDS_ANOTHER_GROUND = Sentence("A safeguarding concern is told on the ground of safeguarding, or of a duty in law.")
NOT_SAFEGUARDING = Sentence(
    "Safeguarding is the ground of a safeguarding concern alone. Choose their yes, direct care or a duty in law, or say that it is one."
)
TO_A_LEAD = Sentence("A safeguarding concern goes to a named safeguarding lead. Choose one, or write down who it is first.")
SAY_WHETHER_TOLD = Sentence("Say whether the person was told.")
SAY_WHY_NOT_TOLD = Sentence("Say why they were not told, such as “it would put them at more risk today”.")
SAY_BY_WHEN = Sentence("It is urgent: say by when you need an answer.")
STILL_TO_COME = Sentence("Say a moment that is still to come.")
SAY_HOW_TO_REACH_NOW = Sentence("It is urgent: say how somebody is reached now, such as the number of the duty desk.")
LINK_TOO_LONG = Sentence("Choose a day from tomorrow on, and within 13 months.")
IT_IS_OVER = Sentence("This hand-over is over. Hand it over anew if something more is needed.")
NOT_YOURS_NOW = Sentence("This is not open to you any more: it was handed back, taken back, or its link has ended.")
SAY_WHAT = Sentence("Write what you want to say.")
SAY_BECAUSE = Sentence("Say why, so that we know whom to ask instead.")
SAY_WHAT_BECAME = Sentence("Say what became of it, in a few words.")
CHOOSE_WHAT_BECAME = Sentence("Choose what became of it.")
ONLY_TOGETHER = Sentence("There is a shared page only while you work jointly.")
SOMETHING_ON_THE_PAGE = Sentence("Write something on the page first.")
SOMETHING_OF_THE_BOUNDARY = Sentence("Write at least one of the three: what is ours, what is theirs, what we do together.")
RESTRICTED = Sentence(
    "Restricted: whoever raised it, whoever walks alongside them, a manager and whom it was handed to read this. It is said of a day, and not of the person.",
    sp="Restricted: whoever raised it, whoever supports them, a manager and whom it was handed to read this. It is said of a day, and not of the person.",
)
A_CONCERN_IS_READ_BY = Sentence(
    "A safeguarding concern is read by you, by whoever walks alongside them, by a manager and by whom you hand it to, and by no other colleague.",
    sp="A safeguarding concern is read by you, by whoever supports them, by a manager and by whom you hand it to, and by no other colleague.",
)
