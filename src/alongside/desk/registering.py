"""A register by name: everybody in the group stands on it, also whoever has not come for long."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.groups import actions
from alongside.groups.models import Attendance, Gathering, InGroup
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other

from .choosing import TICKS, ticked_in
from .in_group import names_shown


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def register(request: Request, group_id: UUID, session_id: UUID) -> HttpResponse:
    """Tick who was there; whoever is not ticked was absent, and stays on the register."""
    session = Gathering.objects.select_related("group").filter(id=session_id, group_id=group_id, taken_back_at__isnull=True).first()
    if session is None:
        raise Http404
    marked = dict(Attendance.objects.filter(gathering=session).values_list("person_id", "came"))
    on_it = set(InGroup.objects.filter(group_id=group_id, until__isnull=True, since__lte=session.on).values_list("person_id", flat=True)) | set(marked)
    seen = names_shown(request, on_it)
    if request.method == "POST":
        there = ticked_in(request.POST)
        actions.mark_register(session, {opened.person: key in there for key, opened in seen.items()}, by=request.actor, at=request.now)
        messages.success(request, _("The register is kept. Whoever was absent stays on it."))
        return see_other(reverse("desk:register", args=[group_id, session_id]))
    last = dict(
        Attendance.objects.filter(gathering__group_id=group_id, gathering__taken_back_at__isnull=True, came=True, person_id__in=seen)
        .values_list("person_id")
        .annotate(on=Max("gathering__on"))
    )
    rows = [(opened, marked.get(key), last.get(key)) for key, opened in sorted(seen.items(), key=lambda pair: pair[1].called)]
    context = {"session": session, "group": session.group, "rows": rows, "ticks": TICKS, "is_marked": bool(marked)}
    return render(request, "desk/register.html", context)
