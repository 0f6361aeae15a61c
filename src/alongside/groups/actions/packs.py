"""The starter pack in a team's own words."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import PackPage


@action
def write_pack_page(page: str, words: str, *, by: Actor, at: datetime) -> None:
    """The team's own words from now on; left empty, ours stand again."""
    team_id = permissions.team_that_keeps(by)
    kept = PackPage.objects.filter(team_id=team_id, subject=page).first() or PackPage(team_id=team_id, subject=page)
    if words.strip():
        kept.words, kept.by_id, kept.at = words.strip(), by.id, at
        kept.save()
    else:
        PackPage.objects.filter(team_id=team_id, subject=page).delete()
    leave_trace("wrote a page of the starter pack", about=f"page {page}", at=at)
