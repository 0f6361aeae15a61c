"""Loading a long sheet beside the pages: whoever pressed the button need not wait for an answer, and is shown how far it is."""

from __future__ import annotations

import logging
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import acting
from alongside.web.vocabulary import say_refusal

from . import actions, progress
from .models import MovingIn
from .threads import beside

PURPOSE = "moving in"
BROKEN_OFF = Refused(Sentence("Something went wrong on our side. Nobody was brought in, and nothing is lost: try again, or ask whoever looks after this."))


def load_beside(key: UUID, by: Actor) -> None:
    """As soon as it is kept that somebody asked for it."""
    beside(f"moving in {key}", lambda: _load(key, by))


def _load(key: UUID, by: Actor) -> None:
    wrong: Refused | None = None
    try:
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            moving = MovingIn.objects.get(id=key)
            progress.say_how_far(key, 0, moving.counted["people"])
            many = moving.counted["people"]
            actions.load(moving, by=by, at=timezone.now(), each=lambda done: progress.say_how_far(key, done, many))
    except Refused as refused:
        wrong = refused
    except Exception:
        logging.getLogger(__name__).exception("Moving in %s was broken off.", key)
        wrong = BROKEN_OFF
    if wrong:
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            actions.say_it_broke_off(MovingIn.objects.get(id=key), say_refusal(wrong, by.vocabulary), by=by, at=timezone.now())
