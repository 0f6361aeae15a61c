"""An entry in a few plain words, to send by text or e-mail: nothing of ours sends it, so nobody learns to whom it went."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import quote

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.directory.models import Entry
from alongside.directory.reasons import access_said, days_said
from alongside.web.vocabulary import say_word, word_for

from .meeting import Shown

ONE_TEXT = 160
"""Letters of one text message, as long as all of them are among those that every telephone has (GSM 03.38)."""
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "})


def in_a_text(entry: Entry, sessions: Iterable[Shown], address: str) -> str:
    """Its name and its address, and of when, where and whom to ring as much as one message holds."""
    name = _cut(_plain(entry.name), ONE_TEXT - len(address) - 2)
    said = {"name": name}
    for key, words in (("phone", entry.phone), ("when", when_short(entry, sessions)), ("where", _where(entry))):
        if words and len(_joined({**said, key: _plain(words)}, address)) <= ONE_TEXT:
            said[key] = _plain(words)
    return _joined(said, address)


def _joined(said: dict[str, str], address: str) -> str:
    return " ".join([*(f"{said[key].rstrip('.')}." for key in ("name", "when", "where", "phone") if key in said), address])


def in_a_letter(entry: Entry, sessions: Iterable[Shown], address: str) -> str:
    """The same with all that somebody needs who goes there."""
    cost = say_word(word_for(entry.cost, "directory.COSTS"), capital=True) if entry.cost != "unknown" else ""
    lines = [
        ("", entry.name),
        ("", entry.description),
        (_("When"), "; ".join(part for part in (when_short(entry, sessions), entry.times) if part)),
        (_("Where"), ". ".join(part for part in (_where(entry), entry.place_words) if part)),
        (_("Cost"), ". ".join(part for part in (cost, entry.cost_words) if part)),
        (_("Access"), ". ".join(part for part in (", ".join(access_said(one) for one in entry.access), entry.access_words) if part)),
        (_("Who it is for"), entry.who_for),
        (_("How to get there"), entry.getting_there),
        (_("Languages"), entry.languages),
        (_("How to join"), entry.how_to_join),
        (_("Telephone"), entry.phone),
        (_("E-mail"), entry.email),
        ("", address),
    ]
    return "\n".join(f"{label}: {words}" if label else words for label, words in lines if words)


def list_in_a_text(names: Iterable[str], address: str) -> str:
    """The names as far as one message holds them, and the address where all of it is; a long list's address may need a second message."""
    said, names = "", [_plain(name).rstrip(".") for name in names]
    for number, name in enumerate(names, start=1):
        longer = f"{said}{name}{'.' if number == len(names) else ';'} "
        if len(longer) + len(address) > ONE_TEXT:
            return f"{said}{_('%(many)d things:') % {'many': len(names)} if not said else '...'} {address}"
        said = longer
    return f"{said}{address}"


def list_in_a_letter(told: Iterable[tuple[Entry, Iterable[Shown], str]], address: str) -> str:
    """All of it."""
    return "\n\n".join([*(in_a_letter(*one) for one in told), address])


def when_short(entry: Entry, sessions: Iterable[Shown]) -> str:
    """`Tuesday 1 December, 14:00`: the next day on which it meets; else its days, else how somebody put it."""
    coming = [one for one in sessions if one.next_days]
    if coming:
        return next_said(coming[0].next_days[0], coming[0])
    days = days_said(entry.days)
    return days[:1].upper() + days[1:] or entry.times


def next_said(day: date, shown: Shown) -> str:
    """A day with its hour."""
    said = date_format(day, "l j F")
    return f"{said}, {shown.session.starts_at:%H:%M}" if shown.session.starts_at else said


def ways_to_send(subject: str, short: str, whole: str) -> dict[str, Any]:
    """What opens the telephone's own messages, and the mail program, with the words in them; and the words to take."""
    return {"text": short, "by_text": f"sms:?body={quote(short)}", "by_mail": f"mailto:?subject={quote(subject)}&body={quote(whole)}"}


def _where(entry: Entry) -> str:
    return ", ".join(part for part in (" ".join(entry.address.split()), entry.postcode) if part)


def _plain(words: str) -> str:
    """On one line, with marks that every telephone has."""
    return " ".join(words.translate(_PLAIN).split())


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: max(0, most - 3)].rstrip() + "..."
