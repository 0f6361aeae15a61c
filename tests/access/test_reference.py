"""The view that decides, the reference that says it again, and what the application can truly read, are one and the same."""

from __future__ import annotations

import os

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.access.cast import read_as
from tests.access.machine import machine

LIVES = int(os.environ.get("ALONGSIDE_LIVES", "30"))
"""Each of about forty steps; `.ci/run` asks for enough to pass 10,000."""
STEPS = 50
QUIET = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}
HOLE_HUNT = settings(max_examples=300, stateful_step_count=20, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False, **QUIET)
"""The first life that shows the hole is enough; nobody asks for the shortest."""


def test_the_view_agrees_with_the_reference_through_random_lives(cast, tells):
    lived = settings(max_examples=LIVES, stateful_step_count=STEPS, print_blob=True, **QUIET)
    run_state_machine_as_test(machine(cast), settings=lived)
    tells(f"access: {cast.counted}")
    assert cast.counted.steps >= (10_000 if LIVES >= 300 else LIVES * 10)


@pytest.mark.parametrize(
    "hole",
    [
        ("m.since <= current_date AND (m.until IS NULL OR m.until > current_date)", "m.since <= current_date"),
        ("n.until > current_date", "n.until >= current_date"),
        ("l.ended_at IS NULL AND l.until > current_date", "l.until > current_date"),
        ("(x.part <> 'trail' OR l.shows_who_looked)", "true"),
        ("('named to them', 'agreed extract')", "('named to them', 'agreed extract'), ('named to them', 'record')"),
    ],
)
def test_a_hole_in_the_view_is_found(cast, hole):
    there, instead = hole
    cast.connection.execute(planted_view(there, instead))
    cast.connection.commit()
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine(cast), settings=HOLE_HUNT)


def test_a_hole_in_who_is_listed_is_found(cast):
    """Too rare in random lives to be found there soon: one life is told on purpose, with and without the hole."""
    protected_from_a_colleague(cast)
    cast.connection.execute(planted_view("l.staff_id = r.actor_id", "true"))
    cast.connection.commit()
    with pytest.raises(AssertionError):
        protected_from_a_colleague(cast)


def protected_from_a_colleague(cast) -> None:
    """Two colleagues in the team that holds somebody's record, one of them listed to know where they live."""
    life = machine(cast)()
    for who in (0, 1):
        life.takes_a_seat(who, 0, "coordinator", -400, None)
    life.is_held(0, 0)
    life.is_protected(0, None)
    life.is_listed(0, 1)
    try:
        life.the_view_and_the_reference_agree()
        life.looks_into_every_table(0, themselves=False)
    finally:
        life.teardown()


def a_life_at_tables(cast) -> None:
    """A partner and somebody by a link at one table, nobody at the other: lists go out and close, words are said and taken back; compared each time."""
    life = machine(cast)()
    partner, by_link = 0, None
    try:
        life.takes_a_seat(partner, 0, "partner", -400, None)
        life.is_held(0, 0)
        for where, who in ((0, partner), (0, by_link)):
            life.sits_down(where, who, -30, None, 30)
        for where, on in ((0, 0), (0, -7), (1, 0), (0, 14)):
            life.meets(where, on)
        for which in range(4):
            life.comes_on_a_list(which % 3, which, "their yes" if which else "direct care")
            if which < 3:
                life.takes_its_turn(which, False)
        turns = [
            lambda: life.says_of_meetings(0, None, "yes", -1, None),
            lambda: life.says_of_meetings(1, 0, "yes", -1, 30),
            lambda: life.says_of_meetings(0, 0, "no", -1, None),
            lambda: life.says_of_meetings(0, None, "yes", 0, None),
            lambda: life.says_of_meetings(0, 0, "yes", 0, 1),
            lambda: life.says_of_meetings(2, 1, "yes", 0, None),
            lambda: life.comes_off_it(0),
            lambda: life.comes_off_it(1),
            lambda: life.comes_on_a_list(0, 0, "their yes"),
            lambda: life.comes_on_a_list(1, 1, "direct care"),
            lambda: life.says_of_meetings(1, None, "withdrawn", 0, None),
            lambda: life.leaves_the_table(0, True),
            lambda: life.leaves_the_table(1, False),
            lambda: life.sits_down(0, partner, 0, 1, 0),
            lambda: life.takes_its_turn(0, True),
            lambda: life.takes_its_turn(1, True),
            lambda: life.gives_up_a_seat(0),
        ]
        for turn in turns:
            turn()
            life.the_view_and_the_reference_agree()
            life.looks_into_every_table(partner, themselves=False)
            life.looks_into_every_table(1, themselves=False, by_link=True)
    finally:
        life.teardown()


def test_a_table_sees_those_on_its_open_list_whose_word_holds_and_nobody_else(cast):
    a_life_at_tables(cast)


