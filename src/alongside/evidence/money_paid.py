"""What a funder's money did: its own share of each post, what a person alongside costs, and what they wished to hear about. No other stream is named."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.money.models import FundingStream
from alongside.money.paid import paid_by, pence_a_person, years_alongside
from alongside.money.posts import Stretch, last_day
from alongside.money.queries import streams_seen_by
from alongside.trail.doing import leave_trace
from alongside.web.pages import Request, page

from . import permissions
from .asking import Asking, ask, figure_called, shown
from .laid_places import ALONGSIDE
from .periods import BEFORE, LAST_YEAR


@page(roles=permissions.SEE_FIGURES)
def streams_paid(request: Request) -> HttpResponse:
    """The streams whose page somebody reads."""
    return render(request, "evidence/streams_paid.html", {"streams": streams_seen_by(request.actor)})


@page(roles=permissions.SEE_FIGURES)
def stream_paid(request: Request, stream_id: UUID) -> HttpResponse:
    """One stream over a financial year that is over, counted as figures leave: whole periods, small numbers held back."""
    stream = get_object_or_404(FundingStream.objects.select_related("organisation"), id__in=[one.id for one in streams_seen_by(request.actor)], pk=stream_id)
    asking = ask(request, leaving=True)
    counted = asking.is_clear and asking.extract is not None
    people = shown(asking, [figure_called(ALONGSIDE)])[0].table.total if counted else None
    over = Stretch(asking.period.since, asking.period.until) if asking.is_clear else None
    paid = paid_by(stream, over) if over else []
    localities = [UUID(key) for key in asking.localities]
    each = pence_a_person(paid, localities, years_alongside(stream, localities, over), people) if over and people else None
    leave_trace("read what a stream paid for", about=f"stream {stream.id}", at=request.now)
    context = {
        "stream": stream,
        "asking": asking,
        "paid": paid,
        "sum": sum(one.pence for one in paid),
        "people": people,
        "each": each,
        "over": over,
        "last": last_day(over) if over else None,
        "years": _years(asking),
    }
    return render(request, "evidence/stream_paid.html", context)


def _years(asking: Asking) -> list[tuple[str, str, bool]]:
    """Each financial year that can be read: how it is asked for, how it is called, and whether it is this one."""
    chosen = asking.form.cleaned_data["period"] if asking.is_clear else ""
    offered = asking.form.fields["period"].choices
    return [(name, said, name == chosen) for name, said in offered if name == LAST_YEAR or name.startswith(BEFORE)]
