"""Sessions as Django keeps them in the database, read with less ado."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.utils import timezone

from .by_key import by_key


class SessionStore(InDatabase):
    """The same table and the same rules."""

    def _get_session_from_db(self) -> Any:
        held = by_key(self.model, self.session_key)
        if held is None or held.expire_date <= timezone.now():
            self._session_key = None
            return None
        return held
