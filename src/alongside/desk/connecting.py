"""Making a connection, and saying what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import leave_a_look, open_person
from alongside.connections import actions
from alongside.connections.models import Connection, Rung
from alongside.connections.queries import rungs_of
from alongside.connections.rules import STEPPED_OFF, kind_of, ladder_of
from alongside.connections.words import KINDS, RUNGS_BY_KIND
from alongside.directory.actions import confirm
from alongside.directory.models import Entry
from alongside.directory.twins.family import one_that_stays
from alongside.directory.words import NOT_FOR_ME_BECAUSE
from alongside.people.models import LikesToBeAsked, Person
from alongside.web.boxes import Form, one_of
from alongside.web.forms import DateParts
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other, written

from . import words as ours
from .forms.giving import BothAskedForm
from .keeping_wishes import hoped_for


class ConnectForm(Form):
    """With whom or with what."""

    said = {"kind": KINDS}
    to = forms.CharField(
        label=gettext_lazy("With whom, or with what?"), max_length=400, error_messages={"required": gettext_lazy("Say with whom or with what.")}
    )
    kind = forms.ChoiceField(label=ours.WHAT_KIND_OF_CONNECTION, widget=forms.RadioSelect, error_messages={"required": gettext_lazy("Choose one.")})
    why = forms.CharField(
        label=gettext_lazy("Why this?"),
        help_text=gettext_lazy("What they hope for. For a service: what they, the people in their life and the neighbourhood cannot do here."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    on = DateParts(label=gettext_lazy("When was it suggested?"))


class ClimbForm(Form):
    """What became of it, in words that fit what it is with."""

    rung = forms.ChoiceField(label=gettext_lazy("Where is it now?"), widget=forms.RadioSelect, error_messages={"required": gettext_lazy("Choose one.")})
    on = DateParts(label=gettext_lazy("Since when?"))
    words = forms.CharField(
        label=gettext_lazy("What do they say about it?"),
        help_text=gettext_lazy("If it is not for them: why not?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    because = one_of(
        gettext_lazy("What of the place stood in the way?"),
        hint=gettext_lazy("Where it is not for them. It is counted for the place, without them, so that the next person knows."),
        required=False,
    )
    or_none = {"because": gettext_lazy("Nothing of these")}
    still_holds = forms.BooleanField(label=gettext_lazy("I went along, and what the noticeboard says of it is right: confirm it for everybody"), required=False)

    def __init__(self, *args: Any, kind: str, on_the_noticeboard: bool, **given: Any) -> None:
        self.said = {"rung": RUNGS_BY_KIND[kind], "because": NOT_FOR_ME_BECAUSE}
        super().__init__(*args, **given)
        if not on_the_noticeboard:
            del self.fields["still_holds"], self.fields["because"]


@page(methods=WRITING)
def connect(request: Request, person_id: UUID) -> HttpResponse:
    """With something from the directory (`?entry=`), or with anybody and anything by name."""
    opened = open_person(request, person_id)
    entry = _entry(request.GET.get("entry", ""))
    initial = {"to": entry.name if entry else "", "kind": kind_of(entry.kind if entry else None)}
    sheet = sheet_of(
        opened,
        say(ours.CONNECTION_FOR, request.actor.vocabulary, name=opened.called),
        say(ours.CONNECTION_KEPT, request.actor.vocabulary),
        draft="connection",
        at="connections",
        lead=_("Their own strengths and the people in their life first, then neighbours and groups; a service last."),
    )
    return written(
        request,
        ConnectForm,
        sheet,
        lambda said: actions.connect(opened.person, said.pop("to"), **said, entry_id=entry.id if entry else None, by=request.actor, at=request.now),
        initial=initial,
    )


def _entry(key: str) -> Entry | None:
    try:
        return one_that_stays(UUID(key))
    except ValueError:
        return None


@page(methods=WRITING)
def connect_two(request: Request, person_id: UUID) -> HttpResponse:
    """With a neighbour who would like to be asked (`?asked=`); both are asked before it is written down, on both pages."""
    opened = open_person(request, person_id)
    asked = _would_like(request.GET.get("asked", ""), opened.id, timezone.localdate(request.now))
    leave_a_look(request, "would like to be asked", asked.person_id)
    sheet = sheet_of(
        opened,
        _("%(name)s and %(other)s") % {"name": opened.called, "other": asked.person},
        say(ours.TWO_CONNECTED, request.actor.vocabulary),
        draft=f"connection of two/{asked.id}",
        at="connections",
        lead=_("%(other)s would like to be asked to help with: %(words)s. Ask both, each alone, before you write it down.")
        % {"other": asked.person, "words": asked.words},
    )
    return written(
        request,
        BothAskedForm,
        replace(sheet, page=request.get_full_path()),
        lambda said: actions.connect_two(opened.person, asked.person, **said, by=request.actor, at=request.now),
    )


def _would_like(key: str, person_id: UUID, today: date) -> LikesToBeAsked:
    """What somebody else in sight would like to be asked, as long as they have not withdrawn it; to others the page is not there."""
    try:
        found = (
            LikesToBeAsked.objects.select_related("person")
            .filter(Q(until__isnull=True) | Q(until__gt=today), id=UUID(key))
            .exclude(person_id=person_id)
            .first()
        )
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


@page(methods=WRITING)
def climb(request: Request, person_id: UUID, connection_id: UUID) -> HttpResponse:
    """What became of a connection."""
    opened = open_person(request, person_id)
    connection = about(Connection, opened, connection_id)
    rungs = list(rungs_of(connection.id))
    today = timezone.localdate(request.now)
    mine = rungs[0] if len(rungs) > 1 and rungs[0].by_id == request.actor.id and timezone.localdate(rungs[0].at) == today else None
    sheet = sheet_of(
        opened,
        connection.to,
        _("What became of it is kept."),
        draft=f"rung/{connection.id}",
        at="connections",
        rungs=rungs,
        ladder=ladder_of(rung.rung for rung in rungs),
        connection=connection,
        can_take_back=mine,
        still_wished=hoped_for(connection) if rungs and rungs[0].rung == STEPPED_OFF else "",
        the_other=Person.objects.filter(id=connection.other_id).first() if connection.other_id else None,
    )

    def do(said: dict[str, Any]) -> None:
        still_holds = said.pop("still_holds", False)
        actions.climb(connection, said.pop("rung"), **said, by=request.actor, at=request.now)
        if still_holds and connection.entry_id:
            confirm(connection.entry_id, how="visit", on=said["on"], by=request.actor, at=request.now)

    return written(
        request,
        ClimbForm,
        sheet,
        do,
        initial={"rung": rungs[0].rung if rungs else "suggested"},
        kind=connection.kind,
        on_the_noticeboard=connection.entry_id is not None,
    )


@page(methods=("POST",))
def take_back(request: Request, person_id: UUID, rung_id: UUID) -> HttpResponse:
    """Undo the last rung, on the day it was written."""
    opened = open_person(request, person_id)
    rung = about(Rung, opened, rung_id)
    actions.take_back(rung, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("desk:climb", args=[opened.id, rung.connection_id]))
