"""Everything known of an entry, as rows of a summary; what nobody has told us is said too."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from alongside.directory.models import Entry
from alongside.directory.reasons import access_said, days_said, days_since, long_ago, room_said
from alongside.web.telephones import linked
from alongside.web.templatetags.components import long_date
from alongside.web.vocabulary import say_word, word_for


def facts_of(entry: Entry, today: date) -> list[dict[str, Any]]:
    """Rows for the summary list: key and value."""
    rows: list[tuple[str, Any]] = [
        (_("What it is"), say_word(word_for(entry.kind, "directory.KINDS"), capital=True)),
        (_("Run by"), entry.organisation),
        (_("Where"), _where(entry)),
        (_("When"), _when(entry)),
        (_("Cost"), _cost(entry)),
        (_("Who it is for"), _whom(entry)),
        (_("Access"), _access(entry)),
        (_("How to get there"), entry.getting_there),
        (_("Languages"), entry.languages),
        (_("Room for somebody new"), room_said(entry)),
        (_("How to join"), entry.how_to_join),
        (_("Telephone"), linked(entry.phone) if entry.phone else ""),
        (_("E-mail"), _email(entry)),
        (_("Website"), _website(entry)),
        (_("Last confirmed"), confirmed_said(entry, today)),
        (_("Where we have this from"), _source(entry)),
    ]
    return [{"key": {"text": key}, "value": {"html": value} if hasattr(value, "__html__") else {"text": value}} for key, value in rows if value]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _where(entry: Entry) -> Any:
    place = ", ".join(part for part in (entry.address, entry.postcode) if part)
    if entry.latitude is None:
        place = f"{place}. {_('Place not known')}" if place else _("Place not known")
    return format_html("{}<br>{}", place, entry.place_words) if entry.place_words else place


def _when(entry: Entry) -> Any:
    days = days_said(entry.days)
    if entry.times and days:
        return format_html("{}<br>{}", _capital(days), entry.times)
    return _capital(days) or entry.times or _("Days not known")


def _cost(entry: Entry) -> str:
    said = say_word(word_for(entry.cost, "directory.COSTS"), capital=True)
    return f"{said}. {entry.cost_words}" if entry.cost_words else said


def _access(entry: Entry) -> Any:
    has = ", ".join(access_said(feature) for feature in entry.access)
    lacks = ", ".join(access_said(feature) for feature in entry.access_missing)
    lines = [_capital(has), _("Not there: %(features)s") % {"features": lacks} if lacks else "", entry.access_words]
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines if line)) or _("Nobody has told us.")


def _whom(entry: Entry) -> Any:
    lines = [entry.who_for, _("Not for: %(whom)s") % {"whom": entry.not_for} if entry.not_for else ""]
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines if line))


def _email(entry: Entry) -> Any:
    # What a mail program would take for more than an address is part of the address.
    return format_html('<a class="govuk-link" href="mailto:{}">{}</a>', quote(entry.email, safe="@+"), entry.email) if entry.email else ""


def _website(entry: Entry) -> Any:
    if not entry.website.startswith(("http://", "https://")):
        return entry.website
    return format_html('<a class="govuk-link" href="{}" rel="noopener noreferrer nofollow">{}</a>', entry.website, entry.website.split("://")[1].rstrip("/"))


def confirmed_said(entry: Entry, today: date) -> str:
    """When it was last confirmed, and how."""
    age = days_since(entry.confirmed_on, today)
    if age is None:
        return _("Nobody has confirmed it yet")
    how = say_word(word_for(entry.confirmed_how, "directory.CONFIRMED_HOW"))
    return _("%(day)s, %(how)s (%(ago)s)") % {"day": long_date(entry.confirmed_on), "how": how, "ago": long_ago(age)}


def _source(entry: Entry) -> str:
    return f"{entry.source.name}. {entry.source.licence}" if entry.source.licence else entry.source.name


def said_of(field: str, value: Any) -> str:
    """What a source says of one field, in words."""
    if field == "days":
        return days_said(value) or _("Days not known")
    if field in ("access", "access_missing"):
        return ", ".join(access_said(feature) for feature in value) or _("Nothing")
    if field in ("kind", "cost"):
        return say_word(word_for(value, "directory.KINDS" if field == "kind" else "directory.COSTS"), capital=True)
    if field == "room" and value:
        return say_word(word_for(value, "directory.ROOM"), capital=True)
    return str(value) or _("Nothing")
