"""How a group goes with its money, young and old together, the register on paper, copies both ways, and who was told of a taster day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.groups import actions, rules
from alongside.groups.across_ages import age_on, both_ages, together, told
from alongside.groups.actions.life import Described
from alongside.groups.going_well import Was
from alongside.groups.models import Group, Guest, Step
from alongside.money.actions import write_brought
from alongside.money.happened import came_to
from alongside.money.posts import Stretch
from alongside.people.models import LocationProtection, Person
from alongside.web.templatetags.components import long_date
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today

from .conftest import come_to, heard, running
from .test_sessions import kept, on, text
from .test_tasters import a_taster, asked

pytestmark = pytest.mark.django_db


def in_group(group: Group, by: Actor, name: str, *does: str, born: date | None = None) -> Person:
    key = somebody(by, name)
    with as_(by):
        Person.objects.filter(id=key).update(date_of_birth=born)
        person = Person.objects.get(id=key)
        actions.be_in_group(group, person, does, since=days_ago(30), by=by, at=now())
    return person


def test_a_group_is_across_ages_by_the_heads_that_were_counted_and_not_by_what_it_was_meant_to_be():
    sam = a_coordinator()
    meant, counted = running(sam, "Meant club", across_ages=True), running(sam, "Counted club")
    kept(counted, sam, came=9, under_25=2, over_60=4)
    kept(meant, sam, came=9, under_25=0, over_60=4)
    client = signed_in(sam)
    board, page = text(client.get("/groups/")), text(client.get(reverse("desk:young and old")))
    assert ("meant for young and old" in board, "young and old together" in board) == (True, True)
    assert page.index("Counted club") < page.index("Meant for young and old, and not counted as such") < page.index("Meant club")
    assert "Groups (1)" in page


def test_no_more_are_young_or_old_than_came():
    sam = a_coordinator()
    with pytest.raises(Refused, match="under 25 or 60 and over"):
        kept(running(sam), sam, came=5, under_25=3, over_60=3)


def test_people_named_in_it_count_by_their_ages_and_nobody_is_named_for_it():
    sam = a_coordinator()
    group = running(sam)
    in_group(group, sam, "Gwen Pettifer", born=date(today().year - 20, 1, 1))
    in_group(group, sam, "Eddie Marsh", born=date(today().year - 70, 1, 1))
    page = text(signed_in(sam).get(reverse("desk:young and old")))
    assert ("among those who are named" in page, "Pettifer" in page) == (True, False)


@given(st.lists(st.integers(-1, 36_500), max_size=4))
def test_both_ages_are_somebody_under_25_and_somebody_of_60_or_over(days):
    day = date(2026, 11, 27)
    born = [day - timedelta(days=one) if one >= 0 else None for one in days]
    ages = [age_on(one, day) for one in born if one]
    assert both_ages(born, on=day) == (min(ages, default=99) < 25 and max(ages, default=0) >= 60)


def test_a_birthday_is_the_day_on_which_somebody_is_older():
    assert [age_on(date(2001, 11, 27), date(2026, 11, day)) for day in (26, 27)] == [24, 25]


def test_few_pairs_are_not_told_and_none_is():
    assert [told(many) for many in (0, 1, 4, 5)] == [0, None, None, 5]


def test_a_session_is_across_ages_where_both_were_counted():
    assert len(together([Was(today(), under_25=2, over_60=3), Was(today(), under_25=2), Was(today(), under_25=0, over_60=9)])) == 1


def test_how_a_group_goes_is_on_one_page_with_its_money_and_who_gives_what():
    sam = a_coordinator()
    group = running(sam)
    kept(group, sam, came=8, new=2, helpers=3, led_by="members")
    in_group(group, sam, "Gwen Pettifer", "leads", "drives")
    with as_(sam):
        write_brought(group.team, "in kind", "The boathouse", 2400, days_ago(2), how_valued="its price to hire", group=group, by=sam, at=now())
    page = text(signed_in(sam).get(reverse("desk:how group goes", args=[group.id])))
    wanted = ["1 of 1 of which it was said", "3 / 8", "£24", "Leads: 1", "Drives: 1", "1 of them were once introduced to us."]
    assert [one for one in wanted if one not in page] == []
    assert "Pettifer" not in page


def test_a_register_on_paper_has_everybody_on_it_but_whose_whereabouts_are_protected():
    sam = a_coordinator()
    group = running(sam)
    in_group(group, sam, "Gwen Pettifer")
    iris = in_group(group, sam, "Iris Hallam")
    with as_(sam):
        LocationProtection.objects.create(person=iris, why="Somebody looks for her.", by_id=sam.id, at=now())
    page = text(signed_in(sam).get(reverse("desk:register on paper", args=[group.id])))
    assert ("Gwen Pettifer" in page, "Hallam" in page, "One is left out" in page) == (True, False, True)


def test_a_copy_leads_to_what_it_is_a_copy_of_and_back():
    sam = a_coordinator()
    first = running(sam, what_happens="A rod is lent.")
    client = signed_in(sam)
    form = f"/groups/new/?copied-from={first.id}"
    assert "A rod is lent." in text(client.get(form))
    sent = {"name": "Moss fishing", "words": "“They have one over there.”", "standing": "informal", **on(days_ago(2))}
    made = client.post(form, sent)["Location"]
    assert f'A copy of <a class="govuk-link" href="/groups/{first.id}/">Saturday fishing</a>' in text(client.get(made))
    page = text(client.get(f"/groups/{first.id}/"))
    assert f'<a class="govuk-link" href="{made}">Moss fishing</a>' in page
    with as_(sam):
        step = Step.objects.get(group=first, stage="copied")
        assert (step.on, step.words, rules.stands_at([one.reached for one in first.steps.order_by("number")]).stage) == (days_ago(2), "Moss fishing", "started")
        told = came_to("copied", sam, Stretch(days_ago(2), today()), None, start=0, most=9, today=today())
    assert [one.name for one in told.groups] == ["Saturday fishing"]


def test_a_copy_heard_of_before_the_last_of_its_stages_is_said_on_that_day():
    sam = a_coordinator()
    first = running(sam, since=1)
    with as_(sam):
        actions.hear(Described("Moss fishing"), "“They have one over there.”", on=days_ago(9), copied_from=first, by=sam, at=now())
        assert Step.objects.get(group=first, stage="copied").on == days_ago(1)


@pytest.mark.parametrize(("stage", "said"), [("resting", "Resting"), ("ended", "Ended"), ("copied", "Copied elsewhere")])
def test_its_picture_shows_rest_end_and_copies_beside_the_way_each_with_its_day(stage, said):
    sam = a_coordinator()
    group = running(sam)
    come_to(group, sam, (stage, days_ago(3)))
    picture = text(signed_in(sam).get(f"/groups/{group.id}/")).split('<svg class="way"')[1].split("</svg>")[0]
    assert (picture.count("way__spot--aside"), picture.count("way__here--aside")) == (1, 0 if stage == "copied" else 1)
    assert f">{said}</text>" in picture
    assert f">{long_date(days_ago(3))}</text>" in picture
    assert picture.count('class="way__here"') == (1 if stage == "copied" else 0)


def test_a_copy_of_what_another_team_keeps_is_no_copy_and_tells_nothing():
    theirs = running(a_coordinator(), what_happens="A rod is lent.")
    page = text(signed_in(a_coordinator()).get(f"/groups/new/?copied-from={theirs.id}"))
    assert ("A rod is lent." in page, "An idea for a group" in page) == (False, True)


def test_whoever_was_told_is_known_from_whoever_was_not():
    sam = a_coordinator()
    taster = a_taster(heard(sam), sam)
    gwen, eddie = somebody(sam, "Gwen Pettifer"), somebody(sam, "Eddie Marsh")
    asked(taster, gwen, "letter", sam)
    asked(taster, eddie, "text", sam)
    client, args = signed_in(sam), [taster.group_id, taster.id]
    assert text(client.get(reverse("desk:guests", args=args))).count("not told yet") == 2
    assert client.post(reverse("desk:told of taster", args=[*args, "letter"])).status_code == 303
    with as_(sam):
        assert dict(Guest.objects.values_list("person_id", "told_on")) == {gwen: today(), eddie: None}
    assert client.post(reverse("desk:told of taster", args=[*args, "shouting"])).status_code == 404
    assert "Would you like to try “Saturday fishing”?" in text(client.get(reverse("desk:taster telephones", args=args)))
