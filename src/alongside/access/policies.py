"""What row security asks of each table with a person, command by command: which rows the pages' role reads and writes."""

from __future__ import annotations

from alongside.foundation.keeping import Keeping, Part

from . import handed

INSERT_INSTEAD = {"people_holding": "person_is_new(person_id) AND walks_in_team(team_id)"}
"""Tables whose first row cannot lean on the view, and what is asked instead."""

ADDRESSED_TO = {"access_naming": "partner_id"}
"""Tables whose rows are each for one reader besides those who see the record: what was agreed for another is not theirs."""

AT_THE_TABLE = {"meetings_listed": "id", "meetings_discussed": "listed_id", "meetings_agreed": "listed_id"}
"""Tables whose rows are each for one meeting's table, besides those who see the record, and which column names the place on its list."""

THEIRS_TO_WRITE = frozenset({"access_choice", "access_asked"})
"""Tables written by whoever sees that part of somebody, themselves among them: nobody has to see the record for it."""
BY_THEMSELVES = ("mine_theirwords", "mine_notright", "pictures_theirpicture", "outcomes_asking", "outcomes_answer")
"""Tables in which somebody writes about themselves, reading their own copy by a link: rows that no member of staff wrote."""
THEIRS_TO_TAKE_AWAY = ("pictures_theirpicture",)
"""Of those, tables from which they take away whatever is theirs, whoever put it there."""

WAITS_FOR_ITS_WRITER = {
    "web_draft": "web_draft_waits(saved_at)",
    "exchange_movingin": "moving_in_waits(at, loaded_at)",
    "handovers_ownnote": "step_up_id IN (SELECT shared_with_me())",
}
"""Tables whose rows are for a while: when it is over nobody sees them, whether or not somebody has cleared them away yet."""

TO_CHANGE_WHO_SEES = {"people_locationprotection": Part.WHEREABOUTS, "people_locationlisted": Part.WHEREABOUTS}
"""Tables that keep a part from others are written only by those who see that part: nobody lists themselves."""


def _seen(table: str, keeping: Keeping, part: str) -> str:
    return f"EXISTS (SELECT 1 FROM i_may_see s WHERE s.person_id = {table}.{keeping.person} AND s.part = {part})"


def _sees(table: str, keeping: Keeping, part: str) -> str:
    """The same for one row that is written: through a function, whose plan is found once a connection."""
    return f"i_see({table}.{keeping.person}, {part})"


def _seen_or_joined(table: str, keeping: Keeping, part: str) -> str:
    """Of what stays with somebody whose record was joined to another's: whoever sees the one sees it."""
    return f"EXISTS (SELECT 1 FROM i_may_see s WHERE s.person_id IN ({table}.{keeping.person}, stands_for({table}.{keeping.person})) AND s.part = {part})"


def policies(table: str, keeping: Keeping) -> dict[str, str]:
    """What each command asks of a row: seen for its part to read, seen for the record to write."""
    if table == "trail_change":
        return {"SELECT": _seen_or_joined(table, keeping, f"{table}.part")}
    if table == "trail_reason":
        return {"SELECT": _seen_or_joined(table, keeping, f"'{keeping.part}'")}
    read, record = (_seen(table, keeping, f"'{part}'") for part in (keeping.part, Part.RECORD))
    reads, write = (_sees(table, keeping, f"'{part}'") for part in (keeping.part, Part.RECORD))
    if keeping.own:
        # Also about somebody lost from sight meanwhile: they are the writer's own words, and nobody else reads them.
        mine = f"{keeping.own} = (SELECT current_actor())"
        if table in WAITS_FOR_ITS_WRITER:
            mine += f" AND {WAITS_FOR_ITS_WRITER[table]}"
        return dict.fromkeys(("SELECT", "INSERT", "UPDATE", "DELETE"), mine)
    if keeping.hidden:
        return {"INSERT": write, "DELETE": write, "SELECT": record}
    if keeping.written_by_function:
        return {"SELECT": read}
    both = reads if keeping.part == Part.RECORD or table in THEIRS_TO_WRITE else f"{reads} AND {write}"
    if table in TO_CHANGE_WHO_SEES:
        both += " AND " + _sees(table, keeping, f"'{TO_CHANGE_WHO_SEES[table]}'")
    if table in ADDRESSED_TO:
        read = f"{ADDRESSED_TO[table]} = (SELECT current_actor()) AND {read} OR {record}"
    if table in AT_THE_TABLE:
        read = f"{AT_THE_TABLE[table]} IN (SELECT listed_to_me()) AND {read} OR {record}"
    if table in handed.IN_A_HAND_OVER:
        return handed.policies(table, seen=(record, _seen(table, keeping, f"{table}.part")), written=(write, _sees(table, keeping, f"{table}.part")))
    if table in INSERT_INSTEAD:
        # Nor is it moved or removed by whoever may write in the record: a record is handed over, not given away.
        return {"SELECT": read, "INSERT": INSERT_INSTEAD[table]}
    if keeping.written_once:
        # Whoever was known twice brings theirs along: only by whoever sees the record.
        return {"SELECT": read, "INSERT": both, "UPDATE": write}
    if table in BY_THEMSELVES:
        theirs = f"{keeping.person} = (SELECT current_actor()) AND {reads}"
        away = f"{both} OR {theirs}" if table in THEIRS_TO_TAKE_AWAY else both
        return {"SELECT": read, "INSERT": f"{both} OR {theirs} AND by_id IS NULL", "UPDATE": f"{both} OR {theirs}", "DELETE": away}
    return {"SELECT": read, "INSERT": both, "UPDATE": both, "DELETE": both}
