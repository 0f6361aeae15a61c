"""Living what fills a life: who is in it, what is given and received, what they would like to be asked, their week, how often we speak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from alongside.connections.actions import giving, meeting, week
from alongside.connections.giving import Told
from alongside.connections.models import Activity
from alongside.connections.near import near_to
from alongside.connections.week import Doing
from alongside.foundation.actor import Actor
from alongside.introductions.actions import say_why
from alongside.introductions.models import TeamReason
from alongside.introductions.rules import Reasons
from alongside.journeys.actions import papers
from alongside.journeys.actions.rhythm import agree_rhythm
from alongside.journeys.models import Paper
from alongside.journeys.rhythm import Agreed
from alongside.people.actions import circle
from alongside.people.models import InTheirLife, Person
from alongside.people.rings import InCircle

_CLOSEST = {
    "wife",
    "husband",
    "partner",
    "daughter",
    "son",
    "children",
    "mum",
    "mother",
    "sister",
    "brother",
    "grandchild",
    "granddaughter",
    "greyhound",
    "dog",
}
_PAID = {"carer", "officer", "visitor", "worker", "desk", "constable", "teacher"}
_KNOWN = {"neighbour", "opposite", "door", "driver", "lane", "shop", "priest"}


def ring_of(relation: str) -> str:
    """The ring that most people would say, by who somebody is to them; none for whom it could be any."""
    words = set(relation.lower().replace("’s", "").split())
    return "paid" if words & _PAID else "closest" if words & _CLOSEST else "know" if words & _KNOWN else "close"


def _circle(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    ring = given.get("ring") or ring_of(given["relation"])
    told = InCircle(given["circle"], given["relation"], ring, given.get("gives", ""), given.get("receives", ""), given.get("words", ""))
    circle.write_circle(person, [told], by=by, at=at)


def _went_through(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    circle.write_circle(person, [], went_through_all=True, by=by, at=at)


def _left(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    circle.left_their_life(InTheirLife.objects.get(person=person, name=given["left"]), given["how"], on=given["on"], by=by, at=at)


def _would_help(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    meeting.likes_to_be_asked(person, given["would help"], how_they_said_so=given["how"], by=by, at=at)


def _would_like(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    meeting.would_like(person, given["would like"], how_they_said_so=given["how"], by=by, at=at)


def _says_yes(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    near = next(one for one in near_to([person.id]) if given["says yes"] in " ".join(one.about))
    meeting.they_said(person, near.pair, "yes", how_they_said_so=given["how"], by=by, at=at)


def _given(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    way = "gave" if "gave" in given else "received"
    told = Told(way, given[way], given["kind"], given["on"], whom=given.get("whom", ""), minutes=given.get("minutes"))
    giving.contribute(person, told, by=by, at=at)


def _does(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    doing = Doing(given["does"], tuple(given["days"]), tuple(given["parts"]), given.get("with", ""), given.get("what", "own"), given.get("instead of", ""))
    week.write_week(person, [doing], since=given["on"], by=by, at=at)


def _no_longer(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    week.no_longer_does(Activity.objects.get(person=person, words=given["no longer"]), on=given["on"], by=by, at=at)


def _rhythm(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    agree_rhythm(person, Agreed("every", every_days=given["rhythm"]), words=given.get("words", ""), by=by, at=at)


def _closer(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    circle.move_in_circle(InTheirLife.objects.get(person=person, name=given["closer"]), given["ring"], on=given["on"], by=by, at=at)


def _why(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    listed = tuple(TeamReason.objects.filter(team_id=by.team_id, words=given.get("word") or "").values_list("id", flat=True))
    told = Reasons(given["on"], given["told"], areas=tuple(given["why"]), listed=listed, words=given.get("words", ""))
    say_why(person, told, by=by, at=at)


def _paper(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    papers.add_paper(person, papers.PaperAsked(given["paper"], given["state"], given["on"], given["for"], given["by_when"]), by=by, at=at)


def _paper_now(person: Person, given: dict[str, Any], by: Actor, at: datetime) -> None:
    kept = Paper.objects.get(person=person, what=given["paper now"])
    now = papers.PaperAsked(kept.what, given["state"], given["on"], kept.for_whom, kept.by_when, given.get("words", ""))
    papers.say_where_paper_is(kept, now, by=by, at=at)


LIVED: dict[str, Callable[[Person, dict[str, Any], Actor, datetime], None]] = {
    "circle": _circle,
    "went through": _went_through,
    "left": _left,
    "would help": _would_help,
    "would like": _would_like,
    "says yes": _says_yes,
    "gave": _given,
    "received": _given,
    "does": _does,
    "no longer": _no_longer,
    "rhythm": _rhythm,
    "closer": _closer,
    "why": _why,
    "paper": _paper,
    "paper now": _paper_now,
}
"""Each verb of a life's filling and how it is lived."""
