"""What people of the town hold of their own: a copy they were given, words they added, and what they say is not right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from alongside.access.actions import choose
from alongside.foundation.actor import Actor
from alongside.journeys.models import Paper
from alongside.mine import actions
from alongside.mine.gathering import everything
from alongside.mine.models import Line
from alongside.mine.rules import EasyTold
from alongside.people.models import Person
from alongside.pictures.actions import add_picture, keep_photograph

from .drawn import a_garden, a_letter


def own_copy(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    """A copy of some parts, and where it is told its lines in Easy Read."""
    told = everything(person.id, on=timezone.localdate(at), vocabulary=by.vocabulary)
    actions.make_copy(person, given["own copy"], (), told=told, by=by, at=at)
    if "easy read" in given:
        actions.write_easy_read(person, [EasyTold(words, picture, "".join(part) or "else") for picture, words, *part in given["easy read"]], by=by, at=at)


def their_words(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    """Words of their own, from the back of the booklet or from across the table."""
    actions.say_own_words(person.id, given["their words"], how=given["how"], on=given["on"], by=by, at=at)


def not_right(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    """What they say is not right with the first line of that kind in their copy."""
    line = Line.objects.filter(person=person, of=given["not right"]).order_by("-at", "place")[0]
    said = {"of": line.of, "row": line.row, "said": line.says, "wish": given["wish"], "how": given["how"], "on": given["on"]}
    actions.say_not_right(person.id, given["words"], **said, by=by, at=at)


def chosen(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    """What they chose about who may know."""
    told = {"on": given["on"], "how": given.get("how", "aloud"), "words": given.get("words", ""), "until": given.get("until")}
    choose(person, given["choose"], given["answer"], **told, by=by, at=at)


def photograph(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    """A photograph of a paper, with their yes."""
    paper = Paper.objects.get(person=person, what=given["of"])
    keep_photograph(paper, a_letter(given["of"]), says=given["photograph"], how=given["how"], on=given["on"], by=by, at=at)


def own_picture(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    """A picture of their own, with their yes."""
    add_picture(person.id, a_garden(), says=given["own picture"], how=given["how"], on=given["on"], by=by, at=at)


THEIRS: dict[str, Callable[[Person, dict[str, Any], Actor, datetime], None]] = {
    "own copy": own_copy,
    "their words": their_words,
    "not right": not_right,
    "choose": chosen,
    "photograph": photograph,
    "own picture": own_picture,
}
"""Each verb of theirs and how it is played."""
