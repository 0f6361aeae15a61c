"""Playing what was agreed: a referral accepted, versions in parts, what they end of them, safe waiting, a look back, and word back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from alongside.foundation.actor import Actor
from alongside.introductions.actions import accept, write_back
from alongside.introductions.models import Introduction
from alongside.introductions.rules import WrittenBack
from alongside.journeys import actions as journeys
from alongside.journeys.models import LookBack
from alongside.journeys.rules import Awaited, Parts

from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player


def agree(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """A new version, in one box or in parts."""
    given = deed.given
    player.made["agreement", deed.person, ""] = journeys.agree(
        player.person(deed),
        given["agree"],
        parts=Parts(**given.get("parts", {})),
        agreed_on=given["on"],
        how_agreed=given["how"],
        who_was_there=given.get("with", ""),
        kept_where=given.get("kept", ""),
        by=by,
        at=at,
    )


def ends_part(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """They end a part of the newest version."""
    newest = player.made["agreement", deed.person, ""]
    journeys.end_part(newest, deed.given["ends part"], words=deed.given["words"], on=deed.given["on"], by=by, at=at)


def wait(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """They begin to wait for something."""
    given = deed.given
    again = deed.on + timedelta(days=given["again"]) if "again" in given else None
    asked = Awaited(given["wait"], given["on"], given.get("of", ""), given.get("company", ""), look_again_on=again)
    player.made["wait", deed.person, given["as"]] = journeys.begin_waiting(player.person(deed), asked, by=by, at=at)


def waited(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """How a wait ended."""
    given = deed.given
    begun = player.made["wait", deed.person, given["waited"]]
    journeys.end_waiting(begun, as_=given["how"], how_it_went=given.get("went", ""), on=given["on"], by=by, at=at)


def look_back(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """A day to look back, some days ahead."""
    journeys.plan_look_back(player.person(deed), on=deed.on + timedelta(days=deed.given["look back"]), by=by, at=at)


def looked_back(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """The look back that was ahead took place."""
    ahead = LookBack.objects.get(person_id=player.person(deed).id, ended_as="")
    journeys.end_look_back(ahead, as_="took place", on=deed.given["on"], words=deed.given["looked back"], by=by, at=at)


def accepted(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """Their referral was accepted."""
    newest = Introduction.objects.filter(person_id=player.person(deed).id).latest("at")
    accept(newest, on=deed.given["on"], by=by, at=at)


def word_back(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """What was told to whoever introduced them."""
    given = deed.given
    sent = WrittenBack(player.introduced_by(deed), given["word back"], given["agreed"], given["how"], given["on"])
    write_back(player.person(deed), sent, by=by, at=at)


AGREED = {
    "agree": agree,
    "ends part": ends_part,
    "wait": wait,
    "waited": waited,
    "look back": look_back,
    "looked back": looked_back,
    "accepted": accepted,
    "word back": word_back,
}
"""Each verb and how it is played."""
