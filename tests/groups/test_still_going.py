"""Still going after six and twelve months: told by a link without a login, agreed with by one press, taken back like any other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.groups import actions
from alongside.groups.actions.answers import Answered
from alongside.groups.actions.sharing import Holder
from alongside.groups.links import address_of
from alongside.groups.models import Group, Held, RegisterLink, Step, StillGoing
from alongside.groups.queries import answers_waiting
from alongside.groups.rules import AFTER_MONTHS, BY_THEMSELVES, Reached, a_step, due, months_after, next_due, stage_of_answer, stands_at, taken_over_on
from alongside.groups.words import GOING
from tests.building import a_coordinator, as_, days_ago, now, signed_in, today
from tests.desk.asking import a_word, asks_the_same_with_one_and_with_thirty

from .conftest import come_to, running
from .test_sessions import a_link, text
from .test_stages import TODAY, deeds, lived

pytestmark = pytest.mark.django_db(databases=["default", "counting"])  # guesses at links are counted apart


def run_by_members(by: Actor, name: str = "Saturday fishing", *, since: int = 370) -> Group:
    """A group that members took over so many days ago; Olwen keeps the keys."""
    group = running(by, name, since=since + 100)
    come_to(group, by, ("self-managing", days_ago(since)))
    with as_(by):
        actions.hand_on(group, {"keys": Holder("member", "Olwen"), "money": Holder("us")}, on=days_ago(since), by=by, at=now())
    return group


def answer_page(link: RegisterLink) -> str:
    return reverse("groups:still going", args=[address_of(link.reference)])


def waiting(group: Group) -> list[StillGoing]:
    """What waits for one of us in the group's locality, which is all that waits, and each what its own row says of itself."""
    found = answers_waiting(group.locality)
    assert found == answers_waiting() == [one for one in StillGoing.objects.select_related("step").order_by("at") if one.waits]
    return found


def stages(group: Group, by: Actor) -> list[str]:
    with as_(by):
        return list(Step.objects.filter(group=group, taken_back_at__isnull=True).order_by("number").values_list("stage", flat=True))


def test_what_is_told_by_the_link_waits_until_one_of_us_agrees():
    sam = a_coordinator()
    group = run_by_members(sam)
    leader, ours, url = Client(), signed_in(sam), answer_page(a_link(group, sam))
    assert "12 months since you took it over." in text(leader.get(url))
    sent = {"going": "going", "keys": "member", "money": "member", "needed": "A second kettle.", "words": ""}
    assert leader.post(url, sent).status_code == 303
    assert stages(group, sam)[-1] == "self-managing"
    for page in ("/groups/", "/groups/to-ask/", f"/groups/{group.id}/", "/"):
        assert "<strong>Needed:</strong> A second kettle." in text(ours.get(page, follow=True)), page
    with as_(sam):
        answer = StillGoing.objects.get()
    assert ours.post(reverse("groups:agree with answer", args=[group.id, answer.id])).status_code == 303
    assert stages(group, sam)[-1] == "twelve months"
    with as_(sam):
        assert dict(Held.objects.filter(until__isnull=True).values_list("thing", "who")) == {"keys": "Olwen", "money": ""}
        assert Held.objects.get(thing="money", until__isnull=True).side == "member"
    assert "They answered" not in text(ours.get("/groups/"))
    assert "by the link, " in text(ours.get(f"/groups/{group.id}/"))


def test_a_stage_that_was_said_of_an_answer_is_taken_back_and_the_answer_waits_again():
    sam = a_coordinator()
    group = run_by_members(sam)
    Client().post(answer_page(a_link(group, sam)), {"going": "going"})
    with as_(sam):
        answer = StillGoing.objects.get()
        actions.agree_with_answer(answer, by=sam, at=now())
        assert waiting(group) == []
        actions.take_back_step(group, answer.step_id, by=sam, at=now())
        assert waiting(group) == [answer]
    assert "They answered" in text(signed_in(sam).get("/groups/"))
    with as_(sam):
        actions.agree_with_answer(StillGoing.objects.get(), by=sam, at=now())
    assert stages(group, sam)[-1] == "twelve months"


def test_nobody_agrees_twice_and_what_is_laid_aside_waits_again_with_one_press():
    sam = a_coordinator()
    group = run_by_members(sam)
    Client().post(answer_page(a_link(group, sam)), {"going": "resting"})
    client = signed_in(sam)
    with as_(sam):
        answer = StillGoing.objects.get()
    press, so = (reverse(name, args=[group.id, answer.id]) for name in ("groups:lay answer aside", "groups:agree with answer"))
    with as_(sam):
        assert waiting(group) == [answer]
    client.post(press)
    with as_(sam):
        assert waiting(group) == []
    assert "They answered" not in text(client.get("/groups/"))
    assert "Somebody has dealt with this answer already." in text(client.post(so, follow=True))
    client.post(press)
    client.post(so)
    assert stages(group, sam)[-1] == "resting"
    assert "Somebody has dealt with this answer already." in text(client.post(so, follow=True))


