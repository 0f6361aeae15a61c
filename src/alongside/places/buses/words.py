"""Why a timetable was not taken, in sentences that name the file and the line."""

from __future__ import annotations

from alongside.foundation.words import Sentence

NO_ARCHIVE = Sentence("%(path)s is not a zip file, or it is broken. A timetable is one zip file in the form called GTFS.")
NO_FILE = Sentence("There is no %(file)s in it. A timetable in the form called GTFS has one.")
LOCKED = Sentence("%(file)s is locked with a password. Ask for one that is not.")
TOO_LARGE = Sentence("%(file)s is too large, or has a line without an end. Nothing was loaded.")
NO_TEXT = Sentence("%(file)s is no text in UTF-8, as timetables are. Nothing was loaded.")
BROKEN = Sentence("%(file)s is broken within the zip file. Fetch it again.")
NO_COLUMN = Sentence("%(file)s has no column “%(column)s”.")
CELLS = Sentence("%(file)s, line %(line)s: it has %(found)s cells where the heading has %(wanted)s.")
NO_ROW = Sentence("%(file)s, line %(line)s: a quotation mark is never closed, or stands where none may.")
EMPTY_CELL = Sentence("%(file)s, line %(line)s: “%(column)s” is empty.")
NO_NUMBER = Sentence("%(file)s, line %(line)s: “%(value)s” in “%(column)s” is no such number as is written there.")
NO_PLACE = Sentence("%(file)s, line %(line)s: its place does not lie in the British Isles.")
NO_TIME = Sentence("%(file)s, line %(line)s: “%(value)s” is no time, such as 09:42:00 or, after midnight, 25:10:00.")
NO_DAY = Sentence("%(file)s, line %(line)s: “%(value)s” is no day, such as 20260903.")
AGAIN = Sentence("%(file)s, line %(line)s: “%(value)s” stands in it already.")
NOT_KNOWN = Sentence("%(file)s, line %(line)s: “%(value)s” stands in no line of %(other)s.")
BACKWARDS = Sentence("%(file)s, line %(line)s: it is there before it left the stop before, or leaves before it is there.")
NO_FIRST_TIME = Sentence("%(file)s, line %(line)s: the first and the last call of a trip need their times.")
TOO_MANY = Sentence(
    "It holds more than %(most)s calls at stops, which is more than is kept. Load the part around you: --near “a postcode or a part of town” --km 25."
)
NOTHING = Sentence("Nothing runs in it: no trip calls at two stops on any day.")
NOTHING_NEAR = Sentence("Nothing in it runs around there: no trip calls at two stops so near on any day.")

KINDS = {"bus": Sentence("bus"), "tram": Sentence("tram"), "train": Sentence("train"), "underground": Sentence("underground"), "ferry": Sentence("ferry")}
"""What one sits in, by what it is stored as."""
