"""What an e-mail in the drop box says: from whom, about whom, and why. No database."""

from __future__ import annotations

import email.policy
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.utils import parseaddr
from hashlib import sha256

import nh3

MOST = 4000
"""Letters that are kept of one e-mail."""


@dataclass(frozen=True)
class Letter:
    """One e-mail, as far as it is read: plain words, and how many attachments were left."""

    sender: str
    subject: str
    words: str
    message_id: str
    attachments: int


def read_letter(given: bytes) -> Letter:
    """Read it; a ValueError says why it cannot be."""
    found = message_from_bytes(given, policy=email.policy.default)
    if not isinstance(found, EmailMessage) or "from" not in found:
        raise ValueError("it is no e-mail: nobody sent it")
    sender = parseaddr(str(found["from"]))[1].strip().casefold()
    if "@" not in sender:
        raise ValueError("it says from nobody")
    attached = sum(1 for _ in found.iter_attachments())
    words = _plain(found)
    subject = " ".join(str(found.get("subject", "")).split())
    if not words and not subject:
        raise ValueError("it says nothing")
    known_by = str(found.get("message-id", "")).strip() or sha256(given).hexdigest()
    return Letter(sender, subject[:200], words[:MOST], known_by[:500], attached)


def _plain(found: EmailMessage) -> str:
    body = found.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    try:
        text = str(body.get_content())
    except (LookupError, UnicodeError) as wrong:
        raise ValueError(f"its letters cannot be read ({wrong})") from None
    if body.get_content_subtype() == "html":
        text = nh3.clean(re.sub(r"(?i)<(br|/p|/div)\b[^>]*>", "\n", text), tags=set())
    text = text.replace("\0", "")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.splitlines())).strip()
