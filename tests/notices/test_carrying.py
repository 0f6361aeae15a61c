"""What a worker carries: once, again where nobody took it, and never again where somebody did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.notices import actions
from alongside.notices.carrying import Worker
from alongside.notices.models import Notice
from alongside.notices.queries import had_their_time
from alongside.notices.rules import Answer, Came
from alongside.teams.permissions import ON_THE_MACHINE
from tests.building import a_coordinator, as_, now

from .conftest import Saying, as_it_stands, carried, posted

pytestmark = pytest.mark.django_db


def test_nothing_goes_of_a_deed_that_was_undone():
    sam = a_coordinator()
    with transaction.atomic():
        posted(sam)
        transaction.set_rollback(True)
    assert carried().given == []


def test_what_was_taken_is_never_carried_again_whatever_somebody_writes():
    sam = a_coordinator()
    notice = posted(sam)
    carried(Answer(Came.TAKEN))
    with pytest.raises(IntegrityError), as_(ON_THE_MACHINE):
        Notice.objects.filter(id=notice.id).update(state="waiting", settled_at=None)
    assert carried().given == []


def test_a_server_that_is_away_is_asked_again_with_longer_and_longer_rests_and_after_two_days_no_more():
    sam = a_coordinator()
    notice = posted(sam)
    at, rests = now(), []
    while True:
        carried(Answer(Came.LATER, "421 busy"), at=at)
        notice = as_it_stands(notice)
        if notice.state != "waiting":
            break
        rests.append(round((notice.next_try_at - at).total_seconds() / 60))
        at = notice.next_try_at
    assert rests[:9] == [1, 2, 4, 8, 16, 32, 64, 128, 240]
    assert set(rests[9:]) == {240}
    assert (notice.state, notice.why) == ("not gone", "nobody answered")


def test_what_a_dead_worker_had_not_begun_waits_again_and_what_it_had_begun_may_have_gone():
    sam = a_coordinator()
    first, second = posted(sam), posted(sam)
    with as_(ON_THE_MACHINE):
        for one, begun in ((first, False), (second, True)):
            taken = actions.take(4711, ["e-mail"], at=now())
            assert taken.id == one.id
            if begun:
                assert actions.begin(taken, at=now())
    out = carried(Answer(Came.TAKEN))
    assert [one.id for one in out.given] == [first.id]
    second = as_it_stands(second)
    assert second.state == "may have gone"


def test_an_answer_that_comes_late_still_counts_until_it_was_sent_anew():
    sam = a_coordinator()
    notice = posted(sam)
    with as_(ON_THE_MACHINE):
        taken = actions.take(4711, ["e-mail"], at=now())
        actions.begin(taken, at=now())
        actions.give_back(taken, by=ON_THE_MACHINE, at=now())
        assert actions.settle(taken, Answer(Came.TAKEN, "250 ok"), by=ON_THE_MACHINE, at=now()) == "gone"
    other = posted(sam)
    with as_(ON_THE_MACHINE):
        taken = actions.take(4712, ["e-mail"], at=now())
        actions.begin(taken, at=now())
        actions.give_back(taken, by=ON_THE_MACHINE, at=now())
    with as_(sam):
        actions.send_again(other, by=sam, at=now())
    with as_(ON_THE_MACHINE):
        assert actions.settle(taken, Answer(Came.TAKEN, "250 ok"), by=ON_THE_MACHINE, at=now()) == "waiting"
    notice = as_it_stands(notice)
    assert notice.state == "gone"


class Faulty:
    """A way out with a fault of ours in it, before its words leave or after."""

    def __init__(self, *, after: bool) -> None:
        self.after = after

    def give(self, notice, begin):
        if self.after:
            begin()
        raise UnicodeError("a fault of ours")


@pytest.mark.parametrize(("after", "state"), [(False, "waiting"), (True, "may have gone")])
def test_one_notice_with_which_something_is_wrong_stops_no_other(after, state):
    sam = a_coordinator()
    wrong, well = posted(sam, way="text", to="07700 900123"), posted(sam)
    out = Saying(Answer(Came.TAKEN))
    worker = Worker({"text": Faulty(after=after), "e-mail": out})
    worker.come()
    worker.carry_all()
    assert (as_it_stands(wrong).state, as_it_stands(well).state) == (state, "gone")


def test_a_worker_that_is_told_to_stop_ends_after_the_one_it_is_at():
    sam = a_coordinator()
    first, second = posted(sam), posted(sam)
    worker = Worker({"e-mail": (out := Saying(Answer(Came.TAKEN)))})
    worker.come()
    worker.carry_all(is_told_to_stop=lambda: bool(out.given))
    assert (as_it_stands(first).state, as_it_stands(second).state) == ("gone", "waiting")


def test_after_ninety_days_what_is_settled_goes_and_what_waits_stays():
    sam = a_coordinator()
    went, waits = posted(sam), posted(sam, way="telephone", to="01632 960123")
    carried(Answer(Came.TAKEN))
    with as_(ON_THE_MACHINE):
        assert list(had_their_time(now() + timedelta(days=89))) == []
        assert actions.forget_old_notices(by=ON_THE_MACHINE, at=now() + timedelta(days=91)) == 1
        assert [one.id for one in Notice.objects.all()] == [waits.id]
    assert went.id != waits.id
