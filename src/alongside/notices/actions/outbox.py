"""Something is put into the outbox, taken back, sent again, or done by hand."""

from __future__ import annotations

from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from django.conf import settings
from django.utils import translation

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Vocabulary
from alongside.teams.models import Staff, Team
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions
from ..models import Notice
from ..queries import had_their_time
from ..rules import Sending, can_go
from ..saying import said_in
from ..words import IS_ON_ITS_WAY, NOT_NOW


@action
def post(given: Sending, *, team_id: UUID, by: Actor, at: datetime) -> Notice:
    """Put it into the outbox: it goes when this transaction is committed, or is gone with it. What is due once is put there once."""
    permissions.may_send(by, team_id)
    can_go(given)
    if given.once:
        one_at_a_time(uuid5(NAMESPACE_OID, given.once))
        if (before := Notice.objects.filter(once=given.once).first()) is not None:
            leave_trace("put a notice into the outbox", about=f"notice {before.id}", outcome="there already", at=at)
            return before
    team = Team.objects.select_related("organisation").get(id=team_id)
    with translation.override(settings.LANGUAGE_CODE):
        subject, words = said_in(given, team=team.name, organisation=settings.NOTICES_SIGNED or team.organisation.name, vocabulary=Vocabulary(team.vocabulary))
    key = new_key()
    sender = None if by == ON_THE_MACHINE else by.id
    made = Notice(
        id=key,
        team_id=team_id,
        kind=given.kind,
        way=given.way,
        to=given.to.strip(),
        called=" ".join(given.called.split()),
        subject_line=subject,
        words=words,
        reply_to=Staff.objects.values_list("email", flat=True).get(id=sender) if sender else "",
        message_id=f"<{key}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>",
        about=given.about,
        once=given.once,
        by_id=sender,
        at=at,
        next_try_at=at,
    )
    made.save(force_insert=True)
    leave_trace("put a notice into the outbox", about=f"notice {made.id}", at=at)
    return made


def _held(notice: Notice, *states: str) -> Notice:
    """The row as it stands now, held to the commit, if it is still in one of these states."""
    found = Notice.objects.select_for_update().get(id=notice.id)
    if found.state not in states:
        if "waiting" in states and found.state in ("handing over", "gone"):
            raise Refused(IS_ON_ITS_WAY)
        raise Refused(NOT_NOW)
    return found


@action
def take_back(notice: Notice, *, by: Actor, at: datetime) -> None:
    """It does not go after all."""
    permissions.may_send(by, notice.team_id)
    found = _held(notice, "waiting", "not gone")
    found.state, found.settled_at = "taken back", at
    found.save(update_fields=["state", "settled_at"])
    leave_trace("took back a notice", about=f"notice {notice.id}", at=at)


@action
def take_back_about(about: str, *, team_id: UUID, by: Actor, at: datetime) -> int:
    """What a link opens is over: whatever waits to go with it does not. Gives how many waited."""
    permissions.may_send(by, team_id)
    many = Notice.objects.filter(about=about, team_id=team_id, state__in=["waiting", "not gone"]).update(state="taken back", settled_at=at)
    leave_trace("took back what waited", about=about, outcome=f"{many} notices", at=at)
    return many


@action
def send_again(notice: Notice, *, by: Actor, at: datetime) -> None:
    """What did not go, or may not have gone, is tried anew: the same words under the same Message-ID, so that a program that has it knows it again."""
    permissions.may_send(by, notice.team_id)
    found = _held(notice, "not gone", "may have gone")
    found.state, found.next_try_at, found.tries, found.begun_at, found.taker, found.settled_at, found.why = "waiting", at, 0, None, None, None, ""
    found.tried_since = at
    found.save(update_fields=["state", "next_try_at", "tries", "begun_at", "taker", "settled_at", "why", "tried_since"])
    leave_trace("sent a notice again", about=f"notice {notice.id}", at=at)


@action
def it_came(notice: Notice, *, by: Actor, at: datetime) -> None:
    """What may have gone did come: they said so."""
    permissions.may_send(by, notice.team_id)
    found = _held(notice, "may have gone")
    found.state, found.settled_at, found.by_hand = "gone", at, True
    found.save(update_fields=["state", "settled_at", "by_hand"])
    leave_trace("said that a notice came", about=f"notice {notice.id}", at=at)


@action
def done_by_hand(notice: Notice, *, by: Actor, at: datetime) -> None:
    """One of us rang, or posted the letter."""
    permissions.may_send(by, notice.team_id)
    found = _held(notice, "waiting", "not gone")
    found.state, found.settled_at, found.by_hand = "gone", at, True
    found.save(update_fields=["state", "settled_at", "by_hand"])
    leave_trace("did a notice by hand", about=f"notice {notice.id}", at=at)


@action
def could_not(notice: Notice, *, by: Actor, at: datetime) -> None:
    """One of us tried by hand, and reached nobody."""
    permissions.may_send(by, notice.team_id)
    found = _held(notice, "waiting")
    found.state, found.settled_at, found.why = "not gone", at, "by hand"
    found.save(update_fields=["state", "settled_at", "why"])
    leave_trace("could not do a notice by hand", about=f"notice {notice.id}", at=at)


@action
def forget_old_notices(*, by: Actor, at: datetime) -> int:
    """Ninety days after something was settled, its address and its words go; its lines in the trail stay."""
    many, _kinds = had_their_time(at).delete()
    leave_trace("cleared old notices away", about=f"{many} notices", at=at)
    return many
