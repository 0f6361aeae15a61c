"""Forms that can be left unfinished, and that the two who leave every form unfinished do not meet."""

from __future__ import annotations

UNMET = {
    "answer to them": "the information governance lead's alone: tests/desk/test_every_form_saves_itself.py",
    "send link": "no group is kept here: tests/groups",
    **dict.fromkeys(("measure", "offered measure"), "nothing is asked here in the same words each time: tests/desk/test_measures.py"),
    "two met": "stands only where two have said yes to one another: tests/connections/test_may_meet.py",
    **dict.fromkeys(("barrier", "barrier of missing", "gap", "how a barrier stands", "missing"), "no wish is kept here: tests/gaps, tests/desk"),
    **dict.fromkeys(
        ("heard", "thought", "not this time", "proposed to meeting", "seat", "seat link", "send seat link", "told back"),
        "no meeting is called here: tests/meetings",
    ),
    **dict.fromkeys(
        ("group", "group holders", "group session", "group stage", "guest", "register link", "starter pack", "still going", "taster", "taster went"),
        "no group is kept here: tests/groups",
    ),
    **dict.fromkeys(("answer to a spend", "money given", "money moved", "spend", "year reopened"), "no budget is kept here: tests/money"),
}
"""Forms that nobody meets here, each with why."""
