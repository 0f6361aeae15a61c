"""Beginning a valuation, moving its assumptions, and keeping a version that nobody changes any more."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from django.db.models import Max

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.teams.models import Team
from alongside.trail.doing import action, leave_trace

from . import permissions
from .beside import Satisfied
from .beside import as_json as beside_as_json
from .models import Version, Worked
from .sheet import Rows, Sheet, as_json, read_sheet, told_by, touched_by
from .words import MOVED_MEANWHILE, NOTHING_VALUED, SMALL_NUMBER, SMALL_OUTCOME


@action
def begin_valuation(team: Team, name: str, year: int, sheet: Sheet, *, who: str, by: Actor, at: datetime) -> Worked:
    """A valuation of a financial year, with the assumptions that it begins with."""
    permissions.may_work_on(by, team.id)
    made = Worked.objects.create(team=team, name=name, year=year, sheet=as_json(told_by(None, sheet, who)), begun_at=at, changed_at=at, changed_by_id=by.id)
    leave_trace("began a valuation", about=f"valuation {made.id}", at=at)
    return made


@action
def set_assumptions(one: Worked, sheet: Sheet, *, as_it_stood: str, who: str, by: Actor, at: datetime) -> Worked:
    """Another sheet in place of the one there is; whoever changed an assumption stands beside it. Refused when somebody else changed it meanwhile."""
    permissions.may_work_on(by, one.team_id)
    held = Worked.objects.select_for_update().get(id=one.id)
    if held.changed_at.isoformat() != as_it_stood:
        raise Refused(MOVED_MEANWHILE, who=str(held.changed_by))
    held.sheet, held.changed_at, held.changed_by_id = as_json(told_by(read_sheet(held.sheet), sheet, who)), at, by.id
    held.save(update_fields=["sheet", "changed_at", "changed_by"])
    leave_trace("set assumptions", about=f"valuation {one.id}", at=at)
    return held


@action
def keep_version(one: Worked, rows: Rows, beside: Satisfied, *, extract_digest: str, extract_made_on: date, by: Actor, at: datetime) -> Version:
    """The valuation as it stands, frozen with what it was counted from. No outcome of it may rest on a small number of people: it would tell of them."""
    # Drawing needs NumPy, which few pages do.
    from .telling import DRAWS, SEED, digest, tell

    permissions.may_work_on(by, one.team_id)
    held = Worked.objects.select_for_update().get(id=one.id)
    sheet = read_sheet(held.sheet)
    if not sheet.outcomes:
        raise Refused(NOTHING_VALUED)
    for name, people in touched_by(sheet, rows).items():
        if people in SMALL_NUMBER:
            raise Refused(SMALL_OUTCOME, outcome=name)
    wellbys = beside_as_json(beside)
    number = (held.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = Version.objects.create(
        of=held,
        team_id=held.team_id,
        number=number,
        at=at,
        by_id=by.id,
        sheet=held.sheet,
        rows=[[list(pattern), people] for pattern, people in rows],
        extract_digest=extract_digest,
        extract_made_on=extract_made_on,
        seed=SEED,
        draws=DRAWS,
        told=tell(sheet, rows).kept,
        beside=wellbys,
        digest=digest(sheet, rows, extract_digest, SEED, DRAWS, wellbys),
    )
    leave_trace("kept a version of a valuation", about=f"version {version.id}", at=at)
    return version


def as_rows(by_person: Counter[tuple[int, ...]]) -> Rows:
    """How many people had which combination, in an order of its own."""
    return sorted(by_person.items())
