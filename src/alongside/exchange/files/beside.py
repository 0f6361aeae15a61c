"""Loading a file beside the pages: whoever pressed the button need not wait, and it is loaded whole or not at all."""

from __future__ import annotations

import logging
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import acting
from alongside.web.vocabulary import say_refusal

from ..actions.files import KEPT_FOR, NO_FILE, forget_old_files, load_file, say_why_not_loaded
from ..feeds.beside import BROKEN_OFF
from ..models import BroughtFile
from ..permissions import READ_FEEDS
from ..threads import beside
from .reading import read_file

PURPOSE = "loading a file of entries"


def load_beside(file_id: UUID, by: Actor) -> None:
    """As soon as it is kept that somebody asked for it."""
    beside(f"file {file_id}", lambda: load_or_say_why(file_id, by))


def load_or_say_why(file_id: UUID, by: Actor) -> None:
    """Load it; whatever stops it is kept with it for whoever looks."""
    wrong: Refused | None = None
    try:
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            file = BroughtFile.objects.filter(id=file_id, content__isnull=False).first()
        if file is None:
            raise Refused(NO_FILE)
        read = read_file(file)
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            load_file(file_id, read, by=by, at=timezone.now())
    except Refused as refused:
        wrong = refused
    except Exception:
        logging.getLogger(__name__).exception("Loading file %s was broken off.", file_id)
        wrong = BROKEN_OFF
    if wrong:
        with acting(by, purpose=PURPOSE, at=timezone.now()):
            say_why_not_loaded(file_id, say_refusal(wrong, by.vocabulary), by=by, at=timezone.now())


def forget_what_waited() -> None:
    """Files that nobody has loaded for a month."""
    now = timezone.now()
    with acting(READ_FEEDS, purpose=PURPOSE, at=now):
        if BroughtFile.objects.filter(loaded_at__isnull=True, at__lt=now - KEPT_FOR).exists():
            forget_old_files(by=READ_FEEDS, at=now)
