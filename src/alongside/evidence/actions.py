"""Making a team's figures anew, and giving an extract out."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor, Role
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.money.queries import posts_of_a_team
from alongside.teams.models import Team
from alongside.trail.doing import action, leave_trace

from . import permissions
from .ahead import Ahead
from .as_sql import made_from
from .distance import as_distance_leaves, how_far, measures_of
from .figures import AS_IT_IS, every_figure
from .letting_out import Leaver, everything_that_leaves, last_year, years_before
from .models import BesideAService, CountedAhead, Extract, GivenOut, LetOut
from .periods import LAST_QUARTER, LAST_YEAR, THIS_YEAR, named, window, year_of
from .queries import kinds_of, localities_of, newest_extract, payers_of, reasons_of, teams_counted, what_left
from .tables import KINDS, LISTED, LOCALITIES, POSTS
from .words import A_LIKENESS, A_NUMBER_A_YEAR, BOTH_YEARS_OF_OTHERS, SAY_WHERE_FROM, SAY_WHY_ANEW, TOO_FEW_TO_GIVE, UPLIFT

if TYPE_CHECKING:
    from .counting import Opened

AHEAD_OF = (THIS_YEAR, LAST_YEAR, LAST_QUARTER)
"""What a page of figures opens with, for a manager and as it leaves."""
GROUPS = (("everybody", "again"), ("others_before", "others_after"), ("pence", "price_year"))
"""What is said together or not at all; each with its source."""


@action
def make_extract(team_id: UUID, *, by: Actor, at: datetime) -> Extract:
    """A team's figures as its records stand now; they hold for everybody until somebody makes them anew."""
    permissions.may_make(by)
    if not teams_counted().filter(id=team_id).exists():
        raise NotYours(permissions.THEY_ARE_MADE_BY)
    made = new_key()
    with connection.cursor() as cursor:
        cursor.execute("SELECT make_evidence_extract(%s, %s, %s, %s)", [made, team_id, at, timezone.localdate(at)])
    leave_trace("made the figures", about=f"extract {made}", purpose="evidence", at=at)
    extract = Extract.objects.get(id=made)
    ahead = _let_out(extract, at)
    CountedAhead.objects.create(extract=extract, made_from=made_from(), counts=ahead.as_json())
    return Extract.objects.defer("payload").get(id=made)


@action
def give_out(extract: Extract, *, given_to: str, purpose: str, by: Actor, at: datetime) -> tuple[GivenOut, bytes]:
    """An extract for evidence over many services, as a file (zip), and its receipt. The key of its numbers is drawn here and kept by nobody."""
    permissions.may_give_out(by, extract.team_id)
    # What writes Parquet is large, and few ever ask for it.
    from .pooling.coarse import made_coarse
    from .pooling.shelf import RECEIPT, as_one_file, files_of

    left = made_coarse(json.loads(bytes(extract.payload or b"{}")), secrets.token_bytes(32))
    if not left.people:
        raise Refused(TOO_FEW_TO_GIVE, enough=left.together)
    made_on = extract.made_on.isoformat()
    files = files_of(left, service=extract.team.name, given_to=given_to, purpose=purpose, made_on=made_on)
    receipt = json.loads(files[RECEIPT])
    given = GivenOut.objects.create(
        team=extract.team,
        given_to=given_to,
        purpose=purpose,
        at=at,
        by_id=by.id,
        made_on=extract.made_on,
        unit=left.unit,
        together=left.together,
        people=left.people,
        left_out=receipt["left_out"],
        digest=hashlib.sha256(files[RECEIPT]).hexdigest(),
    )
    leave_trace("gave an extract out", about=f"extract given out {given.id}", purpose="evidence over many services", at=at)
    return given, as_one_file(files, made_on)


