"""Coming in from a spreadsheet."""

from alongside.foundation.words import Sentence, Word

MOVING_IN = Word("moving in", "moving in", "Bringing a team's own spreadsheet of people into Alongside.", plurals={"moving in": "moving in"})
DRY_RUN = Word("dry run", "dry run", "What would be written down, shown before anything is.")

FEED = Word("feed", "feed", "Another directory, published for programs to read, which Alongside reads again and again.")

ADMINISTRATORS_CONNECT = Sentence("Only an administrator connects another directory. Ask yours.")
MANAGERS_BRING_IN = Sentence("Only a manager of the team brings a spreadsheet of its people in. Ask yours.")
LOADED_ALREADY = Sentence("These people are loaded already.")
NOT_LOADED = Sentence("There is nothing to undo: these people are not loaded.")
NOTHING_TO_LOAD = Sentence("Nobody in this file would be brought in. See what was refused, mend it, and bring the file again.")
CONFIRMED_ALREADY = Sentence("This has been confirmed, so it stays. End or amend what is wrong on each person's page.")
IS_LOADING = Sentence("These people are being brought in now. Wait until it is done.")
FILE_IS_GONE = Sentence("This spreadsheet has been thrown away, or was brought by somebody else.")

# What becomes of people in a dry run.
LAST_CONTACT = Sentence("Last contact, from the sheet.")
NO_DAY_IN_SHEET = Sentence("From the sheet, without a day: %(words)s")
WRITTEN_THERE_BY = Sentence("Written by %(name)s, as the sheet says: %(words)s")
AS_A_STEP = Sentence("from the sheet")
FROM_THE_SHEET = Sentence("From the sheet: %(words)s")
VOUCHED_FOR = Sentence("Said by %(name)s, who brought in the sheet")
SHEET_DOES_NOT_SAY = Sentence("the sheet does not say")

FATES = (
    Word("understood", "understood", "Read, and taken.", plurals={"understood": "understood"}),
    Word("doubted", "in doubt", "Read in one way, and it could be another.", plurals={"in doubt": "in doubt"}),
    Word("refused", "refused", "Not what it ought to be; the sentence says how to mend it.", plurals={"refused": "refused"}),
    Word("left out", "left out", "Not taken: by the mapping, or because it is a heading or a sum.", plurals={"left out": "left out"}),
)

INTRODUCED_BY = Sentence("Introduced by: %(by)s", sp="Referred by: %(by)s")

MEANS = (
    Word("name", "its name", "What it is called."),
    Word("description", "what happens there", "What it is, in words; several columns are put together."),
    Word("organisation", "who runs it", "The organisation behind it."),
    Word("kind", "what kind of thing it is", "Group, place, activity or service."),
    Word("address", "where it is", "Its address; several columns are put together."),
    Word("letters", "where its letters go", "It may be somebody’s home: then only its town is kept."),
    Word("postcode", "its postcode", "It puts it on the map."),
    Word("latitude", "its latitude", "In degrees."),
    Word("longitude", "its longitude", "In degrees."),
    Word("easting", "its easting", "In metres, by the national grid."),
    Word("northing", "its northing", "In metres, by the national grid."),
    Word("when", "when it meets or opens", "In words; the days that are sure are found by."),
    Word("cost", "what it costs", "In words."),
    Word("access_words", "getting in and about", "In words."),
    Word("phone", "its telephone", "The organisation’s own."),
    Word("email", "its e-mail", "The organisation’s own."),
    Word("website", "its website", "An address of a page."),
    Word("how_to_join", "how joining works", "In words."),
    Word("getting_there", "how to get there", "In words."),
    Word("languages", "its languages", "Which are spoken."),
    Word("who_for", "who it is for", "In words."),
    Word("not_for", "who it is not for", "In words."),
    Word("confirmed_on", "when it was last checked", "A day, such as 20/06/2026."),
    Word("mark", "what tells it from the others", "A number or a mark of its own, the same next year; else its name and postcode are."),
)
"""What a column of a sheet of entries may mean."""

WHOSE_PEOPLE = Sentence("Who walks alongside them, where the sheet does not say?", sp="Who is their link worker, where the sheet does not say?")
