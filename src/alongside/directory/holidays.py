"""What a list says of something that meets only in school terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .coming import Coming


def in_holidays(sessions: Sequence[Coming], days: frozenset[int], today: date) -> str:
    """That there is none just now, or that nobody has told us of terms; nothing where it meets all the year, or in the next days.

    `days`: the days of the week that were asked for (Monday is 1); where none of its sessions is on one of them, all count.
    """
    asked = [one for one in sessions if days & one.session.meets.weekdays] or list(sessions)
    by_terms = [one for one in asked if one.session.term_time]
    if not by_terms or len(by_terms) < len(asked):
        return ""
    if not all(one.terms_known for one in by_terms):
        return _("only in school terms, and their dates are not known here")
    anyway = min((day for one in by_terms for day in one.session.meets.next_days(today, 1)), default=None)
    in_terms = min((day for one in by_terms for day in one.meets.next_days(today, 1)), default=None)
    if in_terms is None:
        return _("only in school terms, and the dates of the next are not known yet") if anyway else ""
    return _("school holidays: not before %(day)s") % {"day": date_format(in_terms, "l j F")} if in_terms != anyway else ""
