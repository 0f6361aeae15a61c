"""A kind's sentences with their gaps filled: what goes out, word for word."""

from __future__ import annotations

from datetime import timedelta

from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say

from .rules import Sending
from .words import SAYINGS, SIGNED


def said_in(given: Sending, *, team: str, organisation: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Subject and words. The last day of the link is told where it has one; a text is one sentence, all else says who sends it."""
    saying = SAYINGS[given.kind]
    gaps: dict[str, object] = {"organisation": organisation, "link": given.link}
    if given.until:
        gaps["until"] = given.until - timedelta(days=1)
    subject = say(saying.subject, vocabulary, **gaps)
    if given.way == "text":
        return subject, say(saying.text, vocabulary, **gaps)
    gaps |= {"team": team, "also": given.also}
    lines = [say(one, vocabulary, **gaps) for one in saying.lines if given.until or "%(until)s" not in one.lac]
    if given.counts:
        lines[1:1] = ["\n".join(f"{what}: {int(many)}" for what, many in given.counts)]
    return subject, "\n\n".join([*lines, say(SIGNED, vocabulary, **gaps)]) + "\n"
