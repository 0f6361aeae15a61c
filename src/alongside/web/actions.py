"""Keeping and dropping drafts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .models import Draft
from .queries import THROWN_AWAY
from .sessions import SessionStore

LONGEST = 100_000
"""Letters a draft may have; more than any note we have seen, less than would fill a disk."""

OF_WHERE = frozenset({"where", "visit", "moved visit", "wish"})
"""Forms that come with where somebody is in them: what is begun there goes as soon as its writer may see that no longer (access/sql/drafts_of_where.sql)."""

MOST = 100
"""Drafts one writer may have at once."""


def keep_draft(form: str, person_id: UUID | None, words: dict[str, str], *, page: str, by: Actor, at: datetime) -> Draft:
    """Keep what somebody is writing; an empty form is no draft. Drafts are nobody's record, so the trail has no line."""
    forget_old_drafts()
    if not any(value.strip() for value in words.values()):
        Draft.objects.filter(writer_id=by.id, form=form, person_id=person_id).delete()
        return Draft(writer_id=by.id, form=form, person_id=person_id, page=page, words=words, saved_at=at)
    others = Draft.objects.filter(writer_id=by.id).exclude(form=form, person_id=person_id)
    if others.count() >= MOST:
        raise Refused(Sentence("You have very many unfinished things. Save some or throw them away first."))
    draft, _ = Draft.objects.update_or_create(writer_id=by.id, form=form, person_id=person_id, defaults={"words": words, "page": page, "saved_at": at})
    if person_id is not None and form.partition("/")[0] in OF_WHERE:
        forget_drafts_of_where(person_id)
        if not Draft.objects.filter(id=draft.id).exists():
            raise Refused(Sentence("Where they are is protected, so nothing is kept of this form. Ask one of those who are named on their page."))
    return draft


def forget_old_drafts() -> None:
    """Clear away every draft that has waited too long, whoever wrote it (sql/drafts.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT web_forget_old_drafts()")


def forget_drafts_of_where(person_id: UUID) -> None:
    """Clear away what others are still writing of where somebody is, and may see no longer (access/sql/drafts_of_where.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT forget_drafts_of_where(%s)", [person_id])


def let_go_of(*names: str) -> None:
    """Take out of every session what is held there under these names: nobody is kept in what somebody else looked for last."""
    store = SessionStore()
    for session in Session.objects.iterator():
        held = store.decode(session.session_data)
        if any(name in held for name in names):
            session.session_data = store.encode({name: value for name, value in held.items() if name not in names})
            session.save(update_fields=["session_data"])


def drop_draft(form: str, person_id: UUID | None, *, by: Actor) -> None:
    """Forget a draft: it was saved for good, or thrown away."""
    Draft.objects.filter(writer_id=by.id, form=form, person_id=person_id).delete()


def throw_away(draft: Draft, *, by: Actor, at: datetime) -> None:
    """Out of sight, and out of its form; kept a while, so that one press brings it back. Of one form only the last."""
    gone = f"{THROWN_AWAY}{draft.form}"
    Draft.objects.filter(writer_id=by.id, form=gone, person_id=draft.person_id).delete()
    Draft.objects.filter(writer_id=by.id, id=draft.id).update(form=gone, saved_at=at)


def bring_back(draft: Draft, *, by: Actor, at: datetime) -> bool:
    """Among the unfinished again, unless something else was begun in its place."""
    form = draft.form.removeprefix(THROWN_AWAY)
    if Draft.objects.filter(writer_id=by.id, form=form, person_id=draft.person_id).exists():
        return False
    Draft.objects.filter(writer_id=by.id, id=draft.id).update(form=form, saved_at=at)
    return True
