"""The worker's four steps, each committed before the next: take one, begin to give it over, write down the answer; and what a worker that died left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.trail.doing import action, leave_trace

from ..models import Notice
from ..queries import next_due
from ..rules import Answer, Came, is_given_up, rest_after


def take(taker: int, ways: Iterable[str], *, at: datetime) -> Notice | None:
    """The next that is due is this worker's; from here to `begin` nothing of it has left. What becomes of it has the line in the trail."""
    found = next_due(ways, at)
    if found is not None:
        found.state, found.taker, found.begun_at, found.tries = "handing over", taker, None, found.tries + 1
        found.save(update_fields=["state", "taker", "begun_at", "tries"])
    return found


def begin(notice: Notice, *, at: datetime) -> bool:
    """Whoever takes it has asked for the words: from here on nobody knows whether it went until the answer is written down. False when it is ours no more."""
    return bool(Notice.objects.filter(id=notice.id, taker=notice.taker, state="handing over", begun_at__isnull=True).update(begun_at=at))


@action
def settle(notice: Notice, answer: Answer, *, by: Actor, at: datetime) -> str:
    """Write down what became of it; its state is given back. An answer that comes after the connection was lost and found still counts, unless
    somebody has sent it anew meanwhile."""
    found = Notice.objects.select_for_update().get(id=notice.id)
    if found.taker != notice.taker or found.state not in ("handing over", "may have gone"):
        leave_trace("carried a notice", about=f"notice {notice.id}", outcome="told too late", at=at)
        return found.state
    found.reply = answer.reply[:500]
    if answer.came is Came.TAKEN:
        found.state, found.settled_at = "gone", at
    elif answer.came is Came.UNCERTAIN:
        found.state = "may have gone"
    elif answer.came is Came.LATER and not is_given_up(found.tried_since or found.at, at):
        found.state, found.taker, found.begun_at, found.next_try_at = "waiting", None, None, at + rest_after(found.tries)
    else:
        found.state, found.settled_at, found.why = "not gone", at, answer.why or "nobody answered"
    found.save()
    leave_trace("carried a notice", about=f"notice {notice.id}", outcome=found.state, at=at)
    return found.state


@action
def give_back(notice: Notice, *, by: Actor, at: datetime) -> str:
    """What a worker held whose connection is gone: what it had not begun to give over waits again, else it may have gone. Its state is given."""
    found = Notice.objects.select_for_update().get(id=notice.id)
    if found.state == "handing over" and found.taker == notice.taker:
        if found.begun_at is None:
            found.state, found.taker, found.next_try_at = "waiting", None, at
        else:
            found.state = "may have gone"
        found.save(update_fields=["state", "taker", "next_try_at"])
    leave_trace("found a notice that a worker left", about=f"notice {notice.id}", outcome=found.state, at=at)
    return found.state
