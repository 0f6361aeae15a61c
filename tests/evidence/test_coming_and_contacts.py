"""Why people came, what came of it, contacts, time and miles, and whoever said no to evaluation: from the pages' own actions to the number."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID

from alongside.access.actions import choose
from alongside.connections.actions.giving import contribute
from alongside.connections.giving import Told
from alongside.evidence.extracted import OF_THEIR_LIFE
from alongside.evidence.figures import every_figure
from alongside.evidence.models import Extract, Link
from alongside.introductions.actions import accept, add_to_list, end_reason, introduce_again, say_why, take_back_acceptance
from alongside.introductions.models import Introduction, WhyTheyCame
from alongside.introductions.rules import Introducing, Reasons
from alongside.journeys import actions as journeys
from alongside.journeys.rules import Took
from alongside.people.actions import circle, say_of_themselves
from alongside.people.models import Person
from alongside.people.rings import InCircle
from tests.building import as_, days_ago, now, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import FIGURES, table_of, words_of


def _table(around: Neighbourhood, key: str, **asked: str) -> dict[str, str]:
    return {part: n for part, n in table_of(signed_in(around.manager), key, **({"period": "all"} | asked)).items() if n != "0"}


def _why(around: Neighbourhood, key: UUID, *areas: str, on: date | None = None, listed: tuple[UUID, ...] = (), words: str = "") -> None:
    with as_(around.coordinator):
        say_why(Person(id=key), Reasons(on or days_ago(9), "later", areas=areas, listed=listed, words=words), by=around.coordinator, at=now())


def test_somebody_may_have_several_reasons_and_nothing_said_is_told_apart(around: Neighbourhood) -> None:
    with as_(around.manager):
        letters = add_to_list(around.team.id, "Letters from the council", area="finance", by=around.manager, at=now())
        new_here = add_to_list(around.team.id, "New here", by=around.manager, at=now())
    mo, gwen, hal, _quiet = (around.introduced(days_ago(70)) for _ in range(4))
    _why(around, mo, "housing", "finance", listed=(letters.id,))
    _why(around, gwen, "housing", listed=(new_here.id,))
    _why(around, hal, words="The nights are long.")
    # Written down by mistake and taken back at once: it was no reason. One that holds no longer was.
    with as_(around.coordinator):
        for area, on in (("safety", 0), ("learning", 40)):
            (made,) = say_why(Person(id=hal), Reasons(days_ago(on), "later", areas=(area,)), by=around.coordinator, at=now())
            end_reason(WhyTheyCame.objects.get(id=made.id), by=around.coordinator, at=now())
    around.extract()
    assert _table(around, "reasons") == {"Money": "1", "Housing": "2", "Learning": "1", "Something else": "2", "Nothing said": "1", "Total": "4"}
    assert _table(around, "own-reasons") == {"Letters from the council": "1", "New here": "1", "Not on the list": "3", "Nothing said": "1", "Total": "4"}
    page = words_of(signed_in(around.manager).get(f"{FIGURES}reasons/", {"period": "all"}).content.decode())
    assert "they may add up to more than the total, and shares to more than 100%" in page
    assert "never counts as having no reason" in page
    behind = signed_in(around.manager).get(f"{FIGURES}own-reasons/people/", {"period": "all", "part": str(letters.id)}).content.decode()
    assert "1 person is behind this figure." in words_of(behind)


def test_a_visit_with_two_is_one_contact_and_two_meetings_and_its_time_is_counted_once(around: Neighbourhood) -> None:
    gwen, hal, mo = (around.introduced(days_ago(70), level="level 2") for _ in range(3))
    by = {"by": around.coordinator, "at": now()}
    with as_(around.coordinator):
        notes = journeys.write_together("We had tea.", {gwen: "", hal: ""}, on=days_ago(9), how="visit", **by)
        journeys.say_what_it_took(notes[0].together, Took(minutes=150, miles=Decimal("3.6")), on=days_ago(9), **by)
        alone = journeys.write_note(Person(id=gwen), "A word.", on=days_ago(8), how="phone", **by)
        journeys.say_what_it_took(alone.id, Took(minutes=30), on=days_ago(8), **by)
        journeys.write_note(Person(id=mo), "A word.", on=days_ago(8), how="phone", **by)
        journeys.count_nameless("A chat at the bus stop.", on=days_ago(8), how="out", how_many=3, **by)
        gone = journeys.count_nameless("By mistake.", on=days_ago(8), how="out", **by)
        journeys.take_back_nameless(gone, **by)
    around.extract()
    assert _table(around, "contacts") == {"Visit at home": "1", "Met elsewhere": "1", "Telephone": "2", "Total": "4"}
    assert _table(around, "contacts-with") == {"One person by name": "2", "Several together": "1", "Nobody named": "1", "Total": "4"}
    assert _table(around, "met") == {"Visit at home": "2", "Telephone": "2", "Total": "4"}
    assert _table(around, "time") == {"2 to 10 hours": "2", "Not measured": "1", "Total": "3"}
    assert _table(around, "hours-alongside") == {"Visit at home": "3", "Telephone": "1", "Total": "3"}
    assert _table(around, "miles") == {"Visit at home": "4", "Total": "4"}


def test_an_attempt_is_no_contact_and_no_time_and_is_counted_apart(around: Neighbourhood) -> None:
    gwen, hal = (around.introduced(days_ago(70), level="level 2") for _ in range(2))
    by = {"by": around.coordinator, "at": now()}
    with as_(around.coordinator):
        for person, day, how in ((gwen, 12, "no answer"), (gwen, 10, "phone"), (gwen, 9, "no answer"), (hal, 8, "no answer")):
            note = journeys.write_note(Person(id=person), "A word.", on=days_ago(day), how=how, **by)
            journeys.say_what_it_took(note.id, Took(minutes=60, miles=Decimal(2)), on=days_ago(day), **by)
    around.extract()
    assert _table(around, "attempts") == {"In touch since": "1", "No answer yet": "2", "Total": "3"}
    assert _table(around, "contacts") == _table(around, "met") == {"Telephone": "1", "Total": "1"}
    assert _table(around, "contacts-with") == {"One person by name": "1", "Total": "1"}
    assert _table(around, "time") == {"Up to 2 hours": "1", "Not measured": "1", "Total": "2"}
    assert _table(around, "hours-alongside") == {"Telephone": "1", "Total": "1"}
    assert _table(around, "miles") == {"Telephone": "2", "Total": "2"}


def test_a_visit_of_two_teams_people_is_one_contact_of_each(around: Neighbourhood) -> None:
    gwen, hal = around.introduced(days_ago(70)), around.introduced(days_ago(70))
    with as_(around.coordinator):
        journeys.write_together("We had tea.", {gwen: "", hal: ""}, on=days_ago(9), how="visit", by=around.coordinator, at=now())
    before = around.extract()
    with as_(around.manager):
        held = json.loads(bytes(Extract.objects.get(id=before.id).payload or b""))["notes"]
    assert sorted(held["counts"]) == [0, 1]


def test_what_came_of_introductions_adds_up_to_all_of_them_and_coming_back_is_counted(around: Neighbourhood) -> None:
    ways = ("", "level 1", "level 2", "not reached", "not now", "not for me", "died")
    people = {way: around.introduced(days_ago(70), level=way) for way in ways}
    with as_(around.coordinator):
        for way in ("level 1", "level 2"):
            journeys.set_level(Person(id=people[way]), "not active", since=days_ago(40), by=around.coordinator, at=now())
        journeys.come_back(Person(id=people["level 2"]), by=around.coordinator, at=now())
        again = Introducing("Them", "a neighbour", said_yes=True, on=days_ago(20))
        introduce_again(Person(id=people["level 1"]), again, by=around.coordinator, at=now())
    around.extract()
    total = _table(around, "introductions")["Total"]
    assert total == "8"
    assert _table(around, "endings") == {
        "Introduced, not met yet": "1", "Level 2": "1", "Not active, door open": "2", "Not reached": "1", "Not now": "1", "Not for me": "1",
        "Died": "1", "Total": total,
    }  # fmt: skip
    assert _table(around, "taken-up") == {
        "Walked alongside": "2", "Not for me, or not now": "2", "Not reached": "1", "Not met yet": "1", "Ended before it began": "2", "Total": total,
    }  # fmt: skip
    assert _table(around, "back-again") == {"Not active, door open": "1", "Total": "1"}


def test_an_introduction_that_was_accepted_counts_as_taken_up_before_anybody_met(around: Neighbourhood) -> None:
    accepted, taken_back, _waiting = (around.introduced(days_ago(70)) for _ in range(3))
    with as_(around.coordinator):
        for person in (accepted, taken_back):
            accept(Introduction.objects.get(person_id=person), on=days_ago(60), by=around.coordinator, at=now())
        take_back_acceptance(Introduction.objects.get(person_id=taken_back), by=around.coordinator, at=now())
    around.extract()
    assert _table(around, "taken-up") == {"Walked alongside": "1", "Not met yet": "2", "Total": "3"}


def _with_a_life(around: Neighbourhood) -> UUID:
    person = around.introduced(last_year(), level="level 2")
    around.connected(person, days_ago(60), rung="went alone")
    around.changed(person, days_ago(50))
    around.planned(person)
    _why(around, person, "housing", words="The nights are long.")
    with as_(around.coordinator):
        circle.write_circle(Person(id=person), [InCircle("Marva", "daughter", "closest")], by=around.coordinator, at=now())
        contribute(Person(id=person), Told("gave", "Digging", "neighbours", days_ago(9), minutes=60), by=around.coordinator, at=now())
        say_of_themselves(Person(id=person), {"sex": "female"}, by=around.coordinator, at=now())
        journeys.write_note(Person(id=person), "A word.", on=days_ago(8), how="phone", by=around.coordinator, at=now())
    return person


def _rows(around: Neighbourhood, made: Extract, person: UUID) -> dict[str, int]:
    """How many rows of each table of an extract are somebody's."""
    with as_(around.manager):
        held = json.loads(bytes(Extract.objects.get(id=made.id).payload or b""))
        number = Link.objects.get(extract=made, person_id=person).number
    theirs = {name: {n for n, who in zip(columns[name], columns["person"], strict=True) if who == number}
              for columns in held.values() for name in ("connection", "support") if {"person", name} <= set(columns)}  # fmt: skip
    found = {name: columns["person"].count(number) for name, columns in held.items() if "person" in columns}
    return found | {"rungs": sum(1 for n in held["rungs"]["connection"] if n in theirs["connection"])}


