"""Random lives, lived twice: in the database, where `may_see` answers, and in the plain reference of policy.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from alongside.foundation.keys import new_key

from . import policy
from .at_hand_overs import with_hand_overs
from .cast import Cast, differences, read_as
from .chances import a_role, day, end, last_day, one


def machine(cast: Cast) -> type[RuleBasedStateMachine]:
    """A state machine over this cast."""

    class Lives(with_hand_overs(cast)):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.world = policy.Neighbourhood(organisation_of=dict(cast.teams))
            cast.counted.lives += 1

        def teardown(self) -> None:
            cast.connection.rollback()

        def do(self, statement: str, *values: object) -> None:
            cast.connection.execute(statement, values)  # type: ignore[arg-type]
            cast.counted.steps += 1

        def staff(self, number: int) -> UUID:
            return cast.staff[number % len(cast.staff)]

        def team(self, number: int) -> UUID:
            return list(cast.teams)[number % len(cast.teams)]

        def person(self, number: int) -> UUID:
            return cast.people[number % len(cast.people)]

        @initialize(roles=st.lists(a_role, min_size=len(cast.staff), max_size=len(cast.staff)), where=one)
        def begins_with_everybody_in_a_seat(self, roles: list[str], where: int) -> None:
            for number, role in enumerate(roles):
                self.takes_a_seat(number, where + number % 2, role, -400, None)
            for number in range(len(cast.people)):
                self.is_held(number, where + number)

        @rule(who=one, where=one, role=a_role, since=day, until=end)
        def takes_a_seat(self, who: int, where: int, role: str, since: int, until: int | None) -> None:
            begins = cast.today + timedelta(days=since)
            ends = None if until is None else max(begins, cast.today + timedelta(days=until))
            seat = policy.Seat(self.staff(who), self.team(where), role, begins, ends)
            if seat not in self.world.seats:
                self.world.seats.add(seat)
                self.do(
                    "INSERT INTO teams_membership (id, staff_id, team_id, role, since, until) VALUES (gen_random_uuid(), %s, %s, %s, %s, %s)",
                    seat.staff, seat.team, role, begins, ends,
                )  # fmt: skip

        @precondition(lambda self: self.world.seats)
        @rule(which=one)
        def gives_up_a_seat(self, which: int) -> None:
            seat = sorted(self.world.seats, key=repr)[which % len(self.world.seats)]
            self.world.seats.discard(seat)
            ended = policy.Seat(seat.staff, seat.team, seat.role, min(seat.since, cast.today), cast.today)
            if ended in self.world.seats:
                self.do("DELETE FROM teams_membership WHERE staff_id = %s AND team_id = %s AND role = %s AND since = %s AND until IS NOT DISTINCT FROM %s",
                        seat.staff, seat.team, seat.role, seat.since, seat.until)  # fmt: skip
                return
            self.world.seats.add(ended)
            self.do("UPDATE teams_membership SET since = least(since, current_date), until = current_date "
                "WHERE staff_id = %s AND team_id = %s AND role = %s AND since = %s AND until IS NOT DISTINCT FROM %s",
                    seat.staff, seat.team, seat.role, seat.since, seat.until)  # fmt: skip

        @rule(whom=one, where=one)
        def is_held(self, whom: int, where: int) -> None:
            pair = (self.person(whom), self.team(where))
            if pair not in self.world.held_by:
                self.world.held_by.add(pair)
                self.do("INSERT INTO people_holding (id, person_id, team_id, by_id, at) VALUES (gen_random_uuid(), %s, %s, %s, now())", *pair, cast.staff[0])

        @precondition(lambda self: self.world.held_by)
        @rule(which=one)
        def is_let_go(self, which: int) -> None:
            pair = sorted(self.world.held_by)[which % len(self.world.held_by)]
            self.world.held_by.discard(pair)
            self.do("DELETE FROM people_holding WHERE person_id = %s AND team_id = %s", *pair)

        @rule(whom=one, who=one, since=day, until=end)
        def walks_alongside(self, whom: int, who: int, since: int, until: int | None) -> None:
            begins = cast.today + timedelta(days=since)
            ends = None if until is None else max(begins, cast.today + timedelta(days=until))
            walk = policy.Walk(self.person(whom), self.staff(who), begins, ends)
            open_already = any(w.person == walk.person and w.coordinator == walk.coordinator and w.until is None for w in self.world.walks)
            if walk not in self.world.walks and not (ends is None and open_already):
                self.world.walks.add(walk)
                self.do("INSERT INTO journeys_alongside (id, person_id, coordinator_id, since, until, by_id, at) "
                    "VALUES (gen_random_uuid(), %s, %s, %s, %s, %s, now())",
                        walk.person, walk.coordinator, begins, ends, cast.staff[0])  # fmt: skip

        @precondition(lambda self: self.world.walks)
        @rule(which=one)
        def stops_walking(self, which: int) -> None:
            walk = sorted(self.world.walks, key=repr)[which % len(self.world.walks)]
            self.world.walks.discard(walk)
            self.do("DELETE FROM journeys_alongside WHERE person_id = %s AND coordinator_id = %s AND since = %s AND until IS NOT DISTINCT FROM %s",
                    walk.person, walk.coordinator, walk.since, walk.until)  # fmt: skip

        @rule(whom=one, who=one, since=day, until=last_day)
        def is_named(self, whom: int, who: int, since: int, until: int) -> None:
            begins = cast.today + timedelta(days=since)
            # Mostly to somebody who holds a partner's seat, or the reason would hardly ever hold.
            partners = sorted(seat.staff for seat in self.world.seats if seat.role == "partner") if who % 4 else []
            to = partners[who % len(partners)] if partners else self.staff(who)
            named = policy.Named(self.person(whom), to, begins, max(begins, cast.today + timedelta(days=until)))
            if named not in self.world.namings:
                self.world.namings.add(named)
                self.do("INSERT INTO access_naming "
                        "(id, person_id, partner_id, audience, ground, reason, told, since, until, extract, how_they_said_yes, by_id, at) "
                        "VALUES (gen_random_uuid(), %s, %s, 'partner', 'their yes', '', '', %s, %s, 'a word', 'aloud', %s, now())",
                        named.person, named.partner, named.since, named.until, cast.staff[0])  # fmt: skip

        @rule(away=one, who=one, since=day, until=last_day, whom=st.none() | one, where=st.none() | one)
        def covers(self, away: int, who: int, since: int, until: int, whom: int | None, where: int | None) -> None:
            """Mostly for somebody who does walk alongside somebody, by somebody who may, or the reason would hardly ever hold."""
            true = sorted((w for w in self.world.walks if "walks alongside" in policy.reasons(self.world, w.coordinator, w.person, cast.today)), key=repr)
            walk = true[away % len(true)] if true and who % 4 else None
            absent = cast.staff.index(walk.coordinator) if walk else away
            others = sorted(cast.staff.index(seat.staff) for seat in self.world.seats if seat.role in policy.WALKING)
            standing_in = others[who % len(others)] if others else who
            of = cast.people.index(walk.person) if walk and whom is not None and whom % 2 else whom
            self.is_covered(absent, standing_in, since, until, of, where)

        def is_covered(self, away: int, who: int, since: int, until: int, whom: int | None, where: int | None) -> None:
            absent, standing_in = self.staff(away), self.staff(who)
            begins = cast.today + timedelta(days=since)
            ends = max(begins + timedelta(days=1), cast.today + timedelta(days=until))
            of = None if whom is None else frozenset({self.person(whom)})
            team = None if where is None else self.team(where)
            cover = policy.Cover(absent, standing_in, begins, ends, of, team)
            alike = any((c.away, c.covering, c.since, c.until, c.team) == (absent, standing_in, begins, ends, team) for c in self.world.covers)
            if absent == standing_in or alike:
                return
            self.world.covers.add(cover)
            key = new_key()
            self.do(
                "INSERT INTO access_cover (id, away_id, covering_id, since, until, everybody, team_id, by_id, at) "
                "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, now())",
                key, absent, standing_in, begins, ends, of is None, team, cast.staff[0],
            )  # fmt: skip
            for person in of or ():
                self.do("INSERT INTO access_covered (id, person_id, cover_id, by_id, at) VALUES (gen_random_uuid(), %s, %s, %s, now())",
                        person, key, cast.staff[0])  # fmt: skip

        @precondition(lambda self: self.world.covers)
        @rule(which=one)
        def covers_no_more(self, which: int) -> None:
            cover = sorted(self.world.covers, key=repr)[which % len(self.world.covers)]
            self.world.covers.discard(cover)
            self.world.covers.add(replace(cover, ended=True))
            self.do("UPDATE access_cover SET ended_at = now(), ended_by_id = by_id WHERE away_id = %s AND covering_id = %s AND since = %s AND until = %s "
                    "AND team_id IS NOT DISTINCT FROM %s", cover.away, cover.covering, cover.since, cover.until, cover.team)  # fmt: skip

        @rule(whom=one, until=end)
        def is_protected(self, whom: int, until: int | None) -> None:
            pair = (self.person(whom), None if until is None else cast.today + timedelta(days=until))
            if pair not in self.world.protected:
                self.world.protected.add(pair)
                self.do("INSERT INTO people_locationprotection (id, person_id, until, why, by_id, at) VALUES (gen_random_uuid(), %s, %s, 'safety', %s, now())",
                        *pair, cast.staff[0])  # fmt: skip

        @precondition(lambda self: self.world.protected)
        @rule(which=one)
        def is_protected_no_more(self, which: int) -> None:
            pair = sorted(self.world.protected, key=repr)[which % len(self.world.protected)]
            self.world.protected.discard(pair)
            self.do("DELETE FROM people_locationprotection WHERE person_id = %s AND until IS NOT DISTINCT FROM %s", *pair)

        @rule(whom=one, who=one)
        def is_listed(self, whom: int, who: int) -> None:
            pair = (self.person(whom), self.staff(who))
            if pair not in self.world.listed:
                self.world.listed.add(pair)
                self.do(
                    "INSERT INTO people_locationlisted (id, person_id, staff_id, by_id, at) VALUES (gen_random_uuid(), %s, %s, %s, now())", *pair, cast.staff[0]
                )

        @rule(whom=one, until=last_day, looks=st.booleans())
        def is_given_a_link(self, whom: int, until: int, looks: bool) -> None:
            link = policy.Linked(self.person(whom), cast.today + timedelta(days=until), looks)
            if not any(link == known or link == replace(known, ended=False) for known in self.world.links):
                self.world.links.add(link)
                self.do("INSERT INTO mine_link (id, person_id, reference, until, code_number, shows_who_looked, times_opened, by_id, at) "
                        "VALUES (gen_random_uuid(), %s, gen_random_uuid()::text, %s, 1, %s, 0, %s, now())",
                        link.person, link.until, looks, cast.staff[0])  # fmt: skip

        @precondition(lambda self: self.world.links)
        @rule(which=one)
        def has_a_link_ended(self, which: int) -> None:
            link = sorted(self.world.links, key=repr)[which % len(self.world.links)]
            self.world.links.discard(link)
            self.world.links.add(replace(link, ended=True))
            self.do("UPDATE mine_link SET ended_at = now(), ended_by_id = %s WHERE person_id = %s AND until = %s AND shows_who_looked = %s",
                    cast.staff[0], link.person, link.until, link.shows_who_looked)  # fmt: skip

        @rule(who=one, themselves=st.booleans(), by_link=st.booleans(), handed=st.booleans())
        def looks_into_every_table(self, who: int, themselves: bool, by_link: bool = False, handed: bool = False) -> None:
            """The application itself, as this actor: each table shows the people whose part it is they may see, and no one else."""
            staff = cast.handed[who % len(cast.handed)] if handed else self.guest(who) if by_link else self.person(who) if themselves else self.staff(who)
            seen = read_as(cast, staff)
            expected = {
                (table, person)
                for table, _, part in cast.tables
                for person in self.people_in(table)
                if part in policy.parts(self.world, staff, person, cast.today)
            } | self.shown_at_tables(staff)
            assert seen == expected, differences(seen, expected)
            cast.counted.looks += 1

        def people_in(self, table: str) -> set[UUID]:
            told = {
                "people_holding": {person for person, _ in self.world.held_by},
                "journeys_alongside": {walk.person for walk in self.world.walks},
                "access_naming": {named.person for named in self.world.namings},
                "access_covered": {person for cover in self.world.covers for person in cover.of or ()},
                "people_locationprotection": {person for person, _ in self.world.protected},
                "people_locationlisted": {person for person, _ in self.world.listed},
                **self.in_meetings(),
                "mine_link": {link.person for link in self.world.links},
            }
            return told.get(table, {person for planted, person in cast.planted if planted == table})

        @invariant()
        def the_view_and_the_reference_agree(self) -> None:
            answered = set(cast.connection.execute("EXECUTE every_answer").fetchall())
            expected = {
                (staff, person, part, because)
                for staff in (*cast.staff, *cast.people, *cast.guests, *cast.handed)
                for person in cast.people
                for part, because in policy.sees(self.world, staff, person, cast.today)
            }
            assert answered == expected, differences(answered, expected)
            cast.counted.answers += (len(cast.staff) + len(cast.people) + len(cast.guests) + len(cast.handed)) * len(cast.people) * 7

    return Lives
