"""Whatever shares of posts are given, changed, ended and taken back, and however a post is moved: on no day is more paid than the whole of it."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import Refused
from alongside.money import actions
from alongside.money.models import Post, Share
from alongside.money.posts import WHOLE, Stretch
from tests.building import a_team, an_actor, as_, now

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 4, 1), 40
"""Days are told by their number; what goes on is read up to the last of them."""
DAYS = st.tuples(st.integers(0, 30), st.none() | st.integers(1, 12)).map(lambda told: (told[0], told[1] and told[0] + told[1]))
PARTS = st.sampled_from([1, 2_500, 5_000, 6_000, WHOLE])
POSTS, STREAMS, WHICH = st.integers(0, 1), st.integers(0, 2), st.integers(0, 7)
DEEDS = st.one_of(
    st.tuples(st.just("give"), POSTS, STREAMS, PARTS, DAYS),
    st.tuples(st.just("give"), POSTS, STREAMS, PARTS, DAYS),
    st.tuples(st.just("change"), WHICH, STREAMS, PARTS, DAYS),
    st.tuples(st.just("end"), WHICH, st.integers(1, 12)),
    st.tuples(st.just("take_back"), WHICH),
    st.tuples(st.just("move"), POSTS, DAYS),
)
Days = tuple[int, int | None]
BEGIN: tuple[Days, Days] = ((5, 25), (0, None))


class No(Exception):
    """The plain reading would not do it."""


@dataclass
class PlainShare:
    post: int
    stream: int
    parts: int
    over: Days
    instead_of: PlainShare | None = None
    holds: bool = True


@dataclass
class Plain:
    """Shares of two posts, asked day by day."""

    posts: list[Days] = field(default_factory=lambda: list(BEGIN))
    shares: list[PlainShare] = field(default_factory=list)

    def paid(self, post: int, day: int) -> int:
        return sum(one.parts for one in self.shares if one.holds and one.post == post and day in days_of(one.over))

    def _hold(self, made: PlainShare) -> None:
        made.holds = True
        inside = made.over[0] >= self.posts[made.post][0] and (self.posts[made.post][1] is None or within(made.over[1], self.posts[made.post][1]))
        if not inside or any(self.paid(made.post, day) > WHOLE for day in days_of(made.over)):
            made.holds = False
            raise No

    def give(self, post: int, stream: int, parts: int, over: Days) -> None:
        made = PlainShare(post, stream, parts, over, holds=False)
        self.shares.append(made)
        try:
            self._hold(made)
        except No:
            self.shares.remove(made)
            raise

    def change(self, number: int, stream: int, parts: int, over: Days) -> None:
        before = self.shares[number]
        if not before.holds:
            raise No
        before.holds = False
        try:
            self.give(before.post, stream, parts, over)
        except No:
            before.holds = True
            raise
        self.shares[-1].instead_of = before

    def end(self, number: int, after: int) -> None:
        one = self.shares[number]
        self.change(number, one.stream, one.parts, (one.over[0], one.over[0] + after))

    def take_back(self, number: int) -> None:
        one = self.shares[number]
        if not one.holds:
            raise No
        one.holds = False
        if one.instead_of:
            try:
                self._hold(one.instead_of)
            except No:
                one.holds = True
                raise

    def move(self, post: int, over: Days) -> None:
        held = [one.over for one in self.shares if one.holds and one.post == post]
        if any(one[0] < over[0] or (over[1] is not None and not within(one[1], over[1])) for one in held):
            raise No
        self.posts[post] = over


def within(end: int | None, other: int) -> bool:
    return end is not None and end <= other


def days_of(over: Days) -> range:
    return range(over[0], LAST if over[1] is None else over[1])


def as_days(over: Days) -> Stretch:
    return Stretch(FIRST + timedelta(days=over[0]), None if over[1] is None else FIRST + timedelta(days=over[1]))


class House:
    """The real actions, under the names of the plain reading."""

    def __init__(self, mo: Actor, team: Any) -> None:
        self.said = {"by": mo, "at": now()}
        self.streams = [actions.add_stream(team.organisation, name, kind="public health", **self.said) for name in "abc"]
        about = {"kind": "coordinator", "locality": None, "minutes_a_week": 2220}
        self.posts = [
            actions.add_post(team.organisation, f"Post {number}", over=as_days(over), pay_pence=1, on_costs_pence=1, **about, **self.said)
            for number, over in enumerate(BEGIN)
        ]
        self.about = about
        self.shares: list[Share] = []

    def give(self, post: int, stream: int, parts: int, over: Days) -> None:
        self.shares.append(actions.give_share(self.posts[post], self.streams[stream], parts=parts, over=as_days(over), **self.said))

    def change(self, number: int, stream: int, parts: int, over: Days) -> None:
        self.shares.append(actions.change_share(self._share(number), self.streams[stream], parts=parts, over=as_days(over), **self.said))

    def end(self, number: int, after: int) -> None:
        one = self._share(number)
        over = Stretch(one.since, one.since + timedelta(days=after))
        self.shares.append(actions.change_share(one, one.stream, parts=one.parts, over=over, **self.said))

    def take_back(self, number: int) -> None:
        actions.take_back_share(self._share(number), **self.said)

    def move(self, post: int, over: Days) -> None:
        here = Post.objects.get(id=self.posts[post].id)
        self.posts[post] = actions.put_post_right(here, here.name, over=as_days(over), **self.about, **self.said)

    def _share(self, number: int) -> Share:
        return Share.objects.select_related("post", "stream", "instead_of").get(id=self.shares[number].id)


def attempt(do: Any, told: tuple[Any, ...], refusal: type[Exception]) -> bool:
    try:
        with transaction.atomic():
            do(*told)
    except refusal:
        return False
    return True


def live(counted: Counter[tuple[str, bool]], deeds: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        team = a_team()
        mo = an_actor(Role.MANAGER, team)
        with as_(mo):
            house, plain = House(mo, team), Plain()
            for deed, *told in deeds:
                if deed in ("change", "end", "take_back"):
                    if not plain.shares:
                        continue
                    told[0] %= len(plain.shares)
                plainly, done = attempt(getattr(plain, deed), tuple(told), No), attempt(getattr(house, deed), tuple(told), Refused)
                assert (deed, done) == (deed, plainly)
                counted[deed, done] += 1
                compare(house, plain)
        transaction.set_rollback(True)


def compare(house: House, plain: Plain) -> None:
    """What stands in the table is what the plain reading says, and on no day more than the whole, nor outside the post."""
    for number, post in enumerate(house.posts):
        held = list(Share.objects.filter(post=post, gone_at__isnull=True))
        over = Post.objects.get(id=post.id).over
        for day in range(LAST):
            on = FIRST + timedelta(days=day)
            paid = sum(one.parts for one in held if one.since <= on and (one.until is None or on < one.until))
            assert paid == plain.paid(number, day) <= WHOLE
            assert not paid or (over.since <= on and (over.until is None or on < over.until))


def test_streams_never_pay_more_than_a_post_whatever_the_order():
    counted: Counter[tuple[str, bool]] = Counter()
    whole, half = ("give", 0, 0, WHOLE, (5, 25)), ("give", 0, 1, 5_000, (10, 20))
    # A share is ended, another takes its place, and what was ended can hold no more; nor can a post end before its shares.
    live(counted, [whole, half, ("end", 0, 5), half, ("take_back", 1), ("take_back", 1), ("move", 0, (5, 15)), ("move", 0, (5, 30)), ("end", 0, 1)])
    live(counted, [half, ("change", 0, 1, WHOLE, (10, 20)), ("change", 0, 1, 1, (10, 20)), ("take_back", 1), ("take_back", 0), ("take_back", 0)])
    once = given(st.lists(DEEDS, min_size=6, max_size=18))(lambda deeds: live(counted, deeds))
    settings(
        max_examples=int(os.environ.get("ALONGSIDE_SHARES", "40")), deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )(once)()
    # So that it never claims what it has not passed: each deed was done, and each was refused.
    assert set(counted) == {(name, done) for name in ("give", "change", "end", "take_back", "move") for done in (True, False)}