def test_of_whoever_said_no_to_evaluation_the_extract_holds_what_the_team_did_and_nothing_of_their_life(around: Neighbourhood) -> None:
    yes, no = _with_a_life(around), _with_a_life(around)
    full = _rows(around, around.extract(), no)
    assert {name for name in OF_THEIR_LIFE if full[name]} == set(OF_THEIR_LIFE) - {"week", "counted", "askings", "answers", "uses", "used", "stories", "handed"}
    with as_(around.coordinator):
        choose(Person(id=no), "evaluation", "no", by=around.coordinator, at=now())
    made = around.extract()
    kept = _rows(around, made, no)
    assert {name: n for name, n in kept.items() if n} == {name: full[name] for name in ("people", "introductions", "levels", "notes")}
    assert _rows(around, made, yes) == full


def test_a_no_holds_at_once_in_the_extract_there_is_and_a_later_yes_when_it_is_made_anew(around: Neighbourhood) -> None:
    yes, no = _with_a_life(around), _with_a_life(around)
    made = around.extract()
    full = _rows(around, made, no)
    with as_(around.coordinator):
        choose(Person(id=no), "evaluation", "no", by=around.coordinator, at=now())
    assert {name for name, n in _rows(around, made, no).items() if n} == {"people", "introductions", "levels", "notes"}
    assert _rows(around, made, yes) == full
    with as_(around.coordinator):
        choose(Person(id=no), "evaluation", "yes", by=around.coordinator, at=now())
        choose(Person(id=yes), "gp", "no", by=around.coordinator, at=now())
    assert {name for name, n in _rows(around, made, no).items() if n} == {"people", "introductions", "levels", "notes"}
    assert _rows(around, around.extract(), no) == full


