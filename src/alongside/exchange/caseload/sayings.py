"""What is told of a sheet's cells and rows: why something was read so, what is in doubt, and what could not be taken."""

from __future__ import annotations

from alongside.foundation.words import Sentence

# Left out.
A_HEADING = Sentence("names a column")
ABOVE_THE_HEADING = Sentence("stands above the heading")
HEADING_AGAIN = Sentence("is the heading once more")
A_TOTAL = Sentence("is a row of sums")
BETWEEN = Sentence("is a heading between the rows")
BY_THE_MAPPING = Sentence("left out by the mapping: %(why)s")
NOT_CHOSEN = Sentence("you chose to leave it out")
NOTHING_SAID = Sentence("says that there is nothing")

# Understood.
TAKEN = Sentence("taken as it is")
IS_THE_NAME = Sentence("%(name)s")
SURNAME_FIRST = Sentence("%(name)s: the surname stood first")
THE_DAY = Sentence("%(day)s")
SHEET_SAYS_DAY = Sentence("%(day)s: the spreadsheet itself holds it as a date")
DAY_BY_MAPPING = Sentence("%(day)s: %(order)s, as the mapping says")
DAY_BY_COLUMN = Sentence("%(day)s: %(order)s, because “%(shows)s” in this column can be nothing else")
DAY_BY_FILE = Sentence("%(day)s: %(order)s, because “%(shows)s” elsewhere in the file can be nothing else")
NOTES_FOUND = Sentence("notes: %(many)s")
KEPT_IN_WORDS = Sentence("kept in a note, in its words", sp="kept in a contact note, in its words")
IS_LEVEL = Sentence("%(level)s")
KEY_OF_ROWS = Sentence("tells which rows belong together")
MENDED_PHONE = Sentence("%(phone)s: the spreadsheet had taken away the nought in front")
POSTCODE_FOUND = Sentence("address, with the postcode %(postcode)s in it")
FROM_ABOVE = Sentence("as the row above: %(words)s")

# Refused, each with how to mend it.
NO_HEADING = Sentence(
    "No row of this sheet names the column “%(column)s”, which the mapping takes for names. Is it the right mapping? Or leave the sheet out: left_out_sheets."
)
NOBODY_NAMED = Sentence("Nobody is named in this row, and there is nobody above whom it could be about. Write a name into it.")
NO_DATE = Sentence("There is no date in it. It is kept in a note in its words.", sp="There is no date in it. It is kept in a contact note in its words.")
NO_SUCH_DAY = Sentence("There is no such day. It is kept in a note in its words.", sp="There is no such day. It is kept in a contact note in its words.")
BAD_PHONE = Sentence(
    "This is no telephone number: figures may be missing. It is kept in a note in its words; write the number in the sheet as text.",
    sp="This is no telephone number: figures may be missing. It is kept in a contact note in its words; write the number in the sheet as text.",
)
BAD_EMAIL = Sentence(
    "This is no e-mail address. It is kept in a note in its words.", sp="This is no e-mail address. It is kept in a contact note in its words."
)
BAD_POSTCODE = Sentence("This is no whole postcode. It is kept with the address.")
NOT_BEYOND = Sentence("It stands beyond the columns that have a heading. Give its column a heading.")

MOVED_ON = Sentence(
    "This row has more cells than the heading: a comma or semicolon inside words has moved them. Mend it in the sheet, or bring the workbook itself."
)

