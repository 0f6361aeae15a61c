"""From a wish to a group that is in the directory, and back."""

from __future__ import annotations

import re

import pytest

from alongside.directory.actions import keep_entry
from alongside.directory.models import Entry
from alongside.directory.told import Told
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.groups import actions, standing
from alongside.groups.actions.sharing import Holder
from alongside.groups.models import Group, Held, Step
from alongside.places.models import Postcode
from tests.building import a_coordinator, a_locality, an_actor, as_, days_ago, now, signed_in
from tests.desk.asking import MOST, a_word, asks_the_same_with_one_and_with_thirty

from .conftest import come_to, heard, running

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_wish_becomes_a_group_with_what_was_heard():
    sam = a_coordinator()
    client = signed_in(sam)
    sent = {
        "name": "Saturday fishing", "words": "“Somebody to fish with.”", "many": "3", "standing": "informal",
        "on_day": str(days_ago(2).day), "on_month": str(days_ago(2).month), "on_year": str(days_ago(2).year),
    }  # fmt: skip
    answer = client.post("/groups/new/", sent)
    assert answer.status_code == 303
    page = text(client.get(answer["Location"]))
    assert '<h1 class="govuk-heading-l">Saturday fishing</h1>' in page
    assert '“Somebody to fish with.” <span class="quiet">3 would come.</span>' in page


def test_the_directory_is_searched_for_what_the_group_is_called_near_where_it_would_be_and_its_words_stand_in_no_address():
    sam = a_coordinator()
    brook = a_locality("Brook")
    for number, latitude in enumerate((53.40, 53.80)):
        Postcode.objects.create(postcode=f"ZZ99 {number}AA", latitude=latitude, longitude=-2.3, locality=None if number else brook)
        with as_(sam):
            keep_entry(Told(f"Fern Anglers {number}", "group", "We go fishing.", postcode=f"ZZ99 {number}AA"), by=sam, at=now())
    group = heard(sam, locality_id=brook.id)
    page = text(signed_in(sam).get(f"/groups/{group.id}/stage/"))
    assert "Looked for “Saturday fishing” near Brook:" in page
    assert ("Fern Anglers 0" in page, "Fern Anglers 1" in page) == (True, False)
    assert ('href="/around/?near=Brook"' in page, "?words=" in page) == (True, False)


def test_what_the_search_found_first_is_kept_beside_why_nothing_there_will_do():
    sam = a_coordinator()
    with as_(sam):
        keep_entry(Told("Fern Anglers", "group", "We go fishing on Saturdays."), by=sam, at=now())
        keep_entry(Told("Fern Chess", "group", "We play chess."), by=sam, at=now())
    group, client, today = heard(sam), signed_in(sam), days_ago(0)
    on = {"on_day": str(today.day), "on_month": str(today.month), "on_year": str(today.year)}
    refused = client.post(f"/groups/{group.id}/stage/", {"stage": "mapped", "words": "", **on})
    assert refused.status_code == 422
    assert client.post(f"/groups/{group.id}/stage/", {"stage": "mapped", "words": "Full until spring.", **on}).status_code == 303
    with as_(sam):
        kept = Step.objects.get(group=group, stage="mapped").words
    assert kept == "Full until spring.\nA search for “Saturday fishing” (near: anywhere) found first: Fern Anglers."


def test_it_is_in_the_directory_from_its_first_open_day_and_not_before():
    sam = a_coordinator()
    group = heard(sam, what_happens="A rod is lent.", times="Saturdays at 9")
    come_to(group, sam, ("mapped", days_ago(90)))
    assert group.entry is None
    come_to(group, sam, ("started", days_ago(80)))
    entry = Entry.objects.get(id=group.entry_id)
    assert (entry.name, entry.description, entry.times, entry.kind, entry.withdrawn_on) == (
        "Saturday fishing",
        "A rod is lent.",
        "Saturdays at 9",
        "group",
        None,
    )


def test_nobody_is_offered_what_rests_and_it_is_there_again_afterwards():
    sam = a_coordinator()
    group = running(sam)
    come_to(group, sam, ("resting", days_ago(9)))
    assert Entry.objects.get(id=group.entry_id).withdrawn_on is not None
    come_to(group, sam, ("shared", days_ago(2)))
    assert Entry.objects.get(id=group.entry_id).withdrawn_on is None


