"""Which entry somebody means who writes its name, or the address of its page."""

from __future__ import annotations

import re
from uuid import UUID

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .models import Entry
from .queries import named_exactly
from .twins.family import one_that_stays

_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NOT_ON_THE_NOTICEBOARD = Sentence("Nothing on the noticeboard has just this name. Copy the address of its page instead.")


def entry_meant(typed: str, *, field: str) -> Entry:
    """The entry of just this name, or whose page has this address; the one that stays, where two were put together."""
    key = _KEY.search(typed)
    found = one_that_stays(UUID(key[0])) if key else named_exactly(typed)
    if found is None:
        raise Refused(NOT_ON_THE_NOTICEBOARD, field=field)
    return found
