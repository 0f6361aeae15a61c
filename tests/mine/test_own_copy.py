"""Making somebody's own copy, giving it, and what they answer."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from alongside.foundation.actor import Themselves
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys.actions import tell_good_life, write_note
from alongside.mine import actions, reading
from alongside.mine.gathering import everything
from alongside.mine.models import Line, Link, NotRight, TheirWords
from alongside.people.actions import add_gift
from alongside.people.models import Person
from alongside.trail.doing import acting
from tests.building import LONG_AGO, a_coordinator, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator()


@pytest.fixture
def gwen(sam) -> UUID:
    """Somebody with a good life, a gift and two notes."""
    person = somebody(sam, "Gwen Prys")
    with as_(sam):
        tell_good_life(Person.objects.get(id=person), "My garden, and somebody to sit in it with.", by=sam, at=now())
        add_gift(Person.objects.get(id=person), "Roses", by=sam, at=now())
        for text in ("We talked of the garden.", "Her neighbour Vi rang about the noise."):
            write_note(Person.objects.get(id=person), text, on=today(), how="visit", by=sam, at=now())
    return person


def makes(sam, person: UUID, *parts: str, rows: tuple[UUID, ...] = ()):
    """A copy of these parts, for somebody."""
    with as_(sam):
        told = everything(person, on=today(), vocabulary=sam.vocabulary)
        return actions.make_copy(Person.objects.get(id=person), parts, rows, told=told, by=sam, at=now())


def lines(sam, person: UUID) -> list[tuple[str, str, str]]:
    with as_(sam):
        return list(Line.objects.filter(person_id=person).order_by("place").values_list("part", "voice", "says"))


def a_link(sam, person: UUID, days: int = 30) -> Link:
    with as_(sam):
        return actions.give_link(Person.objects.get(id=person), until=today() + timedelta(days=days), by=sam, at=now())


def test_a_copy_holds_what_was_ticked_and_no_note_that_nobody_read(sam, gwen):
    makes(sam, gwen, "good life", "gifts", "notes")
    assert lines(sam, gwen) == [("good life", "you said", "My garden, and somebody to sit in it with."), ("gifts", "plain", "Roses")]


def test_a_note_is_in_it_when_it_was_ticked_itself(sam, gwen):
    with as_(sam):
        note = next(line.row for line in everything(gwen, on=today(), vocabulary=sam.vocabulary) if line.says == "We talked of the garden.")
    makes(sam, gwen, "notes", rows=(note,))
    assert lines(sam, gwen) == [("notes", "we wrote", "We talked of the garden.")]


def test_a_copy_of_nothing_is_refused(sam, gwen):
    with pytest.raises(Refused, match="Tick at least one part"):
        makes(sam, gwen)


def test_the_page_remembers_what_was_ticked_last(sam, gwen):
    makes(sam, gwen, "gifts", "looks")
    page = signed_in(sam).get(reverse("mine:own copy", args=[gwen]))
    assert sorted(page.context["form"]["parts"].value()) == ["gifts", "looks"]


def themselves(person: UUID) -> Themselves:
    return Themselves(person, "Gwen")


def seen_by(person: UUID) -> dict[str, int]:
    """How much of the record somebody sees who reads it themselves."""
    from alongside.journeys.models import GoodLife, Note
    from alongside.people.models import Gift, Whereabouts
    from alongside.trail.models import Entry

    with acting(themselves(person)):
        return {model.__name__: model.objects.count() for model in (Person, Line, Link, Note, GoodLife, Gift, Whereabouts, Entry)}


def test_without_a_link_nobody_is_themselves(sam, gwen):
    makes(sam, gwen, "gifts")
    assert set(seen_by(gwen).values()) == {0}


def test_by_their_link_they_see_their_copy_and_not_the_record_it_was_made_from(sam, gwen):
    makes(sam, gwen, "gifts")
    a_link(sam, gwen)
    assert seen_by(gwen) == {"Person": 1, "Line": 1, "Link": 1, "Note": 0, "GoodLife": 0, "Gift": 0, "Whereabouts": 0, "Entry": 0}


def test_who_looked_is_theirs_to_read_when_it_was_ticked(sam, gwen):
    makes(sam, gwen, "looks")
    a_link(sam, gwen)
    assert seen_by(gwen)["Entry"] > 0


def test_they_see_nobody_else(sam, gwen):
    other = somebody(sam, "Hal Example")
    for person in (gwen, other):
        makes(sam, person, "introduction")
        a_link(sam, person)
    with acting(themselves(gwen)):
        assert set(Line.objects.values_list("person_id", flat=True)) == {gwen}


def test_an_ended_link_opens_nothing_from_then_on(sam, gwen):
    makes(sam, gwen, "gifts")
    link = a_link(sam, gwen)
    with as_(sam):
        actions.end_link(link, by=sam, at=now())
    assert set(seen_by(gwen).values()) == {0}


@pytest.mark.parametrize("days", [0, -1, 92])
def test_a_link_ends_within_ninety_days(sam, gwen, days):
    makes(sam, gwen, "gifts")
    with pytest.raises(Refused):
        a_link(sam, gwen, days)


def test_a_link_without_a_copy_is_refused(sam, gwen):
    with pytest.raises(Refused, match="Make a copy first"):
        a_link(sam, gwen)


def test_they_write_words_of_their_own_and_take_them_back(sam, gwen):
    makes(sam, gwen, "gifts")
    a_link(sam, gwen)
    with acting(themselves(gwen)):
        said = actions.say_own_words(gwen, "I make the best jam.", by=themselves(gwen), at=now())
        assert [one.words for one in reading.own_words(gwen)] == ["I make the best jam."]
        actions.take_back_own_words(said, by=themselves(gwen), at=now())
        assert list(reading.own_words(gwen)) == []
    with as_(sam):
        assert TheirWords.objects.filter(person_id=gwen).count() == 1


def test_words_said_on_paper_are_theirs_too(sam, gwen):
    with as_(sam):
        actions.say_own_words(gwen, "I make the best jam.", how="on paper", on=today(), by=sam, at=now())
        found = TheirWords.objects.get(person_id=gwen)
    assert (found.words, found.how, found.by_id) == ("I make the best jam.", "on paper", sam.id)


def test_nobody_speaks_for_somebody_else(sam, gwen):
    other = somebody(sam, "Hal Example")
    makes(sam, gwen, "gifts")
    a_link(sam, gwen)
    with acting(themselves(gwen)), pytest.raises(NotYours):
        actions.say_own_words(other, "I am Hal.", by=themselves(gwen), at=now())


def not_right(sam, person: UUID, wish: str = "put right") -> NotRight:
    line = Line.objects.get(person_id=person, part="gifts")
    return actions.say_not_right(person, "Not roses: dahlias.", of=line.of, row=line.row, said=line.says, wish=wish, how="aloud", on=today(), by=sam, at=now())


def test_what_is_not_right_stands_beside_the_line_until_it_is_put_right(sam, gwen):
    makes(sam, gwen, "gifts")
    with as_(sam):
        said = not_right(sam, gwen)
        beside = [one.words for section in reading.whole(gwen, sam.vocabulary).sections for line in section.lines for one in line.differs]
        actions.answer_not_right(said, "put right", "We wrote dahlias.", by=sam, at=now())
        after = list(reading.standing(gwen))
    assert (beside, after) == (["Not roses: dahlias."], [])


def test_what_both_stand_by_stays_beside_every_later_copy_until_they_take_it_back(sam, gwen):
    makes(sam, gwen, "gifts")
    with as_(sam):
        said = not_right(sam, gwen, "stand")
        actions.answer_not_right(said, "both stand", "We saw roses.", by=sam, at=now())
    makes(sam, gwen, "gifts")
    with as_(sam):
        beside = [one.answer_words for section in reading.whole(gwen, sam.vocabulary).sections for line in section.lines for one in line.differs]
        actions.take_back_not_right(said, by=sam, at=now())
        assert (beside, list(reading.standing(gwen))) == (["We saw roses."], [])


def test_an_answer_is_given_once_and_in_words(sam, gwen):
    makes(sam, gwen, "gifts")
    with as_(sam):
        said = not_right(sam, gwen)
        with pytest.raises(Refused, match="They can read it"):
            actions.answer_not_right(said, "put right", " ", by=sam, at=now())
        said.refresh_from_db()
        actions.answer_not_right(said, "put right", "Done.", by=sam, at=now())
        with pytest.raises(Refused, match="answered already"):
            actions.answer_not_right(said, "both stand", "Or not.", by=sam, at=now())


def test_the_staff_pages_are_there(sam, gwen):
    makes(sam, gwen, "good life", "gifts", "notes", "looks")
    link, browser = a_link(sam, gwen), signed_in(sam)
    pages = {
        name: browser.get(reverse(f"mine:{name}", args=[gwen, *rest])).status_code
        for name, rest in {"own copy": (), "booklet": (), "give link": (), "slip": (link.id,), "their words": ()}.items()
    }
    assert set(pages.values()) == {200}, pages
    assert today() > LONG_AGO
