"""Any order of what can happen between a coordinator and somebody, lived through the real actions and held beside a short plain account of it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from alongside.foundation.actor import Actor
from alongside.introductions.actions import introduce_again
from alongside.introductions.rules import Introducing
from alongside.journeys import actions
from alongside.journeys.models import Agreement, EndedPart
from alongside.journeys.rules import ENDINGS, Awaited, Parts, StepAsked
from alongside.people.models import Person
from tests.building import now, somebody, today

from .account import OPEN, Account, fields_of

LEVELS = ("level 1", "level 2", *ENDINGS, "moved on", "died")
"""Those who move away or die are asked about more often: most can go wrong with them."""
AWAY = ("moved on", "died")
_one = st.integers(0, 50)


def machine(sam: Actor, counted: Counter[str]) -> type[RuleBasedStateMachine]:
    """The lives that this coordinator shares."""

    class Lives(Account):
        """Everything that can happen, each told to the account as well."""

        @initialize()
        def is_introduced(self) -> None:
            began = today() - timedelta(days=320)
            # In the morning: what is done in a row is done on one day.
            self.begin(Person(id=somebody(sam, on=began)), now().replace(hour=9) - timedelta(days=300), began)
            counted["lives"] += 1

        # --- Time ------------------------------------------------------------------------------------------------------------
        @precondition(lambda self: self.day < today() - timedelta(days=40))
        @rule(days=st.integers(1, 30))
        def time_passes(self, days: int) -> None:
            self.at += timedelta(days=days)
            counted["days"] += days

        # --- Levels and endings ----------------------------------------------------------------------------------------------
        @rule(level=st.sampled_from(LEVELS), ago=st.integers(0, 6), taken_back=st.booleans())
        def a_level_is_set(self, level: str, ago: int, taken_back: bool) -> None:
            since = self.day - timedelta(days=ago)
            if since < self.levels[-1][1]:
                return self.is_refused(actions.set_level, self.person, level, since=since)
            if taken_back:
                return self.there_and_back(
                    lambda: self.does(actions.set_level, self.person, level, since=since), lambda held: self.does(actions.take_back_level, held)
                )
            self.does(actions.set_level, self.person, level, since=since)
            self.levels.append((level, since))
            counted[f"set {level}"] += 1
            if level in AWAY:
                self.aside += [(len(self.levels), kind, key) for kind, keys in self.open.items() for key in keys]
                self.open = {kind: set() for kind in OPEN}

        @rule(taken_back=st.booleans())
        def they_are_back(self, taken_back: bool) -> None:
            held = self.levels[-1][0]
            if held not in ENDINGS:
                return self.is_refused(actions.come_back, self.person)
            if held == "died":
                self.does(actions.come_back, self.person)
                self.bring_back(with_level=len(self.levels))
                self.levels.pop()
            elif taken_back:
                return self.there_and_back(lambda: self.does(actions.come_back, self.person), lambda back: self.does(actions.take_back_level, back))
            else:
                back = self.does(actions.come_back, self.person)
                earlier = [level for level, _ in self.levels if level not in ENDINGS][-1]
                assert (back.level, back.since) == (earlier, self.day)
                self.levels.append((back.level, back.since))
            counted["came back"] += 1

        @rule()
        def what_was_laid_aside_goes_on(self) -> None:
            self.does(actions.bring_back_laid_aside, self.person)
            self.bring_back()

        def bring_back(self, with_level: int | None = None) -> None:
            which = [one for one in self.aside if with_level in (None, one[0])]
            for one in reversed(which):
                self.aside.remove(one)
                if one[1] != "look back" or not self.open["look back"]:
                    self.open[one[1]].add(one[2])

        # --- Steps, waits, visits, looks back --------------------------------------------------------------------------------
        @rule(who=st.sampled_from(["themselves", "people in their life", "community", "us", "service"]), taken_back=st.booleans())
        def a_step_is_written(self, who: str, taken_back: bool) -> None:
            asked = StepAsked("Ring the choir", who, staff_id=sam.id, by_when=self.day)
            if taken_back:
                return self.there_and_back(lambda: self.does(actions.add_step, self.person, asked), lambda step: self.does(actions.take_back_step, step))
            self.open["step"].add(self.does(actions.add_step, self.person, asked).id)

        @precondition(lambda self: self.open["step"])
        @rule(which=_one, taken_back=st.booleans(), how=st.sampled_from(["done", "let go"]))
        def a_step_ends(self, which: int, taken_back: bool, how: str) -> None:
            step = self.of("step", which)
            if taken_back:
                return self.there_and_back(
                    lambda: self.does(actions.end_step, step, as_=how, on=self.day), lambda ended: self.does(actions.take_up_again, ended)
                )
            self.does(actions.end_step, step, as_=how, on=self.day)
            self.is_refused(actions.end_step, step, as_=how, on=self.day)
            self.open["step"].discard(step.id)

        @rule(taken_back=st.booleans(), ago=st.integers(0, 9))
        def they_wait(self, taken_back: bool, ago: int) -> None:
            given = Awaited("An answer", self.day - timedelta(days=ago), "housing", "Halina", look_again_on=self.day)
            if taken_back:
                return self.there_and_back(
                    lambda: self.does(actions.begin_waiting, self.person, given), lambda wait: self.does(actions.take_back_waiting, wait)
                )
            self.open["waiting"].add(self.does(actions.begin_waiting, self.person, given).id)

        @precondition(lambda self: self.open["waiting"])
        @rule(which=_one, taken_back=st.booleans(), how=st.sampled_from(["came", "did not come", "not needed"]))
        def a_wait_ends(self, which: int, taken_back: bool, how: str) -> None:
            wait = self.of("waiting", which)
            self.is_refused(actions.end_waiting, wait, as_=how, on=wait.since - timedelta(days=1))
            if taken_back:
                return self.there_and_back(lambda: self.does(actions.end_waiting, wait, as_=how, on=self.day), lambda ended: self.does(actions.wait_on, ended))
            self.does(actions.end_waiting, wait, as_=how, on=self.day)
            self.open["waiting"].discard(wait.id)

        @rule(ahead=st.integers(0, 90))
        def a_look_back_is_planned(self, ahead: int) -> None:
            on = self.day + timedelta(days=ahead)
            if self.open["look back"]:
                return self.is_refused(actions.plan_look_back, self.person, on=on)
            self.open["look back"].add(self.does(actions.plan_look_back, self.person, on=on).id)

        @precondition(lambda self: self.open["look back"])
        @rule(how=st.sampled_from(["took place", "not wanted"]), taken_back=st.booleans())
        def a_look_back_ends(self, how: str, taken_back: bool) -> None:
            ahead = self.of("look back", 0)
            if taken_back:
                return self.there_and_back(
                    lambda: self.does(actions.end_look_back, ahead, as_=how, on=self.day), lambda ended: self.does(actions.look_back_after_all, ended)
                )
            self.does(actions.end_look_back, ahead, as_=how, words="Better.", on=self.day)
            self.open["look back"].clear()

        @rule(ahead=st.integers(0, 9))
        def a_visit_is_planned(self, ahead: int) -> None:
            self.open["visit"].add(self.does(actions.plan_visit, self.person, on=self.day + timedelta(days=ahead), staff_id=sam.id).id)

        @precondition(lambda self: self.open["visit"])
        @rule(which=_one, how=st.sampled_from(["not in", "put off"]))
        def a_visit_ends(self, which: int, how: str) -> None:
            visit = self.of("visit", which)
            self.does(actions.end_visit, visit, how)
            self.open["visit"].discard(visit.id)

        # --- Versions --------------------------------------------------------------------------------------------------------
        @rule(words=st.sampled_from(["To sing again", "My own front door"]))
        def a_good_life_is_told(self, words: str) -> None:
            self.remember(self.does(actions.tell_good_life, self.person, words, how_agreed="aloud"))

        @rule(words=st.sampled_from(["We meet.", ""]), they=st.sampled_from(["I ring.", ""]), how=st.sampled_from(["aloud", "on paper", "not yet"]))
        def a_version_is_agreed(self, words: str, they: str, how: str) -> None:
            given = {"parts": Parts(they_do=they), "agreed_on": self.day, "how_agreed": how}
            if not words and not they:
                return self.is_refused(actions.agree, self.person, words, **given)
            self.remember(self.does(actions.agree, self.person, words, **given))

        def remember(self, version: Any) -> None:
            self.versions[version.id] = fields_of(version)
            counted["versions"] += 1

        @rule(part=st.sampled_from(["whole", "words", "they_do"]), taken_back=st.booleans())
        def they_end_a_part(self, part: str, taken_back: bool) -> None:
            newest = self.rows(Agreement).order_by("-version").first()
            if newest is None:
                return
            ended = set(self.rows(EndedPart, agreement=newest).values_list("part", flat=True))
            newest._state.db = "default"
            if ended & {"whole", part} or (part != "whole" and not getattr(newest, part)):
                return self.is_refused(actions.end_part, newest, part, on=self.day)
            counted["parts ended"] += 1
            if taken_back:
                return self.there_and_back(
                    lambda: self.does(actions.end_part, newest, part, on=self.day), lambda one: self.does(actions.take_back_ended_part, one)
                )
            self.ended.add(self.does(actions.end_part, newest, part, words="Not any more.", on=self.day).id)

        @rule()
        def they_are_introduced_again(self) -> None:
            given = Introducing("Gwen", "housing office", True, on=self.day)
            self.does(introduce_again, self.person, given)

    Lives.sam, Lives.counted = sam, counted
    return Lives
