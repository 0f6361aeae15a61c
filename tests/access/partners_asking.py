"""Short random lives of two tables, many of them: what happens at a meeting, and what partners and holders of links read after each turn.

The deeds are those of at_tables.py, and meeting_policy.py says who may be shown. Whoever asks reads as the pages' role does, in one question: everybody on
any list, by row security and by the function behind the page of a list; whoever has a name, a note, an address or a plan in sight; what the asker took on.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from alongside.foundation.keys import new_key

from . import meeting_policy, policy
from .at_tables import AN_ANSWER, with_tables
from .cast import Cast

COORDINATOR, GP, SOCIAL_WORKER, STRANGER = range(4)
ASKS = """SELECT 'listed', id FROM meetings_listed
UNION ALL SELECT 'somebody', id FROM people_person
UNION ALL SELECT 'record', person_id FROM journeys_note
UNION ALL SELECT 'record', person_id FROM people_whereabouts
UNION ALL SELECT 'record', person_id FROM journeys_step
UNION ALL SELECT 'took on', person_id FROM what_i_took_on()"""

PAGE = "UNION ALL SELECT 'on the page', (row -> 'listed' ->> 'id')::uuid FROM meetings_meeting g, jsonb_array_elements(desk_list(g.id, NULL)) row"
"""What the page of a list is made of: asked less often, for it takes three times as long as all else together."""


@dataclass
class Told:
    """How much was tried, and in how many lives somebody was shown at all."""

    lives: int = 0
    deeds: int = 0
    asked: int = 0
    shown: int = 0
    lives_that_showed: int = 0

    def __str__(self) -> str:
        shown = f"{self.shown:,} times somebody was shown, in {self.lives_that_showed:,} sequences"
        return f"{self.lives:,} sequences, {self.deeds:,} deeds, {self.asked:,} times asked, {shown}"


def begun(cast: Cast) -> policy.Neighbourhood:
    """Two tables with their lists out, kept for every life: a GP and a link at the first, a social worker's link at the second, a yes of each person."""
    world = policy.Neighbourhood(organisation_of=dict(cast.teams))
    run, long_ago = cast.connection.execute, cast.today - timedelta(days=400)
    teams = list(cast.teams)
    seats = [("coordinator", teams[0]), ("partner", teams[0]), ("partner", teams[0]), ("coordinator", teams[2])]
    for staff, (role, team) in zip(cast.staff, seats, strict=True):
        world.seats.add(policy.Seat(staff, team, role, long_ago, None))
        run("INSERT INTO teams_membership (id, staff_id, team_id, role, since) VALUES (gen_random_uuid(), %s, %s, %s, %s)", [staff, team, role, long_ago])
    for person in cast.people:
        world.held_by.add((person, teams[0]))
        run("INSERT INTO people_holding (id, person_id, team_id, by_id, at) VALUES (gen_random_uuid(), %s, %s, %s, now())", [person, teams[0], cast.staff[0]])
    life = with_tables(cast)()
    life.world, life.do = world, lambda statement, *values: run(statement, values)
    life.sits_down(0, GP, -400, None, 400)
    life.sits_down(0, None, -400, None, 400)
    life.sits_down(1, None, -400, None, 400)
    for number, series in enumerate(cast.series):
        met = meeting_policy.Met(new_key(), series, cast.today, sent=True)
        world.meetings.add(met)
        said = 'INSERT INTO meetings_meeting (id, series_id, "on", sent_at, sent_by_id) VALUES (%s, %s, %s, now(), %s)'
        run(said, [met.key, series, cast.today, cast.staff[0]])
        life.says_of_meetings(number, number, "yes", -1, None)
        where = sorted(world.meetings, key=repr).index(met)
        life.comes_on_a_list(number, where, "their yes")
        life.comes_on_a_list(2, where, "direct care")
    run(f"PREPARE tables_alone AS {ASKS}")
    run(f"PREPARE tables_and_page AS {ASKS} {PAGE}")
    cast.connection.commit()
    return world


