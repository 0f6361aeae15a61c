"""What is counted of changes: from the pages' own actions to the number, with its base; and the counts that were published without one."""

from __future__ import annotations

from alongside.connections.actions import week
from alongside.connections.week import Doing
from alongside.outcomes import actions
from alongside.outcomes.models import LifeChange
from alongside.outcomes.worth import Said
from alongside.people.models import Person
from tests.building import as_, days_ago, now, signed_in, today
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import table_of

THURROCK = {"volunteering": 18, "reconnected": 90, "benefits": 20, "income": 9, "active": 16, "teaches": 1}
"""Thurrock’s Local Area Coordination in fourteen months, as it printed them; 19 more found an alternative to day care. Of how many people, it did not print."""
DUDLEY = {"peer-led": 100, "volunteering": 22}
"""Dudley’s Integrated Plus, as it printed them, also without a base."""
ALTERNATIVES = 19


def _table(around: Neighbourhood, key: str, **asked: str) -> dict[str, str]:
    return {part: n for part, n in table_of(signed_in(around.manager), key, **({"period": "all"} | asked)).items() if n != "0"}


def _lived(around: Neighbourhood, base: int, counts: dict[str, int]) -> list[Person]:
    """So many people at Level 2, the first of them with each kind of change."""
    people = [Person(id=around.introduced(days_ago(90), level="level 2")) for _ in range(base)]
    by = {"by": around.coordinator, "at": now()}
    with as_(around.coordinator):
        for number, person in enumerate(people):
            if kinds := [kind for kind, many in counts.items() if number < many]:
                actions.tell_change(person, "It is otherwise now.", direction="better", noticed_on=days_ago(9), kinds=kinds, **by)
    return people


def test_what_thurrock_printed_comes_out_with_its_base(around: Neighbourhood) -> None:
    # The base is ours: none was printed, so no share of it is theirs.
    people = _lived(around, 110, THURROCK)
    by = {"by": around.coordinator, "at": now()}
    with as_(around.coordinator):
        for number in range(ALTERNATIVES):
            if number % 2:
                actions.tell_change(people[number], "The allotment, not the centre.", direction="better", noticed_on=days_ago(9), kinds=["day care"], **by)
            else:
                doing = Doing("The allotment", (1,), (), "", "own", "day care", False)
                week.write_week(people[number], [doing], since=days_ago(9), **by)
    around.extract()
    assert _table(around, "counted-kinds") == {
        "Volunteering": "18",
        "Reconnected with family or neighbours": "90",
        "Reached benefits": "20",
        "More income": "9",
        "More active": "16",
        "Teaches those who help": "1",
        "None of these noted": "20",
        "Total": "110",
    }
    day_care = _table(around, "day-care")
    assert (day_care["Found an alternative"], day_care["Total"]) == ("19", "110")


def test_what_dudley_printed_comes_out_by_the_same_definition(around: Neighbourhood) -> None:
    _lived(around, 105, DUDLEY)
    around.extract()
    assert _table(around, "counted-kinds") == {"Volunteering": "22", "In something that peers lead": "100", "None of these noted": "5", "Total": "105"}


def test_somebody_counts_once_as_a_kind_and_a_change_for_the_worse_as_none(around: Neighbourhood) -> None:
    gwen, hal, mo = (Person(id=around.introduced(days_ago(90), level="level 1")) for _ in range(3))
    by = {"by": around.coordinator, "at": now()}
    with as_(around.manager):
        choir = actions.add_kind(around.team.id, "Joined a choir", by=around.manager, at=now())
    with as_(around.coordinator):
        for day in (9, 8):
            actions.tell_change(gwen, "I sing.", direction="better", noticed_on=days_ago(day), kinds=["active"], listed=[choir.id], **by)
        actions.tell_change(hal, "I had to stop.", direction="worse", noticed_on=days_ago(9), kinds=["active"], listed=[choir.id], **by)
        actions.tell_change(mo, "The bus is late.", direction="different", noticed_on=days_ago(9), **by)
    around.extract()
    assert _table(around, "counted-kinds") == {"More active": "1", "None of these noted": "2", "Total": "3"}
    assert _table(around, "own-kinds") == {"Joined a choir": "1", "None of these noted": "2", "Total": "3"}


def test_not_asked_would_rather_not_and_an_answer_are_three_things(around: Neighbourhood) -> None:
    people = [Person(id=around.introduced(days_ago(90), level="level 1")) for _ in range(3)]
    by = {"by": around.coordinator, "at": now()}
    with as_(around.coordinator):
        told = [actions.tell_change(person, "I sleep.", direction="better", noticed_on=days_ago(9), **by) for person in people]
        actions.say_worth(told[0], Said("thermometer", degrees=0), how="aloud", on=days_ago(5), **by)
        actions.say_worth(told[0], Said("declined"), how="aloud", on=today(), **by)
        actions.say_worth(told[1], Said("would pay", pence=0, each="once"), how="aloud", on=today(), **by)
        LifeChange.objects.filter(id=told[2].id).update(lasts="years")
    around.extract()
    assert _table(around, "valued") == {"What they would pay, or give up": "1", "They would rather not say": "1", "Not asked": "1", "Total": "3"}
    assert _table(around, "lasting") == {"Several years": "1", "Not asked": "2", "Total": "3"}
