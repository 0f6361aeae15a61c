"""One assumption: what it is, where it comes from, and what comes out while a hand moves it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.value import actions
from alongside.value.estimates import Estimate, between
from alongside.value.models import Worked
from alongside.value.sheet import Sheet, read_sheet
from alongside.value.valued import SHARES, Part
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_meaning

from .counted import rows_of
from .forms import Assumed, in_figures
from .pages import figures_of, worked_on
from .reading import plain, said
from .words import PARTS, PUT_IN

if TYPE_CHECKING:
    from alongside.value.telling import Told

_HELD: OrderedDict[str, Told] = OrderedDict()
_MOST_HELD = 8
"""Valuations whose draws a server process keeps at hand, so that an assumption that is moved draws only itself."""


def place_in(sheet: Sheet, place: int, part: str) -> tuple[str, Part | None, Estimate]:
    """Whose assumption it is, which part (None: what was put in), and what it is now."""
    try:
        if part == PUT_IN.stored:
            return sheet.inputs[place].name, None, sheet.inputs[place].pounds
        return sheet.outcomes[place].name, Part(part), sheet.outcomes[place].parts[Part(part)]
    except (IndexError, ValueError, KeyError):
        raise Http404 from None


def put_in_place(sheet: Sheet, place: int, part: Part | None, now: Estimate) -> Sheet:
    """The sheet with that one assumption another; refused in a sentence where it cannot be."""
    if part is None:
        return replace(sheet, inputs=tuple(replace(one, pounds=now) if number == place else one for number, one in enumerate(sheet.inputs)))
    outcomes = tuple(replace(one, parts={**one.parts, part: now}) if number == place else one for number, one in enumerate(sheet.outcomes))
    return replace(sheet, outcomes=outcomes)


def drawn_of(one: Worked, sheet: Sheet) -> Told:
    """The valuation's draws, kept at hand by what they are made of."""
    from alongside.value.telling import tell

    extract = figures_of(one)
    known = f"{one.id} {one.changed_at.isoformat()} {extract.digest}"
    if known not in _HELD:
        _HELD[known] = tell(sheet, rows_of(extract, sheet, one.year))
        while len(_HELD) > _MOST_HELD:
            _HELD.popitem(last=False)
    _HELD.move_to_end(known)
    return _HELD[known]


@page(roles=(Role.MANAGER,), methods=WRITING)
def assumption(request: Request, key: UUID, place: int, part: str) -> HttpResponse:
    """One assumption, to be read, moved and set."""
    one = worked_on(request, key)
    sheet = read_sheet(one.sheet)
    of, which, now = place_in(sheet, place, part)
    begins = {name: plain(getattr(now, name)).replace(",", "") for name in ("low", "central", "high")}
    form = Assumed(request.POST or None, initial=begins | {"source": now.source, "as_it_stood": one.changed_at.isoformat()})
    if request.method == "POST" and form.is_valid() and (given := form.estimate()):
        try:
            changed = put_in_place(sheet, place, which, given)
            actions.set_assumptions(one, changed, as_it_stood=form.cleaned_data["as_it_stood"], who=str(request.user), by=request.actor, at=request.now)
        except Refused as refused:
            form.add_error("central", refused.sentence)
        else:
            return HttpResponseRedirect(reverse("evidence:valuation", args=[one.id]), status=303)
    context: dict[str, Any] = {"one": one, "of": of, "part": part, "place": place, "now": now, "form": form, "label": said(which)}
    context["meaning"] = say_meaning(PARTS[which]) if which else ""
    context["slider"] = _slider(which, now)
    if sheet.inputs:
        context |= _moved(one, sheet, place, which, now)
    return render(request, "evidence/worth/assumption.html", context, status=422 if form.is_bound else 200)


@page(roles=(Role.MANAGER,))
def moved(request: Request, key: UUID, place: int, part: str) -> HttpResponse:
    """What would come out if it were this: nothing is kept. A part of the page of one assumption, which asks while a hand moves it."""
    one = worked_on(request, key)
    sheet = read_sheet(one.sheet)
    _of, which, now = place_in(sheet, place, part)
    low, central, high = (in_figures(request.GET.get(name, str(getattr(now, name)))) for name in ("low", "central", "high"))
    try:
        context = _moved(one, sheet, place, which, between(low, central, high))
    except Refused as refused:
        context = {"cannot": refused.sentence}
    return render(request, "evidence/worth/_moved.html", context)


def _moved(one: Worked, sheet: Sheet, place: int, part: Part | None, now: Estimate) -> dict[str, Any]:
    from alongside.value.reckoning import reckon
    from alongside.value.telling import Told

    from .reading import result_of

    held = drawn_of(one, sheet)
    quantities = {each.name: each.quantity for each in held.simulation.valuation.outcomes}
    other = put_in_place(sheet, place, part, now).valuation({})
    # Quantities are what people told; what did not move is the same object, so that it is not drawn again.
    before = {each.name: each for each in held.simulation.valuation.outcomes}
    told = [replace(each, quantity=quantities[each.name]) for each in other.outcomes]
    outcomes = tuple(before[each.name] if before[each.name] == each else each for each in told)
    valuation = replace(other, outcomes=outcomes)
    return {"result": result_of(Told(valuation, reckon(valuation), held.simulation.moved(valuation))), "as_it_is": result_of(held)}


def _slider(part: Part | None, now: Estimate) -> dict[str, str]:
    """From where to where a hand may move it, and by what step."""
    if part in SHARES:
        return {"min": "0", "max": "1", "step": "0.01"}
    if part is Part.DURATION:
        return {"min": "0", "max": "10", "step": "0.25"}
    top = max(now.high, now.central, Decimal(100)) * 2
    return {"min": "0", "max": plain(top).replace(",", ""), "step": plain(max(Decimal(1), (top / 200).quantize(Decimal(1)))).replace(",", "")}
