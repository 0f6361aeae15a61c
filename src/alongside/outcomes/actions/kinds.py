"""The kinds of change that a team counts besides those that every team counts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.words import Sentence
from alongside.people.rules import some_words
from alongside.trail.doing import action, leave_trace

from ..models import TeamKind
from ..permissions import may_keep_lists


@action
def add_kind(team_id: UUID, words: str, *, by: Actor, at: datetime) -> TeamKind:
    """One more kind for the team's list; one that was retired comes back."""
    may_keep_lists(by, team_id)
    words = " ".join(some_words(words, field="words", ask=Sentence("Write what is counted.")).split())
    found = TeamKind.objects.filter(team_id=team_id, words__iexact=words).first() or TeamKind(team_id=team_id, words=words)
    found.retired_on = None
    found.save()
    leave_trace("added to the list of counted kinds", about=f"counted kind {found.id}", at=at)
    return found


@action
def retire_kind(kind: TeamKind, *, by: Actor, at: datetime) -> None:
    """Offered no more; where it was used, it stays."""
    may_keep_lists(by, kind.team_id)
    kind.retired_on = timezone.localdate(at)
    kind.save(update_fields=["retired_on"])
    leave_trace("retired from the list of counted kinds", about=f"counted kind {kind.id}", at=at)


@action
def offer_kind_again(kind: TeamKind, *, by: Actor, at: datetime) -> None:
    """A kind that was retired is offered again."""
    may_keep_lists(by, kind.team_id)
    kind.retired_on = None
    kind.save(update_fields=["retired_on"])
    leave_trace("added to the list of counted kinds", about=f"counted kind {kind.id}", at=at)
