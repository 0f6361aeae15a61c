"""A register by name: everybody who was in the group on its day stands on it, also whoever has not come for long."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Max, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.groups import actions
from alongside.groups.life import group_there
from alongside.groups.models import Attendance, Gathering, InGroup
from alongside.people.models import LocationProtection
from alongside.teams.queries import team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .choosing import TICKS, ticked_in
from .forms.groups import HeadsForm
from .in_group import names_shown


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def register(request: Request, group_id: UUID, session_id: UUID) -> HttpResponse:
    """Tick who was there; whoever is not ticked was absent, and stays on the register."""
    session = Gathering.objects.select_related("group").filter(id=session_id, group_id=group_id, taken_back_at__isnull=True).first()
    if session is None:
        raise Http404
    marked = dict(Attendance.objects.filter(gathering=session).values_list("person_id", "came"))
    in_it = Q(until__isnull=True) | Q(until__gt=session.on)
    on_it = set(InGroup.objects.filter(in_it, group_id=group_id, since__lte=session.on).values_list("person_id", flat=True)) | set(marked)
    seen = names_shown(request, on_it)
    marked_as_there = sum(marked.values())
    # Heads that are no more than the names follow the ticks: they stand in no box, where they would hold against the next one.
    counted = session.came if session.came != marked_as_there else None
    form = HeadsForm(request.POST or None, initial={"came": counted}, vocabulary=request.actor.vocabulary)
    there = ticked_in(request.POST)
    if request.method == "POST" and form.is_valid():
        marks = {opened.person: key in there for key, opened in seen.items()}
        ticked = sum(key in there if key in seen else came for key, came in {**dict.fromkeys(seen, False), **marked}.items())
        said = form.cleaned_data["came"]
        try:
            actions.mark_register(session, marks, came=said if said is not None else ticked or None, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error("came", say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("The register is kept. Whoever was absent stays on it."))
            return see_other(reverse("desk:register", args=[group_id, session_id]))
    if request.method == "POST":
        marked |= {key: key in there for key in seen}
    last = dict(
        Attendance.objects.filter(gathering__group_id=group_id, gathering__taken_back_at__isnull=True, came=True, person_id__in=seen)
        .values_list("person_id")
        .annotate(on=Max("gathering__on"))
    )
    rows = [(opened, marked.get(key), last.get(key)) for key, opened in sorted(seen.items(), key=lambda pair: pair[1].called)]
    context = {"session": session, "group": session.group, "rows": rows, "ticks": TICKS, "form": form}
    return render(request, "desk/register.html", context, status=422 if form.errors else 200)


BLANKS = range(8)
"""Lines for whoever comes and stands on no register."""


@page(roles=tuple(TEAM_ROLES))
def on_paper(request: Request, group_id: UUID) -> HttpResponse:
    """A register to print and to fill in by hand: it leaves the house, so whoever's whereabouts are protected is not on it."""
    group, today = group_there(group_id), timezone.localdate(request.now)
    seen = names_shown(request, InGroup.objects.filter(group=group, until__isnull=True).values_list("person_id", flat=True))
    holds = Q(until__isnull=True) | Q(until__gt=today)
    protected = set(LocationProtection.objects.filter(holds, person_id__in=seen).values_list("person_id", flat=True))
    named = sorted((opened for key, opened in seen.items() if key not in protected), key=lambda one: one.called)
    context = {"group": group, "rows": named, "left_out": len(protected), "blanks": BLANKS, "team": team_of(request.actor)}
    return render(request, "desk/register_on_paper.html", context)
