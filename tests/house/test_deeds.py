"""Every deed about somebody can be told to whoever asks who did what: the trail's words know it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from alongside.trail.words import DEEDS

SOURCE = Path(__file__).parents[2] / "src/alongside"


def deeds_about_somebody(text: str) -> Iterator[str]:
    """The verbs of lines that name somebody: what `leave_trace` is given before whom it is about."""
    for call in ast.walk(ast.parse(text)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "leave_trace" and len(call.args) > 1 and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)


def unknown(text: str) -> list[str]:
    return sorted(set(deeds_about_somebody(text)) - set(DEEDS))


def test_every_deed_about_somebody_can_be_said():
    found = {path.name: unknown(path.read_text()) for path in SOURCE.rglob("*.py")}
    assert {name: verbs for name, verbs in found.items() if verbs} == {}


def test_a_planted_deed_without_words_is_found():
    assert unknown('leave_trace("did a thing", person.id, at=at)\nleave_trace("loaded entries", about="source")') == ["did a thing"]
