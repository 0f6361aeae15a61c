"""Living what a manager writes of posts, and of who pays for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alongside.foundation.actor import Actor, Role
from alongside.groups.models import Group, Taster
from alongside.money import actions
from alongside.money.books import budgets_there, managed_teams
from alongside.money.models import FundingStream, Post
from alongside.money.posts import WHOLE, Stretch, financial_year
from alongside.money.queries import organisation_of
from alongside.money.rules import minutes_a_week, parts_of
from alongside.places.models import Locality
from alongside.teams.models import Organisation, Staff, Team

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
        made = _post(organisation, one, streams, year, by, at)
        if key := one.get("in_it"):
            staff = Staff.objects.get(id=player.town.actors[key].id)
            actions.put_into_post(made, staff, over=Stretch(made.since, made.until), by=by, at=at)


def _stream(player: Player, organisation: Organisation, one: dict[str, Any], by: Actor, at: datetime) -> FundingStream:
    made = actions.add_stream(organisation, one["name"], kind=one["kind"], wants_to_hear=one["hears"], by=by, at=at)
    if readers := one.get("read_by"):
        actions.choose_readers(made, Staff.objects.filter(id__in=[player.town.actors[key].id for key in readers]), by=by, at=at)
    return made


def _post(organisation: Organisation, one: dict[str, Any], streams: dict[str, FundingStream], year: int, by: Actor, at: datetime) -> Post:
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
    return made


def _april(year: int) -> date:
    return date(year, 4, 1)


def _budgets(_player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """Money for localities, of the year in which some of it is spent."""
    for one in told("money")["budgets"]:
        where = Locality.objects.get(name=locality_names()[one["locality"]])
        team = Team.objects.filter(localities=where, id__in=managed_teams(by)).order_by("name")[0]
        actions.add_budget(team, financial_year(deed.given["spent"]), locality=where, pence=one["pounds"] * 100, said=one["said"], by=by, at=at)


def _spends(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """What a coordinator asked for and spent, and what came in beside it."""
    for one in told("money")["spends"]:
        budget = budgets_there(by).get(locality__name=locality_names()[one["locality"]])
        miles = {"way": "mileage", "tenths_of_a_mile": one["miles"] * 10} if "miles" in one else {"pence": _pence(one["pounds"])}
        group = _group(player, one)
        taster = Taster.objects.filter(group=group).latest("on") if one["for"] == "taster" else None
        made = actions.ask_to_spend(budget, actions.Asked(one["for"], one["words"], group=group, taster=taster, **miles), by=by, at=at)
        if "came_to" in one:
            actions.say_what_it_came_to(made, _pence(one["came_to"]), deed.given["on"], by=by, at=at)
    for one in told("money")["brought"]:
        budget = budgets_there(by).get(locality__name=locality_names()[one["locality"]])
        came = {"how_valued": one.get("how", ""), "locality": budget.locality, "group": _group(player, one)}
        actions.write_brought(budget.team, one["kind"], one["words"], _pence(one["pounds"]), deed.given["on"], **came, by=by, at=at)


def _group(player: Player, one: dict[str, Any]) -> Group | None:
    return Group.objects.get(id=player.made["", "group", one["group"]]) if "group" in one else None


def _pence(pounds: float) -> int:
    return round(pounds * 100)


MONEY: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {"who pays": _who_pays, "budgets": _budgets, "spends": _spends}
"""Each verb and how it is played."""
