"""The one thing in the demo that no page does: marking its staff as invented, so that they cannot sign in anywhere else."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.teams.models import Staff
from alongside.trail.doing import action, leave_trace


@action
def mark_as_invented(staff: Staff, *, by: Actor, at: datetime) -> None:
    """One of the demo's staff: one click signs them in, and outside the demo nothing does."""
    staff.in_demo = True
    staff.save(update_fields=["in_demo"])
    leave_trace("marked as invented", about=f"staff {staff.id}", purpose="demo", at=at)
