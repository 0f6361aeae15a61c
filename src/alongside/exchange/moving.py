"""Moving in: a spreadsheet is brought, looked at, settled, loaded; and taken back or confirmed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.models import Person
from alongside.teams.queries import colleagues
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal, say_word
from alongside.web.writing import see_other

from . import actions, showing
from .caseload.guessing import guessed_mapping
from .caseload.mapping import read_mapping, text_of_mapping
from .caseload.reading import MOST_BYTES, read_book
from .caseload.telling import Fate
from .forms import GUESS, OWN, BringForm
from .models import MovingIn
from .reading import dry_run
from .words import FATES

MANAGERS = (Role.MANAGER,)


@page(roles=MANAGERS, methods=WRITING, takes_a_file_of=MOST_BYTES)
def moving_in(request: Request) -> HttpResponse:
    """The spreadsheets one has brought, and a form to bring another."""
    today = timezone.localdate(request.now)
    given: dict[str, Any] = {"colleagues": colleagues(request.actor, on=today).exclude(id=request.actor.id), "vocabulary": request.actor.vocabulary}
    if request.method != "POST":
        return _listed(request, BringForm(**given))
    form = BringForm(request.POST, request.FILES, **given)
    if not form.is_valid():
        return _listed(request, form, status=422)
    try:
        moving = _brought(request, form.cleaned_data)
    except NotYours:
        raise
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else "file", say_refusal(refused, request.actor.vocabulary))
        return _listed(request, form, status=422)
    return see_other(reverse("exchange:dry run", args=[moving.id]))


def _listed(request: Request, form: BringForm, *, status: int = 200) -> HttpResponse:
    brought = MovingIn.objects.filter(by_id=request.actor.id).defer("book", "settled", "known", "mapping").order_by("-at", "id")[:50]
    return render(request, "exchange/moving_in.html", {"form": form, "brought": brought}, status=status)


def _brought(request: Request, said: dict[str, Any]) -> MovingIn:
    book = read_book(said["file"].read(), said["file"].name)
    mapping = guessed_mapping(book) if said["mapping"] == GUESS else said["own"] if said["mapping"] == OWN else text_of_mapping(said["mapping"])
    try:
        read_mapping(mapping, _("Your mapping"))
    except Refused as refused:
        raise Refused(refused.said, field="own", **refused.parts) from None
    return actions.bring(book, mapping, whose_id=said["whose"].id if said["whose"] else None, by=request.actor, at=request.now)


def _mine(request: Request, moving_id: UUID) -> MovingIn:
    moving = MovingIn.objects.filter(id=moving_id, by_id=request.actor.id).first()
    if moving is None:
        raise Http404
    return moving


@page(roles=MANAGERS)
def dry_run_page(request: Request, moving_id: UUID) -> HttpResponse:
    """What would be written down, what is in doubt and what was refused: a part at a time."""
    moving = _mine(request, moving_id)
    show = request.GET.get("show", "doubted")
    start = int(request.GET.get("from", "0")) if request.GET.get("from", "0").isdigit() else 0
    context: dict[str, Any] = {"moving": moving, "show": show if show in [fate.value for fate in Fate] else "doubted"}
    try:
        run = dry_run(moving, by=request.actor, on=timezone.localdate(request.now)) if moving.book else None
    except Refused as refused:
        return render(request, "exchange/dry_run.html", {**context, "wrong": say_refusal(refused, request.actor.vocabulary)})
    if run:
        mine = request.actor.vocabulary
        ways = {
            "understood": lambda: showing.people(run, mine, today=timezone.localdate(request.now), start=start),
            "doubted": lambda: showing.doubts(run, mine, start=start),
        }
        shown = ways[context["show"]]() if context["show"] in ways else showing.cells(run, Fate(context["show"]), mine, start=start)
        many = {**run.understood.fates, "doubted": run.open_doubts, "understood": len(run.decided.coming)}
        context |= {"run": run, "shown": shown, "tabs": [(word.stored, say_word(word, mine, capital=True), many[word.stored]) for word in FATES]}
        ours = [UUID(key) for known in run.decided.doubts for choice in known.choices if (key := choice.key.removeprefix("them ")) != choice.key]
        if ours and context["show"] == "doubted":
            leave_a_look(request, "known already?", *ours)
    return render(request, "exchange/dry_run.html", context)


@page(roles=MANAGERS, methods=("POST",))
def settle(request: Request, moving_id: UUID) -> HttpResponse:
    """What was chosen of the doubts on one page."""
    moving = _mine(request, moving_id)
    actions.settle(moving, _chosen(request), by=request.actor, at=request.now)
    messages.success(request, _("Your choices are kept."))
    return see_other(f"{reverse('exchange:dry run', args=[moving.id])}?show=doubted")


def _chosen(request: Request) -> dict[str, str]:
    """Each doubt's key with the choice; the boxes are numbered, since a key may hold any letter."""
    given = request.POST
    numbers = [number for number in range(showing.A_PAGE) if given.get(f"choice_{number}") and given.get(f"doubt_{number}")]
    return {given[f"doubt_{number}"]: given[f"choice_{number}"] for number in numbers}


@page(roles=MANAGERS, methods=("POST",))
def load(request: Request, moving_id: UUID) -> HttpResponse:
    """All of them come in."""
    moving = actions.load(_mine(request, moving_id), by=request.actor, at=request.now)
    many = moving.counted["people"]
    messages.success(
        request,
        ngettext("%(many)s person is brought in.", "%(many)s people are brought in.", many) % {"many": many},
    )
    return see_other(reverse("exchange:dry run", args=[moving.id]))


@page(roles=MANAGERS, methods=("POST",))
def take_back(request: Request, moving_id: UUID) -> HttpResponse:
    """Undo all of it, but for those of whom something was written since."""
    moving = _mine(request, moving_id)
    gone, stay = actions.take_back(moving, by=request.actor, at=request.now)
    if not stay:
        messages.success(request, _("All of it is undone, as if it had never been loaded."))
        return see_other(reverse("exchange:dry run", args=[moving.id]))
    names = list(Person.objects.filter(id__in=stay).order_by("name").values_list("id", "name"))
    leave_a_look(request, "moving in", *(key for key, _name in names))
    return render(request, "exchange/stayed.html", {"moving": moving, "gone": gone, "names": names})


@page(roles=MANAGERS, methods=("POST",))
def confirm(request: Request, moving_id: UUID) -> HttpResponse:
    """All is well; what the sheet said goes."""
    moving = _mine(request, moving_id)
    actions.confirm(moving, by=request.actor, at=request.now)
    messages.success(request, _("Confirmed. What the sheet said is thrown away."))
    return see_other(reverse("exchange:moving in"))


@page(roles=MANAGERS, methods=("POST",))
def throw_away(request: Request, moving_id: UUID) -> HttpResponse:
    """It is not to be loaded."""
    actions.throw_away(_mine(request, moving_id), by=request.actor, at=request.now)
    messages.success(request, _("The spreadsheet is thrown away."))
    return see_other(reverse("exchange:moving in"))
