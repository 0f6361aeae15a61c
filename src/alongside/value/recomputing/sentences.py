"""Why a case, or a whole file, cannot be read: each in one sentence that says how to mend it."""

from alongside.foundation.words import Sentence

NO_FILE = Sentence("%(path)s cannot be read: %(why)s.")
NOT_JSON = Sentence("This is no JSON (line %(line)s, column %(column)s: %(why)s). Write one list of cases, or one case a line.")
NOT_TEXT = Sentence("This file is not written in UTF-8. Save it so, and try again.")
EMPTY = Sentence("The file is empty.")
TOO_DEEP = Sentence("This is nested too deeply for figures. A case is one level of names and values, with lists in it.")
TOO_LARGE = Sentence("The file is larger than %(most)s bytes, so it is no list of figures as we read them.")
NO_LIST = Sentence("The file holds no list of cases. Write a list in square brackets, or {“cases”: [ … ]}.")
NO_CASE = Sentence("a case is written in curly brackets, with an “id”; this is %(what)s.")
NO_ID = Sentence("it has no “id”. Give it a short name of its own, so that its line can be found.")
ID_TWICE = Sentence("another case above has this id. Give each its own.")
NAME_TWICE = Sentence("“%(name)s” stands in it twice. Keep one of them.")
NO_FORM = Sentence(
    "nothing in it says what to work out. Write “expr”, or “numerator” and “denominator”, or “parts” and “total”, or “outcomes” and “inputs”, or “headlines”."
)
MISSING = Sentence("“%(name)s” is missing. %(mend)s")
NO_FIGURE = Sentence("“%(name)s” is %(given)s. Write it as a figure, such as 5.07 or “1,234”.")
NO_NUMBER_AT_ALL = Sentence("“%(name)s” is %(given)s, which is no number.")
NO_ROUND = Sentence("“round” is %(given)s. Write how many decimal places, from −15 to 15: 2 for pence, −3 for thousands.")
NO_TOLERANCE = Sentence("“%(name)s” is %(given)s. Write how far the two may be apart, as a figure of nought or more.")
LOW_ABOVE_HIGH = Sentence("“lo” is %(lo)s and “hi” is %(hi)s: the lower comes first.")
NO_SHARE = Sentence("“%(name)s” of %(row)s is %(given)s. It is a share from 0 to 1: write 0.4, “40%%”, or %(name)s_pct: 40.")
NO_ROWS = Sentence("“%(name)s” holds no rows. Write a list, each row in curly brackets.")
ROW_LACKS = Sentence("%(row)s has no “%(name)s”. %(mend)s")
YES_OR_NO = Sentence("“%(name)s” is %(given)s. Write true or false.")
UNKNOWN_IN_ROW = Sentence("%(row)s says “%(name)s”, which we do not know, and it may be an adjustment. A row can say: %(known)s.")
UNKNOWN_IN_CASE = Sentence(
    "“%(name)s” is a name that we do not know, and the case has no “inputs”. If it is what was put in, call it “inputs”; "
    "if it says nothing that is to be reckoned with, leave it out."
)
FEW_HEADLINES = Sentence("“headlines” holds fewer than two figures, so there is nothing to hold beside each other.")

EXPRESSION_EMPTY = Sentence("“%(name)s” is empty. Write a sum, such as 125+24.")
EXPRESSION_TOO_LONG = Sentence("“%(name)s” is longer than %(most)s characters. Write it in parts.")
EXPRESSION_TOO_DEEP = Sentence("“%(name)s” is nested deeper than %(most)s brackets or signs.")
UNKNOWN_CHARACTER = Sentence("“%(name)s” holds “%(what)s” at character %(at)s. A sum holds figures, + − * / ** %% and brackets, and nothing else.")
ENDS_TOO_SOON = Sentence("“%(name)s” ends where a figure is awaited.")
NO_FIGURE_HERE = Sentence("“%(name)s” has “%(what)s” at character %(at)s, where a figure is awaited.")
LEFT_OVER = Sentence("“%(name)s” has “%(what)s” at character %(at)s, where a sign or the end is awaited.")
NO_BRACKET = Sentence("“%(name)s” opens a bracket that is never closed.")
BAD_THOUSANDS = Sentence("“%(name)s” holds %(what)s: commas part whole threes, as in 1,234,567.")
TOO_MANY_DIGITS = Sentence("“%(name)s” holds a figure of more than %(most)s digits, or with a power of ten beyond ±%(power)s.")
BY_NOUGHT = Sentence("“%(name)s” divides by nought.")
MAYBE_BY_NOUGHT = Sentence("“%(name)s” divides by a figure that may be nought once it is read as rounded.")
NO_POWER = Sentence("“%(name)s” raises to the power %(power)s. A power is a whole number from −%(most)s to %(most)s.")
TOO_GREAT = Sentence("“%(name)s” comes to a figure of more than %(most)s digits, further than we go.")
