"""Somebody is introduced whom we know: nothing is typed twice, and nothing lands on another's page."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.introductions.actions import add_to_list, retire_from_list
from alongside.introductions.models import Introduction, WhyTheyCame
from alongside.people.actions import say_where
from alongside.people.models import Person, Whereabouts
from alongside.teams.models import Team
from alongside.web.actions import keep_draft
from alongside.web.models import Draft
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
INTRODUCE = "desk:introduce"


def typed(**more: str) -> dict[str, object]:
    day = {"on_day": today().day, "on_month": today().month, "on_year": today().year}
    return {"who": "Mo Tolley", "introduced_by": "the housing office", "said_yes": "on", "why": "Rent arrears", **day, **more}


@pytest.fixture
def sam():
    return a_coordinator()


@pytest.fixture
def mo(sam):
    return somebody(sam, "Maureen Tolley", likes_to_be_called="Mo")


def test_what_was_typed_is_kept_on_the_page_of_whom_it_is_about_and_nowhere_else(sam, mo):
    browser = signed_in(sam)
    with as_(sam):
        keep_draft("introduction", None, {"who": "Mo Tolley"}, page="/people/introduce/", by=sam, at=now())
    shown = browser.post(reverse(INTRODUCE), typed(phone="01632 960123"))
    assert (shown.status_code, f'name="them" value="{mo}"' in shown.content.decode()) == (200, True)
    answer = browser.post(reverse(INTRODUCE), typed(phone="01632 960123", them=str(mo)))
    assert (answer.status_code, answer["Location"]) == (303, reverse("desk:person", args=[mo]))
    with as_(sam):
        assert Person.objects.count() == 1
        assert list(Introduction.objects.filter(person_id=mo).values_list("why", flat=True).order_by("at"))[-1] == "Rent arrears"
        assert Whereabouts.objects.get(person_id=mo).phone == "01632 960123"
        assert Draft.objects.count() == 0


def test_a_telephone_that_stands_there_is_not_written_over_and_the_new_one_is_said(sam, mo):
    with as_(sam):
        say_where(Person.objects.get(id=mo), address="", postcode="", phone="01632 960199", email="", by=sam, at=now())
    page = signed_in(sam).post(reverse(INTRODUCE), typed(phone="01632 960123", them=str(mo)), follow=True).content.decode()
    assert "was not taken over, because something else stands here: 01632 960123." in page
    with as_(sam):
        assert Whereabouts.objects.get(person_id=mo).phone == "01632 960199"


@pytest.mark.parametrize("them", ["nobody", "00000000-0000-0000-0000-000000000000"])
def test_a_key_that_is_nobodys_opens_nothing(sam, mo, them):
    assert signed_in(sam).post(reverse(INTRODUCE), typed(them=them)).status_code == 404


def test_to_a_coordinator_elsewhere_she_is_not_there(mo):
    assert signed_in(a_coordinator()).post(reverse(INTRODUCE), typed(them=str(mo))).status_code == 404


def test_an_introduction_is_put_right_by_the_team(sam, mo):
    with as_(sam):
        made = Introduction.objects.get(person_id=mo)
    page = reverse("desk:amend introduction", args=[mo, made.id])
    browser = signed_in(sam)
    day = {"on_day": today().day, "on_month": today().month, "on_year": today().year}
    answer = browser.post(page, {"introduced_by": "her sister", "why": "Long days", "source": "family or neighbour", **day})
    assert answer.status_code == 303
    story = browser.get(reverse("desk:person", args=[mo])).content.decode()
    assert ("her sister" in story, "Long days" in story, "put right since" in story) == (True, True, True)


def test_after_a_visit_the_page_no_longer_says_that_we_have_not_met(sam, mo):
    browser, page = signed_in(sam), reverse("desk:person", args=[mo])
    assert "and we have not met yet" in browser.get(page).content.decode()
    day = {"on_day": today().day, "on_month": today().month, "on_year": today().year}
    browser.post(page, {"text": "Tea and the stairs.", "how": "visit", **day})
    said = browser.get(page).content.decode()
    assert ("and we have not met yet" in said, "You have met Mo." in said) == (False, True)


def test_a_colleague_sees_anothers_day_and_somebody_elsewhere_sees_their_own(sam, mo):
    day = reverse("desk:today")
    ash = a_coordinator(Team.objects.get(id=sam.team_id))
    seen = signed_in(ash).get(day, {"of": str(sam.id)}).content.decode()
    elsewhere = signed_in(a_coordinator()).get(day, {"of": str(sam.id)}).content.decode()
    assert (f"The day of {sam.name}" in seen, "Mo" in seen, f"The day of {sam.name}" in elsewhere) == (True, True, False)


def test_what_was_begun_about_one_person_is_not_on_the_sheet_of_another(sam):
    browser = signed_in(sam)
    with as_(sam):
        keep_draft("introduction", None, {"who": "Mo Tolley", "phone": "01632 960123"}, page=reverse(INTRODUCE), by=sam, at=now())
    from_a_note = browser.post(reverse("desk:note"), {"text": "A painter sat by the slipway.", "somebody-new": "1"})["Location"]
    page = browser.get(from_a_note).content.decode()
    assert ("01632 960123" in page, f'href="{reverse(INTRODUCE)}">Mo Tolley' in page) == (False, True)
    assert browser.post(from_a_note, typed(who="Painter by the slipway")).status_code == 303
    with as_(sam):
        assert Whereabouts.objects.filter(phone="01632 960123").count() == 0
        assert list(Draft.objects.filter(form="introduction").values_list("words__who", flat=True)) == ["Mo Tolley"]


def test_a_sheet_that_was_begun_says_about_whom_and_offers_an_empty_one(sam):
    browser = signed_in(sam)
    with as_(sam):
        keep_draft("introduction", None, {"who": "Mo Tolley", "phone": "01632 960123"}, page=reverse(INTRODUCE), by=sam, at=now())
    page = browser.get(reverse(INTRODUCE)).content.decode()
    assert "What you began about Mo Tolley stands here." in page
    empty = re.search(r'href="(/people/introduce/[0-9a-f]{8}/)"', page)
    assert empty is not None
    assert "01632 960123" not in browser.get(empty[1]).content.decode()


def test_whoever_is_introduced_may_say_why_in_the_teams_own_words_at_once(sam):
    manager = an_actor(Role.MANAGER, Team.objects.get(id=sam.team_id))
    with as_(manager):
        word = add_to_list(sam.team_id, "Letters from the council", area="finance", by=manager, at=now())
        retired = add_to_list(sam.team_id, "The old word", by=manager, at=now())
        retire_from_list(retired, by=manager, at=now())
    form = signed_in(sam).get(reverse(INTRODUCE)).content.decode()
    assert ("Letters from the council" in form, "The old word" in form) == (True, False)
    assert signed_in(sam).post(reverse(INTRODUCE), typed(areas=["housing"], listed=[str(word.id)])).status_code == 303
    with as_(sam):
        told = {(one.area, one.listed_id, one.told) for one in WhyTheyCame.objects.all()}
    assert told == {("housing", None, "at first"), ("", word.id, "at first")}


def test_a_word_of_another_teams_list_is_not_taken_and_a_team_without_a_list_is_not_asked(sam):
    other = an_actor(Role.MANAGER)
    with as_(other):
        theirs = add_to_list(other.team_id, "Ward closures", by=other, at=now())
    page = signed_in(sam).get(reverse(INTRODUCE))
    assert "listed" not in page.context["form"].fields
    assert signed_in(sam).post(reverse(INTRODUCE), typed(listed=[str(theirs.id)])).status_code == 303
    with as_(sam):
        assert not WhyTheyCame.objects.exists()
