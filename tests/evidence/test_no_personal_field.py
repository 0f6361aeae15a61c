"""An extract carries nothing that was written about anybody: a word is planted in every field that could."""

from __future__ import annotations

import json
from uuid import UUID

from alongside.evidence.actions import make_extract
from alongside.evidence.models import Extract
from alongside.foundation.actor import Role
from alongside.foundation.keys import new_key
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, as_, days_ago, now, today
from tests.trust.planting import Garden


def test_no_planted_word_and_no_key_of_a_person_is_in_an_extract(committed: str) -> None:
    team = a_team()
    coordinator, manager = an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER, team)
    garden = Garden(writer=Staff.objects.get(id=coordinator.id), team=team, locality=team.localities.get(), entry=None, today=today(), now=now())
    people = [new_key() for _ in range(3)]
    for person in people:
        garden.plant(person, draft={"writer_id": coordinator.id}, covered=None, handedover=None)

    with as_(manager):
        made = make_extract(team.id, by=manager, at=now())
    with as_(manager):
        extract = Extract.objects.get(id=made.id)
    everything = (bytes(extract.payload or b"").decode() + json.dumps(extract.rows) + extract.digest).lower()

    assert extract.rows["people"] == len(people)
    assert len(garden.seeds) > 60
    assert [seed for seed in garden.seeds if any(form in everything for form in seed.forms)] == []
    keys = [key for key in (*people, *(row.pk for row in garden.rows.values())) if isinstance(key, UUID)]
    assert [key for key in keys if str(key) in everything] == []
    # The same search finds a word that is there.
    assert "not shown" in everything
    assert days_ago(30).isoformat() in everything