def test_whoever_said_no_leaves_every_figure_of_lives_and_none_of_what_the_team_did_and_the_page_says_how_many(around: Neighbourhood) -> None:
    _yes, no = _with_a_life(around), _with_a_life(around)
    around.extract()
    keys = list(every_figure())
    before = {key: _table(around, key).get("Total") for key in keys}
    with as_(around.coordinator):
        choose(Person(id=no), "evaluation", "no", by=around.coordinator, at=now())
    after = {key: _table(around, key).get("Total") for key in keys}
    lives = {figure.key for figure in every_figure().values() if figure.evaluates}
    assert {key for key in keys if before[key] != after[key]} == lives - {key for key in keys if before[key] is None}
    assert {"reasons", "changes", "circles", "hours", "steps", "time"} <= {key for key in keys if before[key] != after[key]}
    for key in keys:
        page = words_of(signed_in(around.manager).get(f"{FIGURES}{key}/", {"period": "all"}).content.decode())
        assert ("1 person known to the team said no to evaluation, and is not counted here." in page) == (key in lives)
    leaving = words_of(signed_in(around.commissioner).get(f"{FIGURES}changes/").content.decode())
    assert "Some people known to the team said no to evaluation (held back how many)" in leaving


def test_hours_of_one_giver_are_held_back_however_many_and_hours_of_many_leave(around: Neighbourhood) -> None:
    people = [around.introduced(last_year(), level="level 2") for _ in range(10)]
    with as_(around.coordinator):
        for nth, person in enumerate(people):
            whom, minutes = ("a group", 1500) if nth == 9 else ("neighbours", 60 * (nth + 2))
            contribute(Person(id=person), Told("gave", "Digging", whom, last_year(), minutes=minutes), by=around.coordinator, at=now())
    around.extract()
    client = signed_in(around.commissioner)
    kinds = {part: n for part, n in table_of(client, "hours").items() if n != "0"}
    # Twenty-five hours are no small number, and one person gave them.
    assert kinds == {"Neighbours": "held back", "A group or a place": "held back", "Total": "80"}
    assert _table(around, "hours", period="last-year") == {"Neighbours": "54", "A group or a place": "25", "Total": "79"}
    page = words_of(signed_in(around.manager).get(f"{FIGURES}hours/", {"period": "last-year"}).content.decode())
    assert "It rests on 10 people." in page
    with as_(around.coordinator):
        contribute(Person(id=people[0]), Told("gave", "A roof", "neighbours", last_year(), minutes=60000), by=around.coordinator, at=now())
    around.extract()
    # What has left stays as it left, whatever was written since.
    assert {part: n for part, n in table_of(client, "hours").items() if n != "0"} == kinds
    assert _table(around, "hours", period="last-year")["Total"] == "1079"
