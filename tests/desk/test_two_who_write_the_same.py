"""Whoever saves over something else than they were shown is shown both, and nothing of anybody's is lost (promise C5)."""

from __future__ import annotations

import random
import re
import threading
from html import unescape

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from alongside.journeys import actions as journeys
from alongside.journeys.models import GoodLife
from alongside.people import actions as people
from alongside.people.models import GoodToKnow, Person
from alongside.teams.models import Team
from alongside.web.writing import AS_IT_STOOD, version_of
from tests.building import a_coordinator, as_, now, signed_in, somebody, today


def form_in(page: str) -> dict[str, str]:
    """The boxes of a page's form with what stands in them, as a browser would send them."""
    sent = dict(re.findall(r'<input[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"', page))
    sent |= {name: unescape(value) for name, value in re.findall(r'<textarea[^>]*\bname="([^"]+)"[^>]*>\n?(.*?)</textarea>', page, re.S)}
    return sent


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def noor(sam):
    return a_coordinator(Team.objects.get(id=sam.team_id), "Noor Lind")


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys")


@pytest.mark.django_db
def test_a_later_save_is_shown_both_texts_and_overwrites_nothing(sam, noor, gwen):
    url = reverse("desk:good to know", args=[gwen])
    of_sam, of_noor = signed_in(sam), signed_in(noor)
    sams, noors = form_in(of_sam.get(url).content.decode()), form_in(of_noor.get(url).content.decode())
    assert of_sam.post(url, {**sams, "keep_in_mind": "The dog is old and deaf."}).status_code == 303
    answer = of_noor.post(url, {**noors, "keep_in_mind": "Ring twice."})
    page = answer.content.decode()
    assert (answer.status_code, "Somebody changed this while you were writing" in page) == (422, True)
    assert ("The dog is old and deaf." in page, form_in(page)["keep_in_mind"]) == (True, "Ring twice.")
    with as_(sam):
        assert GoodToKnow.objects.get().keep_in_mind == "The dog is old and deaf."


@pytest.mark.django_db
def test_having_read_both_they_save_what_they_made_of_them(sam, noor, gwen):
    url = reverse("desk:good to know", args=[gwen])
    browser = signed_in(noor)
    opened = form_in(browser.get(url).content.decode())
    with as_(sam):
        people.say_good_to_know(Person(id=gwen), how_to_reach="", access="", keep_in_mind="The dog is old.", by=sam, at=now())
    told = form_in(browser.post(url, {**opened, "keep_in_mind": "Ring twice."}).content.decode())
    assert browser.post(url, {**told, "keep_in_mind": "Ring twice. The dog is old."}).status_code == 303
    with as_(sam):
        assert GoodToKnow.objects.get().keep_in_mind == "Ring twice. The dog is old."


@pytest.mark.django_db
def test_whoever_was_alone_is_not_asked(sam, gwen):
    url, browser = reverse("desk:good life", args=[gwen]), signed_in(sam)
    for words in ("To see the sea.", "To see the sea again."):
        assert browser.post(url, {**form_in(browser.get(url).content.decode()), "words": words}).status_code == 303
    with as_(sam):
        assert set(GoodLife.objects.values_list("words", flat=True)) == {"To see the sea.", "To see the sea again."}


@pytest.mark.django_db
def test_a_note_on_two_pages_is_one_text_wherever_it_is_put_right(sam, gwen):
    hal = somebody(sam, "Hal Thwaite")
    with as_(sam):
        hers, his = journeys.write_together("We sang.", {gwen: "", hal: ""}, on=today(), how="out", by=sam, at=now())
    one, other = reverse("desk:amend note", args=[gwen, hers.id]), reverse("desk:amend note", args=[hal, his.id])
    browser = signed_in(sam)
    first, second = form_in(browser.get(one).content.decode()), form_in(browser.get(other).content.decode())
    day = {"on_day": today().day, "on_month": today().month, "on_year": today().year, "how": "out"}
    assert browser.post(one, {**first, **day, "text": "We danced."}).status_code == 303
    answer = browser.post(other, {**second, **day, "text": "We hummed."})
    assert (answer.status_code, "We danced." in answer.content.decode()) == (422, True)


