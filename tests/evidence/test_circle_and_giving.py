"""The figures of the circle, of giving and of day care, from the pages' own actions to the number: only pairs count, and nobody who was not asked."""

from __future__ import annotations

from datetime import timedelta

from alongside.connections.actions.giving import contribute
from alongside.connections.actions.week import write_week
from alongside.connections.giving import Told
from alongside.connections.week import Doing
from alongside.people.actions import circle
from alongside.people.models import InTheirLife, Person
from alongside.people.rings import InCircle
from tests.building import as_, days_ago, now, signed_in
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import table_of


def _table(around: Neighbourhood, key: str) -> dict[str, str]:
    return {part: n for part, n in table_of(signed_in(around.manager), key, period="all").items() if n != "0"}


def test_natural_supports_are_counted_for_pairs_alone_and_whoever_is_paid_is_none(around: Neighbourhood) -> None:
    then, sam = now() - timedelta(weeks=10), around.coordinator
    told = [InCircle("Marva", "daughter", "closest"), InCircle("Mr Garbutt", "neighbour", "know"), InCircle("Jo", "carer", "paid")]
    asked_again, not_again, _never = (around.introduced(days_ago(70), level="level 2") for _ in range(3))
    for key in (asked_again, not_again):
        with as_(sam):
            circle.write_circle(Person(id=key), told, by=sam, at=then)
    with as_(sam):
        circle.left_their_life(InTheirLife.objects.get(person_id=asked_again, name="Marva"), "died", on=days_ago(5), by=sam, at=now())
        circle.write_circle(Person(id=asked_again), [InCircle("Winston", ring="close"), InCircle("Halina")], went_through_all=True, by=sam, at=now())
        # Written down, but nobody went through everybody again: it is no pair.
        circle.write_circle(Person(id=not_again), [InCircle("Keith", ring="close")], by=sam, at=now())
    around.extract()
    assert _table(around, "supports") == {"Still there": "1", "New": "2", "Gone": "1", "Total": "4"}
    assert _table(around, "circles") == {"More people": "1", "Not looked at again": "1", "Not written down": "1", "Total": "3"}


def test_giving_is_counted_by_people_by_contributions_and_by_hours_where_they_were_told(around: Neighbourhood) -> None:
    sam = around.coordinator
    winston, gwen, _quiet = (around.introduced(days_ago(70), level="level 1") for _ in range(3))
    with as_(sam):
        for minutes in (40, 40, None):
            contribute(Person(id=winston), Told("gave", "Digging", "neighbours", days_ago(9), minutes=minutes), by=sam, at=now())
        contribute(Person(id=winston), Told("gave", "A gate", "a person", days_ago(9), other_id=gwen, minutes=120), by=sam, at=now())
    around.extract()
    assert _table(around, "giving") == {"Gave something": "1", "No giving noted": "2", "Total": "3"}
    assert _table(around, "contributions") == {"Somebody we know here": "1", "Neighbours": "3", "Total": "4"}
    assert _table(around, "hours") == {"Somebody we know here": "2", "Neighbours": "1", "Total": "3"}


def test_an_alternative_to_day_care_has_its_base(around: Neighbourhood) -> None:
    sam = around.coordinator
    centre = Doing("The day centre", (1,), ("morning",), what_it_is="day care")
    garden = Doing("The garden", (1,), ("morning",), takes_place_of="day care")
    weeks = ([centre, garden], [centre], [Doing("Chapel", (7,), ("morning",))], [])
    for told in weeks:
        key = around.introduced(days_ago(70), level="level 2")
        if told:
            with as_(sam):
                write_week(Person(id=key), told, since=days_ago(9), by=sam, at=now())
    around.extract()
    assert _table(around, "day-care") == {
        "Found an alternative": "1", "Goes to day care": "1", "No day care": "1", "Week not written down": "1", "Total": "4",
    }  # fmt: skip
