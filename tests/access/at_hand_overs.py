"""What random lives do with hand-overs: they are made and end, links end, and people say yes and no to whoever receives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from . import hand_over_policy, meeting_policy, policy
from .at_tables import AN_ANSWER, with_tables
from .cast import Cast
from .chances import last_day, one

GROUNDS = st.sampled_from(["their yes", "direct care", "legal duty", "safeguarding"])


def with_hand_overs(cast: Cast) -> type[RuleBasedStateMachine]:
    """The part of the machine that is about hand-overs; what it does is compared by the rest of it."""

    class InHandOvers(with_tables(cast)):  # type: ignore[misc]
        world: policy.Neighbourhood

        def in_meetings(self) -> dict[str, set[UUID]]:
            known: dict[str, set[UUID]] = super().in_meetings()
            return known | {"access_choice": known["access_choice"] | {word.person for word in self.world.words_of_receivers}}

        def shown_at_tables(self, actor: UUID) -> set[tuple[str, UUID]]:
            seen = {person: policy.parts(self.world, actor, person, cast.today) for person in cast.people}
            read = [one for one in self.world.handed if hand_over_policy.read_by(self.world, one, actor, seen[one.person], cast.today)]
            shown: set[tuple[str, UUID]] = super().shown_at_tables(actor)
            return shown | {("handovers_stepup", one.person) for one in read}

        @rule(whom=one, who=st.none() | one, by=one, to=one, ground=GROUNDS, until=last_day)
        def is_handed_over(self, whom: int, who: int | None, by: int, to: int, ground: str, until: int) -> None:
            free = [key for key in cast.handed if all(known.key != key for known in self.world.handed)]
            if not free:
                return
            person, receiver = cast.people[whom % len(cast.people)], cast.receivers[to % len(cast.receivers)]
            partner = None if who is None else cast.staff[who % len(cast.staff)]
            concern, raised_by = ground == "safeguarding", cast.staff[by % len(cast.staff)]
            made = hand_over_policy.Handed(free[0], person, receiver, partner, raised_by, ground, cast.today + timedelta(days=until), concern)
            self.world.handed.add(made)
            part, kind = ("concern", "safeguarding") if concern else ("record", "concern")
            self.do(
                'INSERT INTO handovers_stepup (id, person_id, part, kind, receiver_id, "to", partner_id, audience, words, asks, ground, how_they_agreed, '
                "told, why_not_told, reach_now, reference, until, stage, outcome, by_id, at) "
                "VALUES (%s, %s, %s, %s, %s, 'Ivy', %s, 'social worker', 'a word', 'a rail', %s, '', "
                "'before', '', '', gen_random_uuid()::text, %s, 'waits', '', %s, now())",
                made.key, person, part, kind, receiver, partner, ground, made.until, raised_by,
            )  # fmt: skip

        @precondition(lambda self: self.world.handed)
        @rule(which=one, link=st.booleans())
        def is_over(self, which: int, link: bool) -> None:
            found = sorted(self.world.handed, key=repr)[which % len(self.world.handed)]
            if link:
                self.change(
                    self.world.handed, found, replace(found, link_ended=True), "UPDATE handovers_stepup SET link_ended_at = now() WHERE id = %s", found.key
                )
            elif not found.ended:
                said = "UPDATE handovers_stepup SET stage = 'back', ended_at = now() WHERE id = %s"
                self.change(self.world.handed, found, replace(found, ended=True), said, found.key)

        @rule(whom=one, to=st.none() | one, answer=AN_ANSWER, on=st.sampled_from([-30, -1, 0, 0, 0, 1]), until=st.none() | last_day)
        def says_of_whom_we_hand_to(self, whom: int, to: int | None, answer: str, on: int, until: int | None) -> None:
            person, receiver = cast.people[whom % len(cast.people)], None if to is None else cast.receivers[to % len(cast.receivers)]
            said_on = cast.today + timedelta(days=on)
            ends = None if until is None or answer != "yes" else max(said_on + timedelta(days=1), cast.today + timedelta(days=until))
            word = meeting_policy.Word(person, receiver, answer, said_on, len(self.world.words_of_receivers), ends)
            self.world.words_of_receivers.add(word)
            self.do(
                'INSERT INTO access_choice (id, person_id, audience, subject, called, answer, "on", how, words, until, by_id, at) '
                "VALUES (gen_random_uuid(), %s, 'social worker', %s, '', %s, %s, 'aloud', '', %s, %s, now() + make_interval(secs => %s))",
                person, receiver, answer, said_on, ends, cast.staff[0], word.number,
            )  # fmt: skip

    return InHandOvers
