"""Word back is asked about at the moment of sharing: what they chose stands above it in their own words, whatever they chose."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.access.actions import choose, name_to_partner, withdraw
from alongside.access.lawful import lawful_basis
from alongside.access.models import Choice
from alongside.foundation.actor import Role
from alongside.introductions.actions import write_back
from alongside.introductions.models import MessageBack
from alongside.introductions.rules import WrittenBack
from alongside.people.models import Person
from tests.building import a_coordinator, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def karolina():
    return a_coordinator(name="Karolina Example")


@pytest.fixture
def hywel(karolina):
    return Person(id=somebody(karolina, "Hywel Example", on=days_ago(60), introduced_by="Dr Menon at the surgery", source="gp or health"))


def page_of(by, person, name="message back"):
    return " ".join(re.sub(r"<[^>]+>", " ", signed_in(by).get(reverse(f"desk:{name}", args=[person.id])).content.decode()).split())


def above_the_message(by, person):
    page = page_of(by, person)
    start = page.index("What they said before")
    return page[start : page.index("Where they said yes", start)].removeprefix("What they said before").strip()


def sends(by, person):
    day = today()
    words = {"words": "We have met.", "to_whom": "Dr Menon", "how_they_said_yes": "aloud", "how_sent": "letter"}
    sent = words | {"sent_on_day": day.day, "sent_on_month": day.month, "sent_on_year": day.year}
    return signed_in(by).post(reverse("desk:message back", args=[person.id]), sent).status_code


@pytest.mark.parametrize(("answer", "says"), [("yes", "yes"), ("no", "no"), ("ask me", "ask me")])
def test_what_they_chose_stands_above_it_with_their_words(karolina, hywel, answer, says):
    with as_(karolina):
        choose(hywel, "gp", answer, on=today(), words="My chest, and no more.", by=karolina, at=now())
    shown = above_the_message(karolina, hywel)
    assert (shown.startswith(f"Their GP: {says} ("), shown.endswith("My chest, and no more.")) == (True, True)


def test_a_yes_taken_back_and_no_answer_at_all_are_said_too(karolina, hywel):
    assert above_the_message(karolina, hywel) == "Their GP: never asked"
    with as_(karolina):
        withdraw(choose(hywel, "gp", "yes", on=today(), by=karolina, at=now()), by=karolina, at=now())
    assert above_the_message(karolina, hywel).startswith("Their GP: taken back (")


def test_a_yes_that_has_ended_is_said_and_fills_in_nothing(karolina, hywel):
    with as_(karolina):
        Choice.objects.create(person=hywel, audience="gp", answer="yes", how="aloud", on=days_ago(40), until=days_ago(2), by_id=karolina.id, at=now())
    page = page_of(karolina, hywel)
    assert ("a yes that has ended" in page, "it held up to" in page, "Their choice of" in page) == (True, True, False)


def test_a_yes_given_for_a_partner_by_name_is_looked_up_beside_that_for_their_gp(karolina, hywel):
    menon = an_actor(Role.PARTNER, name="Dr Anjali Menon")
    with as_(karolina):
        choose(hywel, "gp", "yes", on=today(), words="My chest.", by=karolina, at=now())
        given = {"extract": "The choir.", "how_they_said_yes": "aloud", "until": today() + timedelta(days=90), "audience": "partner"}
        name_to_partner(hywel, menon.id, **given, by=karolina, at=now())
    shown = above_the_message(karolina, hywel)
    assert re.findall(r"(Their GP|A partner, Dr Anjali Menon): (\w+)", shown) == [("Their GP", "yes"), ("A partner, Dr Anjali Menon", "yes")]


def test_a_no_to_that_partner_by_name_stops_it_though_their_gp_may_know(karolina, hywel):
    menon = an_actor(Role.PARTNER, name="Dr Anjali Menon")
    with as_(karolina):
        choose(hywel, "gp", "yes", on=today(), by=karolina, at=now())
        choose(hywel, "partner", "no", subject=menon.id, called="Dr Anjali Menon", on=today(), by=karolina, at=now())
    assert (sends(karolina, hywel), "They said no to telling Dr Anjali Menon" in page_of(karolina, hywel)) == (422, True)


def test_a_no_to_another_partner_does_not(karolina, hywel):
    other = an_actor(Role.PARTNER, name="Dr Ruth Pole")
    with as_(karolina):
        choose(hywel, "partner", "no", subject=other.id, called="Dr Ruth Pole", on=today(), by=karolina, at=now())
    assert sends(karolina, hywel) == 303


def test_it_says_in_plain_text_too_on_what_basis_in_law(karolina, hywel):
    with as_(karolina):
        sent = WrittenBack("Dr Menon", "We have met.", "aloud", "letter", today())
        write_back(hywel, sent, introduction=None, by=karolina, at=now())
        message = MessageBack.objects.get()
    text = signed_in(karolina).get(reverse("desk:letter back as text", args=[hywel.id, message.id])).content.decode()
    assert lawful_basis() in text


def test_a_meeting_and_a_group_can_be_asked_about_before_anything_was_said_of_one(karolina, hywel):
    page = page_of(karolina, hywel, "choices")
    assert ("A meeting…" in page, "A group…" in page) == (True, True)
    assert asks_of_a_meeting(karolina, hywel, "Overbracken on Tuesdays", "yes") == 303
    assert "Another meeting…" in page_of(karolina, hywel, "choices")


def asks_of_a_meeting(by, person, called, answer):
    day = today()
    said = {"audience": "meeting", "called": called, "answer": answer, "how": "aloud", "on_day": day.day, "on_month": day.month, "on_year": day.year}
    return signed_in(by).post(reverse("desk:choose", args=[person.id]), said).status_code


def test_what_they_say_of_one_meeting_is_not_said_of_another(karolina, hywel):
    for called, answer in (("Tuesdays", "yes"), ("Fridays", "no"), ("tuesdays", "ask me")):
        asks_of_a_meeting(karolina, hywel, called, answer)
    page = page_of(karolina, hywel, "choices")
    assert re.findall(r"This meeting: (\w+) (Yes|No|Ask me)", page) == [("Fridays", "No"), ("Tuesdays", "Ask me")]
