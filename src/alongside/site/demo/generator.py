"""Making the demo: plan, found the town, live two years of it. The same seed and day make the same world.

Half-made worlds are known by what they lack: the last thing that is done is a line in the trail that says it is whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone
from tqdm import tqdm

from alongside.directory.actions import load_entries
from alongside.evidence.actions import make_extract
from alongside.places.actions import keep_residents, keep_terms, load_timetable
from alongside.places.models import Locality
from alongside.places.terms import read_terms
from alongside.teams.models import Staff
from alongside.trail.doing import acting, leave_trace
from alongside.trail.models import Entry

from .buses import terms_of, timetable, timetable_file
from .going_out import send_out
from .handed_over import hand_over_some
from .kept_true import keep_true, somebody_says
from .missing_here import something_is_missing
from .neighbourhood import residents_by_name
from .plan import Size, World
from .playing import Player
from .said_of_us import something_is_said_of_us
from .settling import BY, Town, settle
from .whats_good import LICENCE, SOURCE
from .world_plan import SEED, THE_DEMO, plan_world
from .worth import give_figures_out, value_last_year

WHOLE = "made the demo"
_LATER = timedelta(days=45)
"""How long ago the directory's volunteers last sent their list."""


@dataclass(frozen=True)
class MadeBefore:
    """A demo that is whole: from which seed, and on which day it was today there."""

    seed: int
    today: date


def made_before() -> MadeBefore | None:
    """The demo that this database holds, if it is whole."""
    about = Entry.objects.using("owner").filter(verb=WHOLE).order_by("-seq").values_list("about", flat=True).first()
    found = re.search(r"seed (-?\d+) day (\S+)", about or "")
    return MadeBefore(int(found[1]), date.fromisoformat(found[2])) if found else None


def is_untouched() -> bool:
    """Whether nothing was ever done in this database."""
    return not Entry.objects.using("owner").exists()


def make_world(seed: int = SEED, *, now: datetime, size: Size = THE_DEMO, quietly: bool = False) -> World:
    """Fill an empty database with the demo, or with one of another size."""
    today = timezone.localdate(now)
    world = plan_world(seed, today, size)
    with _in_a_hurry():
        began = _first_thing(world.began)
        with acting(BY, purpose="demo", at=began):
            town = settle(world, began)
        _buses_and_terms(world, town, began)
        player = Player(town, world.lives)
        later = [deed for deed in world.deeds if deed.on >= today - _LATER]
        earlier = world.deeds[: len(world.deeds) - len(later)]
        with tqdm(total=len(world.deeds), desc="Living two years", unit=" deeds", disable=True if quietly else None, leave=False) as bar:
            for many in player.play(earlier):
                bar.update(many)
            _send_the_list_again(world, _first_thing(today - _LATER))
            keep_true(town, _first_thing(today - _LATER))
            for many in player.play(later):
                bar.update(many)
        somebody_says(town, now)
        something_is_missing(town, now)
        something_is_said_of_us(town, now)
        send_out(town, now)
        hand_over_some(town, now)
        _finish(world, town, now)
    return world


def _who_lives_where() -> dict[UUID, int | None]:
    many = residents_by_name()
    return {place.id: many[place.name] for place in Locality.objects.filter(name__in=many)}


def _first_thing(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8)))


def _buses_and_terms(world: World, town: Town, at: datetime) -> None:
    """When buses run, and when there is school."""
    content = timetable_file(world.today)
    with acting(BY, purpose="demo", at=at):
        load_timetable(timetable(content), hashlib.blake2b(content, digest_size=16).digest(), by=BY, at=at)
    administrator = town.actors["rokeya"]
    with acting(administrator, purpose="demo", at=at):
        for year, lines in terms_of(world.today).items():
            keep_terms("", year, read_terms(lines), by=administrator, at=at)


def _send_the_list_again(world: World, at: datetime) -> None:
    with acting(BY, purpose="demo", at=at):
        load_entries(world.entries_later, source=SOURCE, licence=LICENCE, by=BY, at=at)


def _finish(world: World, town: Town, now: datetime) -> None:
    """The figures as of this morning, what last year was worth by them, and the line that says that the demo is whole."""
    manager = town.actors["colm"]
    with acting(manager, purpose="demo", at=now):
        keep_residents(_who_lives_where(), year=now.year - 2, source="Invented, like the town and everybody in it", by=manager, at=now)
        first, *_others = [make_extract(team, by=manager, at=now) for team in dict.fromkeys(seat.team_id for seat in manager.seats)]
    value_last_year(first, who=str(Staff.objects.get(id=manager.id)), by=manager, at=now)
    give_figures_out(first, by=manager, at=now)
    with acting(BY, purpose="demo", at=now):
        leave_trace(WHOLE, about=f"demo seed {world.seed} day {world.today}", at=now)


@contextmanager
def _in_a_hurry() -> Iterator[None]:
    """A connection that plans each kind of statement once (who may see whom takes longer to plan than to answer), without savepoints, and that
    does not wait for the disk. Whatever goes wrong, or a machine that stops, leaves a half-made demo, which is known and made again.
    """
    options, features = connection.settings_dict["OPTIONS"], connection.features
    connection.close()
    connection.settings_dict["OPTIONS"] = {**options, "server_side_binding": True, "prepare_threshold": 1}
    features.uses_savepoints = False
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
            cursor.execute("SET plan_cache_mode = force_generic_plan")
        yield
    finally:
        connection.close()
        connection.settings_dict["OPTIONS"] = options
        del features.uses_savepoints
