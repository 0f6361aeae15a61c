"""Sessions: by heads, by name, and by a link that opens one register and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.directory.actions import put_together
from alongside.directory.models import Entry
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.groups import actions
from alongside.groups.actions.gatherings import SessionSaid
from alongside.groups.links import address_of
from alongside.groups.models import Gathering, Group, RegisterLink
from alongside.groups.queries import ToldWaiting, told_waiting
from alongside.notices.models import Notice
from alongside.people.models import Person
from tests.building import a_coordinator, a_locality, as_, days_ago, now, signed_in, somebody, today
from tests.directory.conftest import a_listing, load

from .conftest import heard, running

pytestmark = pytest.mark.django_db(databases=["default", "counting"])  # guesses at links are counted apart


def text(response) -> str:
    return " ".join(response.content.decode().split())


def on(day) -> dict[str, str]:
    return {"on_day": str(day.day), "on_month": str(day.month), "on_year": str(day.year)}


def a_link(group: Group, by: Actor) -> RegisterLink:
    with as_(by):
        return actions.make_register_link(group, to="Olwen", until=today() + timedelta(days=30), by=by, at=now())


def kept(group: Group, by: Actor, **given) -> Gathering:
    with as_(by):
        return actions.keep_session(group, SessionSaid(**{"on": days_ago(2), "came": 8, "led_by": "us", **given}), told_us="there", by=by, at=now())


def test_a_session_that_one_of_us_saw_confirms_the_entry_and_says_whether_there_is_room():
    sam = a_coordinator()
    group = running(sam)
    with as_(sam):
        Entry.objects.filter(id=group.entry_id).update(confirmed_on=days_ago(90), confirmed_how="feed", room="")
    kept(group, sam, room="little")
    entry = Entry.objects.get(id=group.entry_id)
    assert (entry.confirmed_on, entry.confirmed_how, entry.room, entry.room_on) == (days_ago(2), "visit", "little", days_ago(2))


def test_what_is_said_of_a_group_whose_entry_was_put_into_another_is_said_of_the_one_that_stays():
    sam = a_coordinator()
    group = running(sam)
    load(a_listing("1", "The same, as a source tells it"))
    stays = Entry.objects.get(source_key="1")
    with as_(sam):
        put_together(stays.id, group.entry_id, by=sam, at=now())
    Entry.objects.filter(id=stays.id).update(confirmed_on=days_ago(90), room="")
    kept(group, sam, room="little")
    entry = Entry.objects.get(id=stays.id)
    assert (entry.confirmed_on, entry.room, entry.room_on) == (days_ago(2), "little", days_ago(2))
    told = {**on(days_ago(1)), "met": "yes", "came": "7", "room": "full"}
    assert Client().post(reverse("groups:register", args=[address_of(a_link(group, sam).reference)]), told).status_code == 303
    entry.refresh_from_db()
    assert (entry.confirmed_on, entry.confirmed_how, entry.room) == (days_ago(1), "link", "full")


def test_one_day_is_one_session_until_it_is_taken_back():
    sam = a_coordinator()
    group = running(sam)
    first = kept(group, sam)
    with pytest.raises(Refused, match="written down already"):
        kept(group, sam, came=9)
    with as_(sam):
        actions.take_back_session(first, by=sam, at=now())
    assert kept(group, sam, came=9).came == 9


def test_before_it_started_there_is_no_session():
    sam = a_coordinator()
    with pytest.raises(Refused, match="has not started"):
        kept(heard(sam), sam)


def test_more_are_not_new_than_came():
    sam = a_coordinator()
    with pytest.raises(Refused, match="than came"):
        kept(running(sam), sam, came=3, new=4)


def test_whoever_leads_it_tells_of_a_session_without_a_login():
    sam = a_coordinator()
    group = running(sam)
    link = a_link(group, sam)
    with as_(sam):
        Entry.objects.filter(id=group.entry_id).update(confirmed_on=days_ago(90), confirmed_how="feed")
    leader, url = Client(), reverse("groups:register", args=[address_of(link.reference)])
    assert "Did Saturday fishing meet?" in text(leader.get(url))
    sent = {"met": "yes", "came": "11", "new": "2", "helpers": "3", "led_by": "members", "room": "room", "needed": "A kettle.", **on(days_ago(1))}
    assert leader.post(url, sent).status_code == 303
    page = text(leader.get(url))
    assert f"{days_ago(1).day} {days_ago(1):%B %Y}: 11 came" in page
    entry = Entry.objects.get(id=group.entry_id)
    assert (entry.confirmed_on, entry.confirmed_how, entry.room) == (days_ago(1), "link", "room")
    ours = text(signed_in(sam).get(f"/groups/{group.id}/"))
    assert "11 came, 2 of them new · led by members" in ours
    assert "A kettle." in ours


def test_their_last_word_of_a_day_holds_and_never_writes_over_ours():
    sam = a_coordinator()
    group = running(sam)
    link = a_link(group, sam)
    kept(group, sam, came=8)
    leader, url = Client(), reverse("groups:register", args=[address_of(link.reference)])
    assert "written down already" in text(leader.post(url, {"met": "yes", "came": "4", **on(days_ago(2))}))
    leader.post(url, {"met": "yes", "came": "4", **on(days_ago(1))})
    leader.post(url, {"met": "no", **on(days_ago(1))})
    with as_(sam):
        assert list(Gathering.objects.filter(taken_back_at__isnull=True).order_by("on").values_list("on", "met", "came")) == [
            (days_ago(2), True, 8),
            (days_ago(1), False, None),
        ]


def test_a_link_shows_nobody_and_no_other_group():
    sam = a_coordinator()
    group = running(sam, "Fern choir")
    running(sam, "Repair afternoon")
    gwen_id = somebody(sam, "Gwen Pettifer")
    with as_(sam):
        gwen = Person.objects.get(id=gwen_id)
        actions.be_in_group(group, gwen, ["leads"], since=days_ago(9), by=sam, at=now())
    mine = kept(group, sam, needed="Sam will ring Joan.")
    with as_(sam):
        actions.mark_register(mine, {gwen: True}, by=sam, at=now())
    leader = Client()
    page = text(leader.get(reverse("groups:register", args=[address_of(a_link(group, sam).reference)])))
    assert [word for word in ("Pettifer", "Repair", "Joan", "8 came") if word in page] == []
    assert [leader.get(f"/groups/{group.id}/").status_code, leader.get("/groups/").status_code] == [302, 302]


def test_a_link_that_is_ended_or_over_or_guessed_opens_nothing():
    sam = a_coordinator()
    group = running(sam)
    ended, over = a_link(group, sam), a_link(group, sam)
    with as_(sam):
        actions.end_register_link(ended, by=sam, at=now())
        RegisterLink.objects.filter(id=over.id).update(until=today())
    leader = Client()
    addresses = [address_of(ended.reference), address_of(over.reference), "k7m2-p9qx-3dfh-8tvw"]
    assert [leader.get(reverse("groups:register", args=[one])).status_code for one in addresses] == [404, 404, 404]
    assert leader.post(reverse("groups:register", args=[addresses[0]]), {"met": "yes", "came": "4", **on(days_ago(1))}).status_code == 404
    with as_(sam):
        assert not Gathering.objects.exists()


def test_what_a_leader_needs_stands_on_the_board_and_on_today_until_one_of_us_has_seen_to_it():
    sam = a_coordinator(name="Sam Holt")
    group = running(sam)
    url = reverse("groups:register", args=[address_of(a_link(group, sam).reference)])
    Client().post(url, {"met": "yes", "came": "4", "needed": "A second kettle.", **on(days_ago(40))})
    for day in (30, 20, 10):
        kept(group, sam, on=days_ago(day))
    client = signed_in(sam)
    pages = [reverse("groups:board"), reverse("desk:today"), f"/groups/{group.id}/"]
    waits = "It is seen to<"
    assert [("A second kettle." in text(client.get(one)), waits in text(client.get(one))) for one in pages] == [(True, True)] * 3
    with as_(sam):
        (session,) = Gathering.objects.exclude(needed="")
    press = reverse("groups:see to session", args=[group.id, session.id])
    assert client.post(press).status_code == 303
    assert ["A second kettle." in text(client.get(one)) for one in pages] == [False, False, True]
    assert f"Seen to on {today().day} {today():%B %Y} by Sam Holt." in text(client.get(pages[2]))
    client.post(press)
    assert [waits in text(client.get(one)) for one in pages] == [True] * 3


def test_a_group_that_tells_that_it_did_not_meet_waits_to_be_seen_and_one_of_us_who_knows_does_not():
    sam = a_coordinator()
    group = running(sam)
    url = reverse("groups:register", args=[address_of(a_link(group, sam).reference)])
    Client().post(url, {"met": "no", **on(days_ago(3))})
    ours = kept(group, sam, on=days_ago(1), met=False, came=None)
    kept(group, sam, on=days_ago(2))
    with as_(sam):
        (told,) = told_waiting().sessions
        every = Gathering.objects.filter(taken_back_at__isnull=True, seen_at__isnull=True)
        assert [told] == [one for one in every if one.says_something]
        assert told_waiting(a_locality()) == ToldWaiting([], [])
    client = signed_in(sam)
    assert "It did not meet on" in text(client.get(reverse("groups:board")))
    assert client.post(reverse("groups:see to session", args=[group.id, ours.id])).status_code == 404
    client.post(reverse("groups:see to session", args=[group.id, told.id]))
    assert "It did not meet on" not in text(client.get(reverse("groups:board")))


def test_the_link_goes_out_by_the_outbox_and_names_neither_the_group_nor_anybody():
    sam = a_coordinator()
    group = running(sam)
    link = a_link(group, sam)
    here = reverse("groups:send link", args=[group.id, link.id])
    assert signed_in(sam).post(here, {"way": "e-mail", "to": "olwen"}).status_code == 422
    said = {"way": "e-mail", "to": "olwen@example.org", "called": "Olwen Pugh", "once": str(new_key())}
    assert [signed_in(sam).post(here, said)["Location"] for _pressed_twice in range(2)] == [reverse("notices:outbox")] * 2
    with as_(sam):
        (notice,) = Notice.objects.all()
    assert address_of(link.reference) in notice.words
    assert not any(named in f"{notice.subject_line} {notice.words}" for named in (group.name, "Olwen"))
    with as_(sam):
        actions.end_register_link(link, by=sam, at=now())
        assert Notice.objects.get().state == "taken back"
    assert signed_in(sam).get(here)["Location"] == reverse("groups:link", args=[group.id, link.id])
