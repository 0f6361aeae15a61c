"""What stands beside a story of how often, which papers, and why; and what of it reaches the day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.formats import date_format

from alongside.desk.days import day_of
from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.introductions import actions as introductions
from alongside.introductions.models import TeamReason, WhyTheyCame
from alongside.introductions.rules import Reasons
from alongside.journeys import actions as journeys
from alongside.journeys.models import Note, Paper, Rhythm
from alongside.journeys.rhythm import Agreed
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.trail.doing import acting
from tests.building import a_coordinator, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwen_and_sam():
    """Gwen, at Level 2, who was met every week until a month ago."""
    sam = a_coordinator()
    key = somebody(sam, "Gwen Example", on=days_ago(90))
    with as_(sam):
        person = Person.objects.get(id=key)
        journeys.set_level(person, "level 2", since=days_ago(80), by=sam, at=now())
        for day in (30, 37, 44, 51):
            journeys.write_note(person, "We talked.", on=days_ago(day), how="phone", by=sam, at=now())
    return person, sam


def quiet(sam) -> list[tuple[str, str]]:
    with acting(sam):
        found = day_of(sam.id, today=today(), quiet_after_days=60)["quiet"]
    return [(one["name"], one["quiet"].because.lac % one["quiet"].parts) for one in found]


def on_page(sam, person) -> str:
    return signed_in(sam).get(f"/people/{person.id}/").content.decode()


def test_the_day_says_who_is_missed_by_their_own_rhythm_and_their_page_says_it_too(gwen_and_sam):
    person, sam = gwen_and_sam
    why = "You usually speak about every 7 days; it has been 30."
    assert quiet(sam) == [("Gwen Example", why)]
    assert why in on_page(sam, person)
    assert why in signed_in(sam).get("/today/").content.decode()


def test_an_attempt_is_no_way_of_being_in_touch_and_is_not_lost(gwen_and_sam):
    person, sam = gwen_and_sam
    before = quiet(sam)
    given = {"text": "Nobody picked up.", "how": "no answer", "on_day": today().day, "on_month": today().month, "on_year": today().year}
    with as_(sam):
        visit = journeys.plan_visit(person, on=today(), staff_id=sam.id, by=sam, at=now())
    assert signed_in(sam).post(f"/people/{person.id}/", given | {"met": str(visit.id)}).status_code == 303
    with as_(sam):
        assert [(note.how, note.text) for note in Note.objects.filter(on=today())] == [("no answer", "Nobody picked up.")]
        visit.refresh_from_db()
    assert visit.ended == "not in"
    assert quiet(sam) == before
    page = on_page(sam, person)
    assert "Rang or called, no answer" in page
    assert "Tried since, without an answer: 1, the last on" in page
    listed = signed_in(sam).get("/people/").content.decode()
    assert f"last in touch {date_format(days_ago(30), 'j F Y')}" in listed


def test_a_light_contact_is_with_somebody_and_a_planned_visit_that_found_nobody_in_is_an_attempt(gwen_and_sam):
    person, sam = gwen_and_sam
    with as_(sam):
        with pytest.raises(Refused) as refused:
            journeys.count_nameless("Nobody came to the door.", on=today(), how="no answer", by=sam, at=now())
        visit = journeys.plan_visit(person, on=today(), staff_id=sam.id, by=sam, at=now())
    assert refused.value.field == "how"
    signed_in(sam).post(f"/people/{person.id}/visits/{visit.id}/", {"how": "not in", "words": "I put a card through."})
    with as_(sam):
        assert [(note.how, note.text) for note in Note.objects.filter(on=today())] == [("no answer", "I put a card through.")]


def test_a_visit_that_took_place_counts_as_contact(gwen_and_sam):
    person, sam = gwen_and_sam
    with as_(sam):
        visit = journeys.plan_visit(person, on=today(), staff_id=sam.id, by=sam, at=now())
        journeys.end_visit(visit, "met", by=sam, at=now())
    assert quiet(sam) == []


def test_nobody_is_reminded_before_the_day_that_was_agreed(gwen_and_sam):
    person, sam = gwen_and_sam
    ahead = today() + timedelta(days=20)
    date = {"not_before_day": str(ahead.day), "not_before_month": str(ahead.month), "not_before_year": str(ahead.year)}
    answer = signed_in(sam).post(f"/people/{person.id}/rhythm/", {"kind": "as it comes", **date})
    assert answer.status_code == 303
    assert quiet(sam) == []
    assert f"nobody is reminded before {ahead.day} {ahead:%B %Y}" in on_page(sam, person)


def test_what_was_agreed_before_stays_beneath_what_is_agreed_now(gwen_and_sam):
    person, sam = gwen_and_sam
    with as_(sam):
        journeys.agree_rhythm(person, Agreed("every", 14), by=sam, at=now())
        journeys.agree_rhythm(person, Agreed("they ring"), words="I will ring you.", by=sam, at=now())
        assert list(Rhythm.objects.order_by("at").values_list("kind", "every_days")) == [("every", 14), ("they ring", None)]
    assert quiet(sam) == []


def test_somebody_who_moved_away_is_missed_by_nobody(gwen_and_sam):
    person, sam = gwen_and_sam
    with as_(sam):
        journeys.set_level(person, "moved on", since=today(), by=sam, at=now())
        assert Note.objects.filter(person=person).count() == 4
    assert quiet(sam) == []
    assert "You usually speak" not in on_page(sam, person)


def test_a_paper_stands_on_the_day_from_a_week_before_it_is_due_until_it_is_sent(gwen_and_sam):
    person, sam = gwen_and_sam
    asked = {"what": "Proof of tenancy", "for_whom": "the housing office", "on": today()}
    with as_(sam):
        paper = journeys.add_paper(person, journeys.PaperAsked(**asked, state="needed", by_when=today() + timedelta(days=7)), by=sam, at=now())
        journeys.add_paper(person, journeys.PaperAsked(**asked, state="needed", by_when=today() + timedelta(days=8)), by=sam, at=now())
    assert [row["id"] for row in _papers(sam)] == [str(paper.id)]
    with as_(sam):
        journeys.say_where_paper_is(paper, journeys.PaperAsked(**asked, state="sent"), by=sam, at=now())
    assert _papers(sam) == []
    assert "Proof of tenancy" in on_page(sam, person)


def _papers(sam) -> list:
    with acting(sam):
        return day_of(sam.id, today=today(), quiet_after_days=60)["papers"] or []


def test_a_paper_without_words_is_asked_again_with_everything_kept(gwen_and_sam):
    person, sam = gwen_and_sam
    answer = signed_in(sam).post(f"/people/{person.id}/papers/", {"what": " ", "for_whom": "the bank", "state": "needed"})
    assert (answer.status_code, "the bank" in answer.content.decode()) == (422, True)
    with acting(sam):
        assert not Paper.objects.exists()


def test_several_reasons_are_told_at_first_and_more_as_trust_grows(gwen_and_sam):
    person, sam = gwen_and_sam
    with as_(sam):
        introductions.say_why(person, Reasons(days_ago(80), "at first", areas=("housing",)), by=sam, at=now())
        made = introductions.say_why(person, Reasons(today(), "later", areas=("housing", "finance"), words="The nights are long."), by=sam, at=now())
        assert [(one.area, one.words) for one in made] == [("finance", ""), ("", "The nights are long.")]
        introductions.end_reason(WhyTheyCame.objects.get(area="housing"), by=sam, at=now())
    shown = on_page(sam, person)
    assert [words in shown for words in ("Housing", "Money", "The nights are long.", "no longer since")] == [True] * 4


def test_a_reason_written_down_by_mistake_is_taken_away(gwen_and_sam):
    person, sam = gwen_and_sam
    with as_(sam):
        (made,) = introductions.say_why(person, Reasons(today(), "later", areas=("finance",)), by=sam, at=now())
    assert signed_in(sam).post(f"/people/{person.id}/why/{made.id}/never/").status_code == 303
    with as_(sam):
        assert not WhyTheyCame.objects.filter(id=made.id).exists()


def test_a_word_that_is_retired_is_offered_no_more_and_stays_where_it_was_used(gwen_and_sam):
    person, sam = gwen_and_sam
    manager = an_actor(Role.MANAGER, Team.objects.get(id=sam.team_id))
    with as_(manager):
        word = introductions.add_to_list(sam.team_id, "Letters from the council", area="finance", by=manager, at=now())
    mina, here = signed_in(manager), f"/people/{person.id}/why/"
    posted = {"listed": str(word.id), "told": "later", "on_day": str(today().day), "on_month": str(today().month), "on_year": str(today().year)}
    assert signed_in(sam).post(here, posted).status_code == 303
    assert mina.post(f"/your-team/reasons/{word.id}/retired/").status_code == 303
    page = signed_in(sam).get(here)
    assert "listed" not in page.context["form"].fields
    assert "Letters from the council" in page.content.decode()
    assert mina.post(f"/your-team/reasons/{word.id}/again/").status_code == 303
    with acting(manager):
        assert TeamReason.objects.get(id=word.id).retired_on is None


def test_nobody_elses_manager_changes_the_list(gwen_and_sam):
    _, sam = gwen_and_sam
    manager, other = an_actor(Role.MANAGER, Team.objects.get(id=sam.team_id)), an_actor(Role.MANAGER)
    with as_(manager):
        word = introductions.add_to_list(sam.team_id, "New here", by=manager, at=now())
    assert signed_in(other).post(f"/your-team/reasons/{word.id}/retired/").status_code == 404
    assert signed_in(sam).get("/your-team/reasons/").status_code == 403
