"""A leadership group hears a story and sees what stands in the way; and a team thinks a scene over, apart from every record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.foundation.actor import Actor, Role
from alongside.gaps.actions import grow_together, raise_barrier, say_of_barrier
from alongside.gaps.models import Barrier
from alongside.gaps.rules import Said
from alongside.meetings import actions
from alongside.meetings.models import Reflection, Series, Thought, ToldBack
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, now, signed_in, today
from tests.gaps.wishing import A_MILE_ON, keeps

from .conftest import Table, in_boxes, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def _team_of(actor: Actor) -> Team:
    return Team.objects.get(id=actor.team_id)


def a_leadership_group() -> tuple[Table, Barrier]:
    """It meets today; a barrier is raised in its neighbourhood, which the transport manager sees to by last week."""
    table = Table()
    wishes = [keeps(table.sam, "fishing"), keeps(table.sam, "fishing", A_MILE_ON)]
    with as_(table.sam):
        Series.objects.filter(id=table.series.id).update(kind="leadership", name="Fernbrook leadership group")
        bundle = grow_together(wishes, by=table.sam, at=now())
        barrier = raise_barrier(bundle, "transport", "No bus to the canal on Sundays.", by=table.sam, at=now() - timedelta(days=30))
        owned = Said("owned", today() - timedelta(days=20), owner="the council’s transport manager", by_when=today() - timedelta(days=7))
        say_of_barrier(barrier, owned, by=table.sam, at=now())
    return table, barrier


def test_the_group_hears_a_story_and_reads_who_sees_to_what_and_the_storyteller_is_answered():
    table, barrier = a_leadership_group()
    listed = table.brings(extract="I waited four Sundays for a bus.")
    table.sends()
    mine = f"/my-tables/{table.series.id}/{table.on}/"
    for read in (signed_in(table.gp).get(mine), Client().post(f"/seat/{table.ivys_address}/open/"), signed_in(table.sam).get(table.url)):
        page = text(read)
        assert "No bus to the canal on Sundays." in page
        assert "the council’s transport manager" in page
        assert "was to be looked at by" in page
    assert "I waited four Sundays for a bus." in text(signed_in(table.gp).get(f"{mine}{listed.id}/"))
    table.closes()
    sam = signed_in(table.sam)
    assert "One person was not told yet" in text(sam.get("/meetings/to-chase/"))
    tell = f"{table.url}list/{listed.id}/told/"
    assert "what came of the story" in text(sam.get(tell))
    assert sam.post(tell, {"words": "A bus is tried on Sundays in May.", "how": "aloud", **in_boxes("on", today())}).status_code == 303
    with as_(table.sam):
        assert ToldBack.objects.get().words == "A bus is tried on Sundays in May."
    assert "not told yet" not in text(sam.get("/meetings/to-chase/"))
    assert "Gwen" not in text(sam.get(f"/missing/barriers/{barrier.id}/")), "a story goes into no barrier"


def test_no_other_meeting_and_nobody_who_sits_elsewhere_reads_what_stands_in_the_way():
    table, _barrier = a_leadership_group()
    other = Table()
    other.sends()
    assert "No bus" not in text(Client().post(f"/seat/{other.ivys_address}/open/"))
    with as_(table.sam):
        Series.objects.filter(id=table.series.id).update(kind="locality")
    table.sends()
    assert "No bus" not in text(Client().post(f"/seat/{table.ivys_address}/open/"))
    assert "No bus" not in text(signed_in(table.sam).get(table.url))


def test_a_scene_is_the_teams_alone_with_different_views_and_what_each_will_try():
    sam = a_coordinator(name="Sam Delaney")
    bea = a_coordinator(_team_of(sam), "Bea Lister")
    one, two = signed_in(sam), signed_in(bea)
    assert "Tell the scene" in text(one.post("/team-reflection/new/", {"scene": "", "question": "Whose choice was it?"}))
    made = one.post("/team-reflection/new/", {"scene": "Somebody would not open the door.", "question": "Whose choice was it?"})
    url = made.headers["Location"]
    assert two.post(url, {"kind": "view", "words": "His, and it cost him his tenancy."}).status_code == 303
    assert one.post(url, {"kind": "try", "words": "A note under the door first."}).status_code == 303
    page = text(one.get(url))
    assert "His, and it cost him his tenancy." in page
    assert "what I will try" in page
    assert page.count("Take my words away") == 1
    assert "2 thoughts" in text(two.get("/team-reflection/"))

    stranger = a_coordinator(name="Jo Marsh")
    for other in (stranger, an_actor(Role.PARTNER), an_actor(Role.INFORMATION_GOVERNANCE, _team_of(sam))):
        assert signed_in(other).get(url).status_code in (403, 404)
        with as_(other):
            assert (Reflection.objects.count(), Thought.objects.count()) == (0, 0)


def test_a_thought_is_taken_away_by_whoever_said_it_and_its_words_are_gone():
    sam = a_coordinator(name="Sam Delaney")
    bea = a_coordinator(_team_of(sam), "Bea Lister")
    with as_(sam):
        scene = actions.bring_a_scene("A closed door.", "Whose choice?", on=today(), by=sam, at=now())
        thought = actions.say_a_thought(scene, "view", "I was too quick.", by=sam, at=now())
    away = f"/team-reflection/{scene.id}/thoughts/{thought.id}/not/"
    assert signed_in(bea).post(away).status_code == 403
    assert signed_in(sam).post(away).status_code == 303
    with as_(sam):
        assert Thought.objects.get().words == ""
    assert "I was too quick." not in text(signed_in(bea).get(f"/team-reflection/{scene.id}/"))
