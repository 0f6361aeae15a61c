"""Nothing suits: one press keeps the wish, without a name unless that was chosen; and whoever wished hears when there is something."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.connections.models import GapOf
from alongside.directory.actions import keep_entry
from alongside.directory.models import Gap
from alongside.directory.told import Told
from alongside.foundation.actor import Role
from alongside.people.actions import protect_location, say_where
from alongside.people.models import Person
from alongside.places.models import Postcode
from alongside.teams.models import Team
from alongside.trail.models import Entry as Line
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody

pytestmark = pytest.mark.django_db
CHOIR = Told("Fern choir", "group", "We sing together.", postcode="ZZ99 3AA", days=(2,))


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.40123, longitude=-2.30456, neighbourhood="Fernbrook Central")
    key = somebody(sam, "Gwen Example")
    with as_(sam):
        person = Person.objects.get(id=key)
        say_where(person, address="9 Fern Row", postcode="zz993aa", phone="", email="", by=sam, at=now())
    return person


def text(response) -> str:
    return " ".join(response.content.decode().split())


def keeps(sam, gwen, words="sing", **ticked):
    """What Sam looked for, and the press that keeps it."""
    browser = signed_in(sam)
    browser.post(reverse("desk:find", args=[gwen.id]), {"words": words, "near": "ZZ99 3AA", "far": "3000", "day": "2", "access": "step free"})
    return browser, browser.post(reverse("desk:keep gap", args=[gwen.id]), ticked, follow=True)


def kept_by(sam) -> list[tuple[str, str, list[int], list[str], int]]:
    with as_(sam):
        return list(Gap.objects.values_list("words", "near", "days", "access", "how_many"))


def test_a_second_press_says_that_it_is_kept_already_and_may_still_put_it_on_her_page(sam, gwen):
    browser, _page = keeps(sam, gwen)
    press = reverse("desk:keep gap", args=[gwen.id])
    assert "This wish is kept already." in text(browser.post(press, follow=True))
    assert "The wish is kept on their page" in text(browser.post(press, {"on_their_page": "1"}, follow=True))
    assert "This wish is kept already." in text(browser.post(press, {"on_their_page": "1"}, follow=True))
    assert len(kept_by(sam)) == 1
    with as_(sam):
        assert GapOf.objects.count() == 1


def test_one_press_keeps_what_was_looked_for_without_her_name(sam, gwen):
    browser, page = keeps(sam, gwen)
    assert kept_by(sam) == [("sing", "Fernbrook Central", [2], ["step free"], 1)]
    assert "The wish is kept for your team, without a name." in text(page)
    assert ("Gwen" in text(page), "ZZ99" in text(page)) == (False, False)
    with as_(sam):
        assert GapOf.objects.count() == 0
        assert [line.people for line in Line.objects.filter(verb="kept a wish")] == [[]]
    assert "Nothing suits?" in text(browser.get(reverse("desk:find", args=[gwen.id])))


def test_how_many_would_come_is_asked_at_the_press_and_kept(sam, gwen):
    browser, _page = keeps(sam, gwen, how_many="4")
    assert 'name="how_many" inputmode="numeric" autocomplete="off" value="1"' in text(browser.get(reverse("desk:find", args=[gwen.id])))
    assert kept_by(sam) == [("sing", "Fernbrook Central", [2], ["step free"], 4)]


@pytest.mark.parametrize("typed", ["many", "", "0", "501"])
def test_what_is_no_number_of_people_is_refused_in_a_sentence_and_nothing_typed_is_lost(sam, gwen, typed):
    browser, page = keeps(sam, gwen, how_many=typed, on_their_page="1")
    assert ("Write a number from 1 to 500." in text(page), kept_by(sam)) == (True, [])
    assert f'autocomplete="off" value="{typed}"' in text(page)
    assert 'name="on_their_page" type="checkbox" value="1" checked' in text(page)
    browser.post(reverse("desk:keep gap", args=[gwen.id]), {"how_many": "12"})
    assert [one[-1] for one in kept_by(sam)] == [12]


def test_her_name_in_the_words_is_refused_and_nothing_is_kept(sam, gwen):
    _, page = keeps(sam, gwen, words="Gwen would like to sing", how_many="4")
    assert ("Leave their name out" in text(page), 'autocomplete="off" value="4"' in text(page)) == (True, True)
    assert kept_by(sam) == []


def test_without_a_search_there_is_nothing_to_keep(sam, gwen):
    assert signed_in(sam).post(reverse("desk:keep gap", args=[gwen.id])).status_code == 303
    assert kept_by(sam) == []


def test_what_answers_it_is_on_her_page_and_on_the_day_until_she_knows(sam, gwen):
    browser, page = keeps(sam, gwen, on_their_page="1")
    assert "Gwen Example" in text(page)
    with as_(sam):
        gap, choir = Gap.objects.get(), keep_entry(CHOIR, by=sam, at=now())
        their = GapOf.objects.get()
    assert 'Came since, and may suit: <a class="govuk-link" href="/around/' in text(browser.get("/gaps/"))
    assert "There is something now" not in text(browser.get("/today/"))
    answered = browser.post(reverse("desk:answer gap", args=[gap.id]), {"entry": str(choir.id)}, follow=True)
    assert "There is now:" in text(answered)
    assert "wished for “sing”: there is Fern choir" in text(browser.get("/today/"))
    assert "Fern choir" in text(browser.get(f"/people/{gwen.id}/"))
    know = reverse("desk:they know", args=[gwen.id, their.id])
    assert "they know since" in text(browser.post(know, follow=True))
    assert "wished for" not in text(browser.get("/today/"))
    browser.post(know, {"not_yet": "1"})
    assert "wished for" in text(browser.get("/today/"))
    browser.post(reverse("desk:gap off page", args=[gwen.id, their.id]))
    with as_(sam):
        assert (GapOf.objects.count(), Gap.objects.count()) == (0, 1)


def test_a_colleague_who_may_not_see_her_sees_the_wish_and_not_whose_it_is(sam, gwen):
    keeps(sam, gwen, on_their_page="1")
    other = a_coordinator()
    assert "sing" not in text(signed_in(other).get("/gaps/")).split("<main>")[1].replace("signing", "").replace("missing", "").replace("Missing", "")
    with as_(other):
        assert (Gap.objects.count(), GapOf.objects.count()) == (0, 0)


def test_of_somebody_whose_place_is_protected_no_place_is_kept(sam, gwen):
    with as_(sam):
        protect_location(gwen, why="Her safety", listed=[sam.id], by=sam, at=now())
    keeps(sam, gwen, on_their_page="1")
    assert kept_by(sam) == [("sing", "", [2], ["step free"], 1)]
    browser = signed_in(sam)
    with as_(sam):
        gap = Gap.objects.get()
    sent = {
        "words": "sing",
        "near": "Fernbrook Central",
        "far": "3000",
        "how_many": "2",
        "as_it_stood": browser.get(f"/gaps/{gap.id}/").context["form"].initial["as_it_stood"],
    }
    assert browser.post(f"/gaps/{gap.id}/", sent).status_code == 303
    assert kept_by(sam) == [("sing", "", [], [], 2)]


def test_a_wish_is_put_right_by_name_answered_ended_and_taken_up_again(sam, gwen):
    browser, _ = keeps(sam, gwen)
    with as_(sam):
        gap = Gap.objects.get()
        keep_entry(CHOIR, by=sam, at=now())
    there = reverse("desk:gap", args=[gap.id])
    assert browser.post(there, {"words": "", "how_many": "0"}).status_code == 422
    stood = browser.get(there).context["form"].initial["as_it_stood"]
    assert browser.post(there, {"words": "sing by day", "near": "Fernbrook Central", "far": "5000", "how_many": "6", "as_it_stood": stood}).status_code == 303
    assert kept_by(sam) == [("sing by day", "Fernbrook Central", [], [], 6)]
    answering = reverse("desk:answer gap", args=[gap.id])
    refused = browser.post(answering, {"entry": "a choir nobody knows"})
    assert (refused.status_code, "Nothing on the noticeboard has just this name" in text(refused)) == (422, True)
    assert browser.post(answering, {"entry": "fern CHOIR"}).status_code == 303
    assert "fern choir" in text(browser.get("/gaps/?show=answered")).lower()
    assert "sing by day" in text(browser.post(reverse("desk:gap again", args=[gap.id]), follow=True))
    assert "sing by day" in text(browser.post(reverse("desk:end gap", args=[gap.id]), follow=True))
    assert "sing by day" not in text(browser.get("/gaps/"))


def test_a_partner_opens_no_kept_wish(sam, gwen):
    keeps(sam, gwen)
    with as_(sam):
        gap = Gap.objects.get()
    partner = signed_in(an_actor(role=Role.PARTNER, team=Team.objects.get(id=sam.team_id)))
    assert [partner.get(f"/gaps/{tail}").status_code for tail in ("", f"{gap.id}/")] == [403, 403]


def test_the_page_of_wishes_keeps_to_its_queries(sam, gwen):
    from tests.desk.asking import a_word, asks_the_same_with_one_and_with_thirty

    browser = signed_in(sam)

    def write() -> str:
        word = a_word()
        browser.post(reverse("desk:find", args=[gwen.id]), {"words": f"sing {word}", "near": "ZZ99 3AA", "far": "3000"})
        browser.post(reverse("desk:keep gap", args=[gwen.id]), {"on_their_page": "1"})
        return word

    write()
    asks_the_same_with_one_and_with_thirty(browser, "/gaps/", write)