def test_a_stage_taken_back_stays_in_its_history():
    sam = a_coordinator()
    group = running(sam)
    client = signed_in(sam)
    with as_(sam):
        last = Step.objects.get(group=group, stage="started")
    assert client.post(f"/groups/{group.id}/stage/{last.id}/not/").status_code == 303
    page = text(client.get(f"/groups/{group.id}/"))
    assert "<s>Started</s>" in page
    assert "Looked for since" in page
    assert Entry.objects.get().withdrawn_on is not None


def test_what_came_before_the_last_is_not_taken_back():
    sam = a_coordinator()
    group = running(sam)
    with as_(sam):
        first = Step.objects.get(group=group, stage="heard").id
    with as_(sam), pytest.raises(Refused, match="Only the last of its stages"):
        actions.take_back_step(group, first, by=sam, at=now())


def test_a_stage_in_which_something_was_handed_on_says_who_held_what_as_it_ended():
    sam = a_coordinator()
    group = running(sam)
    with as_(sam):
        actions.hand_on(group, {"keys": Holder("us"), "tea": Holder("member", "Olwen")}, on=days_ago(50), by=sam, at=now())
        actions.hand_on(group, {"keys": Holder("member", "Mo"), "tea": Holder("member", "Olwen")}, on=days_ago(5), by=sam, at=now())
        started = Step.objects.get(group=group, stage="started")
        Step.objects.filter(id=started.id).update(on=days_ago(50))
    come_to(group, sam, ("shared", days_ago(9)), ("self-managing", days_ago(2)))
    page = text(signed_in(sam).get(f"/groups/{group.id}/"))
    told = re.findall(r"Held then: (.*?)</span>", page)
    assert told == ["the keys, one of us; the tea, a member (Olwen)", "the keys, a member (Mo); the tea, a member (Olwen)"]


def test_what_is_handed_on_stays_with_whoever_held_it_before():
    sam = a_coordinator()
    group = running(sam)
    with as_(sam):
        actions.hand_on(group, {"keys": Holder("us"), "tea": Holder("member", "Olwen")}, on=days_ago(50), by=sam, at=now())
        actions.hand_on(group, {"keys": Holder("member", "Mo"), "tea": Holder("member", "Olwen")}, on=days_ago(5), by=sam, at=now())
        kept = list(Held.objects.order_by("thing", "since").values_list("thing", "side", "who", "until"))
    assert kept == [("keys", "us", "", days_ago(5)), ("keys", "member", "Mo", None), ("tea", "member", "Olwen", None)]
    page = text(signed_in(sam).get(f"/groups/{group.id}/"))
    assert "A member, Mo" in page
    assert "Who held it before" in page


def test_the_board_shows_groups_by_stage_and_asks_and_never_counts_a_score():
    sam = a_coordinator()
    running(sam, "Fern choir", since=140)
    heard(sam, "Repair afternoon")
    page = text(signed_in(sam).get("/groups/"))
    assert "Led by us for 20 weeks: is it time for members to lead?" in page
    assert page.index("Interest heard (1)") < page.index("Started (1)")


def test_another_teams_groups_are_not_there():
    group = heard(a_coordinator())
    client = signed_in(a_coordinator())
    assert client.get(f"/groups/{group.id}/").status_code == 404
    assert "Saturday fishing" not in text(client.get("/groups/"))


def test_a_commissioner_keeps_no_group():
    chris = an_actor(Role.COMMISSIONER)
    group = Group(team_id=chris.seats[0].team_id, name="Choir")
    with as_(chris), pytest.raises(NotYours):
        actions.step(group, "heard", "words", on=days_ago(1), by=chris, at=now())


def test_the_board_asks_the_same_with_one_group_and_with_thirty(monkeypatch):
    monkeypatch.setattr(standing, "A_STAGE", 30)
    sam = a_coordinator()

    def another() -> str:
        name = a_word()
        running(sam, name)
        return name

    asks_the_same_with_one_and_with_thirty(signed_in(sam), "/groups/", another, at_most=MOST)
