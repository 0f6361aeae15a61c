"""Pictures: how a yes was given, and what is said when one is not taken."""

from __future__ import annotations

from alongside.foundation.words import Sentence, Word

HOW_THEY_SAID_YES = (
    Word("aloud", "aloud", "They said it.", plurals={"aloud": "aloud"}),
    Word("on paper", "on paper", "They signed or marked it.", plurals={"on paper": "on paper"}),
    Word("by their link", "by their own link", "They added it themselves, on their own page.", plurals={"by their own link": "by their own link"}),
)

CHOOSE_ONE = Sentence("Choose a photograph, or take one.")
NOTHING_IN_IT = Sentence("There is nothing in this file. Choose the photograph once more.")
TOO_LARGE = Sentence("This file has more than %(most)s MB. Send the photograph in a smaller size.")
TOO_MANY_DOTS = Sentence(
    "This picture is %(wide)s by %(high)s dots, more than we can open. Send it as an ordinary JPEG, as a telephone takes it, "
    "or in a smaller size: a PNG may have up to %(most)s million dots, a WebP half as many."
)
IS_HEIC = Sentence(
    "This is an HEIC photograph, which most browsers cannot show. On an iPhone, open Settings, Camera, Formats, and choose “Most compatible”; "
    "or make a screenshot of the photograph and send that."
)
IS_AVIF = Sentence("This is an AVIF picture, which not every browser can show. Save it as JPEG or PNG.")
IS_SVG = Sentence("An SVG can carry a program, so it is not taken. Save the picture as a PNG.")
IS_PDF = Sentence("This is a PDF, not a photograph. Take a photograph of the page.")
IS_NO_PICTURE = Sentence("This is no picture that we can open: a JPEG, PNG or WebP is. Take the photograph with the camera, or choose another file.")
IS_BROKEN = Sentence("This picture is not whole: part of it is missing. Choose it once more.")
SAY_WHAT_IT_SHOWS = Sentence("Say in a few words what it shows, for whoever cannot see it.")
SAY_THE_NAME = Sentence("Give the picture a name.")
SAY_THE_SOURCE = Sentence("Say where it is from, and that you may use it.")
NEEDS_A_YES = Sentence("A photograph of a paper is kept only if they wish it. Ask, and say how they said yes.")
ENOUGH = Sentence("There are %(most)s pictures already. Take one away first.")
THEIRS_OR_OURS = Sentence(
    "Only they themselves, or whoever walks alongside them, can do this.", sp="Only they themselves, or whoever supports them, can do this."
)
ADMINISTRATORS_CHOOSE = Sentence("Only an administrator looks after the organisation’s pictures. Ask yours.")
NO_YES_TO_TAKE_BACK = Sentence("There is no yes to take back.")

PDF_TOO_LARGE = Sentence("The file is larger than %(most)s MB. Photograph the receipt instead, or save the PDF smaller.")
PDF_TOO_LONG = Sentence("The PDF has more than %(most)s pages. Send only those with the sums.")
PDF_BROKEN = Sentence("This PDF cannot be read: it may be locked or broken. Photograph the receipt, or save it as a PDF again.")
