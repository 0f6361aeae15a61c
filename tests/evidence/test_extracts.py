"""What an extract holds, who makes it and who may read it."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from alongside.evidence.actions import make_extract
from alongside.evidence.extracted import SHAPES
from alongside.evidence.models import Extract, Link
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours
from alongside.people.actions import end_protection, protect_location
from alongside.people.models import LocationProtection, Person
from tests.building import a_locality, a_team, an_actor, as_, days_ago, now, signed_in, today
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import words_of


def _held(extract: Extract, by) -> dict[str, dict[str, list[object]]]:  # type: ignore[no-untyped-def]
    with as_(by):
        return json.loads(bytes(Extract.objects.get(id=extract.id).payload or b""))  # type: ignore[no-any-return]


def test_an_extract_has_the_columns_that_are_declared_and_no_others(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(30), level="level 2")
    around.connected(person, days_ago(20), rung="went alone")
    around.changed(person, days_ago(10))
    around.planned(person, "service", why="The stairs.")
    held = _held(around.extract(), around.manager)
    assert {table: set(columns) for table, columns in held.items()} == {table: set(shape) for table, shape in SHAPES.items()}
    assert {table: len(columns[next(iter(columns))]) for table, columns in held.items()} == {
        "people": 1, "introductions": 1, "levels": 2, "connections": 1, "rungs": 2, "changes": 1,
        "who": 0, "circles": 0, "looks": 0, "supports": 0, "given": 0, "week": 0,
        "steps": 1, "waits": 1, "handed": 0, "notes": 0, "light": 0, "reasons": 0, "groups": 0, "barriers": 0, "wishes": 0,
        "counted": 0, "askings": 0, "answers": 0, "uses": 0, "used": 0, "walks": 0, "stories": 0, "asked_of_us": 0, "said_of_us": 0,
    }  # fmt: skip
    assert (held["steps"]["who"], held["waits"]["days"]) == (["service with a reason"], [10])


def test_people_have_other_numbers_in_every_extract_and_the_old_bridge_is_gone(around: Neighbourhood) -> None:
    for _ in range(12):
        around.introduced(days_ago(3))
    first = around.extract()
    with as_(around.coordinator):
        before = dict(Link.objects.filter(extract=first).values_list("number", "person_id"))
    second = around.extract()
    with as_(around.coordinator):
        after = dict(Link.objects.filter(extract=second).values_list("number", "person_id"))
        assert not Link.objects.filter(extract=first).exists()
    assert set(before.values()) == set(after.values())
    assert before != after


def test_only_the_newest_extract_is_kept_whole(around: Neighbourhood) -> None:
    around.introduced(days_ago(3))
    first, second = around.extract(), around.extract()
    with as_(around.manager):
        kept = {extract.id: extract.payload is not None for extract in Extract.objects.all()}
        assert Extract.objects.get(id=first.id).rows["people"] == 1
    assert kept == {first.id: False, second.id: True}


def test_a_commissioner_and_a_manager_count_from_the_same_extract(around: Neighbourhood) -> None:
    made = around.extract()
    for who in (around.commissioner, around.manager):
        with as_(who):
            assert [extract.id for extract in Extract.objects.all()] == [made.id]


def test_a_commissioner_makes_none(around: Neighbourhood) -> None:
    with pytest.raises(NotYours), as_(around.commissioner):
        make_extract(around.team.id, by=around.commissioner, at=now())


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.SUPPORT_OFFICER, Role.PARTNER, Role.INFORMATION_GOVERNANCE, Role.ADMINISTRATOR])
def test_no_other_role_reads_or_makes_an_extract(around: Neighbourhood, role: Role) -> None:
    around.introduced(days_ago(3))
    around.extract()
    somebody_else = an_actor(role, around.team)
    with as_(somebody_else):
        assert not Extract.objects.exists()
    with pytest.raises(NotYours), as_(somebody_else):
        make_extract(around.team.id, by=somebody_else, at=now())


@pytest.mark.parametrize("role", [Role.MANAGER, Role.COMMISSIONER])
def test_another_organisations_manager_and_commissioner_neither(around: Neighbourhood, role: Role) -> None:
    around.extract()
    stranger = an_actor(role, a_team())
    with as_(stranger):
        assert not Extract.objects.exists()
    with pytest.raises(NotYours), as_(stranger):
        make_extract(around.team.id, by=stranger, at=now())


def test_a_manager_of_another_team_of_the_same_organisation_neither(around: Neighbourhood) -> None:
    around.extract()
    other = an_actor(Role.MANAGER, a_team(organisation=around.team.organisation))
    with as_(other):
        assert not Extract.objects.exists()


def test_the_database_itself_refuses_whoever_may_not(around: Neighbourhood) -> None:
    with pytest.raises(ProgrammingError, match="Figures are made by"), as_(around.coordinator), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT make_evidence_extract(gen_random_uuid(), %s, now(), current_date)", [around.team.id])


def test_nobody_writes_an_extract_by_hand(around: Neighbourhood) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), as_(around.manager), transaction.atomic():
        Extract.objects.create(team=around.team, made_at=now(), made_on=today(), made_by_id=around.manager.id, digest="", rows={}, payload=b"{}")


def test_a_commissioner_sees_no_bridge_to_people(around: Neighbourhood) -> None:
    around.introduced(days_ago(3))
    around.extract()
    with as_(around.commissioner):
        assert (Link.objects.count(), Person.objects.count()) == (0, 0)
    with as_(around.manager):
        assert Link.objects.count() == 1


def test_a_protected_home_looks_like_an_unknown_one(around: Neighbourhood) -> None:
    locality = around.team.localities.get()
    at_home, protected, unknown, away = (around.introduced(days_ago(3)) for _ in range(4))
    around.lives_in(at_home, locality)
    around.lives_in(protected, locality)
    around.lives_in(away, a_locality())
    with as_(around.coordinator):
        protect_location(Person.objects.get(id=protected), why="For her safety.", listed=[], by=around.coordinator, at=now())
    assert _homes(around.extract(), around.manager) == {at_home: str(locality.id), protected: "not shown", unknown: "not shown", away: "elsewhere"}


def _homes(extract: Extract, by) -> dict[object, object]:  # type: ignore[no-untyped-def]
    """Each person's locality in an extract, as whoever may see all of them finds it."""
    held = _held(extract, by)["people"]
    with as_(by):
        whose = dict(Link.objects.filter(extract=extract).values_list("number", "person_id"))
    return {whose[number]: home for number, home in zip(held["person"], held["locality"], strict=True)}  # type: ignore[index]


