"""What waits for the team at the meetings it calls, counted: proposals, lists that are due, and meetings left open."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.meetings.days import working_day_before


def at_our_meetings(found: dict[str, Any], *, today: date) -> list[dict[str, Any]]:
    """Of each kind how many; and, where they are of one meeting, which (`meetings/sql/waiting.sql`)."""
    due = [one for one in found["lists"] or () if working_day_before(one["on"], one["nation"]) <= today]
    waits = {"proposed": found["proposed"] or [], "due": due, "not closed": found["not_closed"] or []}
    return [_line(kind, rows) for kind, rows in waits.items() if rows]


def _line(kind: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    only = rows[0] if len(rows) == 1 else {}
    return {"kind": kind, "many": sum(row.get("many", 1) for row in rows), "series": only.get("series"), "on": only.get("on")}
