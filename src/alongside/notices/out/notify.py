"""GOV.UK Notify, for public bodies: texts and letters, by its own client (the extra `notify`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.conf import settings

from ..models import Notice
from ..rules import Answer, Came, of_status

TIMEOUT = 20
"""Seconds."""


class Notify:
    """One template of each kind in Notify's own pages: for a text `((words))`, for a letter `((heading))` and `((words))`. Each is sent under the notice's
    key as its reference, so that Notify can be asked whether it is there."""

    @cached_property
    def client(self) -> Any:
        """Notify's own client."""
        from notifications_python_client.notifications import NotificationsAPIClient

        return NotificationsAPIClient(settings.NOTIFY_KEY, base_url=settings.NOTIFY_URL, timeout=TIMEOUT)

    def give(self, notice: Notice, begin: Callable[[], bool]) -> Answer | None:
        """Send it. Where the answer fails to come, ask whether it is there: only if that fails too, nobody knows."""
        from notifications_python_client.errors import APIError

        if not begin():
            return None
        try:
            self._send(notice)
        except APIError as wrong:
            answer = of_status(wrong.status_code, str(wrong.message))
            return answer if answer.came is not Came.UNCERTAIN else self._asked(notice, answer)
        return Answer(Came.TAKEN, "Notify took it.")

    def _send(self, notice: Notice) -> None:
        if notice.way == "text":
            self.client.send_sms_notification(notice.to, settings.NOTIFY_TEXT, {"words": notice.words}, reference=str(notice.id))
        else:
            lines = [line.strip() for line in notice.to.splitlines() if line.strip()]
            address = {f"address_line_{number}": line for number, line in enumerate(lines, 1)}
            self.client.send_letter_notification(
                settings.NOTIFY_LETTER, {**address, "heading": notice.subject_line, "words": notice.words}, reference=str(notice.id)
            )

    def _asked(self, notice: Notice, so_far: Answer) -> Answer:
        from notifications_python_client.errors import APIError

        try:
            found = self.client.get_all_notifications(reference=str(notice.id))["notifications"]
        except (APIError, KeyError):
            return so_far
        return Answer(Came.TAKEN, "Notify took it; its answer was lost.") if found else so_far