def test_a_home_protected_since_is_not_shown_in_the_extract_there_is(around: Neighbourhood) -> None:
    locality = around.team.localities.get()
    gwen, mags, iris = (around.introduced(days_ago(3)) for _ in range(3))
    for person in (gwen, mags, iris):
        around.lives_in(person, locality)
    made = around.extract()
    before = _held(made, around.manager)
    with as_(around.coordinator):
        protect_location(Person.objects.get(id=mags), why="For her safety.", listed=[], by=around.coordinator, at=now())
    assert _homes(made, around.manager) == {gwen: str(locality.id), mags: "not shown", iris: str(locality.id)}
    after = _held(made, around.manager)
    assert {name: columns for name, columns in after.items() if name != "people"} == {name: columns for name, columns in before.items() if name != "people"}
    with as_(around.manager):
        kept = Extract.objects.get(id=made.id)
    assert (kept.made_at, kept.digest) == (made.made_at, sha256(bytes(kept.payload or b"")).hexdigest())


def test_a_page_of_a_locality_does_not_count_whoever_is_protected_since(around: Neighbourhood) -> None:
    locality = around.team.localities.get()
    people = [around.introduced(days_ago(3)) for _ in range(3)]
    for person in people:
        around.lives_in(person, locality)
    around.extract()
    page = reverse("evidence:people", args=["localities"])
    asked = {"team": str(around.team.id), "part": str(locality.id), "period": "all"}
    before = words_of(signed_in(around.manager).get(page, asked).content.decode())
    with as_(around.coordinator):
        protect_location(Person.objects.get(id=people[0]), why="For her safety.", listed=[], by=around.coordinator, at=now())
    after = words_of(signed_in(around.manager).get(page, asked).content.decode())
    assert ("3 people" in before, "2 people" in after, "counted" in after) == (True, True, False)


def test_a_protection_that_is_over_changes_no_extract(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(3))
    around.lives_in(person, around.team.localities.get())
    with as_(around.coordinator):
        protection = protect_location(Person.objects.get(id=person), why="For her safety.", listed=[], by=around.coordinator, at=now())
        end_protection(Person.objects.get(id=person), by=around.coordinator, at=now())
    made = around.extract()
    with as_(around.coordinator):
        LocationProtection.objects.filter(id=protection.id).update(why="It was for her safety.")
    assert _homes(made, around.manager) == {person: str(around.team.localities.get().id)}


def test_a_team_counts_its_own_introductions_of_somebody_two_teams_know(around: Neighbourhood) -> None:
    other = a_team(organisation=around.team.organisation)
    around.introduced(days_ago(40))
    theirs = Neighbourhood(other, an_actor(Role.COORDINATOR, other), an_actor(Role.MANAGER, other), around.commissioner)
    theirs.introduced(days_ago(3))
    assert around.extract().rows["introductions"] == 1
    assert theirs.extract().rows["introductions"] == 1


def test_somebody_is_known_from_their_first_introduction_even_when_written_down_later(around: Neighbourhood) -> None:
    around.introduced(days_ago(100))
    held = _held(around.extract(), around.manager)
    assert held["people"]["known_on"] == [days_ago(100).isoformat()]
