"""Where somebody stands second in another's record (in a circle, across from a gift, in a proposal), joining, parting and forgetting reach them too."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connections, models

from alongside.access.actions import join, part
from alongside.access.fences import declared
from alongside.foundation.keeping import Keeping
from alongside.foundation.keys import new_key
from alongside.people.models import Person
from tests.access.test_joining_undone import an_entry, leaning_elsewhere
from tests.building import a_coordinator, a_locality, as_, now, today
from tests.their_rights.conftest import Organisation, here
from tests.trust.planting import Garden

__all__ = ["here"]
SAY_IT_THEMSELVES = ("people_joining", "people_notthesame", "people_proposal")
"""Tables about two people as such: of whoever is joined to one of the two, another test tells."""


def second_columns() -> list[tuple[type[models.Model], str]]:
    """Every declared column that points at a person beside the one whose row it is."""
    return [
        (model, field.attname)
        for model, keeping in declared()
        for field in model._meta.concrete_fields
        if isinstance(keeping, Keeping) and field.is_relation and field.related_model is Person and field.column != keeping.person
    ]


def standing(garden: Garden, third: UUID, whom: UUID) -> dict[tuple[str, str], UUID]:
    """A third person in whose rows somebody stands second, in every table where that can be; gives where, with the row's key."""
    given = {"joining": None, "notthesame": None, **dict.fromkeys(leaning_elsewhere(garden)), "draft": {"writer_id": garden.given["teams.Staff"].id}}
    garden.plant(third, **given)
    rows = {}
    for model, column in second_columns():
        row = garden.rows.get((model._meta.model_name, third))
        if row is not None:
            model._default_manager.using("owner").filter(pk=row.pk).update(**{column: whom})
            rows[model._meta.db_table, column] = row.pk
    return rows


def who_stands(rows: dict[tuple[str, str], UUID]) -> set[UUID | None]:
    found = set()
    with connections["owner"].cursor() as cursor:
        for (table, column), key in rows.items():
            cursor.execute(f"SELECT {column} FROM {table} WHERE id = %s", [key])
            found.update(row[0] for row in cursor.fetchall())
    return found


def test_there_are_such_columns_and_each_is_walked():
    walked = {(model._meta.db_table, column) for model, column in second_columns()}
    assert walked >= {("people_intheirlife", "known_here_id"), ("connections_connection", "other_id"), ("connections_contribution", "other_id")}


@pytest.mark.usefixtures("committed")
def test_whoever_is_joined_stands_second_under_the_key_that_holds_and_under_their_own_again():
    from alongside.teams.models import Staff, Team

    sam = a_coordinator()
    staff, team = Staff.objects.get(id=sam.id), Team.objects.get(id=sam.team_id)
    garden = Garden(writer=staff, team=team, locality=a_locality(), entry=an_entry(), today=today(), now=now())
    kept, other, third = new_key(), new_key(), new_key()
    for person in (kept, other):
        nobody = dict.fromkeys(("joining", "locationprotection", "locationlisted", *leaning_elsewhere(garden)))
        garden.plant(person, **nobody, draft={"writer_id": sam.id})
    rows = standing(garden, third, other)
    assert {table for table, _column in rows} >= {model._meta.db_table for model, _column in second_columns()} - set(SAY_IT_THEMSELVES) - {"people_joinedrow"}
    with as_(sam):
        joining = join(Person.objects.get(id=kept), Person.objects.get(id=other), taking=[], by=sam, at=now())
    assert who_stands(rows) == {kept}
    with as_(sam):
        part(joining, by=sam, at=now())
    assert who_stands(rows) == {other}


def test_whoever_is_forgotten_stands_second_nowhere(here: Organisation):
    gwen, mo = here.planted("Gwen Quartzhill"), here.planted("Mo Ambleford")
    for model, column in second_columns():
        if (row := here.garden.rows.get((model._meta.model_name, mo.id))) is not None:
            model._default_manager.using("owner").filter(pk=row.pk).update(**{column: gwen.id})
    here.forgets(gwen)
    there = lambda model, column: model._default_manager.using("owner").filter(**{column: gwen.id}).exists()  # noqa: E731
    left = [f"{model._meta.db_table}.{column}" for model, column in second_columns() if there(model, column)]
    assert left == []
