"""Grants: brought in from a file in 360Giving's form, told back, and taken away again in the same form."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.refusals import NotYours, Refused
from alongside.web.boxes import Form
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .. import actions, permissions
from ..giving.reading import MOST_FAULTS, SeveralFaults, read_grants
from ..giving.telling import as_csv, as_json
from ..granted import granted_by, paid
from ..models import Grant
from .organisation import ours

MOST_BYTES = 20_000_000
AT_ONCE = 50


class GrantsForm(Form):
    """A file of grants."""

    file = forms.FileField(
        label=gettext_lazy("A file of grants in 360Giving’s form"),
        help_text=gettext_lazy(
            "JSON or CSV. What stands here already is brought up to date; nothing is taken away. If a row is wrong, nothing of the file is taken."
        ),
        widget=forms.FileInput({"accept": ".json,.csv"}),
        error_messages=dict.fromkeys(("required", "missing", "invalid", "empty"), gettext_lazy("Choose a file of grants.")),
    )


@page(roles=permissions.KEEPS_POSTS, methods=WRITING, takes_a_file_of=MOST_BYTES)
def grants(request: Request) -> HttpResponse:
    """What is known, and a file to bring more."""
    organisation, faults = ours(request), []
    form = (
        GrantsForm(request.POST, request.FILES, vocabulary=request.actor.vocabulary)
        if request.method == "POST"
        else GrantsForm(vocabulary=request.actor.vocabulary)
    )
    if request.method == "POST" and form.is_valid():
        try:
            loaded = actions.bring_grants(organisation, read_grants(form.cleaned_data["file"].read(MOST_BYTES)), by=request.actor, at=request.now)
        except NotYours:
            raise
        except SeveralFaults as several:
            faults = [say_refusal(one, request.actor.vocabulary) for one in several.faults[:MOST_FAULTS]]
            form.add_error("file", _("%(many)s of its rows are wrong, so nothing of it is taken. They stand below.") % {"many": len(several.faults)})
        except Refused as refused:
            form.add_error("file", say_refusal(refused, request.actor.vocabulary))
        else:
            said = {"added": loaded.added, "changed": loaded.changed, "same": loaded.unchanged}
            messages.success(request, _("Read: %(added)s new, %(changed)s changed, %(same)s as they were.") % said)
            return see_other(reverse("money:grants"))
    found = Grant.objects.filter(organisation=organisation)
    context = {
        "form": form,
        "faults": faults,
        "seen": Paginator(found, AT_ONCE).get_page(request.GET.get("page")),
        "sum": found.aggregate(sum=Sum("pence"))["sum"] or 0,
        "given": paid(organisation).count(),
    }
    return render(request, "money/grants.html", context, status=422 if form.errors else 200)


@page(roles=permissions.KEEPS_POSTS)
def as_json_file(request: Request) -> HttpResponse:
    """All of them, with all that was said of each; with `given=us` those that we gave to groups instead."""
    return _file(as_json(_said(request)), "application/json", "json")


@page(roles=permissions.KEEPS_POSTS)
def as_csv_file(request: Request) -> HttpResponse:
    """The same as a sheet."""
    return _file(as_csv(_said(request)), "text/csv; charset=utf-8", "csv")


def _said(request: Request) -> list[dict[str, object]]:
    if request.GET.get("given") == "us":
        return granted_by(ours(request))
    return list(Grant.objects.filter(organisation=ours(request)).order_by("awarded_on", "key").values_list("said", flat=True))


def _file(text: str, kind: str, ending: str) -> HttpResponse:
    return HttpResponse(text, content_type=kind, headers={"Content-Disposition": f'attachment; filename="grants.{ending}"'})
