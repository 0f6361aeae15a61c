"""What people and partners are asked about the team itself, and what they may answer."""

from alongside.foundation.words import Sentence, Word


def _same(stored: str, said: str, meaning: str) -> Word:
    return Word(stored, said, meaning, plurals={said: said})


FEEDBACK = _same("feedback", "what people say of us", "What people and partners answer, without their names, when they are asked about the team itself.")

OF_WHOM = (
    _same("people", "people", "Those whom the team walks alongside, or did."),
    _same("partners", "partners", "Those who introduce people, or sit at a table with the team."),
)
"""Who was asked."""

STARS = (
    _same("5", "five stars", "As good as it could be."),
    _same("4", "four stars", "Good."),
    _same("3", "three stars", "Neither good nor bad."),
    _same("2", "two stars", "Not good."),
    _same("1", "one star", "Bad."),
)

DIFFERENCES = (
    _same("big", "yes, a big one", "It made a big difference."),
    _same("some", "yes, some", "It made some difference."),
    _same("none", "no", "It made no difference."),
    _same("harder", "it made things harder", "It made things worse than before."),
)

CONNECTED = (
    _same("more", "yes, more", "They are in touch with people around them more than before."),
    _same("same", "about the same", "They are in touch with people around them as much as before."),
    _same("less", "less", "They are in touch with people around them less than before."),
)

VALUABLE = (
    _same("very", "very valuable", "Worth a great deal."),
    _same("fairly", "fairly valuable", "Worth something."),
    _same("a little", "a little", "Worth little."),
    _same("not", "not at all", "Worth nothing."),
    _same("cannot say", "cannot say", "They do not know enough of it."),
)

ROOTED = (
    _same("yes", "yes", "The team knows the neighbourhood and is known in it."),
    _same("partly", "partly", "In some of it."),
    _same("no", "no", "The team is not rooted in the neighbourhood."),
    _same("cannot say", "cannot say", "They do not know enough of it."),
)

WAYS = (
    _same("link", "by the link", "They answered by themselves, on a screen of theirs."),
    _same("paper", "on paper", "They filled in the sheet, and one of us typed it in."),
    _same("screen", "on our screen", "They answered on a screen that one of us had with them."),
    _same("aloud", "aloud", "They said it, in a room or by telephone, and one of us wrote it down."),
)
"""How an answer was given."""

ENDED = (
    _same("answered", "answered", "They answered one question or more, or wrote something."),
    _same("would rather not", "would rather not", "They were asked, and would rather not. That is not the same as a bad answer, nor as nothing."),
)

HOW_MANY_STARS = Sentence("How was it to have us alongside you?", sp="How was it to have our support?")
A_DIFFERENCE = Sentence("Did it make a difference to your life?")
MORE_CONNECTED = Sentence("Are you more in touch with people around you than before?")
HOW_VALUABLE = Sentence("How valuable is the team’s work to the people you work with?")
IS_ROOTED = Sentence("Is the team rooted in this neighbourhood?")
ANYTHING_ELSE = Sentence("Is there anything you want to tell the team?")
NAME_NOBODY = Sentence("The whole team reads it. Name nobody else, and yourself only if you want us to come back to you.")
LEAVE_IT_OUT = Sentence("I leave this out")

TEAMS_ASK = Sentence("What people say of a team is asked and read by the team itself. Ask one of them.")
SAY_SOMETHING = Sentence("Nothing is answered yet. Answer one question, or say that you would rather not.")
ALL_ANSWERED = Sentence("As many have answered as were asked with this link. Ask again for more.")
LINK_IS_OVER = Sentence("This link opens nothing any more. Ask again for another.")
ONE_OR_MORE = Sentence("Say how many are asked: 1 or more, and no more than 1,000.")
OPEN_FOR_A_WHILE = Sentence("The link has to be open for one day at least, and for no longer than a year.")
NOT_OF_THE_TEAM = Sentence("That neighbourhood is none of the team’s. Choose one of those on the list.")
NOBODY_TO_SEND_TO = Sentence("No partner of the team has an address of e-mail written down.")
TOO_LATE_TO_TAKE_BACK = Sentence(
    "This sheet cannot be taken back any more: only what was typed in today can, by whoever typed it, and nothing that came by the link."
)
