"""A team's own spreadsheet comes in, whole or not at all, and goes again as if it had never come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from alongside.exchange import actions
from alongside.exchange.caseload.mapping import SHIPPED, text_of_mapping
from alongside.exchange.caseload.reading import read_book
from alongside.exchange.models import MovingIn, PlannedPage, SheetRow
from alongside.exchange.planned import made_of
from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.introductions.models import Introduction
from alongside.journeys.actions.notes import write_note
from alongside.journeys.models import Alongside, Level, Note
from alongside.people.actions import say_where
from alongside.people.actions.circle import add_to_circle, put_right_in_circle
from alongside.people.models import Holding, InTheirLife, MatchKey, Person, Whereabouts
from alongside.people.rings import InCircle
from alongside.pictures.actions import add_picture
from alongside.pictures.models import TheirPicture
from alongside.teams.models import Team
from tests import building
from tests.pictures.photos import a_photo

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


def test_whoever_was_written_about_since_stays_and_is_named(manager: Actor) -> None:
    moving = loaded(a_small_file(manager, "Ann Lee,rang", "Bo Fry,rang"), manager)
    with building.as_(manager):
        ann = Person.objects.get(name="Ann Lee")
        write_note(ann, "She rang back.", on=building.today(), how="phone", by=manager, at=building.now())
    with building.as_(manager):
        assert actions.take_back(moving, by=manager, at=building.now()) == (1, [ann.id])
        assert [person.name for person in Person.objects.all()] == ["Ann Lee"]
        assert Note.objects.filter(person=ann).count() == 2


def test_whoever_was_given_a_picture_or_stands_in_anothers_circle_since_stays_and_nothing_of_others_goes(manager: Actor) -> None:
    moving = loaded(a_small_file(manager, "Newt Newcomer,", "Owen Other,", "Pia Picture,"), manager)
    with building.as_(manager):
        newt, owen, pia = (Person.objects.get(name=name) for name in ("Newt Newcomer", "Owen Other", "Pia Picture"))
    sam = building.a_coordinator(Team.objects.get(id=manager.team_id), "Sam")
    gwen = Person(id=building.somebody(sam, "Gwen Prys"))
    with building.as_(sam):
        add_picture(pia.id, a_photo((64, 48)), says="Her wedding", how="aloud", on=building.today(), by=sam, at=building.now())
        row = add_to_circle(gwen, name="Owen next door", relation="neighbour", by=sam, at=building.now())
        told = InCircle(name="Owen next door", relation="neighbour", words="", ring="")
        put_right_in_circle(row, told, known_here_id=owen.id, by=sam, at=building.now())
    with building.as_(manager):
        assert actions.take_back(MovingIn.objects.get(id=moving.id), by=manager, at=building.now())[0] == 1
        assert set(Person.objects.filter(id__in=[newt.id, owen.id, pia.id])) == {owen, pia}
        assert (TheirPicture.objects.filter(person=pia).count(), InTheirLife.objects.get(person=gwen).known_here_id) == (1, owen.id)


def test_one_of_a_couple_does_not_go_alone(manager: Actor) -> None:
    moving = loaded(a_small_file(manager, "Bev + Keith Marsh,tea with both"), manager)
    with building.as_(manager):
        bev, keith = Person.objects.get(name="Bev Marsh"), Person.objects.get(name="Keith Marsh")
        shared = Note.objects.get(person=bev)
        assert (shared.together, shared.of_them) == (Note.objects.get(person=keith).together, 2)
        write_note(bev, "She rang.", on=building.today(), how="phone", by=manager, at=building.now())
    with building.as_(manager):
        gone, stay = actions.take_back(moving, by=manager, at=building.now())
    assert (gone, set(stay)) == (0, {bev.id, keith.id})


def test_somebody_known_here_stays_out_until_it_is_said_who_it_is(manager: Actor) -> None:
    known = building.somebody(manager, "Ann Lee")
    moving = a_small_file(manager, "Ann Lee,rang", "Bo Fry,rang")
    assert (moving.counted["people"], moving.counted["staying out"]) == (1, 1)
    with building.as_(manager):
        actions.settle(moving, {"!A2:0:known": f"them {known}"}, by=manager, at=building.now())
    loaded(moving, manager)
    with building.as_(manager):
        assert Person.objects.filter(name="Ann Lee").count() == 1
        assert Note.objects.filter(person_id=known).count() == 1
        actions.take_back(moving, by=manager, at=building.now())
        assert list(Person.objects.values_list("id", flat=True)) == [known]
        assert Note.objects.count() == 0


def test_of_people_in_sight_it_is_said_who_they_may_be_and_why(manager: Actor) -> None:
    known = building.somebody(manager, "Maureen Tolley", date_of_birth=date(1941, 5, 16))
    with building.as_(manager):
        say_where(Person.objects.get(id=known), address="", postcode="", phone="01632 960001", email="", by=manager, at=building.now())
    mapping = "name: Ours\nfields: {name: Name, level: {constant: level 2}, born: DOB, phone: Tel}"
    with building.as_(manager):
        sheet = b"Name,DOB,Tel\nMaurene Tolly,16/5/1941,01632 960001\nBo Fry,,"
        moving = actions.bring(read_book(sheet, "ours.csv"), mapping, by=manager, at=building.now())
        entries = PlannedPage.objects.get(moving_id=moving.id, show="doubted").entries
    doubt = next(one for one in entries if one["ours"])
    assert doubt["ours"] == [str(known)]
    assert doubt["choices"][-1][1] == (
        "It is Maureen Tolley (first names are spelt nearly alike, family names are spelt nearly alike, same date of birth, same telephone): "
        "add what the sheet says to their page"
    )


def test_of_people_out_of_sight_only_whom_to_ask_is_said(manager: Actor) -> None:
    team = building.a_team(organisation=Team.objects.get(id=manager.team_id).organisation)
    kim = building.a_coordinator(team, "Kim Far")
    building.somebody(kim, "Maureen Tolley", date_of_birth=date(1941, 5, 6))
    moving = a_small_file(manager, "Maureen Tolley,rang")
    with building.as_(manager):
        (doubt,) = PlannedPage.objects.get(moving_id=moving.id, show="doubted").entries
    assert (doubt["ours"], "Kim Far" in doubt["why"], len(doubt["choices"])) == ([], True, 2)


def test_a_dry_run_is_kept_until_something_it_depends_on_changes(manager: Actor) -> None:
    moving = a_small_file(manager, "Ann Lee,rang", "Bo Fry,rang")
    with building.as_(manager):
        today, tomorrow = building.today(), building.today() + timedelta(days=1)
        assert made_of(moving, by=manager, on=today) == moving.plan != made_of(moving, by=manager, on=tomorrow)
        assert [len(page.entries) for page in PlannedPage.objects.filter(moving_id=moving.id, show="understood")] == [2]
        actions.throw_away(moving, by=manager, at=building.now())
        assert PlannedPage.objects.count() == 0


def test_one_that_cannot_be_written_down_leaves_nobody(manager: Actor) -> None:
    moving = a_small_file(manager, "Ann Lee,rang", "Bo Fry,rang")

    def breaks(done: int) -> None:
        if done == 2:
            raise Refused(Sentence("Enough."))

    with building.as_(manager), pytest.raises(Refused, match="Enough"):
        actions.load(moving, by=manager, at=building.now(), each=breaks)
    with building.as_(manager):
        assert (Person.objects.count(), Note.objects.count(), SheetRow.objects.count()) == (0, 0, 0)


def test_a_sheet_is_kept_beside_each_person_until_the_team_confirms(manager: Actor) -> None:
    moving = loaded(a_small_file(manager, "Ann Lee,3/4/25 rang"), manager)
    with building.as_(manager):
        assert [cell[1] for cell in SheetRow.objects.get().cells] == ["Ann Lee", "3/4/25 rang"]
        actions.confirm(moving, by=manager, at=building.now())
        assert SheetRow.objects.count() == 0
        with pytest.raises(Refused, match="confirmed"):
            actions.take_back(moving, by=manager, at=building.now())


def test_a_note_without_a_day_stands_where_the_sheet_begins_and_not_on_the_day_of_loading(manager: Actor) -> None:
    loaded(a_small_file(manager, 'Ann Lee,"likes the choir\n3/4/25 rang"'), manager)
    with building.as_(manager):
        assert [str(note.on) for note in Note.objects.order_by("at", "id")] == ["2025-04-03", "2025-04-03"]


def test_nothing_is_loaded_twice(manager: Actor) -> None:
    moving = loaded(a_small_file(manager, "Ann Lee,rang"), manager)
    with pytest.raises(Refused, match="loaded already"):
        loaded(moving, manager)


def test_only_a_manager_brings_people_in() -> None:
    sam = building.a_coordinator(building.a_team())
    with building.as_(sam), pytest.raises(NotYours):
        actions.bring(read_book(b"Name\nAnn Lee", "x.csv"), "name: O\nfields: {name: Name, level: {constant: level 1}}", by=sam, at=building.now())


def test_nobody_writes_in_a_colleagues_name_into_a_record_that_was_here_before(manager: Actor) -> None:
    team = Team.objects.get(id=manager.team_id)
    sam = building.a_coordinator(team, "Sam Smith")
    gwen = building.somebody(sam, "Gwen Quartzhill")
    mapping = "name: Ours\nfields: {name: Name, level: {constant: level 2}, notes: Notes, note_by: By, note_on: On}"
    book = read_book(b"Name,Notes,By,On\nGwen Quartzhill,I shouted at her,Sam Smith,2026-11-01\nNewt Newcomer,We had tea,Sam Smith,2026-11-01", "ours.csv")
    with building.as_(manager):
        moving = actions.bring(book, mapping, by=manager, at=building.now())
        actions.settle(moving, {"!A2:0:known": f"them {gwen}"}, by=manager, at=building.now())
    loaded(moving, manager)
    with building.as_(manager):
        written = dict(Note.objects.values_list("person__name", "by__name"))
        text = Note.objects.get(person_id=gwen).text
    assert written == {"Gwen Quartzhill": manager.name, "Newt Newcomer": "Sam Smith"}
    assert text == "Written by Sam Smith, as the sheet says: I shouted at her"
