"""Living what a manager writes of posts, and of who pays for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alongside.foundation.actor import Actor, Role
from alongside.money import actions
from alongside.money.models import FundingStream
from alongside.money.posts import WHOLE, Stretch, financial_year
from alongside.money.queries import organisation_of
from alongside.money.rules import minutes_a_week, parts_of
from alongside.places.models import Locality
from alongside.teams.models import Organisation, Staff

from .neighbourhood import locality_names
from .plan import Deed
from .reading import told

if TYPE_CHECKING:
    from .playing import Player


def _who_pays(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """Every stream and post of the town's money, and each share."""
    organisation = organisation_of(by, Role.MANAGER)
    assert organisation is not None  # noqa: S101 - the demo's manager has one
    year, given = financial_year(deed.given["today"]), told("money")
    streams = {one["key"]: _stream(player, organisation, one, by, at) for one in given["streams"]}
    for one in given["posts"]:
        _post(organisation, one, streams, year, by, at)


def _stream(player: Player, organisation: Organisation, one: dict[str, Any], by: Actor, at: datetime) -> FundingStream:
    made = actions.add_stream(organisation, one["name"], kind=one["kind"], wants_to_hear=one["hears"], by=by, at=at)
    if readers := one.get("read_by"):
        actions.choose_readers(made, Staff.objects.filter(id__in=[player.town.actors[key].id for key in readers]), by=by, at=at)
    return made


def _post(organisation: Organisation, one: dict[str, Any], streams: dict[str, FundingStream], year: int, by: Actor, at: datetime) -> None:
    over = Stretch(_april(year + one["since"]), _april(year + one["until"]) if "until" in one else None)
    made = actions.add_post(
        organisation,
        one["name"],
        kind=one["kind"],
        locality=Locality.objects.get(name=locality_names()[one["locality"]]) if "locality" in one else None,
        minutes_a_week=minutes_a_week(Decimal(str(one["hours"]))),
        over=over,
        pay_pence=one["pay"] * 100,
        on_costs_pence=one["on_costs"] * 100,
        by=by,
        at=at,
    )
    for share in one["paid"]:
        since = _april(year + share["from"]) if "from" in share else over.since
        until = _april(year + share["until"]) if "until" in share else over.until
        parts = parts_of(Decimal(share["percent"])) if "percent" in share else WHOLE
        actions.give_share(made, streams[share["by"]], parts=parts, over=Stretch(since, until), by=by, at=at)


def _april(year: int) -> date:
    return date(year, 4, 1)


MONEY: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {"who pays": _who_pays}
"""Each verb and how it is played."""
