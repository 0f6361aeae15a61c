"""What random lives do with meetings: seats, lists, and what people say of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from . import meeting_policy, policy
from .cast import Cast, key_in_turn
from .chances import day, end, last_day, one

AN_ANSWER = st.sampled_from(["yes", "yes", "no", "ask me", "withdrawn"])


def with_tables(cast: Cast) -> type[RuleBasedStateMachine]:
    """The part of the machine that is about meetings; what it does is compared by the rest of it."""

    class AtTables(RuleBasedStateMachine):
        world: policy.Neighbourhood

        def do(self, statement: str, *values: object) -> None:
            raise NotImplementedError

        def change(self, known: set, was: object, then: object, statement: str, *values: object) -> None:
            known.discard(was)
            known.add(then)
            self.do(statement, *values)

        def guest(self, number: int) -> UUID:
            return cast.guests[number % len(cast.guests)]

        def in_meetings(self) -> dict[str, set[UUID]]:
            said_before = {person for table, person in cast.planted if table == "access_choice"}
            return {"meetings_listed": {place.person for place in self.world.lists}, "access_choice": said_before | {word.person for word in self.world.words}}

        def shown_at_tables(self, actor: UUID) -> set[tuple[str, UUID]]:
            return {("meetings_listed", place.person) for place in meeting_policy.places_shown(self.world, actor, cast.today)}

        def series(self, number: int) -> UUID:
            return cast.series[number % len(cast.series)]

        @rule(where=one, who=st.none() | one, since=day, until=end, link=last_day)
        def sits_down(self, where: int, who: int | None, since: int, until: int | None, link: int) -> None:
            begins = cast.today + timedelta(days=since)
            ends = None if until is None else max(begins, cast.today + timedelta(days=until))
            staff = None if who is None else cast.staff[who % len(cast.staff)]
            free = [key for key in cast.guests if all(seat.key != key for seat in self.world.tables)]
            series = self.series(where)
            twice = staff is not None and ends is None and any((s.series, s.staff, s.until) == (series, staff, None) for s in self.world.tables)
            if not free or twice:
                return
            seat = meeting_policy.AtTable(free[0], series, staff, begins, ends, cast.today + timedelta(days=link))
            self.world.tables.add(seat)
            self.do(
                "INSERT INTO meetings_seat (id, series_id, staff_id, name, profession, organisation, email, since, until, reference, link_until, by_id, at) "
                "VALUES (%s, %s, %s, 'Ivy', 'nurse', '', '', %s, %s, gen_random_uuid()::text, %s, %s, now())",
                seat.key, seat.series, staff, begins, ends, seat.link_until, cast.staff[0],
            )  # fmt: skip

        @precondition(lambda self: self.world.tables)
        @rule(which=one, by_link=st.booleans())
        def leaves_the_table(self, which: int, by_link: bool) -> None:
            seat = sorted(self.world.tables, key=repr)[which % len(self.world.tables)]
            if by_link:
                self.change(self.world.tables, seat, replace(seat, link_ended=True), "UPDATE meetings_seat SET link_ended_at = now() WHERE id = %s", seat.key)
            else:
                then = replace(seat, since=min(seat.since, cast.today), until=cast.today)
                said = "UPDATE meetings_seat SET since = least(since, current_date), until = current_date WHERE id = %s"
                self.change(self.world.tables, seat, then, said, seat.key)

        @rule(where=one, on=st.sampled_from([-8, -7, -6, -1, 0, 1, 14]))
        def meets(self, where: int, on: int) -> None:
            series, when = self.series(where), cast.today + timedelta(days=on)
            if not any((met.series, met.on) == (series, when) for met in self.world.meetings):
                met = meeting_policy.Met(key_in_turn(), series, when)
                self.world.meetings.add(met)
                self.do('INSERT INTO meetings_meeting (id, series_id, "on") VALUES (%s, %s, %s)', met.key, series, when)

        @precondition(lambda self: self.world.meetings)
        @rule(which=one, closes=st.booleans())
        def takes_its_turn(self, which: int, closes: bool) -> None:
            met = sorted(self.world.meetings, key=repr)[which % len(self.world.meetings)]
            by = cast.staff[0]
            if not met.sent:
                said = "UPDATE meetings_meeting SET sent_at = now(), sent_by_id = %s WHERE id = %s"
                self.change(self.world.meetings, met, replace(met, sent=True), said, by, met.key)
            elif closes and not met.closed:
                said = "UPDATE meetings_meeting SET closed_at = now(), closed_by_id = %s WHERE id = %s"
                self.change(self.world.meetings, met, replace(met, closed=True), said, by, met.key)

        @precondition(lambda self: self.world.meetings)
        @rule(whom=one, which=one, ground=st.sampled_from(["their yes", "direct care"]))
        def comes_on_a_list(self, whom: int, which: int, ground: str) -> None:
            met = sorted(self.world.meetings, key=repr)[which % len(self.world.meetings)]
            person = cast.people[whom % len(cast.people)]
            if any((known.person, known.meeting, known.withdrawn) == (person, met.key, False) for known in self.world.lists):
                return
            listed = meeting_policy.OnList(key_in_turn(), person, met.key, ground)
            self.world.lists.add(listed)
            self.do(
                "INSERT INTO meetings_listed (id, person_id, meeting_id, extract, asks, ground, how_they_agreed, by_id, at) "
                "VALUES (%s, %s, %s, 'a word', '', %s, 'aloud', %s, now())",
                listed.key, person, met.key, ground, cast.staff[0],
            )  # fmt: skip

        @precondition(lambda self: self.world.lists)
        @rule(which=one)
        def comes_off_it(self, which: int) -> None:
            listed = sorted(self.world.lists, key=repr)[which % len(self.world.lists)]
            said = "UPDATE meetings_listed SET withdrawn_at = now(), withdrawn_by_id = %s WHERE id = %s"
            self.change(self.world.lists, listed, replace(listed, withdrawn=True), said, cast.staff[0], listed.key)

        @rule(whom=one, where=st.none() | one, answer=AN_ANSWER, on=st.sampled_from([-30, -1, 0, 0, 0, 1]), until=st.none() | last_day)
        def says_of_meetings(self, whom: int, where: int | None, answer: str, on: int, until: int | None) -> None:
            person, series = cast.people[whom % len(cast.people)], None if where is None else self.series(where)
            said_on = cast.today + timedelta(days=on)
            ends = None if until is None or answer != "yes" else max(said_on + timedelta(days=1), cast.today + timedelta(days=until))
            word = meeting_policy.Word(person, series, answer, said_on, len(self.world.words), ends)
            self.world.words.add(word)
            self.do(
                'INSERT INTO access_choice (id, person_id, audience, subject, called, answer, "on", how, words, until, by_id, at) '
                "VALUES (gen_random_uuid(), %s, 'meeting', %s, '', %s, %s, 'aloud', '', %s, %s, now() + make_interval(secs => %s))",
                person, series, answer, said_on, ends, cast.staff[0], word.number,
            )  # fmt: skip

    return AtTables
