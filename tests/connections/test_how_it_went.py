"""What was suggested, tried and liked is known of the place, and of nobody: counts that lead to no person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.connections.actions import climb, connect, take_back
from alongside.connections.models import Rung
from alongside.connections.rules import happened
from alongside.connections.words import RUNGS
from alongside.directory.actions import keep_entry, say_what_they_found
from alongside.directory.actions.counting import count
from alongside.directory.lived.told import how_it_went
from alongside.directory.lived.words import with_words
from alongside.directory.models import Entry, Lived
from alongside.directory.queries import find
from alongside.directory.showing import results
from alongside.directory.told import Told
from alongside.directory.wishing import Wish
from alongside.foundation.actor import NOBODY, Role
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.trail.doing import acting
from tests.building import a_coordinator, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
CHOIR = Told("Fern choir", "group", "We sing together.", access_words="Step-free")


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def choir(sam):
    with as_(sam):
        return keep_entry(CHOIR, by=sam, at=now())


def goes(sam, choir, *rungs: tuple[str, str], name: str = "Gwen Example"):
    """Somebody to whom it was suggested, and what became of it."""
    key = somebody(sam, name, on=days_ago(200))
    with as_(sam):
        made = connect(Person.objects.get(id=key), choir.name, kind="community", entry_id=choir.id, on=days_ago(150), by=sam, at=now())
        for number, (rung, because) in enumerate(rungs):
            climb(made, rung, on=days_ago(140 - 130 * number // max(1, len(rungs))), words="As she said.", because=because, by=sam, at=now())
    return made


def counted(sam, choir) -> dict[str, int]:
    with as_(sam):
        went = how_it_went([choir.id]).get(choir.id)
        return dict(went.counts) if went else {}


def test_each_thing_that_happened_is_counted_once_for_the_place(sam, choir):
    goes(sam, choir, ("went together", ""), ("went alone", ""), ("still going", ""))
    goes(sam, choir, ("went together", ""), ("not for me", "too steep"), name="Ada Example")
    goes(sam, choir, ("not for me", "full"), name="Ian Example")
    assert counted(sam, choir) == {"suggested": 3, "tried": 2, "went back": 1, "liked": 1, "too steep": 1, "full": 1}


def test_what_was_written_by_mistake_is_counted_no_more(sam, choir):
    made = goes(sam, choir, ("not for me", "too steep"))
    with as_(sam):
        take_back(Rung.objects.get(connection=made, rung="not for me"), by=sam, at=now())
    assert {what: many for what, many in counted(sam, choir).items() if many} == {"suggested": 1}


def test_a_reason_counts_only_where_it_is_not_for_them_and_a_place_without_a_page_counts_nothing(sam, choir):
    goes(sam, choir, ("went together", "too loud"))
    assert counted(sam, choir) == {"suggested": 1, "tried": 1}
    key = somebody(sam, "Ada Example", on=days_ago(50))
    with as_(sam):
        climb(connect(Person.objects.get(id=key), "Her sister", kind="natural", on=days_ago(40), by=sam, at=now()), "went alone", on=today(), by=sam, at=now())
        assert Lived.objects.count() == 2


@given(st.lists(st.sampled_from([word.stored for word in RUNGS]), max_size=8))
def test_more_that_became_of_it_never_counts_less(rungs):
    told = [(rung, "") for rung in rungs]
    for length in range(len(told)):
        assert happened(told[:length]) <= happened(told[: length + 1])
    assert ("liked" not in happened(told)) or {"tried", "went back"} <= happened(told)


def test_nothing_in_the_counts_names_somebody_or_leads_to_them(sam, choir):
    """No column that could lie beside a row about somebody: no person, no colleague, no day, no moment, and no key in which there is one."""
    goes(sam, choir, ("went together", ""), ("not for me", "too steep"))
    columns = {field.column: (field.get_internal_type(), field.related_model and field.related_model._meta.db_table) for field in Lived._meta.concrete_fields}
    assert columns == {
        "id": ("BigAutoField", None),
        "entry_id": ("ForeignKey", "directory_entry"),
        "team_id": ("ForeignKey", "teams_team"),
        "month": ("DateField", None),
        "happened": ("TextField", None),
        "many": ("PositiveIntegerField", None),
    }
    with as_(sam):
        assert {row.month.day for row in Lived.objects.all()} == {1}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid "
            "WHERE 'directory_lived' IN (t.relname, f.relname) AND c.contype = 'f' AND NOT (f.relname IN ('directory_entry', 'teams_team'))"
        )
        pointing = cursor.fetchone()[0]
        cursor.execute("SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relname = 'directory_lived' AND NOT t.tgisinternal")
        triggers = cursor.fetchone()[0]
    assert (pointing, triggers) == (0, 0)


def test_it_orders_what_is_alike_and_says_why(sam, choir):
    with as_(sam):
        other = keep_entry(replace(CHOIR, name="A choir"), by=sam, at=now())
    goes(sam, choir, ("went together", ""), ("went alone", ""))
    goes(sam, other, ("went together", ""), ("not for me", "too steep"), name="Ada Example")
    with as_(sam):
        wish = Wish(words="sing", today=today())
        found = find(wish)
        shown = {line.entry.name: line for line in results(wish, found.near)}
    assert [one.offer.name for one in found.near] == ["Fern choir", "A choir"]
    assert "1 of 1 who went went back" in shown["Fern choir"].fits
    assert "1 found: too steep to get there or in" in shown["A choir"].in_the_way
    assert ("How many who went went back", pytest.approx(1 / 6), 0.5) in [(said, points, most) for said, points, most in shown["Fern choir"].parts]


def test_a_visitor_is_told_nothing_below_five_and_the_rest_in_fives(sam, choir):
    with as_(sam):
        for what, many in (("suggested", 30), ("tried", 20), ("went back", 13), ("too steep", 4), ("too loud", 5)):
            for _ in range(many):
                count(choir.id, sam.team_id, date(2026, 3, 9), more=[what])
    for who in (NOBODY, an_actor(role=Role.PARTNER)):
        with acting(who):
            assert how_it_went([choir.id])[choir.id].counts == {"went back": 10, "too loud": 5}
            assert Lived.objects.count() == 0
            assert "10 or more who went went back" in results(Wish(words="sing", today=today()), find(Wish(words="sing", today=today())).near)[0].fits
    with as_(a_coordinator()):
        assert how_it_went([choir.id])[choir.id].counts["went back"] == 13


def test_nobody_counts_for_another_team(sam, choir):
    other = a_coordinator()
    with as_(sam), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        count(choir.id, other.team_id, today(), more=["liked"])


def test_what_several_found_is_said_of_the_entry_with_one_press(sam, choir):
    goes(sam, choir, ("not for me", "too steep"))
    browser = signed_in(sam)
    there = f"/around/{choir.id}/"
    assert "Say so: “Step-free, but a steep hill”" in browser.get(there).content.decode()
    browser.post(f"{there}found/", {"reason": "too steep"})
    assert Entry.objects.get(id=choir.id).access_words == "Step-free, but a steep hill"
    assert "Say so:" not in browser.get(there).content.decode()
    with as_(sam), pytest.raises(Refused):
        say_what_they_found(choir.id, "too loud", by=sam, at=now())


@pytest.mark.parametrize(
    ("stands", "reason", "said"),
    [
        ("", "too steep", "A steep hill"),
        ("A ramp.", "too loud", "A ramp, but it can be loud"),
        ("A steep hill", "too steep", "A steep hill"),
        ("A ramp", "full", "A ramp"),
    ],
)
def test_it_is_said_after_what_stands_there_and_once(stands, reason, said):
    assert with_words(stands, reason) == said


def test_the_page_of_a_connection_asks_what_stood_in_the_way_and_counts_it(sam, choir):
    made = goes(sam, choir)
    on = {"on_day": str(today().day), "on_month": str(today().month), "on_year": str(today().year)}
    sent = {"rung": "not for me", "words": "The hill.", "because": "too steep", **on}
    assert signed_in(sam).post(f"/people/{made.person_id}/connections/{made.id}/", sent).status_code == 303
    assert counted(sam, choir)["too steep"] == 1


def test_visitors_see_no_count_on_the_page_of_an_entry(client, sam, choir):
    goes(sam, choir, ("went together", ""))
    assert "How it went" in signed_in(sam).get(f"/around/{choir.id}/").content.decode()
    assert "How it went" not in client.get(f"/around/{choir.id}/").content.decode()
