"""What a team thinks over together, apart from every record."""

from __future__ import annotations

from datetime import date, datetime

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import Reflection, Thought
from ..words import NOT_YOUR_WORDS, SAY_THE_QUESTION, SAY_THE_SCENE, SAY_WHAT_YOU_THINK


@action
def bring_a_scene(scene: str, question: str, *, on: date, by: Actor, at: datetime) -> Reflection:
    """A scene of practice, and the question that the team thinks over."""
    team_id = permissions.team_that_calls(by)
    if not scene.strip():
        raise Refused(SAY_THE_SCENE, field="scene")
    if not question.strip():
        raise Refused(SAY_THE_QUESTION, field="question")
    made = Reflection.objects.create(team_id=team_id, on=on, scene=scene.strip(), question=question.strip(), by_id=by.id, at=at)
    leave_trace("brought a scene to think over", about=f"reflection {made.id}", at=at)
    return made


@action
def say_a_thought(reflection: Reflection, kind: str, words: str, *, by: Actor, at: datetime) -> Thought:
    """How one of the team sees it, or what they will try."""
    permissions.may_keep_meeting(by, reflection.team_id)
    if not words.strip():
        raise Refused(SAY_WHAT_YOU_THINK, field="words")
    made = Thought.objects.create(reflection=reflection, kind=kind, words=words.strip(), by_id=by.id, at=at)
    leave_trace("said a thought to a scene", about=f"thought {made.id}", at=at)
    return made


@action
def take_back_thought(thought: Thought, *, by: Actor, at: datetime) -> None:
    """It is nowhere any more: it was theirs alone to say, and is theirs to take away."""
    if thought.by_id != by.id:
        raise NotYours(NOT_YOUR_WORDS)
    thought.words, thought.taken_back_at = "", at
    thought.save(update_fields=["words", "taken_back_at"])
    leave_trace("took back a thought", about=f"thought {thought.id}", at=at)
