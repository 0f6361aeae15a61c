"""What is begun of where somebody is stays with its writer as any draft does, until where they are is kept from them."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.urls import reverse

from alongside.foundation.actor import Actor
from alongside.people import actions as people
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.web.actions import OF_WHERE, keep_draft, throw_away
from alongside.web.models import Draft
from tests.building import a_coordinator, as_, now, signed_in, somebody

pytestmark = pytest.mark.django_db
ADDRESS = "1 Mill Lane, by the bridge"
A_VISIT = "00000000-0000-7000-8000-000000000001"


@pytest.fixture
def sam() -> Actor:
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def noor(sam: Actor) -> Actor:
    return a_coordinator(Team.objects.get(id=sam.team_id), "Noor Lind")


@pytest.fixture
def gwen(sam: Actor) -> UUID:
    return somebody(sam, "Gwen Prys")


def begins(writer: Actor, form: str, gwen: UUID) -> Draft:
    with as_(writer):
        return keep_draft(form, gwen, {"words": ADDRESS}, page=f"/people/{gwen}/", by=writer, at=now())


def left(writer: Actor) -> set[str]:
    """What this writer has left, as they see it themselves."""
    with as_(writer):
        return set(Draft.objects.values_list("form", flat=True))


def forms() -> list[str]:
    return sorted(f"{form}/{A_VISIT}" if form == "moved visit" else form for form in OF_WHERE)


def protects(sam: Actor, gwen: UUID, *listed: Actor) -> None:
    with as_(sam):
        people.protect_location(Person(id=gwen), why="Her brother looks for her.", listed=[one.id for one in listed], by=sam, at=now())


@pytest.mark.parametrize("form", forms())
def test_it_goes_when_the_place_is_protected_and_its_writer_is_not_listed(form, sam, noor, gwen):
    begins(noor, form, gwen)
    begins(noor, "note", gwen)
    begins(sam, form, gwen)
    protects(sam, gwen)
    assert (left(noor), left(sam)) == ({"note"}, {form})


def test_what_was_thrown_away_goes_too(sam, noor, gwen):
    draft = begins(noor, "where", gwen)
    with as_(noor):
        throw_away(draft, by=noor, at=now())
    protects(sam, gwen)
    assert left(noor) == set()


def test_it_stays_with_whoever_is_listed_until_they_are_no_more(sam, noor, gwen):
    begins(noor, "where", gwen)
    protects(sam, gwen, noor)
    assert left(noor) == {"where"}
    with as_(sam):
        people.change_who_is_listed(Person(id=gwen), listed=[], by=sam, at=now())
    assert left(noor) == set()


def test_whoever_still_has_the_form_open_is_told_and_nothing_is_kept(sam, noor, gwen):
    protects(sam, gwen)
    answer = signed_in(noor).post(reverse("web:save draft"), {"form": "where", "person": gwen, "words": f'{{"address": "{ADDRESS}"}}', "page": "/"})
    assert (answer.status_code, "Where they are is protected" in answer.content.decode()) == (422, True)
    assert left(noor) == set()


def test_of_nobody_else_anything_goes(sam, noor, gwen):
    hal = somebody(sam, "Hal Thwaite")
    begins(noor, "where", hal)
    protects(sam, gwen)
    assert left(noor) == {"where"}


@pytest.mark.parametrize("page", ["desk:choose", "pictures:pictures"])
def test_a_yes_is_marked_as_never_kept(page, sam, gwen):
    html = signed_in(sam).get(reverse(page, args=[gwen])).content.decode()
    group, name = html.split("data-not-kept", 1)[1], "answer" if page == "desk:choose" else "how"
    assert group.index(f'name="{name}"') < group.index("</fieldset>")
