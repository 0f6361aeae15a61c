"""Neighbours who would like to be asked are found by the same words as the directory, only by those who may see them, and both are asked first."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.connections.models import Connection
from alongside.directory.models import Entry
from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import set_level
from alongside.people.actions import protect_location, say_where
from alongside.people.actions.gifts import would_like_to_be_asked, would_rather_not_be_asked
from alongside.people.models import LikesToBeAsked, Person
from alongside.places.models import Postcode
from alongside.trail.models import Entry as Line
from tests.building import a_coordinator, a_team, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
HERS, NEAR, FAR = "ZZ99 1AA", "ZZ99 1AB", "ZZ99 9ZZ"


@pytest.fixture
def places():
    for postcode, latitude in ((HERS, 53.0), (NEAR, 53.004), (FAR, 53.4)):
        Postcode.objects.create(postcode=postcode, latitude=latitude, longitude=-2.0)


@pytest.fixture
def sam(places):
    return a_coordinator(name="Sam Holt")


def living(by, name, postcode, asked=""):
    key = somebody(by, name)
    with as_(by):
        person = Person.objects.get(id=key)
        say_where(person, address="1 Example Street", postcode=postcode, phone="", email="", by=by, at=now())
        if asked:
            would_like_to_be_asked(person, asked, how_they_said_so="aloud, at home", by=by, at=now())
    return key


def finds(by, person, words="Somebody to help me with my garden", near=HERS):
    """The names in the part of the page that offers neighbours."""
    browser, page = signed_in(by), reverse("desk:find", args=[person])
    assert browser.post(page, {"words": words, "near": near, "far": "3000"}).status_code == 303
    text = browser.get(page).content.decode()
    part = text.partition('id="neighbours"')[2].partition("</section>")[0]
    return " ".join(part.split())


def test_whoever_would_like_to_be_asked_is_offered_with_why_and_how_far(sam):
    gwen, winston = living(sam, "Gwen Prys-Marlow", HERS), living(sam, "Winston Ferrars", NEAR, "Gardening, and company on a walk")
    offered = finds(sam, gwen)
    assert ("Winston Ferrars" in offered, "0.4 km away" in offered, "mentions “" in offered) == (True, True, True)
    with as_(sam):
        assert Line.objects.filter(people=[winston], purpose__startswith="would like to be asked").exists()


@pytest.mark.parametrize("why", ["too far", "withdrawn", "protected", "moved on", "another wish", "themselves"])
def test_nobody_is_offered_who(sam, why):
    gwen = living(sam, "Gwen Prys-Marlow", HERS, "Gardening" if why == "themselves" else "")
    winston = living(sam, "Winston Ferrars", FAR if why == "too far" else NEAR, "" if why == "themselves" else "Gardening")
    with as_(sam):
        him = Person.objects.get(id=winston)
        if why == "withdrawn":
            would_rather_not_be_asked(LikesToBeAsked.objects.get(), by=sam, at=now())
        if why == "protected":
            # Not even to whoever is listed: who is offered near whom would tell where they are.
            protect_location(him, why="For safety", listed=[], by=sam, at=now())
        if why == "moved on":
            set_level(him, "moved on", since=today(), by=sam, at=now())
    assert finds(sam, gwen, "Playing chess" if why == "another wish" else "Somebody to help me with my garden") == ""


def test_nobody_of_another_team_is_offered_and_nothing_of_it_is_public(sam):
    gwen = living(sam, "Gwen Prys-Marlow", HERS)
    other = a_coordinator(a_team(), name="Ada Moss")
    living(other, "Winston Ferrars", NEAR, "Gardening")
    assert finds(sam, gwen) == ""
    assert Entry.objects.count() == 0
    public = signed_in(other).get(reverse("noticeboard:search"), {"words": "garden"}).content.decode()
    assert "Winston" not in public


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_both_were_asked_and_the_connection_stands_on_both_pages(places, vocabulary):
    sam = a_coordinator(a_team(vocabulary=vocabulary))
    gwen, winston = living(sam, "Gwen Prys-Marlow", HERS), living(sam, "Winston Ferrars", NEAR, "Gardening")
    with as_(sam):
        key = LikesToBeAsked.objects.get().id
    browser, page, day = signed_in(sam), reverse("desk:connect two", args=[gwen]), today()
    typed = {"why": "The roses", "on_day": day.day, "on_month": day.month, "on_year": day.year}
    assert browser.get(page).status_code == 404
    refused = browser.post(f"{page}?asked={key}", typed)
    assert (refused.status_code, "The roses" in refused.content.decode()) == (422, True)
    assert browser.post(f"{page}?asked={key}", {**typed, "how_both_said_yes": "aloud, each at home"}).status_code == 303
    for person, other in ((gwen, "Winston Ferrars"), (winston, "Gwen Prys-Marlow")):
        assert f"{other}: suggested" in browser.get(reverse("desk:person", args=[person])).content.decode()
    with as_(sam):
        hers = Connection.objects.get(person_id=gwen)
    climbing = browser.get(reverse("desk:climb", args=[gwen, hers.id])).content.decode()
    assert reverse("desk:person", args=[winston]) in climbing
    assert "aloud, each at home" in climbing


def test_what_was_withdrawn_is_no_page_any_more(sam):
    gwen = living(sam, "Gwen Prys-Marlow", HERS)
    living(sam, "Winston Ferrars", NEAR, "Gardening")
    with as_(sam):
        row = LikesToBeAsked.objects.get()
        would_rather_not_be_asked(row, by=sam, at=now())
    assert signed_in(sam).get(reverse("desk:connect two", args=[gwen]) + f"?asked={row.id}").status_code == 404