TABLE_HOLES = [
    ("g.closed_at IS NULL AND ", ""),
    ("g.sent_at IS NOT NULL AND ", ""),
    ('AND g."on" + 7 > current_date', 'AND g."on" + 8 > current_date'),
    ("s.link_ended_at IS NULL AND s.link_until", "s.link_until"),
    ("WHERE l.withdrawn_at IS NULL", "WHERE true"),
    ("JOIN meetings_meeting g ON g.series_id = sitting.series_id", "CROSS JOIN meetings_meeting g"),
]
"""A table that goes on seeing after the meeting, before its list, or too long; a link that was ended; somebody taken off; the list of another table."""


@pytest.mark.parametrize("hole", TABLE_HOLES)
def test_a_hole_in_what_a_table_sees_is_found(cast, hole):
    cast.connection.execute(planted_view(*hole))
    cast.connection.commit()
    with pytest.raises(AssertionError):
        a_life_at_tables(cast)


COVER_HOLES = [
    ("c.until > current_date AND c.ended_at IS NULL", "c.until > current_date"),
    ("c.since <= current_date AND c.until > current_date", "c.since <= current_date AND c.until >= current_date"),
    ("c.since <= current_date AND c.until > current_date", "c.until > current_date"),
    ("c.everybody OR EXISTS", "true OR EXISTS"),
    ("theirs.staff_id = c.away_id", "theirs.staff_id IS NOT NULL"),
    ("own.organisation_id = held.organisation_id\n                  JOIN", "true\n                  JOIN"),
    ("(c.team_id IS NULL OR c.team_id = h.team_id)", "true"),
    ("a.coordinator_id = c.away_id", "a.coordinator_id IS NOT NULL"),
    ("('cover', 'money')", "('cover', 'money'), ('cover', 'trail')"),
]
"""What could be forgotten of cover; too rare in random lives to be found there soon, so one life is told on purpose."""


def a_life_with_cover(cast) -> None:
    """A coordinator, a colleague in another team of the council, one in a trust; each way of covering is begun, and compared after every step."""
    life = machine(cast)()
    away, elsewhere, in_the_trust, beside = range(4)
    for who, where in ((away, 0), (elsewhere, 1), (in_the_trust, 2), (beside, 0)):
        life.takes_a_seat(who, where, "coordinator", -400, None)
    for whom, where in ((0, 0), (1, 0), (2, 1)):
        life.is_held(whom, where)
    life.walks_alongside(0, away, -400, None)
    life.walks_alongside(1, beside, -400, None)
    life.walks_alongside(2, away, -400, None)  # held by a team in which they have no seat
    covers = [
        {"away": away, "who": elsewhere, "since": -1, "until": 1, "whom": None, "where": None},
        {"away": away, "who": in_the_trust, "since": -1, "until": 1, "whom": None, "where": None},
        {"away": away, "who": elsewhere, "since": -400, "until": 0, "whom": None, "where": None},
        {"away": away, "who": elsewhere, "since": 1, "until": 400, "whom": None, "where": None},
        {"away": away, "who": elsewhere, "since": -1, "until": 1, "whom": 1, "where": None},
        {"away": away, "who": elsewhere, "since": -1, "until": 400, "whom": None, "where": 1},
        {"away": elsewhere, "who": beside, "since": -1, "until": 1, "whom": None, "where": None},  # who covers is away: it is not passed on
    ]
    try:
        for cover in covers:
            life.is_covered(**cover)
            life.the_view_and_the_reference_agree()
            life.looks_into_every_table(elsewhere, themselves=False)
            life.covers_no_more(0)
            life.the_view_and_the_reference_agree()
            cast.connection.execute("DELETE FROM access_covered; DELETE FROM access_cover")
            life.world.covers.clear()
        assert cast.counted.answers
    finally:
        life.teardown()


def test_cover_holds_for_its_days_its_people_and_its_organisation_alone(cast):
    a_life_with_cover(cast)


@pytest.mark.parametrize("hole", COVER_HOLES)
def test_a_hole_in_cover_is_found(cast, hole):
    there, instead = hole
    cast.connection.execute(planted_view(there, instead))
    cast.connection.commit()
    with pytest.raises(AssertionError):
        a_life_with_cover(cast)


def planted_view(there: str, instead: str) -> str:
    """The view with a hole in it."""
    from alongside.access import fences

    text = fences._read("access/sql/may_see.sql")
    assert there in text
    return text.replace(there, instead).replace("CREATE VIEW", "CREATE OR REPLACE VIEW")


def test_with_nobody_signed_in_nobody_is_visible(cast):
    assert read_as(cast, None) == set()


def test_who_may_see_whom_is_itself_shown_to_nobody(cast):
    connection = cast.connection
    connection.execute("SELECT set_config('alongside.actor', '', true)")
    connection.execute("SET LOCAL ROLE alongside_app")
    assert connection.execute("SELECT count(*) FROM i_may_see").fetchone() == (0,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
        connection.execute("SELECT 1 FROM may_see LIMIT 1")
    connection.execute("RESET ROLE")
