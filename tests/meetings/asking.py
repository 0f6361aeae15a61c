"""Random lives of two tables: what the team does, what people say, and everybody asking for every page; nobody reads more than plain_table.py says."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from alongside.access.actions import choose, put_on_list
from alongside.foundation.refusals import Refused
from alongside.meetings import actions
from alongside.meetings.actions import Told
from alongside.meetings.actions.series import A_YEAR
from alongside.meetings.links import address_of
from alongside.meetings.models import Agreed, Listed, Meeting, Seat
from alongside.people.models import Person
from tests.building import as_, now, today

from .asking_cast import ASKING, AT_TABLES, PAGES, PEOPLE, SENT, THEIR_OWN, Cast, words_of
from .conftest import text
from .plain_table import ALL, ELSEWHERE, HERE, Plain, Sat, Took

ANYTHING = st.tuples(
    st.sampled_from((*AT_TABLES, "gp", "ivy", *ASKING)),
    st.sampled_from(sorted(PAGES)),
    st.sampled_from((HERE, HERE, ELSEWHERE)),
    st.sampled_from(PEOPLE),
    st.sampled_from((False, False, False, True)),
)
REQUESTS = st.lists(st.one_of(ANYTHING, st.sampled_from(THEIR_OWN), st.sampled_from(THEIR_OWN)), min_size=1, max_size=4)
"""Who asks for which page, of which table and person, and whether by a link that was theirs before they were given another."""


def deed(**given: Any) -> Callable[[Callable[..., None]], Any]:
    """Something that is done, after which some pages are asked for."""

    def then_asked(do: Callable[..., None]) -> Any:
        def done(self: Any, asked: list[tuple[str, str, str, str, bool]], **drawn: Any) -> None:
            do(self, **drawn)
            for who, page, table, name, before in asked:
                self.asks_for(who, page, table, name, before=before)

        done.__name__ = do.__name__
        return rule(asked=REQUESTS, **given)(done)

    return then_asked


def machine(cast: Cast) -> type[RuleBasedStateMachine]:
    """A state machine over this cast."""
    tables, whom = st.sampled_from((HERE, ELSEWHERE)), st.sampled_from(PEOPLE)
    sam = cast.table.sam

    class Tables(RuleBasedStateMachine):
        @initialize(how_far=st.sampled_from((0, 1, 2, 2, 2, 3, 3, 3, 4)))
        def begins(self, how_far: int) -> None:
            """With nobody on a list yet, or further on: listed, sent out, agreed, closed."""
            self.undone = transaction.atomic()
            self.undone.__enter__()
            cache.clear()
            self.world = Plain({"gp": Sat(HERE, signs_in=True), "ivy": Sat(HERE), "tunde": Sat(ELSEWHERE)})
            self.listed: dict[tuple[str, str], UUID] = {}
            self.references = {who: seat.reference for who, seat in cast.seats.items()}
            cast.counted.lives += 1
            turns = [
                lambda: [self.put(HERE, name) for name in PEOPLE],
                lambda: self.send(HERE),
                lambda: [self.agree(0, "ivy"), self.agree(1, "gp"), self.agree(0, ALL)],
                lambda: self.close(HERE),
            ]
            for turn in turns[:how_far]:
                turn()

        def teardown(self) -> None:
            if hasattr(self, "undone"):
                transaction.set_rollback(True)
                self.undone.__exit__(None, None, None)

        # --- What the team does, and what people say -----------------------------------------------------------------
        def _meeting(self, table: str) -> Meeting | None:
            return Meeting.objects.select_related("series").filter(series=cast.series[table], on=today()).first()

        @deed(table=tables, name=whom)
        def puts_on_the_list(self, table: str, name: str) -> None:
            self.put(table, name)

        def put(self, table: str, name: str) -> None:
            with suppress(Refused), as_(sam), transaction.atomic():
                told = Told(words_of(name, table), f"{name}asks{table}", f"{name}how{table}")
                made = put_on_list(Person.objects.get(id=cast.people[name]), cast.series[table], today(), told, by=sam, at=now())
                self.listed[table, name] = made.id
                self.world.on_list.add((table, name))
                self.world.yes.add((table, name))

        @precondition(lambda self: self.listed)
        @deed(which=st.integers(0, 9))
        def takes_off(self, which: int) -> None:
            table, name = sorted(self.listed)[which % len(self.listed)]
            with as_(sam):
                actions.take_off_list(Listed.objects.get(id=self.listed[table, name]), by=sam, at=now())
            self.world.on_list.discard((table, name))

        @deed(table=tables)
        def sends(self, table: str) -> None:
            self.send(table)

        def send(self, table: str) -> None:
            with suppress(Refused), as_(sam), transaction.atomic():
                actions.send_list(cast.series[table], today(), by=sam, at=now())
                self.world.sent.add(table)

        @precondition(lambda self: self.world.sent - self.world.closed)
        @deed(table=tables)
        def closes(self, table: str) -> None:
            self.close(table)

        def close(self, table: str) -> None:
            with suppress(Refused), as_(sam), transaction.atomic():
                if (meeting := self._meeting(table)) is not None:
                    actions.close(meeting, by=sam, at=now())
                    self.world.closed.add(table)

        @deed(table=tables, name=whom, answer=st.sampled_from(["yes", "no", "withdrawn"]))
        def says(self, table: str, name: str, answer: str) -> None:
            with as_(sam):
                choose(Person(id=cast.people[name]), "meeting", answer, subject=cast.series[table].id, by=sam, at=now())
            (self.world.yes.add if answer == "yes" else self.world.yes.discard)((table, name))

        @precondition(lambda self: self.listed)
        @deed(which=st.integers(0, 9), who=st.sampled_from((*AT_TABLES, ALL)))
        def agrees(self, which: int, who: str) -> None:
            self.agree(which, who)

        def agree(self, which: int, who: str) -> None:
            table, name = sorted(self.listed)[which % len(self.listed)]
            with suppress(Refused), as_(sam), transaction.atomic():
                row = Listed.objects.select_related("meeting__series").get(id=self.listed[table, name])
                words = f"Took{len(self.world.took)}zq"
                made = actions.agree(row, words, seat=cast.seats.get(who), by_when=None, by=sam, at=now())
                self.world.took[str(made.id)] = Took(who, name, table)

        @deed(who=st.sampled_from(AT_TABLES), how=st.sampled_from(["leaves", "link ends", "another link"]))
        def gives_up(self, who: str, how: str) -> None:
            with as_(sam):
                seat = Seat.objects.select_related("series").get(id=cast.seats[who].id)
                if how == "leaves":
                    actions.leave_seat(seat, by=sam, at=now())
                    self.world.seats[who].left = True
                    self.world.seats[who].link = False
                elif how == "link ends":
                    actions.end_seat_link(seat, by=sam, at=now())
                    self.world.seats[who].link = False
                else:
                    until = today() + A_YEAR
                    self.references[f"{who} before"] = seat.reference
                    self.references[who] = actions.new_seat_link(seat, until=until, by=sam, at=now()).reference
                    self.world.seats[who].link = True

        # --- What everybody asks for ---------------------------------------------------------------------------------
        @deed()
        def nothing_is_done(self) -> None:
            """They ask all the same."""

        def asks_for(self, who: str, page: str, table: str, name: str, *, before: bool) -> None:
            reference = self.references.get(f"{who} before" if before else who, "")
            key = next((key for key, one in self.world.took.items() if one.whom == name), str(cast.people[name]))
            given = {
                "address": address_of(reference) if reference else "aaaa-bbbb-cccc-dddd",
                "series": cast.series[table].id,
                "on": today(),
                "listed": self.listed.get((table, name), cast.people[name]),
                "person": cast.people[name],
                "agreed": key,
            }
            method, path = PAGES[page]
            answer: Any = cast.clients[who].get(path.format(**given)) if method == "GET" else cast.clients[who].post(path.format(**given), SENT.get(page, {}))
            cast.counted.requests += 1
            self._is_no_more_than_theirs(who, "" if before else page, text(answer) if answer.status_code != 303 else "", answer.status_code)
            if (
                page in ("answers", "answers by link")
                and not before
                and key in self.world.took
                and key in self.world.still_theirs(who)
                and self.world.took[key].by == who
                and answer.status_code == 303
            ):
                self.world.took[key].answer = "done"
            self._nobody_answered_for_another()

        def _is_no_more_than_theirs(self, who: str, page: str, body: str, status: int) -> None:
            spoken, theirs = self.world.spoken_of(who), self.world.still_theirs(who)
            for name in PEOPLE:
                may_be_named = any(one == name for _table, one in spoken) or any(self.world.took[key].whom == name for key in theirs)
                assert name not in body or may_be_named, f"{who} read of {name} on {page}: {self.world}"
                for table in (HERE, ELSEWHERE):
                    assert words_of(name, table) not in body or (table, name) in spoken, f"{who} read {words_of(name, table)} on {page}: {self.world}"
                    assert f"{name}how{table}" not in body
                assert f"{name}note" not in body
                cast.counted.shown += name in body
            for number, (key, one) in enumerate(self.world.took.items()):
                assert f"Took{number}zq" not in body or key in theirs or (one.table, one.whom) in spoken
            seat = self.world.seats.get(who)
            if page == "opens" and seat and not seat.signs_in and status == 200:
                assert {name for name in PEOPLE if name in body} >= {name for _table, name in spoken}, "and no less"

        def _nobody_answered_for_another(self) -> None:
            with as_(sam):
                assert {str(key): said for key, said in Agreed.objects.values_list("id", "answer")} == {key: one.answer for key, one in self.world.took.items()}

    return Tables
