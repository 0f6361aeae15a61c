"""What last year was worth to the town: a valuation as a manager sets it, a version of it that stays, and an extract that was given out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from alongside.evidence.actions import give_out
from alongside.evidence.models import Extract
from alongside.evidence.periods import year_of
from alongside.evidence.worth.beginning import to_begin_with
from alongside.evidence.worth.beside import counted_beside
from alongside.evidence.worth.counted import rows_of
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.teams.models import Team
from alongside.trail.doing import acting
from alongside.value.actions import begin_valuation, keep_version, set_assumptions
from alongside.value.estimates import Estimate, between
from alongside.value.sheet import Sheet, Valued, parts_of, touched_by
from alongside.value.valued import Part, Scope
from alongside.value.words import SMALL_NUMBER

from .reading import told


def value_last_year(extract: Extract, *, who: str, by: Actor, at: datetime) -> None:
    """Begun with what people said, set by the manager, and kept; in a town too small nothing is kept."""
    given, year = told("worth"), year_of(extract.made_on).since.year - 1
    with acting(by, purpose="demo", at=at):
        team = Team.objects.get(id=extract.team_id)
        begun = to_begin_with(team, extract, year)
        sheet = _nothing_small(_as_set(begun, given), extract, year)
        one = begin_valuation(team, given["name"].format(first=year), year, begun, who=who, by=by, at=at)
        if sheet.outcomes and sheet.inputs:
            one = set_assumptions(one, sheet, as_it_stood=one.changed_at.isoformat(), who=who, by=by, at=at)
            rows, wellbys = rows_of(extract, sheet, year), counted_beside(extract, year)
            keep_version(one, rows, wellbys, extract_digest=extract.digest, extract_made_on=extract.made_on, by=by, at=at)


def give_figures_out(extract: Extract, *, by: Actor, at: datetime) -> None:
    """For evidence over many services; nobody keeps the file. Of a town too small nothing leaves."""
    given = told("worth")["gives_out"]
    try:
        with acting(by, purpose="demo", at=at):
            give_out(extract, given_to=given["given_to"], purpose=given["purpose"], by=by, at=at)
    except Refused:
        return


def _as_set(begun: Sheet, given: Mapping[str, Any]) -> Sheet:
    """With what the manager sets, and what else they value."""
    outcomes = [replace(one, parts={**one.parts, **_estimates(given["sets"].get(one.name, {}))}) for one in begun.outcomes]
    for one in given["adds"]:
        parts = parts_of(**{part.value: estimate for part, estimate in _estimates(one).items()})
        outcomes.append(Valued(one["name"], one["counted"], parts, Scope(one["scope"]), change=one["change"]))
    return replace(begun, outcomes=tuple(outcomes))


def _estimates(of: Mapping[str, Any]) -> dict[Part, Estimate]:
    """Low, central, high and source of each part that is set."""
    read = {part: of[part.value] for part in Part if part.value in of}
    return {part: between(low, central, high, source=source) for part, (low, central, high, source) in read.items()}


def _nothing_small(sheet: Sheet, extract: Extract, year: int) -> Sheet:
    """Without outcomes of so few people that no version could be kept."""
    touched = touched_by(sheet, rows_of(extract, sheet, year))
    return replace(sheet, outcomes=tuple(one for one in sheet.outcomes if touched[one.name] and touched[one.name] not in SMALL_NUMBER))