# Doubts: why.
EITHER_ORDER = Sentence("Day and month could be the other way round, and nothing in the file shows which. “%(text)s” stands for all such dates of this column.")
NO_YEAR = Sentence(
    "Dates without a year (or with a day alone) were completed from a date beside them, or from the sheet's name. “%(text)s” was read as %(day)s."
)
DATE_BEHIND = Sentence("A date behind a short remark was taken as the day of that remark: “%(text)s”, %(day)s.")
MONTH_ONLY = Sentence("Only the month is given. “%(text)s” stands for all such dates of this column.")
NOT_YET = Sentence("This day has not come yet.")
DATE_INSIDE = Sentence("There is a date among other words.")
CENTURY = Sentence("The year has two figures.")
SEVERAL_NAMES = Sentence("Several people are named in one cell.")
NO_NAME_HERE = Sentence("Nobody is named in this row. It may go on from the row above.")
A_HEADING_OR_SOMEBODY = Sentence("There is nothing else in this row. It may be a heading between the rows, or somebody of whom nothing more is known.")
UNKNOWN_WORD = Sentence("The mapping does not say what “%(text)s” means here.")
UNKNOWN_STAFF = Sentence("We know nobody in the team by “%(text)s”.")
NO_YES = Sentence(
    "Nothing says whether they said yes to being introduced.",
    sp="Nothing says whether they said yes to being referred.",
)
SAID_NO = Sentence("The sheet says that they did not agree.")
POINTS_ABOVE = Sentence("It points at the row above.")
UNMENTIONED = Sentence("The mapping does not mention this column.")
SAME_NAME = Sentence("Row %(row)s has the same name.")
ALIKE = (
    Sentence("This looks like %(name)s in row %(row)s."),
    Sentence("This looks like %(name)s in row %(row)s: %(first)s."),
    Sentence("This looks like %(name)s in row %(row)s: %(first)s, %(second)s."),
    Sentence("This looks like %(name)s in row %(row)s: %(first)s, %(second)s, %(third)s."),
)
"""Told with as many reasons as there are, three at the most."""
SAYS_OTHERWISE = Sentence("Row %(row)s, about the same person, says “%(other)s”.")
KNOWN_ALREADY = Sentence("Somebody like this is known here already (%(strength)s). Ask: %(ask)s.")
KNOWN_HERE = Sentence("Somebody like this is on your team's list already (%(strength)s).")
WHOSE_BIRTHDAY = Sentence("Two people share this row, and it gives one date of birth.")

# Doubts: choices.
DAY_FIRST = Sentence("The day stands first: %(day)s")
MONTH_FIRST = Sentence("The month stands first: %(day)s")
IN_WORDS = Sentence("Take no date; keep it in a note in its words", sp="Take no date; keep it in a contact note in its words")
TAKE_SO = Sentence("Take it so")
WITHOUT_A_DAY = Sentence("Keep such notes without a day", sp="Keep such contact notes without a day")
ONE_NOTE = Sentence("Leave it in the note before", sp="Leave it in the contact note before")
FIRST_OF_MONTH = Sentence("Take the first of the month")
BORN_ON = Sentence("Born on %(day)s")
SEVERAL_PEOPLE = Sentence("Several people: %(names)s")
ONE_PERSON = Sentence("One person, called “%(name)s”")
ABOUT_ABOVE = Sentence("More about %(name)s")
LEAVE_ROW_OUT = Sentence("Leave this row out")
LEAVE_OUT = Sentence("Leave it out")
KEEP_IN_WORDS = Sentence("Keep it in a note, in its words", sp="Keep it in a contact note, in its words")
IS_SOMEBODY = Sentence("Somebody called “%(name)s”")
IS_A_HEADING = Sentence("A heading")
WHO_DOES_THESE = Sentence("The sheet does not say who does these next steps.", sp="The sheet does not say who does these actions.")
WHICH_KIND = Sentence("The sheet does not say what kind of connection these are.", sp="The sheet does not say what kind of onward link these are.")
MEANS = Sentence("%(words)s")
WHOEVER_LOADS = Sentence("Whoever brings them in")
NOT_INTRODUCED = Sentence(
    "Bring them in; how they came is kept in a note, and counts as no introduction",
    sp="Bring them in; how they came is kept in a contact note, and counts as no referral",
)
THEY_SAID_YES = Sentence("They said yes, and I know how: it is recorded as an introduction", sp="They said yes, and I know how: it is recorded as a referral")
LEAVE_THEM_OUT = Sentence("Leave them out")
SAME_PERSON = Sentence("One person: all rows are about them")
TWO_PEOPLE = Sentence("Two people")
ANOTHER_PERSON = Sentence("Two people of one name")
KEEP_FIRST = Sentence("Keep “%(first)s”; the other goes into a note", sp="Keep “%(first)s”; the other goes into a contact note")
TAKE_OTHER = Sentence("Take “%(other)s”; the first goes into a note", sp="Take “%(other)s”; the first goes into a contact note")
IT_IS_THEM = Sentence("It is %(name)s: add what the sheet says to their page")
IT_IS_THEM_BECAUSE = Sentence("It is %(name)s (%(why)s): add what the sheet says to their page")
SOMEBODY_ELSE = Sentence("It is somebody else: bring them in")

WHOLE_FILE = "how they came"
"""What stands for a column in a doubt about the whole file."""

# What a note begins with.
THE_SHEET_SAYS = Sentence("From the sheet:")
HOW_THEY_CAME = Sentence("How they came, as the sheet has it; whether they said yes is not written there:")
