"""Giving an e-mail to the mail server, step by step, so that we always know whether it could have gone."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from datetime import UTC
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from ..models import Notice
from ..rules import Answer, Came, of_reply

QUIET = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
"""So that no out-of-office answers it."""
_END = b".\r\n"


def letter_of(notice: Notice) -> bytes:
    """The e-mail as it goes over the wire: the same bytes, whenever it is made."""
    headers = {**QUIET, "Message-ID": notice.message_id, "Date": format_datetime(notice.at.astimezone(UTC))}
    reply_to = [notice.reply_to] if notice.reply_to else []
    message = EmailMessage(notice.subject_line, notice.words, settings.DEFAULT_FROM_EMAIL, [notice.to], headers=headers, reply_to=reply_to)
    return re.sub(rb"(?m)^\.", b"..", message.message().as_bytes(linesep="\r\n"))


class MailServer:
    """The mail server of ALONGSIDE_EMAIL_HOST."""

    def give(self, notice: Notice, begin: Callable[[], bool]) -> Answer | None:
        """Up to the server's “go on” nothing has left; from then to its answer nobody knows."""
        words = letter_of(notice)
        try:
            server = self._opened()
        except (OSError, smtplib.SMTPException) as wrong:
            return Answer(Came.LATER, _said(wrong))
        try:
            return self._given(server, notice, words, begin)
        finally:
            # Whatever the server says to our good-bye, what it answered before stands.
            server.close()

    def _opened(self) -> smtplib.SMTP:
        server = smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=settings.EMAIL_TIMEOUT)
        server.ehlo_or_helo_if_needed()
        if settings.EMAIL_USE_TLS:
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        if settings.EMAIL_HOST_USER:
            server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
        return server

    def _given(self, server: smtplib.SMTP, notice: Notice, words: bytes, begin: Callable[[], bool]) -> Answer | None:
        try:
            for ask in (lambda: server.mail(parseaddr(settings.DEFAULT_FROM_EMAIL)[1]), lambda: server.rcpt(notice.to), lambda: server.docmd("DATA")):
                code, reply = ask()
                if code >= 400:
                    return of_reply(code, reply.decode(errors="replace"))
        except (OSError, smtplib.SMTPException) as wrong:
            return Answer(Came.LATER, _said(wrong))
        if not begin():
            return None
        try:
            server.send(words if words.endswith(b"\r\n") else words + b"\r\n")
            server.send(_END)
            code, reply = server.getreply()
        except (OSError, smtplib.SMTPException) as wrong:
            return Answer(Came.UNCERTAIN, _said(wrong))
        return of_reply(code, reply.decode(errors="replace"))


def _said(wrong: Exception) -> str:
    return f"{type(wrong).__name__}: {wrong}"[:500]
