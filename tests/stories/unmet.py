"""Forms that can be left unfinished, and that the two who leave every form unfinished do not meet."""

from __future__ import annotations

UNMET = {
    "answer to them": "the information governance lead's alone: tests/desk/test_every_form_saves_itself.py",
    **dict.fromkeys(("measure", "offered measure"), "nothing is asked here in the same words each time: tests/desk/test_measures.py"),
    "two met": "stands only where two have said yes to one another: tests/connections/test_may_meet.py",
    **dict.fromkeys(
        ("heard", "thought", "not this time", "proposed to meeting", "seat", "seat link", "send seat link", "told back"),
        "no meeting is called here: tests/meetings",
    ),
}
"""Forms that nobody meets here, each with why."""
