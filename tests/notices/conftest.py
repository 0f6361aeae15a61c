"""What the stories of notices begin with."""

from __future__ import annotations

from alongside.foundation.actor import Actor
from alongside.notices.actions import Sending, post
from alongside.notices.models import Notice
from alongside.teams.permissions import ON_THE_MACHINE
from tests.building import as_, now

JO = "jo@example.org"
LINK = "https://alongside.example.org/register/k7m2-p9qx-3dfh-8tvw/"


def posted(by: Actor, kind: str = "register link", **given: object) -> Notice:
    """Something that goes to Jo, who leads a group, by e-mail."""
    said: dict[str, object] = {"way": "e-mail", "to": JO, "link": LINK, **given}
    with as_(by):
        assert by.team_id
        return post(Sending(kind, **said), team_id=by.team_id, by=by, at=now())  # type: ignore[arg-type]


def as_it_stands(notice: Notice) -> Notice:
    """Its row, as the machine reads it."""
    with as_(ON_THE_MACHINE):
        return Notice.objects.get(id=notice.id)
