"""Living how life is going: which questions a team asks, what people answer, how often they used services, and a story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from alongside.foundation.actor import Actor
from alongside.outcomes import actions
from alongside.outcomes.answering import Given
from alongside.outcomes.measuring import text_of
from alongside.outcomes.queries import offered_by

from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player


def _offers(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    from .playing_teams import team_of

    team = team_of(deed, by)
    for key in deed.given["measures"]:
        actions.offer_measure(team.id, key, text_of(key), by=by, at=at)
    for words in deed.given["counts"]:
        actions.add_kind(team.id, words, by=by, at=at)


def _answers(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    file = offered_by(by.team_id).get(file__key=given["answers"]).file
    if not given.get("numbers") and not given.get("words"):
        actions.not_asked_now(player.person(deed).id, file, "not today", way="together", by=by, at=at)
        return
    numbers, words = given.get("numbers", {}), given.get("words", {})
    said = [Given(item, numbers.get(item), words=words.get(item, "")) for item in {**numbers, **words}]
    actions.answer_measure(player.person(deed).id, file, said, way=given.get("way", "together"), on=given["on"], by=by, at=at)


def _used(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    up_to = player.came_on(deed) if given.get("before") else given["on"]
    actions.tell_use(player.person(deed), given["used"], source=given.get("known", "self-reported"), weeks=13, up_to=up_to, by=by, at=at)


def _story(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    kept = {"use_kind": given["for"], "use": given["use"], "changed": given["changed"]}
    made = actions.draft_story(player.person(deed), given["their story"], **kept, by=by, at=at)
    if "yes" in given:
        actions.rewrite_story(made, given["their story"], **kept, judged=given.get("judged", ()), by=by, at=at)
        actions.say_yes(made, given["yes"], given["on"], gives_away=(), by=by, at=at)


OUTCOMES: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {
    "team measures": _offers,
    "answers": _answers,
    "used": _used,
    "their story": _story,
}
"""Each verb and how it is played."""
