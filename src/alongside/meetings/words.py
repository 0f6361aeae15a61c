"""Meetings of several professions, in the words of whoever sits at the table."""

from alongside.foundation.words import Sentence, Word


def _same(stored: str, said: str, meaning: str) -> Word:
    return Word(stored, said, meaning, plurals={said: said})


SERIES = Word(
    "series",
    "meeting series",
    "A meeting that comes again and again, with its rhythm, its table and what may be told there.",
    plurals={"meeting series": "meeting series"},
)
EXTRACT = Word(
    "agreed extract", "agreed extract", "The few words that the person agreed a meeting may know of them; the rest of their record stays closed to it."
)

REFLECTION = Word(
    "reflection", "team reflection", "A scene of practice that a team thinks over together, with nobody’s name in it; private to the team, never in a record."
)

KINDS = (
    _same("locality", "a locality’s planning meeting", "Every department of a neighbourhood brings people to it."),
    _same("practice", "a GP practice’s meeting", "A surgery’s own meeting of several professions (an MDT)."),
    _same("leadership", "a leadership group", "Neighbours, and those who lead services, hear a story and clear what stands in the way."),
    _same("other", "another meeting", "Any other table of several professions."),
)

NATIONS = (
    _same("ENG", "England", "Its bank holidays are left out."),
    _same("WLS", "Wales", "Its bank holidays are left out."),
    _same("SCT", "Scotland", "Its bank holidays are left out."),
    _same("NIR", "Northern Ireland", "Its bank holidays are left out."),
)
"""Whose bank holidays a series skips, stored as ISO 3166-2 names them."""

RHYTHMS = (
    _same("fortnightly", "every second week", "On that day of the week, every fortnight."),
    _same("weekly", "every week", "On that day of the week."),
    _same("monthly", "every month", "On the same one of the month, such as its first Tuesday."),
)

WHICH_ONE = (
    _same("first", "the first of the month", "Its first such day."),
    _same("second", "the second", "Its second such day."),
    _same("third", "the third", "Its third such day."),
    _same("fourth", "the fourth", "Its fourth such day."),
    _same("last", "the last", "Its last such day."),
)

BASES = (
    _same("their yes", "each person’s own yes", "Nobody is told of there who did not agree to this meeting."),
    _same("direct care", "direct care, unless they say no", "Those at the table look after the person, and the person knows of it and did not object."),
)
"""On what basis a series may tell its table of somebody."""

KNOWS = (
    _same("agrees", "they know, and agree", "They were asked, and said yes."),
    _same("knows", "they know of it", "They were told; nobody asked yet whether they agree."),
    _same("not asked", "they do not know yet", "Whoever walks alongside them asks first."),
)
"""Whether somebody knows that they are proposed to a meeting."""

TOO_LATE = "too late"
DECIDED = (
    _same("on the list", "on the list", "They agreed, and are on the list."),
    _same("not this time", "not this time", "They are not on the list, and the answer says why."),
    _same(TOO_LATE, "not decided in time", "Nobody decided within 30 days of its day, and the words about the person are gone."),
)

ANSWERS = (
    _same("done", "done", "It is done."),
    _same("not yet", "not yet", "It is not done, and the answer says because of what."),
    _same("cannot", "cannot", "It will not be done by them; somebody else has to."),
)
"""What became of something that was agreed."""

NO_LONGER_NEEDED = "no longer needed"
TEAM_ANSWERS = (*ANSWERS, _same(NO_LONGER_NEEDED, "no longer needed", "Nobody has to do it any more, and the answer says because of what."))
"""The same as the team writes it down that calls the meeting: it may say as well that it is closed."""
STILL_OPEN = ("", "not yet", "cannot")
"""Answers with which something stays on the next list."""
ASKED_AFTER = ("", "not yet")
"""Answers with which somebody is asked again."""

THOUGHTS = (
    _same("view", "how I see it", "One view among several; nobody has to agree."),
    _same("try", "what I will try", "What one of the team means to do from it."),
)
"""What somebody says to a scene that the team thinks over."""

