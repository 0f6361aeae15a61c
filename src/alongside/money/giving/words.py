"""Why a file of grants, or a row of one, is not taken."""

from __future__ import annotations

from alongside.foundation.words import Sentence

NO_GRANTS = Sentence("This is no file of grants in 360Giving’s form. Choose a JSON with “grants” in it, or a CSV with the column “Identifier”.")
NOT_TEXT = Sentence("This file is not written in UTF-8. Save it as CSV UTF-8, or take the JSON.")
MISSING = Sentence("Grant %(number)s (%(key)s) has no %(what)s.")
NO_DAY = Sentence("Grant %(number)s (%(key)s) was awarded on “%(found)s”, which is no day. Write it as 2026-11-27.")
NO_SUM = Sentence("Grant %(number)s (%(key)s) is of “%(found)s”, which is no sum in whole pence.")
NOT_POUNDS = Sentence("Grant %(number)s (%(key)s) is in %(found)s. Only pounds (GBP) are kept here.")
TWICE = Sentence("Grant %(number)s (%(key)s) stands in the file twice.")
TO_A_PERSON = Sentence("Grant %(number)s (%(key)s) is to a person. No person is kept among grants: leave it out.")
