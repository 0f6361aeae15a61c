"""Every page with a form keeps what is typed and leads back to the person."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse, reverse_lazy

from alongside.journeys.models import GoodLife, Note, Step
from alongside.people.actions import say_where
from alongside.people.models import Gift, Person
from alongside.people.queries import someone_like
from alongside.people.rules import pieces
from alongside.trail.models import Entry
from tests.building import a_coordinator, a_team, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


def parts(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


def their(name, gwen, *more):
    return reverse(f"desk:{name}", args=[gwen, *more])


PAGES = [
    "person",
    "good life",
    "gifts",
    "circle",
    "change",
    "agreement",
    "step",
    "visit",
    "level",
    "who",
    "where",
    "good to know",
    "name to",
    "protect",
    "introduced again",
    "connect",
]


@pytest.mark.parametrize("name", PAGES)
def test_a_coordinator_alongside_opens(name, sam):
    gwen = somebody(sam, "Gwen Prys-Marlow")
    answer = signed_in(sam).get(their(name, gwen))
    assert (answer.status_code, "Gwen Prys-Marlow" in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("name", PAGES)
def test_to_a_coordinator_elsewhere_there_is_no_such_page(name, sam):
    gwen = somebody(sam, "Gwen Prys-Marlow")
    answer = signed_in(a_coordinator()).get(their(name, gwen))
    assert (answer.status_code, "Prys" in answer.content.decode()) == (404, False)


def test_the_three_things_make_an_introduction(sam):
    answer = signed_in(sam).post(
        reverse("desk:introduce"), {"who": "Gwen Prys-Marlow", "introduced_by": "housing office", "said_yes": "on", **parts("on", today())}
    )
    with as_(sam):
        gwen = Person.objects.get(name="Gwen Prys-Marlow")
    assert (answer.status_code, answer["Location"]) == (303, their("person", gwen.id))


def test_without_her_yes_nothing_is_kept_and_nothing_typed_is_lost(sam):
    answer = signed_in(sam).post(reverse("desk:introduce"), {"who": "Gwen Prys-Marlow", "introduced_by": "housing office", **parts("on", today())})
    assert answer.status_code == 422
    assert 'value="Gwen Prys-Marlow"' in answer.content.decode()
    with as_(sam):
        assert not Person.objects.exists()


def test_a_colleague_elsewhere_is_told_before_saving_that_she_is_known(sam):
    from alongside.teams.models import Team

    council = Team.objects.get(id=sam.team_id).organisation
    noor = a_coordinator(a_team(organisation=council))
    somebody(sam, "Gwen Prys-Marlow")
    asked = {"who": "Gwen Prys-Marlow", "introduced_by": "her GP", "said_yes": "on", **parts("on", today())}
    told = signed_in(noor).post(reverse("desk:introduce"), asked).content.decode()
    assert "We may know them already" in told
    assert "Sam Holt" in told
    kept = signed_in(noor).post(reverse("desk:introduce"), {**asked, "somebody_else": "on"})
    assert kept.status_code == 303


def test_a_note_is_kept_with_its_line_in_the_trail(sam):
    gwen = somebody(sam)
    answer = signed_in(sam).post(their("person", gwen), {"text": "She laughed.", "how": "visit", **parts("on", today())})
    assert answer.status_code == 303
    with as_(sam):
        assert Note.objects.get().text == "She laughed."
        line = Entry.objects.filter(verb="wrote a note").get()
        assert (line.purpose, line.people) == ("walks alongside: person", [gwen])


def test_an_empty_note_is_refused_by_its_box(sam):
    gwen = somebody(sam)
    answer = signed_in(sam).post(their("person", gwen), {"text": " ", "how": "visit", **parts("on", today())})
    assert (answer.status_code, "Write a few words first." in answer.content.decode()) == (422, True)


def test_a_refused_page_that_shows_her_leaves_its_look_in_the_trail(sam):
    gwen = somebody(sam)
    signed_in(sam).post(their("person", gwen), {"text": ""})
    with as_(sam):
        assert Entry.objects.filter(verb="looked at", people__contains=[gwen]).count() == 1


@pytest.mark.parametrize(
    ("name", "typed", "model"),
    [
        ("good life", {"words": "To get back to the allotment."}, GoodLife),
        ("gifts", {"words_1": "Knows every bird."}, Gift),
        ("step", {"words": "Ring Ade", "who_kind": "themselves"}, Step),
    ],
)
def test_what_is_written_is_kept(name, typed, model, sam):
    gwen = somebody(sam)
    assert signed_in(sam).post(their(name, gwen), typed).status_code == 303
    with as_(sam):
        assert model.objects.get().words == next(iter(typed.values()))


def test_a_service_is_asked_why_and_taken_without_an_answer(sam):
    gwen = somebody(sam)
    browser = signed_in(sam)
    answer = browser.post(their("step", gwen), {"words": "A warden call", "who_kind": "service"})
    page = browser.get(their("person", gwen)).content.decode()
    assert (answer.status_code, "A warden call" in page, "a service; nobody has said yet why" in page) == (303, True, True)


def test_a_name_is_put_right(sam):
    gwen = somebody(sam, "Gwen Prys")
    answer = signed_in(sam).post(their("who", gwen), {"name": "Gwen Prys-Marlow", "likes_to_be_called": "Gwennie"})
    assert answer.status_code == 303
    with as_(sam):
        assert Person.objects.get(id=gwen).likes_to_be_called == "Gwennie"


def test_a_visit_to_somebody_protected_is_refused_in_a_sentence(sam):
    from alongside.people.actions import protect_location
    from alongside.teams.models import Team
    from tests.building import now

    gwen = somebody(sam)
    noor = a_coordinator(Team.objects.get(id=sam.team_id))
    with as_(sam):
        protect_location(Person.objects.get(id=gwen), why="She asked.", listed=[], by=sam, at=now())
    answer = signed_in(noor).post(their("visit", gwen), {"staff": noor.id, **parts("on", today())})
    assert (answer.status_code, "is protected" in answer.content.decode()) == (403, True)


def test_protecting_again_begins_with_an_empty_list(sam):
    from alongside.people.actions import end_protection, protect_location
    from alongside.people.models import LocationListed
    from alongside.teams.models import Team
    from tests.building import now

    gwen = somebody(sam)
    noor, ash = a_coordinator(Team.objects.get(id=sam.team_id)), a_coordinator(Team.objects.get(id=sam.team_id))
    with as_(sam):
        person = Person.objects.get(id=gwen)
        protect_location(person, why="She asked.", listed=[noor.id], by=sam, at=now())
        end_protection(person, by=sam, at=now())
    with as_(ash):
        protect_location(Person.objects.get(id=gwen), why="She asked again.", listed=[], by=ash, at=now())
        assert list(LocationListed.objects.filter(person_id=gwen).values_list("staff_id", flat=True)) == [ash.id]


def test_somebody_introduced_for_a_colleague_is_held_by_the_team_they_share(sam):
    from alongside.foundation.actor import Role
    from alongside.people.models import Holding
    from alongside.teams.models import Staff
    from tests.building import a_seat, actor_of

    noor = a_coordinator()
    manager = Staff.objects.get(id=sam.id)
    a_seat(manager, Role.MANAGER, a_team())
    from alongside.teams.models import Team

    a_seat(manager, Role.MANAGER, Team.objects.get(id=noor.team_id))
    gwen = somebody(actor_of(manager), for_whom_id=noor.id)
    with as_(noor):
        assert Holding.objects.get(person_id=gwen).team_id == noor.team_id


@pytest.mark.parametrize("before", ["nonsense", "9999-12-31~9999-12-31T23:59:59-23:59~00000000-0000-0000-0000-000000000000"])
def test_a_place_in_a_story_that_cannot_be_is_its_beginning(before, sam):
    gwen = somebody(sam)
    assert signed_in(sam).get(their("person", gwen), {"before": before}).status_code == 200


@pytest.mark.parametrize("words", ['{"text": "a\\u0000b"}', "[" * 100_000, '{"text": "\\ud800"}', "no"])
def test_a_draft_that_cannot_be_read_is_refused(words, sam):
    assert signed_in(sam).post(reverse("web:save draft"), {"words": words, "form": "note", "page": "/"}).status_code == 422


INTRODUCE = reverse_lazy("desk:introduce")


def test_a_question_that_would_save_nothing_is_not_answered(sam):
    """Without a yes nobody is introduced, so nobody is told who is known."""
    somebody(sam, "Gwilym Tregarth", date_of_birth=date(1943, 12, 1))
    answer = signed_in(sam).post(
        INTRODUCE, {"who": "Gwilym Tregarth", "introduced_by": "herself", **parts("on", today()), **parts("date_of_birth", date(1943, 12, 1))}
    )
    assert (answer.status_code, "We may know them already" in answer.content.decode()) == (422, False)


def test_a_telephone_is_not_found_by_a_list_of_first_names(sam):
    gwen = somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        say_where(Person.objects.get(id=gwen), address="", postcode="", phone="01632 960123", email="", by=sam, at=now())
        names = " ".join(f"Aname{letter}" for letter in "abcdefghijklmnop")
        # The telephone alone says that somebody may be known; which of the names is theirs is not told.
        assert someone_like(pieces(f"Gwen {names}", phone="01632 960123")) == someone_like(pieces(names, phone="01632 960123"))
        assert [known.strength for known in someone_like(pieces("Gwen", phone="01632 960123"))] == ["probably"]
