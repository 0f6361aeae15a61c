"""A plain account of one life beside what the database holds of it, and how a deed is done, refused, and undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine, invariant

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.journeys.models import Agreement, EndedPart, GoodLife, Level, LookBack, Step, Visit, Waiting
from alongside.people.models import Person
from tests.building import as_

KEPT = (Level, Step, Visit, Waiting, LookBack, EndedPart, Agreement, GoodLife)
OPEN: dict[str, tuple[type, dict[str, Any]]] = {
    "step": (Step, {"ended_on": None}),
    "waiting": (Waiting, {"ended_on": None}),
    "look back": (LookBack, {"ended_as": ""}),
    "visit": (Visit, {"ended": ""}),
}


class Account(RuleBasedStateMachine):
    """Which level holds, what is open, what was laid aside with which level, and each version as it was written.

    What was done is read as the owner of the tables, which takes a tenth of the time.
    """

    sam: Actor
    counted: Counter[str]

    def begin(self, person: Person, at: datetime, introduced_on: date) -> None:
        """Somebody was introduced, and nothing else has happened."""
        self.person, self.at = person, at
        self.levels = [("introduced", introduced_on)]
        self.open: dict[str, set[UUID]] = {kind: set() for kind in OPEN}
        self.aside: list[tuple[int, str, UUID]] = []
        self.versions: dict[UUID, dict[str, Any]] = {}
        self.ended: set[UUID] = set()

    # --- How a deed is done, and undone ----------------------------------------------------------------------------------
    @property
    def day(self) -> date:
        return self.at.date()

    def does(self, deed: Callable[..., Any], *given: Any, **more: Any) -> Any:
        self.at += timedelta(seconds=20)
        self.counted["deeds"] += 1
        with as_(self.sam):
            return deed(*given, **more, by=self.sam, at=self.at)

    def is_refused(self, deed: Callable[..., Any], *given: Any, **more: Any) -> None:
        before = self.snapshot()
        try:
            self.does(deed, *given, **more)
        except Refused:
            self.counted["refusals"] += 1
            assert self.snapshot() == before
        else:
            raise AssertionError(f"{deed.__name__} was not refused")

    def there_and_back(self, there: Callable[[], Any], back: Callable[[Any], Any]) -> None:
        before = self.snapshot()
        back(there())
        assert self.snapshot() == before, "what was taken back left something behind"
        self.counted["undone"] += 1

    def snapshot(self) -> list[Any]:
        return [sorted(self.rows(model).values_list(), key=str) for model in KEPT]

    def of(self, kind: str, which: int) -> Any:
        keys = sorted(self.open[kind])
        found = self.rows(OPEN[kind][0]).get(id=keys[which % len(keys)])
        found._state.db = "default"
        return found

    def rows(self, model: Any, **which: Any) -> Any:
        return model.objects.using("owner").filter(person=self.person, **which)

    # --- What always holds ---------------------------------------------------------------------------------------------------
    @invariant()
    def the_database_holds_what_the_account_says(self) -> None:
        if not hasattr(self, "person"):
            return
        ends = [since for _, since in self.levels[1:]] + [None]
        # One level at a time, each from the day on which the last ended.
        held = list(self.rows(Level).order_by("since", "at", "id").values_list("level", "since", "until"))
        assert held == [(level, since, until) for (level, since), until in zip(self.levels, ends, strict=True)]
        # Nothing opens or closes by itself.
        assert {kind: set(self.rows(model, **still).values_list("id", flat=True)) for kind, (model, still) in OPEN.items()} == self.open
        # No version ever changes, and what they ended stays ended.
        versions = [*self.rows(Agreement).order_by("version"), *self.rows(GoodLife)]
        assert {row.id: fields_of(row) for row in versions} == self.versions
        numbers = [row.version for row in versions if isinstance(row, Agreement)]
        assert (numbers, set(self.rows(EndedPart).values_list("id", flat=True))) == (list(range(1, len(numbers) + 1)), self.ended)
        self.counted["compared"] += 1


def fields_of(row: Any) -> dict[str, Any]:
    """Every column of a row."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.fields}