HOW_TOLD = (
    _same("aloud", "face to face", "Said to them, and asked what they think."),
    _same("telephone", "by telephone", "In a call."),
    _same("letter", "by letter", "A letter in plain words."),
    _same("easy read", "in Easy Read", "Short sentences, with pictures."),
    _same("through somebody", "through somebody they trust", "Told to them by somebody they chose."),
)
"""How somebody was told what a meeting said of them."""

TEAMS_KEEP_MEETINGS = Sentence("Only the team that calls this meeting does that. Ask whoever sent you the invitation.")
SAY_ITS_NAME = Sentence("Say what the meeting is called.")
NAME_TAKEN = Sentence("Your team has a meeting of this name already. Choose another, such as one with the practice in it.")
A_CALL_IS_A_LINK = Sentence(
    "This is no link to a call: %(link)s. One begins with https://, as the invitation has it. A telephone number belongs under “Where?”."
)
SAY_THE_BASIS = Sentence("Say what may be told there, such as “what the person agreed, and no health record”.")
NOT_ITS_DAY = Sentence("It does not meet on %(day)s. Choose one of its next days.")
LIST_IS_CLOSED = Sentence("The list for %(day)s is closed: it goes out the working day before. Propose them for the next meeting.")
TOO_EARLY_TO_SEND = Sentence("The list goes out on %(day)s, the working day before. Until then people can still be proposed.")
NOT_SENT_YET = Sentence("The list has not gone out yet. Send it out first: from then on those at the table see it.")
SENT_ALREADY = Sentence("The list has gone out already. Put them on the list of the next meeting.")
CLOSED_ALREADY = Sentence("This meeting is closed. What is still open is on the list of the next one.")
NOT_MET_YET = Sentence("This meeting has not been yet. It is closed on its day or afterwards.")
ON_IT_ALREADY = Sentence("They are on this list already.")
SAY_WHOM = Sentence("Say whom you mean, as you would to the coordinator.", sp="Say whom you mean, as you would to the link worker.")
SAY_WHY = Sentence("Say in a few words why the meeting should speak of them.")
SAY_THE_EXTRACT = Sentence("Write what they agreed the meeting may know, and no more.")
SAY_HOW_THEY_AGREED = Sentence("Say how they said yes, such as “aloud, on the telephone”.")
SAID_NO = Sentence("They said no on %(day)s, so the meeting is told nothing. If they think otherwise now, write down their new choice first.")
SAY_WHAT_IS_AGREED = Sentence("Write what will be done.")
SAY_WHO_DOES_IT = Sentence("Choose who does it, of those at the table.")
NOBODY_DOES_IT_BY_A_DAY = Sentence(
    "A day is for something that somebody does. Choose who does it, or leave the day empty: then it is a decision that all at the table read."
)
SAY_BECAUSE = Sentence("Say because of what, so that the meeting need not ask again.")
SAY_THEIR_NAME = Sentence("Say who sits at the table: a name, or a post such as “duty social worker”.")
SAY_WHAT_THEY_ARE = Sentence("Say what they are there: GP, community nurse, housing officer.")
IN_THEIR_PLACE = Sentence("Say by when, as a day that is still to come.")
SAY_WHAT_THEY_WERE_TOLD = Sentence("Write in plain words what they were told.")
LINK_TOO_LONG = Sentence("Choose a day from today on, and within 13 months.")
SAY_THE_SCENE = Sentence("Tell the scene in a few words, without anybody’s name.")
SAY_THE_QUESTION = Sentence("Write the question that the team thinks over.")
SAY_WHAT_YOU_THINK = Sentence("Write a few words first.")
NOT_YOUR_WORDS = Sentence("Only whoever wrote it takes it back.")
WHOLE_TABLE_OR_NOTHING = Sentence("Nothing of it is kept yet: %(many)s rows have to be mended first.")
