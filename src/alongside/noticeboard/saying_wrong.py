"""That something is said to be wrong, as the list and the entry's page say it."""

from __future__ import annotations

from django.utils.translation import ngettext

from alongside.directory.complaints.queries import Said
from alongside.web.templatetags.components import long_date
from alongside.web.vocabulary import say_word, word_for


def said_wrong(said: Said) -> str:
    """That it is said to be wrong: how often, when last, and of what."""
    about = ", ".join(say_word(word_for(one, "directory.COMPLAINED_OF")) for one in said.about)
    return ngettext("Said to be wrong on %(day)s: %(about)s", "Said to be wrong %(many)d times, last on %(day)s: %(about)s", said.times) % {
        "day": long_date(said.last),
        "many": said.times,
        "about": about,
    }
