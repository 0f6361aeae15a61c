"""What one visit brought, kept in one save with its note: a step, a level, a change, how far a connection got, another visit, and what it took.

Each part is a form of its own, folded away and left as it came when nothing is to be kept of it. All of it is kept, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from alongside.access.opening import Opened
from alongside.connections.actions import climb
from alongside.connections.models import Connection
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.journeys import actions as journeys
from alongside.journeys.rules import StepAsked, Took
from alongside.outcomes.actions import tell_change
from alongside.people.models import Whereabouts
from alongside.teams.models import Team
from alongside.teams.queries import colleagues
from alongside.web.forms import DateParts
from alongside.web.pages import Request
from alongside.web.vocabulary import say_refusal

from . import words
from .forms.noting import RungForm, TookForm
from .forms.promises import VisitForm
from .forms.steps import StepForm
from .forms.story import ChangeInPassingForm
from .forms.walking import LevelForm

NOT_ASKED = {"others_share": "not asked", "would_have_happened": "not asked"}


@dataclass(frozen=True)
class Part:
    """One part: what it is called above its fold, its form, and what keeps it."""

    says: Sentence
    form: forms.Form

    @property
    def open(self) -> bool:
        """Whether it holds something."""
        return self.form.has_changed() if self.form.is_bound else bool(getattr(self.form, "was_begun", False))


@dataclass(frozen=True)
class AndAlso:
    """All parts that a visit may bring."""

    step: Part
    level: Part
    change: Part
    rung: Part
    visit: Part
    took: Part | None = None

    def parts(self) -> list[Part]:
        """In the order in which a visit is usually told."""
        return [part for part in (self.change, self.step, self.visit, self.rung, self.level, self.took) if part is not None]

    def given(self) -> list[Part]:
        """Those that hold something."""
        return [part for part in self.parts() if part.form.has_changed()]

    def is_valid(self) -> bool:
        """Whether everything that is given can be read."""
        wrong = [part for part in self.parts() if not part.form.is_valid()]
        return not wrong

    @property
    def took_form(self) -> forms.Form | None:
        """For the summary of what is wrong: nothing, where the team asks nothing."""
        return self.took.form if self.took else None


def begun(request: Request, people: list[Opened], *, sent: Any = None, left: Mapping[str, str] | None = None) -> AndAlso:
    """The parts as they come, as they were `sent`, or with what was `left` in them."""
    today = timezone.localdate(request.now)
    team = Team.objects.filter(id=request.actor.team_id).first()
    ours = colleagues(request.actor, on=today)
    asks = set(team.asks) if team else set()

    def part(says: Sentence, form: type[forms.Form], prefix: str, initial: dict[str, Any], but: tuple[str, ...] = (), **more: Any) -> Part:
        was = _left_in(form, prefix, left or {})
        made = form(sent, prefix=prefix, empty_permitted=True, vocabulary=request.actor.vocabulary, initial=initial | was, **more)
        made.has_changed = partial(_says_something, made, but)
        made.was_begun = bool(set(was) - set(but))
        return Part(says, made)

    return AndAlso(
        step=part(words.ALSO_A_STEP, StepForm, "step", {"staff": request.actor.id}, but=("staff",), colleagues=ours),
        level=part(words.ALSO_A_LEVEL, LevelForm, "level", {"since": today}, but=("since",)),
        change=part(words.ALSO_A_CHANGE, ChangeInPassingForm, "change", {**NOT_ASKED, "noticed_on": today}, but=(*NOT_ASKED, "noticed_on")),
        rung=part(words.ALSO_A_RUNG, RungForm, "rung", {}, connections=_connections(people)),
        visit=part(words.ALSO_A_VISIT, VisitForm, "visit", {"staff": request.actor.id, "on": None}, but=("staff",), colleagues=ours),
        took=part(words.WHAT_IT_TOOK, TookForm, "took", {}, asks=asks) if asks else None,
    )


def _says_something(form: forms.Form, but: tuple[str, ...]) -> bool:
    """Whether somebody filled anything in, beside boxes that come filled and say nothing by themselves."""
    return bool(set(form.changed_data) - set(but))


def _left_in(form: type[forms.Form], prefix: str, left: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, field in form.base_fields.items():
        if isinstance(field, DateParts):
            found[name] = {one: left.get(f"{prefix}-{name}_{one}", "") for one in ("day", "month", "year")}
        else:
            found[name] = left.get(f"{prefix}-{name}", "")
    return {name: value for name, value in found.items() if _something(value)}


def _something(value: Any) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


def _connections(people: list[Opened]) -> list[tuple[UUID, str]]:
    names = {one.id: one.called for one in people}
    rows = Connection.objects.filter(person_id__in=list(names)).order_by("to", "id").values_list("id", "to", "person_id")
    return [(key, f"{names[person]}: {to}" if len(names) > 1 else to) for key, to, person in rows]


def keep(request: Request, also: AndAlso, people: list[Opened], *, on: date) -> bool:
    """Keep what is given, for everybody the note is about; a refusal stands by its box, and the page then keeps nothing at all."""
    deeds: list[tuple[Part, Callable[[Opened, dict[str, Any]], Any]]] = [
        (also.change, lambda one, said: tell_change(one.person, **said, **_by(request))),
        (also.step, lambda one, said: journeys.add_step(one.person, _asked(said), **_by(request))),
        (also.visit, lambda one, said: _planned(request, one, said)),
        (also.rung, lambda _one, said: climb(Connection.objects.get(id=said.pop("connection")), said.pop("rung"), on=on, **said, **_by(request))),
        (also.level, lambda one, said: journeys.set_level(one.person, said.pop("level"), **said, **_by(request))),
    ]
    theirs_alone = (also.change, also.rung)
    for part, deed in deeds:
        if not part.form.has_changed():
            continue
        try:
            if not people:
                raise Refused(words.WITH_WHOM_FIRST)
            if part is also.change and len(people) > 1:
                raise Refused(words.ONE_PERSONS_OWN, field="words")
            for one in people[:1] if part in theirs_alone else people:
                deed(one, dict(part.form.cleaned_data))
        except NotYours:
            raise
        except Refused as refused:
            part.form.add_error(refused.field if refused.field in part.form.fields else None, say_refusal(refused, request.actor.vocabulary))
            return False
    return True


def took(also: AndAlso) -> Took | None:
    """What the visit took, if the team asks and somebody said."""
    return Took(**also.took.form.cleaned_data) if also.took and also.took.form.has_changed() else None


def _by(request: Request) -> dict[str, Any]:
    return {"by": request.actor, "at": request.now}


def _asked(said: dict[str, Any]) -> StepAsked:
    staff = said.pop("staff")
    return StepAsked(**said, staff_id=staff.id if staff else None)


def _planned(request: Request, one: Opened, said: dict[str, Any]) -> None:
    if not Whereabouts.objects.filter(person_id=one.id).exists():
        raise Refused(words.WHERE_IS_PROTECTED)
    staff = said.pop("staff")
    journeys.plan_visit(one.person, **said, staff_id=staff.id, **_by(request))
