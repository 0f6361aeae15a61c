"""The words of places: whose school terms, and why a list of them was not taken."""

from __future__ import annotations

from alongside.foundation.words import Sentence

ADMINISTRATORS_KEEP_TERMS = Sentence("Only an administrator keeps the dates of school terms. Ask yours.")
TWO_DATES = Sentence(
    "Line %(number)s has no two dates in it: “%(line)s”. Write the first day and the last, such as “Autumn: 3 September 2026 to 23 October 2026”."
)
NO_SUCH_DAY = Sentence("Line %(number)s names a day that there is not: “%(line)s”.")
ENDS_FIRST = Sentence("In line %(number)s the last day is before the first: “%(line)s”.")
A_HOLIDAY = Sentence("Line %(number)s looks like a holiday: “%(line)s”. Write when there is school; a half term is the gap between two lines.")
TOO_LONG = Sentence("Line %(number)s is longer than a term can be: “%(line)s”.")
ON_TOP = Sentence("Two of the terms lie on top of each other: %(one)s and %(other)s.")
ANOTHER_YEAR = Sentence("Line %(number)s does not begin in the school year from August %(year)s to July %(next)s: “%(line)s”.")
