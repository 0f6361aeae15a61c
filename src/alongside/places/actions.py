"""Loading postcodes and timetables; keeping when there is school, and how many people live where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import Loaded
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from . import permissions, words
from .buses.timetable import Timetable
from .copying import copy_aside
from .models import BusTimetable, Deprivation, Locality, Residents, SchoolTerm
from .postcode_file import PostcodeRow, as_columns
from .residents import FIRST_YEAR
from .terms import YEAR_BEGINS, Term, of_year, written

_COLUMNS = {
    "postcode": "text",
    "latitude": "float8",
    "longitude": "float8",
    "ward": "text",
    "lsoa": "text",
    "neighbourhood": "text",
    "locality": "text",
    "council": "text",
}

_DIFFERENT = (
    "(p.latitude, p.longitude, p.ward, p.lsoa, p.neighbourhood, p.locality_id)"
    " IS DISTINCT FROM (n.latitude, n.longitude, n.ward, n.lsoa, n.neighbourhood, l.id)"
)
_NEW_BESIDE_OLD = "loading_postcodes n LEFT JOIN places_locality l ON l.name = n.locality LEFT JOIN places_postcode p ON p.postcode = n.postcode"

_TAKE = f"""
    INSERT INTO places_postcode (postcode, latitude, longitude, ward, lsoa, neighbourhood, locality_id)
    SELECT n.postcode, n.latitude, n.longitude, n.ward, n.lsoa, n.neighbourhood, l.id
    FROM {_NEW_BESIDE_OLD} WHERE p.postcode IS NULL OR {_DIFFERENT}
    ON CONFLICT (postcode) DO UPDATE SET (latitude, longitude, ward, lsoa, neighbourhood, locality_id)
        = (excluded.latitude, excluded.longitude, excluded.ward, excluded.lsoa, excluded.neighbourhood, excluded.locality_id)
"""


@action
def load_postcodes(rows: Iterable[PostcodeRow], *, by: Actor, at: datetime) -> Loaded:
    """Add and change postcodes, and the localities that they name; those a file does not name stay."""
    count = copy_aside("loading_postcodes", _COLUMNS, (as_columns(row) for row in rows))
    if not count:
        raise Refused(Sentence("No row of the file is a postcode with a place, so nothing was loaded."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT locality, min(council) FROM loading_postcodes WHERE locality <> '' GROUP BY locality ORDER BY locality")
        Locality.objects.bulk_create([Locality(id=new_key(), name=name, council=council) for name, council in cursor.fetchall()], ignore_conflicts=True)
        cursor.execute(
            f"SELECT count(*) FILTER (WHERE p.postcode IS NULL), count(*) FILTER (WHERE p.postcode IS NOT NULL AND {_DIFFERENT}) FROM {_NEW_BESIDE_OLD}"
        )
        added, changed = cursor.fetchone()
        if added or changed:
            cursor.execute(_TAKE)
    leave_trace("loaded postcodes", about=f"postcodes {added} added {changed} changed", at=at)
    return Loaded(added=added, changed=changed, unchanged=count - added - changed)


@action
def keep_terms(council: str, year: int, terms: Sequence[Term], *, by: Actor, at: datetime) -> None:
    """These are the terms of a school year, and no others; none takes the year away. Nothing is written where nothing is different."""
    permissions.may_keep_terms(by)
    of_year(terms, year)
    with connection.cursor() as cursor:
        # Two who save at once: the second reads what the first has written.
        cursor.execute("LOCK TABLE places_schoolterm IN SHARE ROW EXCLUSIVE MODE")
    held = SchoolTerm.objects.filter(council=council)
    first, after = date(year, YEAR_BEGINS, 1), date(year + 1, YEAR_BEGINS, 1)
    of_this_year = held.filter(starts_on__gte=first, starts_on__lt=after)
    if [Term(one.starts_on, one.last_day, one.name) for one in of_this_year] == list(terms):
        leave_trace("kept school terms", about=f"school year {year}, as they were", at=at)
        return
    for term in terms:
        other = held.exclude(id__in=of_this_year.values("id")).filter(starts_on__lte=term.last_day, last_day__gte=term.starts_on).first()
        if other:
            raise Refused(words.ON_TOP, one=written(Term(other.starts_on, other.last_day, other.name)), other=written(term), field="lines")
    of_this_year.delete()
    SchoolTerm.objects.bulk_create(
        [SchoolTerm(id=new_key(), council=council, name=term.name, starts_on=term.starts_on, last_day=term.last_day) for term in terms]
    )
    leave_trace("kept school terms", about=f"school year {year}", at=at)


@action
def keep_residents(many: Mapping[UUID, int | None], *, year: int, source: str, by: Actor, at: datetime) -> None:
    """So many people live in each of these localities, as a source has it for a year; where it is None, of that year nothing is known any more."""
    permissions.may_say_residents(by)
    if not FIRST_YEAR <= year <= at.year:
        raise Refused(words.NOBODYS_YEAR, field="year")
    of_this_year = Residents.objects.filter(locality_id__in=many, year=year)
    said = {key: (n, source) for key, n in many.items() if n is not None}
    if {one.locality_id: (one.many, one.source) for one in of_this_year} != said:
        of_this_year.delete()
        Residents.objects.bulk_create([Residents(locality_id=key, year=year, many=n, source=source) for key, (n, source) in said.items()])
    leave_trace("wrote down how many live where", about=f"residents of {len(said)} localities, {year}", at=at)


@action
def load_deprivation(rows: Iterable[tuple[str, str]], *, by: Actor, at: datetime) -> Loaded:
    """Each area's fifth; areas that a file does not name stay, for another country's stand in another file."""
    held = dict(Deprivation.objects.values_list("area", "fifth"))
    given = dict(rows)
    if not given:
        raise Refused(words.NO_AREA)
    new = [Deprivation(area=area, fifth=fifth) for area, fifth in given.items() if area not in held]
    changed = [Deprivation(area=area, fifth=fifth) for area, fifth in given.items() if held.get(area, fifth) != fifth]
    Deprivation.objects.bulk_create(new, batch_size=5_000)
    Deprivation.objects.bulk_update(changed, ["fifth"], batch_size=1_000)
    leave_trace("loaded deprivation", about=f"deprivation {len(new)} added {len(changed)} changed", at=at)
    return Loaded(added=len(new), changed=len(changed), unchanged=len(given) - len(new) - len(changed))


@action
def load_timetable(timetable: Timetable, digest: bytes, *, by: Actor, at: datetime) -> bool:
    """This is the timetable from now on; whether anything is different. The same file again writes nothing."""
    held = BusTimetable.objects.select_for_update().defer("packed").first()
    different = held is None or bytes(held.digest) != digest
    if different:
        BusTimetable.objects.update_or_create(only=True, defaults={"digest": digest, "packed": timetable.packed(), "loaded_at": at})
    leave_trace("loaded a timetable", about=f"timetable of {len(timetable.line)} runs{'' if different else ', as it was'}", at=at)
    return different
