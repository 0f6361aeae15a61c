"""What the stories of notices begin with."""

from __future__ import annotations

from alongside.foundation.actor import Actor
from alongside.notices.actions import Sending, post
from alongside.notices.carrying import Worker
from alongside.notices.models import Notice
from alongside.notices.rules import Answer
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


class Saying:
    """A way out that answers as it is told to, and remembers what it was given."""

    def __init__(self, *answers: Answer) -> None:
        self.answers, self.given = list(answers), []

    def give(self, notice, begin):
        assert begin()
        self.given.append(notice)
        return self.answers.pop(0)


def carried(*answers: Answer, at=None) -> Saying:
    """One worker's round, with these answers."""
    out = Saying(*answers)
    worker = Worker({"e-mail": out}, now=(lambda: at) if at else now)
    worker.come()
    worker.carry_all()
    return out
