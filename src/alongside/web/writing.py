"""The shape that every page with a form shares: what was typed is kept, a refusal stands by its box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode

from alongside.foundation.refusals import NotYours, Refused

from .actions import drop_draft
from .pages import Request
from .queries import draft_of
from .vocabulary import say_refusal


@dataclass(frozen=True)
class Sheet:
    """What a form's page says around its boxes, and where it leads."""

    title: str
    back: str
    kept: str
    """The sentence after saving."""
    button: str = ""
    lead: str = ""
    draft: str = ""
    """The name under which it saves itself while it is typed; empty when it is too short to need that."""
    person_id: UUID | None = None
    template: str = "desk/write.html"
    then: str = ""
    """Where saving leads, when not back."""
    more: dict[str, Any] = field(default_factory=dict)


def see_other(url: str) -> HttpResponse:
    """After a form was saved: the browser fetches the next page anew, so that going back never sends it twice."""
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def written(
    request: Request, form_class: type[forms.Form], sheet: Sheet, do: Callable[[dict[str, Any]], Any], *, initial: dict[str, Any] | None = None, **for_form: Any
) -> HttpResponse:
    """Show a form, or do what it asks: 303 when done, 422 with every word when refused."""
    for_form["vocabulary"] = request.actor.vocabulary
    if request.method != "POST":
        draft = draft_of(sheet.draft, sheet.person_id, by=request.actor) if sheet.draft else None
        return render(request, sheet.template, {"form": form_class(initial=initial, **for_form), "sheet": sheet, "draft": draft, **sheet.more})
    form = form_class(request.POST, **for_form)
    if form.is_valid():
        try:
            do(form.cleaned_data)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return saved(request, sheet)
    return render(request, sheet.template, {"form": form, "sheet": sheet, "draft": None, **sheet.more}, status=422)


def saved(request: Request, sheet: Sheet) -> HttpResponse:
    """The words are kept for good, so their draft goes; the next page says so to whoever reads it, and to the browser."""
    if sheet.draft:
        drop_draft(sheet.draft, sheet.person_id, by=request.actor)
        messages.success(request, sheet.kept, extra_tags=f"{sheet.draft}:{sheet.person_id or ''}")
    else:
        messages.success(request, sheet.kept)
    return see_other(sheet.then or sheet.back)


def with_query(url: str, **given: str) -> str:
    """An address with a question after it."""
    return f"{url}?{urlencode(given)}"
