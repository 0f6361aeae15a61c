"""The words of places: whose school terms, and why a list of them was not taken."""

from __future__ import annotations

from alongside.foundation.words import Sentence, Word

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

MANAGERS_SAY_RESIDENTS = Sentence("Only a manager writes down how many people live in the localities of their team. Ask yours.")
NO_NUMBER_OF_RESIDENTS = Sentence("Line %(number)s has no number of people at its end: “%(line)s”. Write the name and how many, such as “Fernbrook: 9,120”.")
NO_SUCH_LOCALITY = Sentence("Line %(number)s names no locality of this team: “%(line)s”. The localities are: %(names)s.")
TOO_MANY_RESIDENTS = Sentence("Line %(number)s has more people than a locality can: “%(line)s”. Write how many live in this locality alone.")
LOCALITY_TWICE = Sentence("Line %(number)s names %(name)s a second time. Write each locality once.")
NOBODYS_YEAR = Sentence("Write the year that the numbers are for, from 2001 to this year, such as 2024.")

FIFTHS = tuple(
    Word(stored, said, meaning, plurals={said: said})
    for stored, said, meaning in (
        ("first", "the most deprived fifth", "Tenths 1 and 2 of the country's index of deprivation, by the area their postcode lies in."),
        ("second", "the second most deprived fifth", "Tenths 3 and 4."),
        ("third", "the middle fifth", "Tenths 5 and 6."),
        ("fourth", "the second least deprived fifth", "Tenths 7 and 8."),
        ("last", "the least deprived fifth", "Tenths 9 and 10."),
    )
)
"""How deprived an area is beside all others of its country: by its index of multiple deprivation, in fifths."""

NO_DEPRIVATION = Sentence(
    "The file needs a column of areas, such as “LSOA code (2021)” or “Data_Zone”, and one of deciles, such as “Index of Multiple Deprivation (IMD) Decile”. "
    "Its columns are: %(columns)s."
)
NOT_A_TENTH = Sentence("Row %(number)s has “%(said)s” where a tenth from 1 (most deprived) to 10 belongs.")
NO_AREA = Sentence("No row of the file is an area with its tenth, so nothing was loaded.")
