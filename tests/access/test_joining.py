"""Two records are one person's: everything is carried over, and undoing it brings everything back as it was."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.urls import reverse

from alongside.access import joining as carrying
from alongside.access.actions import join, part
from alongside.access.fences import declared
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys.actions import set_level, write_note
from alongside.journeys.models import Level, Note
from alongside.people.actions import protect_location, say_where
from alongside.people.models import Holding, Joining, LocationListed, Person, Whereabouts
from tests.building import a_coordinator, a_seat, a_team, actor_of, an_organisation, as_, now, signed_in, somebody, staff, today

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def sam():
    return a_coordinator()


def joined(kept: UUID, other: UUID, *, by, taking: list[str] | None = None) -> Joining:
    with as_(by):
        return join(Person.objects.get(id=kept), Person.objects.get(id=other), taking=taking or [], by=by, at=now())


def parted(joining: Joining, *, by) -> None:
    with as_(by):
        part(Joining.objects.get(id=joining.id), by=by, at=now())


def test_everything_of_the_other_stands_on_the_one_page(sam):
    kept, other = somebody(sam, "Maureen Tolley"), somebody(sam, "Mo Tolley")
    with as_(sam):
        write_note(Person.objects.get(id=other), on=today(), how="visit", text="Tea and the stairs.", by=sam, at=now())
    joined(kept, other, by=sam)
    with as_(sam):
        assert list(Note.objects.values_list("person_id", "text")) == [(kept, "Tea and the stairs.")]
        assert list(Person.objects.values_list("id", flat=True)) == [kept]


def test_the_old_address_leads_on_also_for_a_note_that_was_being_written(sam):
    kept, other = somebody(sam), somebody(sam)
    joined(kept, other, by=sam)
    browser, old = signed_in(sam), reverse("desk:person", args=[other])
    asked, sent = browser.get(old), browser.post(old, {"text": "Long words."})
    assert [(answer.status_code, answer["Location"]) for answer in (asked, sent)] == [(307, reverse("desk:person", args=[kept]))] * 2
    assert signed_in(a_coordinator()).get(old).status_code == 404


@pytest.mark.parametrize("levels", [("level 1", "level 2"), ("level 2", "level 1")])
def test_of_two_levels_the_nearer_holds_and_the_other_ended_today(sam, levels):
    kept, other = somebody(sam), somebody(sam)
    with as_(sam):
        for key, level in zip((kept, other), levels, strict=True):
            set_level(Person.objects.get(id=key), level, since=today(), words="", by=sam, at=now())
    joined(kept, other, by=sam)
    with as_(sam):
        assert sorted(Level.objects.filter(person_id=kept).exclude(level="introduced").values_list("level", "until"), key=str) == [
            ("level 1", today()),
            ("level 2", None),
        ]


def test_teams_that_differ_need_a_manager_of_both():
    council = an_organisation()
    fern, harbour = a_team("Fern", organisation=council), a_team("Harbour", organisation=council)
    sam, ash = a_coordinator(fern), a_coordinator(harbour)
    kept, other = somebody(sam), somebody(ash)
    member = staff("Jo Both")
    for team in (fern, harbour):
        a_seat(member, Role.COORDINATOR, team)
    with pytest.raises(NotYours, match="Different teams hold these records"):
        joined(kept, other, by=actor_of(member))
    a_seat(member, Role.MANAGER, harbour)
    joined(kept, other, by=actor_of(member))
    with as_(ash):
        assert set(Holding.objects.filter(person_id=kept).values_list("team_id", flat=True)) == {fern.id, harbour.id}


def test_whoever_is_not_on_the_list_of_a_protected_location_joins_nobody():
    team = a_team()
    sam, ash = a_coordinator(team), a_coordinator(team)
    kept, other = somebody(sam), somebody(sam)
    with as_(sam):
        protect_location(Person.objects.get(id=other), why="She asked.", listed=[], by=sam, at=now())
    with pytest.raises(NotYours, match="is protected"):
        joined(kept, other, by=ash)


def test_the_stricter_protection_holds():
    team = a_team()
    sam, ash, noor = a_coordinator(team), a_coordinator(team), a_coordinator(team)
    kept, other = somebody(sam), somebody(sam)
    with as_(sam):
        protect_location(Person.objects.get(id=kept), why="She asked.", listed=[ash.id, noor.id], by=sam, at=now())
        protect_location(Person.objects.get(id=other), why="She asked.", listed=[noor.id], by=sam, at=now())
    joining = joined(kept, other, by=sam)
    with as_(sam):
        assert set(LocationListed.objects.filter(person_id=kept).values_list("staff_id", flat=True)) == {sam.id, noor.id}
    parted(joining, by=sam)
    with as_(sam):
        assert set(LocationListed.objects.filter(person_id=kept).values_list("staff_id", flat=True)) == {sam.id, ash.id, noor.id}


def test_what_is_protected_in_one_is_protected_in_both():
    team = a_team()
    sam, ash = a_coordinator(team), a_coordinator(team)
    kept, other = somebody(sam), somebody(sam)
    with as_(sam):
        say_where(Person.objects.get(id=kept), address="4 Fern Row", postcode="", phone="", email="", by=sam, at=now())
        protect_location(Person.objects.get(id=other), why="She asked.", listed=[], by=sam, at=now())
    joined(kept, other, by=sam)
    with as_(ash):
        assert not Whereabouts.objects.filter(person_id=kept).exists()


def test_the_newest_is_undone_first(sam):
    kept, other, third = somebody(sam), somebody(sam), somebody(sam)
    first = joined(kept, other, by=sam)
    joined(kept, third, by=sam)
    with pytest.raises(Refused, match="Undo that first"):
        parted(first, by=sam)


def test_what_was_written_since_stays_and_what_was_changed_since_is_not_taken_back(sam):
    kept, other = somebody(sam, "Maureen Tolley"), somebody(sam, "Mo Tolley")
    joining = joined(kept, other, by=sam, taking=["people_person.name"])
    with as_(sam):
        assert Person.objects.get(id=kept).name == "Mo Tolley"
        write_note(Person.objects.get(id=kept), on=today(), how="visit", text="Since.", by=sam, at=now())
    parted(joining, by=sam)
    with as_(sam):
        assert dict(Person.objects.values_list("id", "name")) == {kept: "Maureen Tolley", other: "Mo Tolley"}
        assert list(Note.objects.values_list("person_id", "text")) == [(kept, "Since.")]


def test_every_table_that_says_whom_is_carried_or_says_why_not():
    tables = {model._meta.db_table for model, keeping in declared() if hasattr(keeping, "person")}
    assert tables - {one.table for one in carrying.carried()} - set(carrying.STAYS) == set()


def test_what_stays_is_there():
    tables = {model._meta.db_table for model, _keeping in declared()}
    assert sorted(set(carrying.STAYS) - tables) == []
