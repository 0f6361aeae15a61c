"""A team's own spreadsheet comes in, whole or not at all, and goes again as if it had never come."""

from __future__ import annotations

import pytest

from alongside.exchange import actions
from alongside.exchange.caseload.mapping import SHIPPED, text_of_mapping
from alongside.exchange.caseload.reading import read_book
from alongside.exchange.models import MovingIn, SheetRow
from alongside.foundation.actor import Actor, Role
from alongside.introductions.models import Introduction
from alongside.journeys.models import Alongside, Level, Note
from alongside.people.models import Holding, MatchKey, Person, Whereabouts
from tests import building

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager() -> Actor:
    return building.an_actor(Role.MANAGER, building.a_team())


def brought(manager: Actor, example: str) -> MovingIn:
    file = next(path for path in SHIPPED.glob(f"{example}.*") if path.suffix != ".yaml")
    with building.as_(manager):
        return actions.bring(read_book(file.read_bytes(), file.name), text_of_mapping(example), by=manager, at=building.now())


def a_small_file(manager: Actor, *rows: str, mapping: str = "name: Ours\nfields: {name: Name, level: {constant: level 2}, notes: Notes}") -> MovingIn:
    content = "\n".join(("Name,Notes", *rows)).encode()
    with building.as_(manager):
        return actions.bring(read_book(content, "ours.csv"), mapping, by=manager, at=building.now())


def loaded(moving: MovingIn, manager: Actor) -> MovingIn:
    with building.as_(manager):
        return actions.load(moving, by=manager, at=building.now())


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (Person, Holding, Whereabouts, MatchKey, Note, Level, Alongside, Introduction, SheetRow)}


@pytest.mark.parametrize("example", ["charity-case-system", "coordinators-own", "social-prescribing-tracker"])
def test_what_was_loaded_can_be_taken_back_whole(manager: Actor, example: str) -> None:
    moving = brought(manager, example)
    with building.as_(manager):
        before = counts()
    loaded(moving, manager)
    with building.as_(manager):
        assert counts()["Person"] == moving.counted["people"]
        gone, stay = actions.take_back(moving, by=manager, at=building.now())
        assert (gone, stay) == (moving.counted["people"], [])
        assert counts() == before
