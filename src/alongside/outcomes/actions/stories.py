"""A story: drafted, agreed to word for word, printed once, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace, one_at_a_time

from ..models import Story

WRITE_IT = Sentence("Write the story.")
FOR_WHAT = Sentence("Say what it is for, such as “Committee paper, May 2027”: their yes is to one use.")
GIVES_AWAY = Sentence("This still gives somebody away: %(what)s. Change it first, with them.")
HOW_THEY_SAID_YES = Sentence("Write how they said yes to these words.")
WITHDRAWN_ALREADY = Sentence("They have taken this story back. Begin a new one, with them, if they wish.")
PRINTED_ALREADY = Sentence("It was printed already, for the one use they agreed to. For another use, begin a story and ask them.")
NO_YES = Sentence("They have not said yes to these words. Ask them first.")
SAY_WHERE = Sentence("Write where it is printed, so that they can be told.")


@action
def draft_story(person: Person, words: str, *, use_kind: str, use: str, changed: str = "", by: Actor, at: datetime) -> Story:
    """A story for one use; nobody outside reads it before their yes."""
    may_write(by)
    said = {"words": some_words(words, field="words", ask=WRITE_IT), "use": some_words(use, field="use", ask=FOR_WHAT)}
    made = Story.objects.create(person=person, use_kind=use_kind, changed=changed.strip(), **said, by_id=by.id, at=at)
    leave_trace("drafted a story", person.id, about=f"story {made.id}", at=at)
    return made


@action
def rewrite_story(story: Story, words: str, *, use_kind: str, use: str, changed: str, judged: Sequence[str], by: Actor, at: datetime) -> Story:
    """Other words, or another use: whatever yes there was, was to the words before, and holds no longer."""
    may_write(by)
    _open(story)
    said = {"words": some_words(words, field="words", ask=WRITE_IT), "use": some_words(use, field="use", ask=FOR_WHAT), "use_kind": use_kind}
    if any(getattr(story, name) != value for name, value in said.items()):
        story.yes_on, story.how_they_said_yes = None, ""
    for name, value in said.items():
        setattr(story, name, value)
    story.changed, story.judged, story.amended_at = changed.strip(), "\n".join(judged), at
    story.save(update_fields=[*said, "changed", "judged", "yes_on", "how_they_said_yes", "amended_at"])
    leave_trace("changed a story", story.person_id, about=f"story {story.id}", at=at)
    return story


@action
def say_yes(story: Story, how: str, on: date, *, gives_away: Sequence[str], by: Actor, at: datetime) -> Story:
    """Their yes to these words for this use; refused while anything in it gives somebody away (`gives_away`: what does)."""
    may_write(by)
    _open(story)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    if gives_away:
        raise Refused(GIVES_AWAY, what=", ".join(f"“{one}”" for one in gives_away))
    story.how_they_said_yes, story.yes_on = some_words(how, field="how", ask=HOW_THEY_SAID_YES), on
    story.save(update_fields=["how_they_said_yes", "yes_on"])
    leave_trace("wrote down their yes to a story", story.person_id, about=f"story {story.id}", at=at)
    return story


@action
def print_story(story: Story, where: str, *, by: Actor, at: datetime) -> Story:
    """It is used, once, for what they agreed to. Whoever takes it back at the same moment is heard first or after, never lost."""
    may_write(by)
    one_at_a_time(story.id)
    story.refresh_from_db()
    _open(story)
    if story.yes_on is None:
        raise Refused(NO_YES)
    story.printed_where, story.printed_on = some_words(where, field="where", ask=SAY_WHERE), timezone.localdate(at)
    story.save(update_fields=["printed_where", "printed_on"])
    leave_trace("printed a story", story.person_id, about=f"story {story.id}", at=at)
    return story


@action
def withdraw_story(story: Story, how: str, *, by: Actor, at: datetime) -> Story:
    """They take it back, at any time and without a reason: whatever was not printed yet is printed nowhere."""
    may_write(by)
    one_at_a_time(story.id)
    story.refresh_from_db()
    if story.withdrawn_on is not None:
        raise Refused(WITHDRAWN_ALREADY)
    story.withdrawn_on, story.how_withdrawn = timezone.localdate(at), how.strip()
    story.save(update_fields=["withdrawn_on", "how_withdrawn"])
    leave_trace("withdrew a story", story.person_id, about=f"story {story.id}", at=at)
    return story


def _open(story: Story) -> None:
    if story.withdrawn_on is not None:
        raise Refused(WITHDRAWN_ALREADY)
    if story.printed_on is not None:
        raise Refused(PRINTED_ALREADY)