@action
def let_out_anew(team_id: UUID, day: date, why: str, *, by: Actor, at: datetime) -> None:
    """Take back what has left of the financial year around a day, with a reason, and let it leave as it is counted now; both editions are kept."""
    permissions.may_make(by)
    if not teams_counted().filter(id=team_id).exists() or not any(seat.team_id == team_id and seat.role == Role.MANAGER for seat in by.seats):
        raise NotYours(permissions.THEY_ARE_MADE_BY)
    if not why.strip():
        raise Refused(SAY_WHY_ANEW)
    year = year_of(day)
    left = LetOut.objects.filter(team_id=team_id, taken_back_at__isnull=True, since__gte=year.since, until__lte=year.until or date.max)
    left.update(taken_back_at=at, taken_back_by_id=by.id, why_taken_back=why.strip())
    leave_trace("let figures out anew", about=f"team {team_id}, year from {year.since}", purpose="evidence", at=at)
    if extract := newest_extract(team_id):
        _let_out(extract, at)


def _let_out(extract: Extract, at: datetime) -> Ahead:
    """Of every period that is over, keep what leaves of it now; what has left before stays as it was. Gives what was counted, and this year besides."""
    # The engine is large, and figures are seldom made.
    from .counting import opened

    left = what_left(extract.team_id)
    posts = list(posts_of_a_team(extract.team))
    own = {
        LOCALITIES: list(localities_of(extract.team_id)),
        POSTS: [str(post.id) for post in posts],
        LISTED: list(reasons_of(extract.team_id)),
        KINDS: list(kinds_of(extract.team_id)),
    }
    with opened(bytes(extract.payload or b"")) as counting:
        leaver = Leaver(counting, own, extract.made_on, left, payers_of(posts))
        found = everything_that_leaves(leaver)
        measures, askings, answers = measures_of(extract.team_id), counting.rows("askings"), counting.rows("answers")
        for year in (*years_before(leaver), last_year(extract.made_on)):
            days = (year.since, year.until or date.max)
            far = as_distance_leaves(how_far(measures, askings, answers, days[1]), partial(leaver.of, period=year))
            found |= {(total, *days): shown for total, shown in far.items()}
        ahead = _count_ahead(counting, extract.made_on)
    new = [
        LetOut(team_id=extract.team_id, total=total, by=by, since=since, until=until, numbers=numbers, at=at)
        for (total, since, until), leaves in found.items()
        for by, numbers in leaves.items()
        if by not in left.get((total, since, until), {})
    ]
    LetOut.objects.bulk_create(new)
    return ahead


def _count_ahead(counting: Opened, made_on: date) -> Ahead:
    """Every figure that is counted, over the periods that a page offers first."""
    windows = [window(named(period, on=made_on), extracted_on=made_on) for period in AHEAD_OF]
    for figure in every_figure().values():
        for over in windows if not figure.adds else ():
            whole = figure.out_of or figure.expression
            for expression in {figure.expression, whole}:
                counting.counts(expression, over)
            if figure.leaves != AS_IT_IS:
                counting.counts_by_post(whole, over)
    for over in windows:
        counting.counts("people_who_said_no", over)
    return counting.counted_so_far().over(windows)


@action
def set_beside(team: Team, service: str, said: dict[str, Any], *, by: Actor, at: datetime) -> BesideAService:
    """What is known of a service beside our own people; each figure needs its other half, and where both come from."""
    if not permissions.sees_exact_numbers(by, team.id):
        raise NotYours(permissions.MANAGERS_SET)
    for names, source in zip(GROUPS, ("anyway_source", "others_source", "cost_source"), strict=True):
        some = [said.get(name) not in (None, "") for name in names]
        if any(some) and not all(some):
            raise Refused(BOTH_YEARS_OF_OTHERS, field=names[some.index(False)])
        if any(some) and not said.get(source):
            raise Refused(SAY_WHERE_FROM, field=source)
    if said.get("again") is not None and not 0 <= said["again"] <= 1:
        raise Refused(A_LIKENESS, field="again")
    for name in ("everybody", "others_before", "others_after"):
        if said.get(name) is not None and not 0 <= said[name] <= 400:
            raise Refused(A_NUMBER_A_YEAR, field=name)
    if said.get("uplift") is not None and not Decimal("0.5") <= said["uplift"] <= 10:
        raise Refused(UPLIFT, field="uplift")
    kept, _new = BesideAService.objects.update_or_create(
        team=team, service=service, defaults={**said, "by_id": by.id, "at": at}, create_defaults={"id": new_key(), **said, "by_id": by.id, "at": at}
    )
    leave_trace("set what stands beside a service", about=f"beside a service {kept.id}", purpose="evidence", at=at)
    return kept
