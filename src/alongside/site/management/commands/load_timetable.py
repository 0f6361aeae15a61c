"""`alongside load-timetable FILE.zip`: load when buses, trams and trains run, so that finding can say how one gets there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.foundation.refusals import Refused
from alongside.places.actions import load_timetable
from alongside.places.buses.gtfs import read_timetable
from alongside.places.distance import metres_between
from alongside.places.queries import place_called
from alongside.site.importing import LOAD_TIMETABLE, tables_are_there
from alongside.trail.doing import acting


class Command(BaseCommand):
    help = "Load a timetable (GTFS, one zip file). It takes the place of the one before; a file that makes no sense changes nothing. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.zip")
        parser.add_argument("--near", default="", metavar="PLACE", help="keep only the stops around a postcode or a part of town")
        parser.add_argument("--km", type=float, default=25.0, help="how far around it (25)")

    def handle(self, *args: Any, **given: Any) -> None:
        tables_are_there()
        try:
            timetable = read_timetable(given["file"], _around(given["near"], given["km"]))
            digest = hashlib.blake2b(f"{given['near']} {given['km']}".encode(), digest_size=16)
            with given["file"].open("rb") as opened:
                while piece := opened.read(1 << 20):
                    digest.update(piece)
            now = timezone.now()
            with acting(LOAD_TIMETABLE, purpose="import", at=now):
                different = load_timetable(timetable, digest.digest(), by=LOAD_TIMETABLE, at=now)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        first, last = timetable.days
        self.stdout.write(
            f"Stops: {len(timetable.stop_names):,}\nLines: {len(timetable.line_names):,}\nRuns: {len(timetable.line):,}\n"
            f"From {first.day} {first:%B %Y} to {last.day} {last:%B %Y}.\n{'It is loaded.' if different else 'It was loaded already: nothing is different.'}"
        )


def _around(near: str, km: float) -> Callable[[float, float], bool] | None:
    if not near:
        return None
    place = place_called(near)
    if place is None:
        raise CommandError(f"We do not know where “{near}” is. Write a postcode or a part of town that is in the list of postcodes.")
    return lambda latitude, longitude: metres_between(place.latitude, place.longitude, latitude, longitude) <= km * 1000
