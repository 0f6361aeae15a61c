"""Moving in: a spreadsheet is brought, looked at, settled, loaded; and taken back or confirmed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
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
from alongside.web.actions import drop_draft
from alongside.web.pages import WRITING, Request, page
from alongside.web.queries import draft_of
from alongside.web.vocabulary import say_refusal, say_word
from alongside.web.writing import see_other

from . import actions, progress, showing
from .beside import load_beside
from .caseload.guessing import guessed_mapping
from .caseload.mapping import example_files, read_mapping, text_of_mapping
from .caseload.reading import MOST_BYTES, read_book
from .caseload.telling import Fate
from .forms import GUESS, OWN, BringForm
from .models import MovingIn
from .planned import made_of, part_of
from .words import FATES

MANAGERS = (Role.MANAGER,)
DRAFT = "moving in"
AT_ONCE = 100
"""People who are brought in while whoever pressed the button waits."""
A_MOMENT = timedelta(seconds=30)
"""How long loading may take to say that it has begun."""


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
    drop_draft(DRAFT, None, by=request.actor)
    return see_other(reverse("exchange:dry run", args=[moving.id]))


def _listed(request: Request, form: BringForm, *, status: int = 200) -> HttpResponse:
    brought = MovingIn.objects.filter(by_id=request.actor.id).defer("book", "settled", "known", "mapping").order_by("-at", "id")[:50]
    draft = None if form.is_bound else draft_of(DRAFT, None, by=request.actor)
    examples = [(path.name, read_mapping(text_of_mapping(path.stem)).name) for path in example_files()] if settings.DEMO else []
    return render(request, "exchange/moving_in.html", {"form": form, "brought": brought, "examples": examples, "draft": draft}, status=status)


@page(roles=MANAGERS)
def example(request: Request, name: str) -> HttpResponse:
    """One of the invented sheets that come with us, to try it with."""
    path = next((path for path in example_files() if path.name == name), None)
    if path is None:
        raise Http404
    answer = HttpResponse(path.read_bytes(), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{path.name}"'
    return answer


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
    """What would be written down, what is in doubt and what was refused: a part at a time, as it was found."""
    moving = _mine(request, moving_id)
    if moving.confirmed_at:
        return render(request, "exchange/dry_run.html", {"moving": moving})
    show = request.GET.get("show", "")
    show = show if show in [fate.value for fate in Fate] else Fate.DOUBTED.value
    asked = request.GET.get("from", "")
    start = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 0
    far = progress.how_far(moving)
    context: dict[str, Any] = {"moving": moving, "show": show, "far": far, "broken": _broken(moving, far, request.now)}
    try:
        if not far and moving.plan != made_of(moving, by=request.actor, on=timezone.localdate(request.now)):
            actions.look_again(moving, by=request.actor, at=request.now)
    except Refused as refused:
        return render(request, "exchange/dry_run.html", {**context, "wrong": say_refusal(refused, request.actor.vocabulary)})
    part = part_of(moving, show, start)
    many = {**moving.counted, "doubted": moving.counted["open"], "understood": moving.counted["people"]}
    tabs = [(word.stored, say_word(word, request.actor.vocabulary, capital=True), many[word.stored]) for word in FATES]
    counts = {key.replace(" ", "_"): number for key, number in moving.counted.items()}
    if ours := [UUID(key) for one in part.entries if show == "doubted" for key in one["ours"]]:
        leave_a_look(request, "known already?", *ours)
    return render(request, "exchange/dry_run.html", {**context, "part": part, "tabs": tabs, "counts": counts})


@page(roles=MANAGERS)
def how_far_page(request: Request, moving_id: UUID) -> HttpResponse:
    """A few lines that say how far it is, asked for again and again; when it is done, the whole page is."""
    moving = _mine(request, moving_id)
    far = progress.how_far(moving)
    if far or (moving.begun_at and not _broken(moving, far, request.now)):
        return render(request, "exchange/_how_far.html", {"moving": moving, "far": far})
    answer = HttpResponse(status=204)
    answer["HX-Refresh"] = "true"
    return answer


def _broken(moving: MovingIn, far: progress.HowFar | None, now: datetime) -> bool:
    """Whether loading was begun and nothing loads any more."""
    return moving.begun_at is not None and far is None and now - moving.begun_at > A_MOMENT


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
    """All of them come in: few at once, many beside the pages."""
    moving = _mine(request, moving_id)
    if moving.counted["people"] > AT_ONCE:
        actions.begin_to_load(moving, by=request.actor, at=request.now)
        load_beside(moving.id, request.actor)
        return see_other(reverse("exchange:dry run", args=[moving.id]))
    moving = actions.load(moving, by=request.actor, at=request.now)
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
