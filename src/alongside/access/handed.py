"""Row security of hand-overs: each row says its part, and is for the other side of one hand-over besides."""

from __future__ import annotations

IN_A_HAND_OVER = {
    "handovers_stepup": ("id", "handed_to_me"),
    "handovers_turn": ("step_up_id", "handed_to_me"),
    "handovers_sharedpage": ("step_up_id", "shared_with_me"),
}
"""Which column names the hand-over, and what opens it to the other side."""


def policies(table: str, *, seen: tuple[str, str], written: tuple[str, str]) -> dict[str, str]:
    """Whoever sees the record, and of it the part that the row says or handed it over themselves; to read, the other side too, while it is open to them.

    Each pair asks for the record and for the row's own part: `seen` in a question of many rows, `written` for one row that is written.
    """
    names_it, opened_by = IN_A_HAND_OVER[table]
    # Of the hand-over itself not asked through the table: a row that is written now is not in it yet.
    by_me = f"{table}.by_id = (SELECT current_actor())" if names_it == "id" else f"{names_it} IN (SELECT handed_over_by_me())"
    reading, writing = (f"{record} AND ({part} OR {by_me})" for record, part in (seen, written))
    return {"SELECT": f"{names_it} IN (SELECT {opened_by}()) OR {reading}", "INSERT": writing, "UPDATE": writing, "DELETE": writing}
