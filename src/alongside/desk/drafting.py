"""A short message back, drafted from what is known: line by line, the least first, each to be chosen with the person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from alongside.connections.rules import STEPPED_OFF, is_in_touch, rung_word
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say, say_word, word_for

from . import words


@dataclass(frozen=True)
class Line:
    """One thing that the message may say. `least` lines stand in it from the beginning."""

    key: str
    text: str
    least: bool = False


def lines(called: str, known: dict[str, Any], introduced: Any, ring: dict[str, str] | None, mine: Vocabulary) -> list[Line]:
    """Everything it could say, in order: what came of it, what matters, what they are connected with, what comes next, whom to ring."""
    return list(_lines(called, known, introduced, ring, mine))


def _lines(called: str, known: dict[str, Any], introduced: Any, ring: dict[str, str] | None, mine: Vocabulary) -> Iterator[Line]:
    if introduced is not None:
        yield Line("came", say(words.CAME_TO_US, mine, name=called, day=introduced.on, who=introduced.introduced_by), least=True)
    level = (known["level"] or {}).get("level")
    if level in words.WHERE_WE_ARE:
        yield Line("level", say(words.WHERE_WE_ARE[level], mine), least=True)
    if ring and ring["phone"]:
        yield Line("ring", say(words.WHOM_TO_RING, mine, **ring), least=True)
    if known["good_life"]:
        yield Line("good life", say(words.WHAT_MATTERS, mine, words=known["good_life"]["words"]))
    for one in known["connections"] or []:
        yield Line(f"connection {one['id']}", _connected(one, mine))
    for one in known["steps"] or []:
        if not one["asked_of_a_colleague"]:
            who = one["staff"] or one["who"] or say_word(word_for(one["who_kind"], "journeys.WHO_DOES_IT"), mine)
            yield Line(f"step {one['id']}", say(words.WHAT_NEXT, mine, words=one["words"].rstrip("."), who=who))
    for one in known["waits"] or []:
        yield Line(f"wait {one['id']}", say(words.WHAT_IS_AWAITED, mine, words=one["awaited"].rstrip("."), day=one["since"]))


def _connected(one: dict[str, Any], mine: Vocabulary) -> str:
    """What is true of a connection: only whoever went, and goes, is in touch."""
    if is_in_touch(one["rung"]):
        return say(words.CONNECTED_WITH, mine, to=one["to"], rung=say_word(rung_word(one["rung"], one["kind"]), mine))
    if one["rung"] == STEPPED_OFF:
        return say(words.TRIED_AND_LEFT if one["went"] else words.TOLD_AND_LEFT, mine, to=one["to"])
    return say(words.TOLD_OF, mine, to=one["to"])


def least(offered: Iterable[Line]) -> list[str]:
    """The keys of the lines with which a message begins."""
    return [line.key for line in offered if line.least]


def with_chosen(text: str, offered: list[Line], chosen: Iterable[str]) -> str:
    """The message with the chosen lines in it and the others out; whatever else somebody wrote stays as it is."""
    wanted, kept = set(chosen), text
    for line in offered:
        if line.key not in wanted:
            kept = kept.replace(line.text, "")
    paragraphs = [part.strip() for part in kept.replace("\r\n", "\n").split("\n") if part.strip()]
    paragraphs += [line.text for line in offered if line.key in wanted and line.text not in kept]
    order = {line.text: number for number, line in enumerate(offered)}
    if all(part in order for part in paragraphs):
        paragraphs.sort(key=lambda part: order[part])
    return "\n\n".join(paragraphs)
