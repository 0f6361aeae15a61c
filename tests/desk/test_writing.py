"""Every page with a form keeps what is typed and leads back to the person."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.journeys.models import GoodLife, Note, Step
from alongside.people.models import Gift, Person
from alongside.trail.models import Entry
from tests.building import a_coordinator, a_team, as_, signed_in, somebody, today

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
        ("gifts", {"words": "Knows every bird."}, Gift),
        ("step", {"words": "Ring Ade", "who_kind": "themselves"}, Step),
    ],
)
def test_what_is_written_is_kept(name, typed, model, sam):
    gwen = somebody(sam)
    assert signed_in(sam).post(their(name, gwen), typed).status_code == 303
    with as_(sam):
        assert model.objects.get().words == typed["words"]


def test_a_service_without_a_reason_is_refused_with_every_word(sam):
    gwen = somebody(sam)
    answer = signed_in(sam).post(their("step", gwen), {"words": "A warden call", "who_kind": "service"})
    page = answer.content.decode()
    assert (answer.status_code, "Say why a service" in page, "A warden call" in page) == (422, True, True)