def test_the_mark_of_a_version_is_another_for_another_word():
    assert version_of({"words": "a", "on": today()}) == version_of({"on": today(), "words": "a"})
    assert version_of({"words": "a"}) != version_of({"words": "b"})


NOTHING_TO_OVERWRITE = {
    "desk:find": "a search begins from their good life, and changes nothing",
    "desk:begin story": "a draft made of the record; each story that is kept is another row",
    "desk:message back": "a draft made of what is known; what is sent is another row each time",
}
"""Pages that bring words in a box and have nothing to overwrite, each with why."""


@pytest.mark.django_db
def test_every_box_that_comes_with_words_in_it_knows_how_they_stood(sam, gwen):
    """So that a form added tomorrow is found: whatever page about somebody brings words to be changed says what it brought."""
    from tests.trust import routes

    with as_(sam):
        them = Person(id=gwen)
        journeys.tell_good_life(them, "To see the sea.", by=sam, at=now())
        journeys.agree(them, "We ring on Mondays.", agreed_on=today(), how_agreed="aloud", by=sam, at=now())
        people.say_good_to_know(them, how_to_reach="By text.", access="", keep_in_mind="The dog is old.", by=sam, at=now())
        people.say_where(them, address="1 Mill Lane", postcode="", phone="", email="", by=sam, at=now())
    browser, unknowing, looked_at = signed_in(sam), [], 0
    for route in routes.ours():
        if route.pieces == ("person_id",) and "GET" in route.view.declared[2]:
            answer = browser.get(reverse(route.name, args=[gwen]))
            page = answer.content.decode() if answer.headers["Content-Type"].startswith("text/") else ""  # a paper has no box
            looked_at += 1
            brought = [words for words in re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.S) if words.strip()]
            if brought and f'name="{AS_IT_STOOD}"' not in page:
                unknowing.append(route.name)
    assert looked_at > 15
    assert sorted(unknowing) == sorted(NOTHING_TO_OVERWRITE)


EDITORS, EDITS = 6, 5


def test_many_editors_at_once_lose_no_word(committed, capsys):
    """Each adds a word of their own to the same text again and again; whoever is told that it changed reads, and brings both together."""
    sam = a_coordinator()
    gwen = somebody(sam, "Gwen Prys")
    team = Team.objects.get(id=sam.team_id)
    url, told, lost = reverse("desk:good to know", args=[gwen]), [0], []
    browsers = [signed_in(a_coordinator(team)) for _ in range(EDITORS)]

    def edits(number: int, browser: Client) -> None:
        chance = random.Random(number)
        try:
            for edit in range(EDITS):
                form, word = form_in(browser.get(url).content.decode()), f"w{number}-{edit}"
                while True:
                    answer = browser.post(url, {**form, "keep_in_mind": f"{form['keep_in_mind']} {word}".strip()})
                    if answer.status_code == 303:
                        break
                    told[0] += 1
                    page = answer.content.decode()
                    assert "What it says now" in page
                    form = form_in(page)
                    form["keep_in_mind"] = unescape(re.search(r"keep in mind[^<]*</dt><dd[^>]*>(.*?)</dd>", page, re.S)[1])
                    threading.Event().wait(chance.random() / 50)
        except BaseException as wrong:
            lost.append(wrong)
        finally:
            connections.close_all()

    everybody = [threading.Thread(target=edits, args=pair) for pair in enumerate(browsers)]
    for one in everybody:
        one.start()
    for one in everybody:
        one.join()
    with as_(sam):
        kept = GoodToKnow.objects.get().keep_in_mind.split()
    missing = EDITORS * EDITS - len(set(kept))
    with capsys.disabled():
        print(f"\n  two who write the same: {EDITORS} editors, {EDITORS * EDITS} edits, {told[0]} told that it had changed, {missing} lost")
    assert lost == []
    assert sorted(kept) == sorted(f"w{number}-{edit}" for number in range(EDITORS) for edit in range(EDITS))
    assert told[0] > 0
