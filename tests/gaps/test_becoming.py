"""What is missing becomes the idea of a group, or a barrier with somebody who sees to it; and whoever wished is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.connections.actions import climb, connect
from alongside.connections.actions.gaps import keep_gap_for
from alongside.connections.models import GapOf
from alongside.directory.gaps.said import Said
from alongside.directory.models import Gap
from alongside.foundation.refusals import Refused
from alongside.gaps import actions
from alongside.gaps.models import BarrierStep, Bundle, Idea
from alongside.gaps.rules import Said as Of
from alongside.groups.actions import step, take_back_step
from alongside.groups.models import Group, Step
from alongside.journeys.actions import write_note
from alongside.mine.gathering import everything
from alongside.people.actions import protect_location
from alongside.people.models import Person
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today
from tests.desk.asking import a_word, asks_the_same_with_one_and_with_thirty

from .wishing import keeps

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def eddie(sam):
    key = somebody(sam, "Eddie Marsh")
    with as_(sam):
        return Person.objects.get(id=key)


@pytest.fixture
def fishing(sam, eddie):
    """Eddie's wish and one of nobody's name, which stand together."""
    with as_(sam):
        his = keep_gap_for(eddie, Said("fishing on a Sunday", "Fernbrook", 53.4, -2.3, 3000), on_their_page=True, by=sam, at=now())
    other = keeps(sam, "angling", how_many=2)
    with as_(sam):
        return actions.grow_together([his, other], by=sam, at=now())


def barrier(sam, fishing):
    with as_(sam):
        return actions.raise_barrier(fishing, "transport", "No bus to the canal on Sundays.", by=sam, at=now())


def dated(name, day):
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def test_it_becomes_a_group_with_what_was_heard_and_from_how_many_and_each_leads_to_the_other(sam, fishing):
    browser = signed_in(sam)
    page = text(browser.post(reverse("gaps:begin a group", args=[fishing.id]), follow=True))
    assert '<h1 class="govuk-heading-l">fishing on a Sunday</h1>' in page
    assert "2 wishes, by which 3 would come." in page
    assert "“angling”" in page
    assert reverse("gaps:bundle", args=[fishing.id]) in page
    with as_(sam):
        group = Group.objects.get()
        assert (group.gap, Step.objects.get().stage, Step.objects.get().many) == (fishing.id, "heard", 3)
    assert reverse("groups:group", args=[group.id]) in text(browser.get(reverse("gaps:bundle", args=[fishing.id])))


def test_an_idea_is_taken_back_while_it_is_no_more_than_that(sam, fishing):
    with as_(sam):
        idea = actions.begin_a_group(fishing, by=sam, at=now())
        with pytest.raises(Refused, match="is the idea of a group already"):
            actions.begin_a_group(fishing, by=sam, at=now())
        with pytest.raises(Refused, match="Take that back first"):
            actions.take_apart(fishing, by=sam, at=now())
    page = text(signed_in(sam).post(reverse("gaps:no idea", args=[fishing.id, idea.id]), follow=True))
    assert "Make it the idea of a group" in page
    assert "was taken back on" in page
    with as_(sam):
        assert [one.stage for one in Step.objects.order_by("number")] == ["heard", "ended"]
        again = actions.begin_a_group(fishing, by=sam, at=now())
        step(again.group, "mapped", "Two clubs, both full.", on=today(), by=sam, at=now())
        with pytest.raises(Refused, match="come further than an idea"):
            actions.take_back_idea(Idea.objects.get(id=again.id), by=sam, at=now())


def test_whoever_wished_is_told_of_the_idea_and_of_the_first_day_until_they_know(sam, eddie, fishing):
    browser = signed_in(sam)
    with as_(sam):
        idea = actions.begin_a_group(fishing, by=sam, at=now())
        their = GapOf.objects.get()
    assert "wished for “fishing on a Sunday”: a group is being begun: fishing on a Sunday" in text(browser.get("/today/"))
    know = reverse("desk:they know", args=[eddie.id, their.id])
    page = text(browser.post(know, {"news": str(idea.group_id)}, follow=True))
    assert "they know since" in page
    assert "wished for “fishing on a Sunday”" not in text(browser.get("/today/"))
    browser.post(know, {"news": str(idea.group_id), "not_yet": "1"})
    assert "a group is being begun" in text(browser.get("/today/"))
    with as_(sam):
        step(idea.group, "mapped", "Two clubs, both full.", on=today(), by=sam, at=now())
        started = step(idea.group, "started", "", on=today(), by=sam, at=now())
    assert "a group meets now" in text(browser.get("/today/"))
    with as_(sam):
        take_back_step(idea.group, started.id, by=sam, at=now())
        assert (Gap.objects.get(id=their.gap_id).words, their.words) == ("fishing on a Sunday", "fishing on a Sunday")
    assert "a group meets now" not in text(browser.get("/today/"))


def test_a_barrier_gets_an_owner_and_a_day_is_cleared_and_told(sam, eddie, fishing):
    browser = signed_in(sam)
    sent = {"kind": "transport", "words": "No bus to the canal on Sundays."}
    assert "Nobody sees to it" not in text(browser.post(reverse("gaps:raise barrier", args=[fishing.id]), sent, follow=True))
    with as_(sam):
        made = BarrierStep.objects.select_related("barrier").get().barrier
    there = reverse("gaps:barrier", args=[made.id])
    missing = browser.post(there, {"state": "owned", "owner": "", **dated("on", today())})
    assert (missing.status_code, "Say who sees to it" in text(missing)) == (422, True)
    owned = {"state": "owned", "owner": "the transport manager", **dated("on", today()), **dated("by_when", today() + timedelta(days=30))}
    assert browser.post(there, owned).status_code == 303
    listed = text(browser.get(reverse("gaps:barriers")))
    assert "Somebody sees to it: the transport manager" in listed
    assert "would come: fewer than 8" in listed
    assert "the transport manager" in browser.get(reverse("gaps:barriers file")).content.decode()
    assert "what stood in the way" not in text(browser.get("/today/"))
    cleared = {"state": "cleared", "words": "The 41 runs on Sundays from May.", **dated("on", today())}
    assert browser.post(there, cleared).status_code == 303
    assert "what stood in the way does not any more: The 41 runs on Sundays from May." in text(browser.get("/today/"))
    assert "The 41 runs on Sundays from May." in text(browser.get(f"/people/{eddie.id}/"))


def test_his_own_copy_tells_what_came_of_his_wish(sam, eddie, fishing):
    made = barrier(sam, fishing)
    with as_(sam):
        actions.begin_a_group(fishing, by=sam, at=now())
        actions.say_of_barrier(made, Of("cleared", today(), "The 41 runs on Sundays."), by=sam, at=now())
        told = [(line.says, line.more) for line in everything(eddie.id, on=today(), vocabulary=sam.vocabulary) if line.of == "gapof"]
    ((says, more),) = told
    assert says == "You wished for: fishing on a Sunday"
    assert "A group is being begun for it: fishing on a Sunday." in more
    assert "What stood in the way does not any more: The 41 runs on Sundays." in more


def test_what_was_said_of_a_barrier_is_taken_back_and_stays_in_its_history(sam, fishing):
    made = barrier(sam, fishing)
    with as_(sam):
        kept = actions.say_of_barrier(made, Of("cannot", today(), "The council says no."), by=sam, at=now())
        with pytest.raises(Refused, match="Only what was said last"):
            actions.take_back_of_barrier(made, made.steps.first().id, by=sam, at=now())
    page = text(signed_in(sam).post(reverse("gaps:take back of barrier", args=[made.id, kept.id]), follow=True))
    assert "<s>Cannot be cleared</s>" in page
    with as_(sam):
        actions.put_barrier_right(made, "opening hours", "The canal is locked on Sundays.", by=sam, at=now())
        made.refresh_from_db()
        assert (made.kind, made.words) == ("opening hours", "The canal is locked on Sundays.")


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (Of("owned", days_ago(0), owner="she"), "by when"),
        (Of("owned", days_ago(0), owner="she", by_when=days_ago(3)), "before the one"),
        (Of("cleared", days_ago(0)), "what was done"),
        (Of("cannot", days_ago(0)), "why it cannot"),
        (Of("raised", days_ago(0)), "not followed by"),
        (Of("cleared", days_ago(-2), "soon"), "not come yet"),
        (Of("cleared", days_ago(5), "before"), "Use that day or a later one"),
    ],
)
def test_what_is_said_of_a_barrier_says_enough_to_be_told(sam, fishing, said, refusal):
    made = barrier(sam, fishing)
    with as_(sam), pytest.raises(Refused, match=refusal):
        actions.say_of_barrier(made, said, by=sam, at=now())


def test_another_team_sees_no_barrier_and_no_news(sam, fishing):
    made = barrier(sam, fishing)
    other = signed_in(a_coordinator())
    assert other.get(reverse("gaps:barrier", args=[made.id])).status_code == 404
    assert "No barrier is raised" in text(other.get(reverse("gaps:barriers")))


def test_one_press_keeps_what_was_not_for_him_and_why(sam, eddie):
    with as_(sam):
        made = connect(eddie, "Fern Anglers", kind="community", why="Eddie hopes to go fishing with others", on=days_ago(20), by=sam, at=now())
        climb(made, "not for me", on=days_ago(2), words="Eddie cannot get there", because="too far", by=sam, at=now())
    browser = signed_in(sam)
    assert "Still wished for?" in text(browser.get(reverse("desk:climb", args=[eddie.id, made.id])))
    there = reverse("desk:wish from not for me", args=[eddie.id, made.id])
    page = text(browser.post(there, {"on_their_page": "1"}, follow=True))
    assert "Somebody hopes to go fishing with others" in page
    assert "something that was not for them (too far to get to)" in page
    with as_(sam):
        assert list(Gap.objects.values_list("heard_in", "stood_in_the_way")) == [("not for me", "too far")]
        assert GapOf.objects.get().person_id == eddie.id
    assert "This wish is kept already." in text(browser.post(there, follow=True))


def test_one_press_keeps_the_sentence_of_a_note_that_says_a_wish_without_his_name(sam, eddie):
    with as_(sam):
        note = write_note(
            eddie, "Tea at the kitchen table. Eddie would love to go fishing again. We talked of his sister.", on=today(), how="visit", by=sam, at=now()
        )
    browser = signed_in(sam)
    assert "A wish: “Eddie would love to go fishing again.”" in text(browser.get(f"/people/{eddie.id}/"))
    page = text(browser.post(reverse("desk:wish from note", args=[eddie.id, note.id]), follow=True))
    assert "Somebody would love to go fishing again." in page
    with as_(sam):
        assert (GapOf.objects.count(), Gap.objects.get().heard_in) == (0, "note")


def test_a_note_without_a_wish_offers_none(sam, eddie):
    with as_(sam):
        note = write_note(eddie, "Tea at the kitchen table.", on=today(), how="visit", by=sam, at=now())
    assert signed_in(sam).post(reverse("desk:wish from note", args=[eddie.id, note.id])).status_code == 404


def test_a_wish_loses_its_place_when_it_must_not_be_known_where_he_is(sam, eddie, fishing):
    with as_(sam):
        protect_location(eddie, why="His safety", listed=[sam.id], by=sam, at=now())
        his = Gap.objects.get(words="fishing on a Sunday")
        assert (his.near, his.latitude, his.longitude, his.reach) == ("", None, None, None)
    assert "data-lat" not in text(signed_in(sam).get(reverse("gaps:missing")))


def test_the_list_of_barriers_asks_the_same_with_one_and_with_thirty(sam):
    def another() -> str:
        word = a_word()
        with as_(sam):
            bundle = Bundle.objects.first() or actions.grow_together([Gap.objects.first()], alone=True, by=sam, at=now())
            actions.raise_barrier(bundle, "rule", word, by=sam, at=now())
        return word

    keeps(sam, "a choir")
    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("gaps:barriers"), another)
    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("gaps:missing"), another)