def test_their_last_word_holds_while_nobody_dealt_with_it():
    sam = a_coordinator()
    url = answer_page(a_link(run_by_members(sam), sam))
    leader = Client()
    leader.post(url, {"going": "resting"})
    assert "You have answered already" in text(leader.get(url))
    leader.post(url, {"going": "going"})
    with as_(sam):
        assert list(StillGoing.objects.filter(taken_back_at__isnull=True).values_list("going", flat=True)) == ["going"]


def test_of_an_end_it_is_asked_why_and_nothing_typed_is_lost():
    sam = a_coordinator()
    url = answer_page(a_link(run_by_members(sam), sam))
    answer = Client().post(url, {"going": "ended", "needed": "Nothing, thank you."})
    assert (answer.status_code, "Say why, and what carried on from it." in text(answer), "Nothing, thank you." in text(answer)) == (422, True, True)


def test_what_is_not_due_is_not_asked():
    sam = a_coordinator()
    group = run_by_members(sam, since=100)
    leader, url = Client(), answer_page(a_link(group, sam))
    assert "Nobody needs to answer this now." in text(leader.get(url))
    assert "Nobody needs to ask that of this group now" in text(leader.post(url, {"going": "going"}))
    with as_(sam), pytest.raises(Refused, match="Nobody needs to ask"):
        actions.keep_answer(group, Answered("going"), told_us="call", by=sam, at=now())


def test_an_ended_or_lapsed_link_answers_nothing():
    sam = a_coordinator()
    group = run_by_members(sam)
    ended, over = a_link(group, sam), a_link(group, sam)
    with as_(sam):
        actions.end_register_link(ended, by=sam, at=now())
        RegisterLink.objects.filter(id=over.id).update(until=today())
    assert [Client().post(answer_page(link), {"going": "going"}).status_code for link in (ended, over)] == [404, 404]
    with as_(sam):
        assert not StillGoing.objects.exists()


def test_one_of_us_who_rang_writes_down_what_they_said_and_it_is_a_stage_at_once():
    sam = a_coordinator()
    group = run_by_members(sam, since=200)
    client = signed_in(sam)
    page = text(client.get("/groups/to-ask/"))
    assert f"6 months, since {months_after(days_ago(200), 6).day} " in page
    assert client.post(reverse("groups:keep answer", args=[group.id]), {"going": "going", "told_us": "call"}).status_code == 303
    assert stages(group, sam)[-1] == "six months"
    assert "Saturday fishing" not in text(client.get("/groups/to-ask/"))


def test_whoever_prepares_it_sees_four_weeks_ahead_and_no_further():
    sam = a_coordinator()
    year, half = months_after(days_ago(0), -12), months_after(days_ago(0), -6)
    run_by_members(sam, "Ash club", since=(today() - half).days - 20)
    run_by_members(sam, "Birch club", since=(today() - half).days - 40)
    cedar = run_by_members(sam, "Cedar club", since=(today() - year).days - 20)
    come_to(cedar, sam, ("six months", days_ago(100)))
    page = text(signed_in(sam).get("/groups/to-ask/"))
    assert [name in page for name in ("Ash club", "Birch club", "Cedar club")] == [True, False, True]


def test_the_list_of_whom_to_ask_asks_the_same_with_one_and_with_thirty():
    sam = a_coordinator()

    def another() -> str:
        name = a_word()
        run_by_members(sam, name)
        return name

    asks_the_same_with_one_and_with_thirty(signed_in(sam), "/groups/to-ask/", another)


def test_another_teams_answers_are_not_there():
    sam = a_coordinator()
    group = run_by_members(sam)
    Client().post(answer_page(a_link(group, sam)), {"going": "going", "needed": "A kettle."})
    stranger = signed_in(a_coordinator())
    with as_(sam):
        answer = StillGoing.objects.get()
    assert "kettle" not in text(stranger.get("/groups/to-ask/"))
    assert stranger.post(reverse("groups:agree with answer", args=[group.id, answer.id])).status_code == 404


@given(deeds, st.integers(0, 800), st.sampled_from([word.stored for word in GOING]))
def test_whatever_was_said_before_an_answer_that_is_due_is_a_stage_that_follows(all_deeds, later, going):
    steps, on = lived(all_deeds), TODAY + timedelta(days=later)
    months = due(steps, today=on)
    if months is None:
        assert not steps or next_due(steps, today=on) is None or next_due(steps, today=on)[1] > on
        return
    then = Reached(stage_of_answer(months, going), on)
    a_step(steps, then, "words", today=on)
    after = [*steps, then]
    assert due(after, today=on) is None
    assert stands_at(steps).stage in BY_THEMSELVES
    assert months_after(taken_over_on(steps), months) <= on
    assert (stands_at(after).stage in AFTER_MONTHS) == (going == "going")
