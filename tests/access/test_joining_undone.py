"""Joining two records and then undoing it is as if nothing had been, over every table of the house."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connections, models
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from alongside.access import joining as carrying
from alongside.access.actions import join, part
from alongside.directory.models import Entry, Source
from alongside.foundation.actor import Role
from alongside.foundation.keys import new_key
from alongside.people.models import Joining, Person
from alongside.teams.models import Staff, Team
from tests.building import a_coordinator, a_locality, an_actor, as_, now, today
from tests.trust.gathered import Gathered
from tests.trust.planting import Garden, tables_with_a_person

BUT_FOR = {
    "people_matchkey": " - 'id'",
    # Links end when two are joined, and stay ended: whoever reads by one was never meant to read of the other.
    "mine_link": " - 'ended_at' - 'ended_by_id'",
}
"""Of these tables, columns in which undoing a joining may differ."""


def everything(*people: UUID) -> dict[str, list[str]]:
    """Every row about these people in every table that is carried, as the owner sees it; of match keys what they say."""
    found = {}
    for one in carrying.carried():
        found.setdefault(one.table, set()).add(one.column)
    columns = {**found, "people_person": {"id"}, "people_matchkey": {"person_id"}}
    held = {}
    with connections["owner"].cursor() as cursor:
        for table, names in columns.items():
            where = " OR ".join(f"t.{name} = ANY(%(people)s)" for name in names)
            gone = BUT_FOR.get(table, "")
            cursor.execute(f"SELECT (to_jsonb(t){gone})::text FROM {table} t WHERE {where} ORDER BY 1", {"people": list(people)})
            held[table] = sorted(row[0] for row in cursor.fetchall())
    return held


@pytest.mark.usefixtures("committed")
@settings(max_examples=10, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_joining_and_then_undoing_it_is_as_if_nothing_had_been(data):
    """Over every table the house declares, with and without rows of either in each, and whatever is taken from the other. But for one thing:
    where one of the two was protected, both are from then on."""
    sam = a_coordinator()
    garden = Garden(
        writer=Staff.objects.get(id=sam.id), team=Team.objects.get(id=sam.team_id), locality=a_locality(), entry=an_entry(), today=today(), now=now()
    )
    # Both are in one group, were asked to one taster day and stand on one register.
    team = garden.given["teams.Team"]
    garden.given |= Gathered(team, spender=sam, manager=an_actor(Role.MANAGER, team)).leaned_upon
    kept, other = new_key(), new_key()
    protected = []
    for person in (kept, other):
        without = data.draw(st.sets(st.sampled_from(may_be_missing())))
        given = {"joining": None, **dict.fromkeys(leaning_elsewhere(garden)), "draft": {"writer_id": sam.id}, "locationlisted": {"staff_id": sam.id}}
        if person == other and data.draw(st.booleans()):
            given["locationprotection"] = {"until": today()}
        garden.plant(person, **given | dict.fromkeys(without))
        protected.append("locationprotection" not in without and "locationprotection" not in given)
    every = sorted(f"{table}.{column}" for table, columns in carrying.TAKEN.items() for column in columns)
    before = everything(kept, other)
    with as_(sam):
        joining = join(Person.objects.get(id=kept), Person.objects.get(id=other), taking=sorted(data.draw(st.sets(st.sampled_from(every)))), by=sam, at=now())
    assert [table for table in {one.table for one in carrying.carried()} if still_about(table, other)] == []
    with as_(sam):
        part(Joining.objects.get(id=joining.id), by=sam, at=now())
    after = everything(kept, other)
    both_are_now = {"people_locationprotection"} if len(set(protected)) == 2 else set()
    assert {table for table in before if before[table] != after[table]} - {"people_matchkey"} == both_are_now
    assert set(before["people_locationprotection"]) <= set(after["people_locationprotection"])


def may_be_missing() -> list[str]:
    """Tables in which somebody may have no row: those nothing leans on, and that do not decide who may join."""
    models = {model for model, keeping in tables_with_a_person()}
    leant_on = {field.related_model for model in models for field in model._meta.concrete_fields if field.is_relation}
    return sorted(
        model._meta.model_name
        for model in models - leant_on
        if model._meta.model_name not in ("person", "holding", "whereabouts", "locationlisted", "joining", "joinedrow")
    )


def leaning_elsewhere(garden: Garden) -> list[str]:
    """Tables whose rows need a row of something that is neither about a person nor given here, such as a cover."""
    there = {model._meta.label: model for model, _keeping in tables_with_a_person()}
    without: list[str] = []
    while found := [model for model in there.values() if any(_is_not_there(field, {*there, *garden.given}) for field in model._meta.concrete_fields)]:
        # And those whose rows need a row of one of these.
        without += [there.pop(model._meta.label)._meta.model_name for model in found]
    return without


def _is_not_there(field: models.Field, there: set[str]) -> bool:
    return field.is_relation and not field.null and field.related_model._meta.label not in there


def still_about(table: str, person: UUID) -> bool:
    """Whether a row of a table is about somebody, their writers' drafts aside."""
    columns = [one.column for one in carrying.carried() if one.table == table and table != "web_draft"]
    with connections["owner"].cursor() as cursor:
        return any(_asked(cursor, f"SELECT EXISTS (SELECT FROM {table} WHERE {column} = %s)", person) for column in columns)


def _asked(cursor, sql: str, person: UUID) -> bool:
    cursor.execute(sql, [person])
    return cursor.fetchone()[0]


def an_entry():
    """Something good nearby."""
    source = Source.objects.using("owner").create(name=f"A list {new_key()}")
    return Entry.objects.using("owner").create(source=source, source_key="1", name="The garden")
