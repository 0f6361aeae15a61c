"""When something meets, written on the noticeboard: added, left out on one day, ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from alongside.directory import actions
from alongside.directory.actions import SessionTold
from alongside.directory.coming import Coming, coming
from alongside.directory.meeting import ONCE, Meets, how_often, rule_of
from alongside.directory.models import Entry, Session
from alongside.directory.twins.family import of_it
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal, say_word, word_for
from alongside.web.writing import Sheet, see_other, written

from .forms import SessionForm
from .keeping import entry_there

NEXT = 5
"""Days to come that are shown."""


@dataclass(frozen=True)
class Shown:
    """One session, how often it meets in words, its days to come, and those of them that are left out."""

    session: Session
    said: str
    next_days: list[date]
    left_out: list[date]
    terms: str = ""
    """Of what meets in school terms alone: `not known`, `known`, or `run out` when the terms that we know hold fewer days than are shown."""
    terms_until: date | None = None
    stretches: tuple[tuple[date, date], ...] | None = None
    """From when to when there is school, from today on, where it goes by that."""


def sessions_of(entry: Entry, today: date) -> list[Shown]:
    """When it meets, whatever comes next first; one question, and two more where it goes by school terms. What two that are one both say is said once."""
    return sessions_of_many([entry.id], today)[entry.id]


def sessions_of_many(keys: Sequence[UUID], today: date) -> dict[UUID, list[Shown]]:
    """The same of several, with as many questions."""
    return {key: _next_first([_shown(one, today) for one in of_one]) for key, of_one in coming(keys).items()}


def _shown(one: Coming, today: date) -> Shown:
    session, days = one.session, one.meets.next_days(today, NEXT)
    terms = "" if not session.term_time else "not known" if not one.terms_known else "run out" if _runs_out(one, days) else "known"
    left_out = [day for day in session.not_on if day >= today]
    return Shown(session, how_said(session), days, left_out, terms, one.terms_until, _ahead(one.meets, today))


def _ahead(meets: Meets, today: date) -> tuple[tuple[date, date], ...] | None:
    if meets.terms is None:
        return None
    last_of_all = meets.last_day or date.max
    return tuple((max(first, meets.starts_on), min(last, last_of_all)) for first, last in meets.terms if today <= last and first <= last_of_all)


def _runs_out(one: Coming, days: list[date]) -> bool:
    """Whether it would go on after the last term that we know."""
    return len(days) < NEXT and one.terms_until is not None and bool(one.session.meets.next_days(one.terms_until + timedelta(days=1), 1))


def _next_first(shown: list[Shown]) -> list[Shown]:
    once = {(one.said, one.session.starts_at, one.session.ends_at, *one.next_days): one for one in reversed(shown)}
    return sorted(once.values(), key=lambda one: (not one.next_days, one.next_days[:1], str(one.session.starts_at or "")))


def how_said(session: Session) -> str:
    """`Every week: Tuesday`; a calendar's own rule as it is written."""
    how, which = how_often(session.rule)
    if not how:
        return session.rule
    said = say_word(word_for(f"{how} {which}".strip(), "directory.HOW_OFTEN"), capital=True)
    return said if how == ONCE else f"{said}: {WEEKDAYS[session.starts_on.weekday()]}"


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def add(request: Request, entry_id: UUID) -> HttpResponse:
    """It meets then, once or again and again."""
    found = entry_there(entry_id)
    sheet = Sheet(
        title=_("When does %(name)s meet?") % {"name": found.name},
        back=reverse("noticeboard:entry", args=[found.id]),
        kept=_("It is kept, and the days to come stand on its page."),
        draft=f"session/{found.id}",
        lead=_("Choose a day on which it meets; how often follows from it."),
    )

    def do(said: dict[str, Any]) -> None:
        how, _space, which = said.pop("how").partition(" ")
        rule = said.pop("rule").strip() or rule_of(how, said["starts_on"], which)
        actions.add_session(found, SessionTold(rule=rule, **said), by=request.actor, at=request.now)

    return written(request, SessionForm, sheet, do)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def leave_out(request: Request, entry_id: UUID, session_id: UUID) -> HttpResponse:
    """Not on this day, or then after all."""
    held = _held(entry_id, session_id)
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
        actions.not_on(held, day, by=request.actor, at=request.now)
    except ValueError:
        raise Http404 from None
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    else:
        messages.success(request, _("It is kept, for everybody."))
    return see_other(reverse("noticeboard:entry", args=[entry_id]) + "#when")


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def end(request: Request, entry_id: UUID, session_id: UUID) -> HttpResponse:
    """It does not meet then any more."""
    held = _held(entry_id, session_id)
    actions.end_session(held, by=request.actor, at=request.now)
    request.session[JUST_ENDED] = str(held.id)
    messages.success(request, _("It is taken off."))
    return see_other(reverse("noticeboard:entry", args=[entry_id]) + "#when")


JUST_ENDED = "session just ended"
"""In the session: what may be taken up again, for whoever pressed too soon."""


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_up(request: Request, entry_id: UUID, session_id: UUID) -> HttpResponse:
    """It meets then after all."""
    actions.take_up_session(_held(entry_id, session_id), by=request.actor, at=request.now)
    request.session.pop(JUST_ENDED, None)
    messages.success(request, _("It meets then after all."))
    return see_other(reverse("noticeboard:entry", args=[entry_id]) + "#when")


def just_ended(request: Request, entry: Entry) -> Session | None:
    """What they took off last, of this entry."""
    key = request.session.get(JUST_ENDED)
    return Session.objects.filter(of_it(entry.id), id=key, ended_at__isnull=False).first() if key else None


def _held(entry_id: UUID, session_id: UUID) -> Session:
    found = Session.objects.select_related("entry").filter(of_it(entry_id), id=session_id).first()
    if found is None:
        raise Http404
    return found
