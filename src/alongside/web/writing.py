"""The shape that every page with a form shares: what was typed is kept, a refusal stands by its box."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.http import urlencode

from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence

from .actions import drop_draft
from .pages import Request
from .queries import draft_of
from .vocabulary import say, say_refusal


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
    page: str = ""
    """Where its draft leads back to, when the page's path alone is not all of it."""
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


AS_IT_STOOD = "as_it_stood"
"""The hidden box by which a form that changes something says what it was opened with; drafts keep it too."""

CHANGED_MEANWHILE = Sentence(
    "Somebody changed this while you were writing. Nothing of yours is saved yet: what it says now stands above your words. "
    "Bring the two together in the boxes, and save again."
)


def version_of(stands: dict[str, Any]) -> str:
    """A short mark of what a form was opened with: another, as soon as any of it is another."""
    return hashlib.sha256(json.dumps(stands, sort_keys=True, default=str).encode()).hexdigest()[:16]


def written(
    request: Request,
    form_class: type[forms.Form],
    sheet: Sheet,
    do: Callable[[dict[str, Any]], Any],
    *,
    initial: dict[str, Any] | None = None,
    stands: dict[str, Any] | None = None,
    **for_form: Any,
) -> HttpResponse:
    """Show a form, or do what it asks: 303 when done, 422 with every word when refused.

    A form that changes what is written already is given what `stands` there, by field. Whoever saves over something else than
    they were shown is shown both, and nothing is saved.
    """
    for_form["vocabulary"] = request.actor.vocabulary
    if request.method != "POST":
        draft = draft_of(sheet.draft, sheet.person_id, by=request.actor) if sheet.draft else None
        form = _knowing(form_class(initial=initial or stands, **for_form), stands)
        return render(request, sheet.template, {"form": form, "sheet": sheet, "draft": draft, **sheet.more})
    given, now = request.POST.copy(), version_of(stands) if stands is not None else ""
    opened_with = given.get(AS_IT_STOOD, now)
    given[AS_IT_STOOD] = now
    form = _knowing(form_class(given, **for_form), stands)
    meanwhile: list[tuple[Any, str]] = []
    if stands is not None and opened_with != now:
        meanwhile = _differing(form, stands)
        form.add_error(None, say(CHANGED_MEANWHILE, request.actor.vocabulary))
    if form.is_valid():
        try:
            do({name: value for name, value in form.cleaned_data.items() if name != AS_IT_STOOD})
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return saved(request, sheet)
    return render(request, sheet.template, {"form": form, "sheet": sheet, "draft": None, "meanwhile": meanwhile, **sheet.more}, status=422)


def _knowing(form: forms.Form, stands: dict[str, Any] | None) -> forms.Form:
    """The form with a hidden box for what it was opened with; a draft of it keeps that box as well."""
    if stands is not None:
        form.fields[AS_IT_STOOD] = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-kept": ""}))
        form.initial = {**form.initial, AS_IT_STOOD: version_of(stands)}
    return form


def _differing(form: forms.Form, stands: dict[str, Any]) -> list[tuple[Any, str]]:
    """What stands now, box by box, where it is not what was typed."""
    typed = form.cleaned_data if form.is_valid() else {}
    return [
        (field.label, _as_said(field, stands[name]))
        for name, field in form.fields.items()
        if name in stands and _plain(typed.get(name)) != _plain(stands[name])
    ]


def _plain(value: Any) -> Any:
    """What a choice stands for, as the row keeps it."""
    if isinstance(value, (list, tuple, QuerySet)):
        return sorted(str(_plain(one)) for one in value)
    return getattr(value, "pk", value)


def _as_said(field: forms.Field, value: Any) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    said = {str(stored): str(words) for stored, words in getattr(field, "choices", ()) if not isinstance(words, (list, tuple))}
    several = value if isinstance(value, (list, tuple)) else [value]
    return ", ".join(said.get(str(one), "" if one is None else str(one)) for one in several)


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