def machine(cast: Cast, told: Told) -> type[RuleBasedStateMachine]:
    """A state machine over this cast."""
    world = begun(cast)
    asking = (*cast.staff[GP:], *cast.guests)

    class Asking(with_tables(cast)):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.world = deepcopy(world)
            self.showed = False
            told.lives += 1

        def teardown(self) -> None:
            cast.connection.rollback()
            told.lives_that_showed += self.showed

        def do(self, statement: str, *values: object) -> None:
            cast.connection.execute(statement, values)  # type: ignore[arg-type]
            told.deeds += 1

        @initialize()
        def everybody_asks_first(self) -> None:
            """After each deed one of them asks: whoever reads the whole list first is told on the first page."""
            self.asks(0)

        @rule(who=st.integers(0, len(asking) - 1), page=st.sampled_from([False, False, False, True]))
        def asks(self, who: int, page: bool = False) -> None:
            self.reads(asking[who], page=page)

        @rule(which=st.integers(0, 5), answer=AN_ANSWER)
        def says_of_their_own_table(self, which: int, answer: str) -> None:
            """Somebody on a list says something of that very table, and whoever sits there asks at once."""
            places = sorted(self.world.lists, key=repr)
            place = places[which % len(places)]
            series = next(met.series for met in self.world.meetings if met.key == place.meeting)
            self.says_of_meetings(cast.people.index(place.person), cast.series.index(series), answer, 0, None)
            sitting = (seat for seat in self.world.tables if seat.series == series and seat.staff != cast.staff[COORDINATOR])
            for seat in sorted(sitting, key=repr)[:1]:
                self.reads(seat.staff or seat.key)

        @rule(which=st.integers(0, 5))
        def takes_something_on(self, which: int) -> None:
            """Somebody at a table takes something on for somebody on its list; when the meeting is closed it is theirs to answer, and nobody else's."""
            places = sorted(self.world.lists, key=repr)
            place = places[which % len(places)]
            met = next(one for one in self.world.meetings if one.key == place.meeting)
            seats = sorted((seat for seat in self.world.tables if seat.series == met.series), key=repr)
            if seats and not met.closed:
                seat = seats[which % len(seats)]
                self.took = {*self.taken(), (seat.key, place)}
                said = (
                    "INSERT INTO meetings_agreed (id, listed_id, meeting_id, person_id, seat_id, words, answer, because_of, times_chased, by_id, at) "
                    "VALUES (gen_random_uuid(), %s, %s, %s, %s, 'Ring', '', '', 0, %s, now())"
                )
                self.do(said, place.key, met.key, place.person, seat.key, cast.staff[0])

        def taken(self) -> set[tuple[UUID, meeting_policy.OnList]]:
            return getattr(self, "took", set())

        def still_theirs(self, actor: UUID) -> set[UUID]:
            """For whom somebody took something on that they still answer for: the seat is theirs, the meeting closed, the word holds, nobody taken off."""
            mine = {seat.key for seat in self.world.tables if self.holds_it(seat, actor)}
            closed = {met.key: met.series for met in self.world.meetings if met.closed}
            now = {one.key: one for one in self.world.lists}
            return {
                place.person
                for seat, place in self.taken()
                if seat in mine and place.meeting in closed and not now[place.key].withdrawn
                and meeting_policy.wordholds(self.world, now[place.key], closed[place.meeting], cast.today)
            }  # fmt: skip

        def holds_it(self, seat: meeting_policy.AtTable, actor: UUID) -> bool:
            if not meeting_policy.holds(seat.since, seat.until, cast.today):
                return False
            return seat.staff == actor or (seat.key == actor and not seat.link_ended and cast.today < seat.link_until)

        def reads(self, actor: UUID, *, page: bool = False) -> None:
            asked = "tables_and_page" if page else "tables_alone"
            with cast.connection.cursor() as cursor:
                cursor.execute(f"SELECT set_config('alongside.actor', '{actor}', true); SET LOCAL ROLE alongside_app; EXECUTE {asked}; RESET ROLE")
                cursor.nextset()
                cursor.nextset()
                seen = set(cursor.fetchall())
            places = meeting_policy.places_shown(self.world, actor, cast.today)
            expected = {(what, one.key) for one in places for what in (("listed", "on the page") if page else ("listed",))} | {
                ("somebody", one.person) for one in places
            }
            expected |= {("took on", person) for person in self.still_theirs(actor)}
            assert seen == expected, f"only read: {seen - expected}; not read: {expected - seen}"
            told.asked += 1
            told.shown += bool(seen)
            self.showed = self.showed or bool(seen)

    return Asking
