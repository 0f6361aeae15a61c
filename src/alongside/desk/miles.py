"""Time and miles of a colleague in one month: to read, to print, and as a file; whose they are, or as their manager."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.foundation.cells import inert
from alongside.journeys.models import Outing
from alongside.teams.models import Staff
from alongside.teams.queries import colleagues
from alongside.web.pages import Request, page


@dataclass(frozen=True)
class Month:
    """A month, by its first day."""

    first: date

    @property
    def after(self) -> date:
        """The first day of the next."""
        return (self.first + timedelta(days=32)).replace(day=1)

    @property
    def before(self) -> date:
        """The first day of the one before."""
        return (self.first - timedelta(days=1)).replace(day=1)

    def __str__(self) -> str:
        return date_format(self.first, "F Y")


def month_of(text: str, *, today: date) -> Month:
    """`2026-11`; this month when it is none."""
    try:
        return Month(date.fromisoformat(f"{text}-01"))
    except ValueError:
        return Month(today.replace(day=1))


@dataclass(frozen=True)
class Sums:
    """What a month came to."""

    visits: int
    minutes: int
    travel_minutes: int
    miles: Decimal


def miles_in(tenths: int | None) -> Decimal | None:
    """As people say miles, from how they are kept."""
    return None if tenths is None else Decimal(tenths) / 10


def _asked(request: Request) -> dict[str, Any]:
    """Whose month is asked for, and what is in it; a colleague's only for a manager of their team (row security says so again)."""
    today = timezone.localdate(request.now)
    month = month_of(request.GET.get("month", ""), today=today)
    whose = list(colleagues(request.actor, on=today)) if request.actor.is_a(Role.MANAGER) else []
    chosen: Staff | None = next((one for one in whose if str(one.id) == request.GET.get("of")), None)
    key: UUID = chosen.id if chosen else request.actor.id
    rows = list(Outing.objects.filter(by_id=key, on__gte=month.first, on__lt=month.after).order_by("on", "at", "id"))
    total = Sums(
        len(rows),
        sum(row.minutes or 0 for row in rows),
        sum(row.travel_minutes or 0 for row in rows),
        sum((miles_in(row.tenths_of_miles) or Decimal(0) for row in rows), Decimal(0)),
    )
    named = chosen.name if chosen else request.actor.name
    lines = [(row, miles_in(row.tenths_of_miles)) for row in rows]
    return {"month": month, "named": named, "of": chosen.id if chosen else "", "lines": lines, "total": total, "whose": whose, "today": today}


@page(roles=tuple(TEAM_ROLES))
def miles(request: Request) -> HttpResponse:
    """One's own month, or as a manager a colleague's."""
    return render(request, "desk/miles.html", _asked(request))


@page(roles=tuple(TEAM_ROLES))
def miles_file(request: Request) -> HttpResponse:
    """The same as a file that a spreadsheet opens, with nothing in it that could run."""
    asked, written = _asked(request), io.StringIO()
    sheet = csv.writer(written, lineterminator="\r\n")
    rows: list[tuple[object, ...]] = [
        (_("Time and miles"), asked["named"], str(asked["month"])),
        (),
        (_("Day"), _("Minutes together"), _("Minutes on the way"), _("Miles")),
        *((row.on.isoformat(), _or_empty(row.minutes), _or_empty(row.travel_minutes), _or_empty(driven)) for row, driven in asked["lines"]),
        (_("Together"), asked["total"].minutes, asked["total"].travel_minutes, asked["total"].miles),
    ]
    for row in rows:
        sheet.writerow([inert(cell) for cell in row])
    name = f"miles-{asked['month'].first:%Y-%m}.csv"
    return HttpResponse(
        "\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _or_empty(value: object) -> object:
    return "" if value is None else value
