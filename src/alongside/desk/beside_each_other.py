"""Two records side by side: what each says, what would be carried from one to the other, and what would not go together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.access.joining import STAYS, carried
from alongside.foundation.words import Vocabulary
from alongside.journeys.models import Agreement, Alongside, Level
from alongside.people.models import GoodToKnow, Holding, JoinedRow, Joining, LocationProtection, OfThemselves, Person, Whereabouts
from alongside.web.templatetags.components import long_date
from alongside.web.vocabulary import say

from .carrying import BOTH_HAVE_A_LEVEL, BOTH_HAVE_AN_AGREEMENT, say_carried


@dataclass(frozen=True)
class Line:
    """One thing both records can say: what it is called, what each says of it, and the columns that hold it."""

    name: str
    label: Any
    here: str
    there: str
    columns: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether somebody has to choose."""
        return self.here != self.there


@dataclass(frozen=True)
class Seen:
    """Both records."""

    lines: list[Line]
    carries: list[str]
    does_not_go_together: list[str]


_LINES = (
    ("name", gettext_lazy("Name"), Person, ("name",)),
    ("called", gettext_lazy("Likes to be called"), Person, ("likes_to_be_called",)),
    ("born", gettext_lazy("Date of birth"), Person, ("date_of_birth",)),
    ("address", gettext_lazy("Address"), Whereabouts, ("address", "postcode", "latitude", "longitude", "locality_id")),
    ("phone", gettext_lazy("Telephone"), Whereabouts, ("phone",)),
    ("email", gettext_lazy("E-mail"), Whereabouts, ("email",)),
    ("places", gettext_lazy("Where they often are"), Whereabouts, ("usual_places",)),
    ("reach", gettext_lazy("How to reach them"), GoodToKnow, ("how_to_reach",)),
    ("told", gettext_lazy("How they like to be told"), GoodToKnow, ("likes_to_be_told",)),
    ("mind", gettext_lazy("Keep in mind"), GoodToKnow, ("keep_in_mind",)),
    ("access", gettext_lazy("What makes it easy"), GoodToKnow, ("access",)),
    ("sex", gettext_lazy("Sex"), OfThemselves, ("sex",)),
    ("ethnic", gettext_lazy("Ethnic group"), OfThemselves, ("ethnic_group", "ethnic_words")),
    ("caring", gettext_lazy("Looks after somebody"), OfThemselves, ("caring",)),
)
_ONE_A_PERSON = frozenset({"people_whereabouts", "people_goodtoknow", "people_ofthemselves", "people_holding", "web_draft"})


def of(kept: Person, other: Person, *, vocabulary: Vocabulary) -> Seen:
    """The two records, as far as the one who asks may see them."""
    return Seen(list(_lines(kept, other)), _carries(other, vocabulary), _does_not_go_together(kept, other, vocabulary))


def _lines(kept: Person, other: Person) -> Any:
    rows = {(model, person.id): _row(model, person) for model in (Person, Whereabouts, GoodToKnow, OfThemselves) for person in (kept, other)}
    for name, label, model, columns in _LINES:
        here, there = (_said(rows[model, person.id], columns) for person in (kept, other))
        # Where one has no row of its own the other's is carried whole.
        chosen = columns if rows[model, kept.id] is not None and rows[model, other.id] is not None else ()
        if here or there:
            yield Line(name, label, here, there, tuple(f"{model._meta.db_table}.{column}" for column in chosen))


def _row(model: type[models.Model], person: Person) -> Any:
    return model._default_manager.filter(**{"id" if model is Person else "person_id": person.id}).first()


def _said(row: Any, columns: tuple[str, ...]) -> str:
    if row is None:
        return ""
    shown = [getattr(row, column) for column in columns[:2]]
    return ", ".join(str(long_date(value)) if hasattr(value, "year") else str(value) for value in shown if value)


def _carries(other: Person, vocabulary: Vocabulary) -> list[str]:
    """What stands in the other record, counted by kind."""
    tables = {one.table for one in carried() if one.column == "person_id"} - _ONE_A_PERSON - set(STAYS)
    counted = {}
    for model in apps.get_models():
        if model._meta.db_table in tables:
            counted[model._meta.db_table] = model._default_manager.filter(person_id=other.id).count()
    return say_carried(counted, vocabulary)


def _does_not_go_together(kept: Person, other: Person, vocabulary: Vocabulary) -> list[str]:
    def both(model: type[models.Model], column: str = "", **asked: Any) -> bool:
        """Whether both have such a row; with a column, one that says the same."""
        here, there = (list(model._default_manager.filter(person_id=key, **asked)) for key in (kept.id, other.id))
        return any(not column or getattr(one, column) == getattr(two, column) for one in here for two in there)

    said = []
    if both(Level, until__isnull=True):
        said.append(say(BOTH_HAVE_A_LEVEL, vocabulary))
    if both(Agreement):
        said.append(say(BOTH_HAVE_AN_AGREEMENT, vocabulary))
    if both(Alongside, "coordinator_id", until__isnull=True):
        said.append(_("The same colleague is with both. They are with them once."))
    if both(LocationProtection, until__isnull=True):
        said.append(_("Where both live is protected. Only those on both lists may see it from now on."))
    elif LocationProtection.objects.filter(person_id__in=(kept.id, other.id), until__isnull=True).exists():
        said.append(_("Where one of them lives is protected. From now on it is protected on the one page."))
    if len(set(Holding.objects.filter(person_id__in=(kept.id, other.id)).values_list("team_id", flat=True))) > 1:
        said.append(_("Different teams hold these records. From now on each sees all of it."))
    return said


def goes_home(joining: Joining, *, vocabulary: Vocabulary) -> list[str]:
    """What will stand on the other record again, by kind."""
    rows = JoinedRow.objects.filter(joining_id=joining.id).exclude(how="taken over").values_list("table", flat=True)
    return say_carried(Counter(table for table in rows if table not in _ONE_A_PERSON), vocabulary)


def since(joining: Joining, *, vocabulary: Vocabulary) -> list[str]:
    """What was written since on the one page, and stays there."""
    counted = {}
    tables = {one.table for one in carried() if one.column == "person_id"} - _ONE_A_PERSON
    for model in apps.get_models():
        names = {field.name for field in model._meta.concrete_fields}
        if model._meta.db_table in tables and "at" in names:
            counted[model._meta.db_table] = model._default_manager.filter(person_id=joining.person_id, at__gt=joining.at).count()
    return say_carried(counted, vocabulary)
