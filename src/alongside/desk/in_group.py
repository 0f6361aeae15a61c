"""Who of our people is in a group, and what they give there: added, changed, left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import Opened, all_in_sight, leave_a_look, open_person
from alongside.foundation.actor import TEAM_ROLES
from alongside.groups import actions
from alongside.groups.life import group_there
from alongside.groups.models import InGroup
from alongside.groups.queries import groups_there, once_introduced
from alongside.groups.words import TICK_SOMEBODY
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from .choosing import TICKS, called, choices, likely, looked_for, ticked_in
from .forms.groups import InGroupForm, InWhichGroupForm


def names_shown(request: Request, keys: Iterable[UUID]) -> dict[UUID, Opened]:
    """Those of them in sight, by key; that their names were shown is written down, by why they are in sight."""
    seen = {opened.id: opened for opened in all_in_sight(set(keys))}
    for because in {opened.because for opened in seen.values()}:
        leave_a_look(request, because, *(key for key, opened in seen.items() if opened.because == because))
    return seen


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def people(request: Request, group_id: UUID) -> HttpResponse:
    """Those whom the one who asks may see; find somebody else, and say what they give."""
    group = group_there(group_id)
    ticked = ticked_in(request.POST)
    form = InGroupForm(request.POST if request.method == "POST" else None, vocabulary=request.actor.vocabulary)
    typed = request.POST.get("find", "")
    found = called(typed)
    shown = choices(request, ticked, found or likely(request)) if request.method == "POST" or "add" in request.GET else []
    saving = request.method == "POST" and "look" not in request.POST
    chosen = [one.person for one in shown if one.ticked]
    if saving and form.is_valid() and chosen:
        for one in chosen:
            actions.be_in_group(group, one.person, form.cleaned_data["does"], since=form.cleaned_data["since"], by=request.actor, at=request.now)
        messages.success(request, _("It is kept, on their side too."))
        return see_other(reverse("desk:people in group", args=[group.id]))
    if saving and not chosen:
        form.add_error(None, say(TICK_SOMEBODY, request.actor.vocabulary))
    rows = list(InGroup.objects.filter(group=group).order_by("until", "since"))
    seen = names_shown(request, (row.person_id for row in rows))
    introduced = once_introduced(row.person_id for row in rows)
    context: dict[str, Any] = {
        "group": group,
        "rows": [(row, seen[row.person_id], row.person_id in introduced) for row in rows if row.person_id in seen],
        "introduced": len(introduced),
        "form": form,
        "adding": bool(shown) or "add" in request.GET or request.method == "POST",
        "choices": shown,
        "ticks": TICKS,
        "today": timezone.localdate(request.now),
        **looked_for(typed, found),
    }
    return render(request, "desk/people_in_group.html", context, status=422 if saving else 200)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def leaves(request: Request, group_id: UUID, row_id: UUID) -> HttpResponse:
    """They come no more, or come after all."""
    row = InGroup.objects.filter(id=row_id, group=group_there(group_id)).first()
    if row is None:
        raise Http404
    if row.until is None:
        actions.leave_group(row, by=request.actor, at=request.now)
        messages.success(request, _("It is kept that they left. That they were there stays."))
    else:
        actions.be_in_group_after_all(row, by=request.actor, at=request.now)
        messages.success(request, _("They are in it after all."))
    from_their_page = request.POST.get("back") == str(row.person_id)
    return see_other(reverse("desk:in groups", args=[row.person_id]) if from_their_page else reverse("desk:people in group", args=[group_id]))


@page(methods=WRITING)
def in_groups(request: Request, person_id: UUID) -> HttpResponse:
    """From somebody's own page: in which group they are and what they give there; said again of the same group, it is put right."""
    opened = open_person(request, person_id)
    rows = (
        InGroup.objects.filter(person_id=opened.id, group__in=groups_there())
        .select_related("group")
        .order_by(F("until").desc(nulls_first=True), "-since", "id")
    )
    sheet = sheet_of(opened, _("Groups %(name)s is in") % {"name": opened.called}, _("It is kept, on the group’s side too."), at="groups", groups=list(rows))
    return written(
        request,
        InWhichGroupForm,
        replace(sheet, template="desk/in_groups.html", lead=_("Said again of the same group, what they give there is put right.")),
        lambda said: actions.be_in_group(said["group"], opened.person, said["does"], since=said["since"], by=request.actor, at=request.now),
    )
