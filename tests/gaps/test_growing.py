"""Wishes that mean the same and lie near each other grow together when somebody says so, and come apart again with one press."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.directory.models import Gap
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.gaps import actions
from alongside.gaps.models import Bundle, Together
from alongside.gaps.views import bundle as bundle_page
from alongside.gaps.views import missing
from tests.building import a_coordinator, an_actor, as_, now, signed_in
from tests.desk.asking import MOST, a_word, asks_the_same_with_one_and_with_thirty

from .wishing import A_MILE_ON, FAR_OFF, keeps

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


def three(sam) -> list[Gap]:
    return [keeps(sam, "fishing on Tuesday mornings"), keeps(sam, "angling, Tuesdays", A_MILE_ON, how_many=3), keeps(sam, "a choir")]


def grows(sam) -> Bundle:
    with as_(sam):
        return actions.grow_together(list(Gap.objects.exclude(words="a choir").order_by("id")), by=sam, at=now())


def test_two_wishes_that_are_one_are_suggested_with_why_and_a_third_is_not(sam):
    three(sam)
    page = text(signed_in(sam).get(reverse("gaps:missing")))
    assert "both about fishing, about 1.1 km apart, both on Tuesday" in page
    assert page.count('type="checkbox"') == 2


def test_one_press_confirms_and_one_press_takes_out(sam):
    first, second, _choir = three(sam)
    browser = signed_in(sam)
    sent = {"wish": [str(first.id), str(second.id)], f"why-{second.id}": "both about fishing"}
    page = browser.post(reverse("gaps:together"), sent, follow=True)
    assert "Stands here because: both about fishing" in text(page)
    assert "2 wishes · 4 would come" in text(page)
    with as_(sam):
        bundle, row = Bundle.objects.get(), Together.objects.get(gap=second)
    assert "1 wish" not in text(browser.get(reverse("gaps:missing")))
    assert "One wish · one would come" in text(browser.post(reverse("gaps:take out", args=[bundle.id, row.id]), follow=True))
    with as_(sam):
        assert Gap.objects.get(id=second.id).state == "open"


def test_a_wish_is_asked_for_beside_what_has_grown_and_joins_it(sam):
    three(sam)
    bundle = grows(sam)
    late = keeps(sam, "somewhere for fishing")
    browser = signed_in(sam)
    assert "Do these belong to “fishing on Tuesday mornings”?" in text(browser.get(reverse("gaps:bundle", args=[bundle.id])))
    page = browser.post(reverse("gaps:together"), {"wish": [str(late.id)], "into": str(bundle.id)}, follow=True)
    assert "3 wishes · 5 would come" in text(page)


def test_what_is_said_to_be_different_is_not_asked_again_until_that_is_taken_back(sam):
    first, second, _choir = three(sam)
    browser = signed_in(sam)
    page = browser.post(reverse("gaps:different"), {"wish": [str(first.id), str(second.id)]}, follow=True)
    assert "Are these one?" not in text(page)
    assert "Are these one?" in text(browser.post(reverse("gaps:different"), {"back": "1"}, follow=True))


def test_taken_apart_each_stands_by_itself_and_together_again_as_before(sam):
    three(sam)
    bundle = grows(sam)
    browser = signed_in(sam)
    there = reverse("gaps:apart", args=[bundle.id])
    assert "Taken apart on" in text(browser.post(there, follow=True))
    assert "Are these one?" in text(browser.get(reverse("gaps:missing")))
    assert "2 wishes · 4 would come" in text(browser.post(there, {"again": "1"}, follow=True))


def test_a_wish_grows_in_one_place_only_and_one_alone_is_not_two(sam):
    first, _second, choir = three(sam)
    grows(sam)
    with as_(sam), pytest.raises(Refused, match="stands with “fishing on Tuesday mornings” already"):
        actions.grow_together([first, choir], by=sam, at=now())
    with as_(sam), pytest.raises(Refused, match="at least two"):
        actions.grow_together([choir], by=sam, at=now())


def test_far_apart_they_are_two(sam):
    keeps(sam, "fishing")
    keeps(sam, "fishing", FAR_OFF)
    assert "Are these one?" not in text(signed_in(sam).get(reverse("gaps:missing")))


def test_one_wish_goes_its_way_by_itself(sam):
    choir = keeps(sam, "a choir")
    page = signed_in(sam).post(reverse("gaps:begin", args=[choir.id]), follow=True)
    assert "Make it the idea of a group" in text(page)
    assert "data-lat" not in text(signed_in(sam).get(reverse("gaps:missing")))


def test_two_that_lie_near_stand_on_the_map_in_the_middle_and_no_nearer_than_a_kilometre(sam):
    three(sam)
    grows(sam)
    page = text(signed_in(sam).get(reverse("gaps:missing")))
    assert 'data-lat="53.4" data-lng="-2.3"' in page or 'data-lat="53.41" data-lng="-2.3"' in page
    assert "too few to tell: 2 in the last thirteen weeks" in page.lower()


def test_what_leaves_holds_small_numbers_back(sam):
    three(sam)
    grows(sam)
    sheet = signed_in(sam).get(reverse("gaps:missing file")).content.decode()
    assert "fishing on Tuesday mornings,,,fewer than 8,fewer than 8,,,," in sheet.split("\r\n")


def test_one_wish_alone_does_not_leave_and_how_many_do_not_is_said(sam):
    choir = keeps(sam, "somewhere to sing after my husband died", how_many=20)
    browser = signed_in(sam)
    browser.post(reverse("gaps:begin", args=[choir.id]))
    rows = browser.get(reverse("gaps:missing file")).content.decode().split("\r\n")
    assert rows[1:] == ['"Left out, each wished for by one person alone: fewer than 8"', ""]


def test_where_many_would_come_it_leaves_with_where_and_when_and_whether_it_grows(sam):
    both = [keeps(sam, "fishing", how_many=9), keeps(sam, "angling", how_many=9)]
    with as_(sam):
        actions.grow_together(both, by=sam, at=now())
    month = f"{now():%Y-%m}"
    sheet = signed_in(sam).get(reverse("gaps:missing file")).content.decode()
    assert f",,Fernbrook,fewer than 8,20,{month},{month},too few to tell," in sheet


def test_another_team_sees_none_of_it_and_a_partner_no_page(sam):
    three(sam)
    bundle = grows(sam)
    other = signed_in(a_coordinator())
    assert other.get(reverse("gaps:bundle", args=[bundle.id])).status_code == 404
    assert "fishing" not in text(other.get(reverse("gaps:missing")))
    assert signed_in(an_actor(Role.PARTNER)).get(reverse("gaps:missing")).status_code == 403
    partner = an_actor(Role.PARTNER)
    with as_(partner), pytest.raises(NotYours):
        actions.rename(bundle, "mine", None, by=partner, at=now())


def test_the_page_asks_the_same_with_one_and_with_thirty(sam, monkeypatch):
    monkeypatch.setattr(missing, "A_PAGE", 30)

    def another() -> str:
        word = a_word()
        pair = [keeps(sam, f"{word} knitting"), keeps(sam, f"{word} knitting, too")]
        with as_(sam):
            actions.grow_together(pair, by=sam, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("gaps:missing"), another, at_most=MOST)


def test_one_thing_that_is_missing_asks_the_same_with_two_wishes_and_with_thirty_more(sam, monkeypatch):
    monkeypatch.setattr(bundle_page, "A_PAGE", 32)
    three(sam)
    bundle = grows(sam)

    def another() -> str:
        word = a_word()
        gap = keeps(sam, f"fishing with {word}")
        with as_(sam):
            actions.grow_together([gap], into=bundle, by=sam, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("gaps:bundle", args=[bundle.id]), another, at_most=MOST)


def test_wishes_whose_words_we_do_not_know_are_found_by_what_they_mean(sam, settings):
    settings.MEANING = True
    keeps(sam, "somewhere to fish with somebody")
    keeps(sam, "Somebody would love to fish again")
    keeps(sam, "somewhere to swim with somebody")
    page = text(signed_in(sam).get(reverse("gaps:missing")))
    assert "their words mean much the same, in the same part of town" in page
    assert page.count('type="checkbox"') == 2


@pytest.mark.parametrize("ticked", [0, 1])
def test_nothing_is_different_from_itself(sam, ticked):
    wish = keeps(sam, "fishing on Tuesdays")

    answer = signed_in(sam).post(reverse("gaps:different"), {"wish": [str(wish.id)][:ticked]}, follow=True)

    assert "Tick at least two wishes that are one." in answer.content.decode()


def test_two_are_said_to_be_different_once(sam):
    wishes = [keeps(sam, "fishing on Tuesdays"), keeps(sam, "somewhere to fish", A_MILE_ON)]
    said = now()
    with as_(sam):
        actions.say_different(wishes, by=sam, at=said)
        with pytest.raises(Refused, match="said already"):
            actions.say_different(wishes, by=sam, at=now())
        assert actions.take_back_different(said, by=sam, at=now()) == 1
        with pytest.raises(Refused, match="taken back already"):
            actions.take_back_different(said, by=sam, at=now())
