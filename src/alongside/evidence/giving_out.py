"""The page from which an extract is given out for evidence over many services, and the receipts of those that were."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.actor import Role
from alongside.teams.models import Team
from alongside.web.pages import WRITING, Request, page

from . import actions, permissions
from .models import Extract, GivenOut
from .pooling.coarse import TOGETHER
from .queries import newest_extract, teams_counted

AT_ONCE = 20


class WhoGetsIt(forms.Form):
    """To whom, and for what: both stand on the receipt."""

    use_required_attribute = False

    team = forms.UUIDField(widget=forms.HiddenInput)
    given_to = forms.CharField(label=_("Who gets it?"), max_length=200, error_messages={"required": _("Write the name of the organisation that gets it.")})
    purpose = forms.CharField(
        label=_("What for?"), max_length=500, error_messages={"required": _("Write what they will use it for. It stands on the receipt.")}
    )


@page(roles=(Role.MANAGER,), methods=WRITING)
def given_out(request: Request) -> HttpResponse:
    """Ask for one, and take it away; below it, who got what before."""
    team = _team(request)
    permissions.may_give_out(request.actor, team.id)
    extract = newest_extract(team.id)
    form = WhoGetsIt(request.POST or None, initial={"team": team.id})
    if request.method == "POST" and extract and form.is_valid():
        return _taken(request, extract, form.cleaned_data)
    seen = Paginator(GivenOut.objects.filter(team=team).select_related("by"), AT_ONCE).get_page(request.GET.get("page"))
    context = {"team": team, "extract": extract, "form": form, "seen": seen, "together": TOGETHER}
    return render(request, "evidence/given_out.html", context, status=422 if form.is_bound else 200)


def _team(request: Request) -> Team:
    """The one that is asked for, of those they manage; without a name, the first."""
    mine = [team for team in teams_counted() if permissions.sees_exact_numbers(request.actor, team.id)]
    asked = request.POST.get("team") or request.GET.get("team")
    found = next((team for team in mine if asked in (None, str(team.id))), None)
    if found is None:
        raise Http404
    return found


def _taken(request: Request, extract: Extract, asked: dict[str, Any]) -> HttpResponse:
    given, packed = actions.give_out(extract, given_to=asked["given_to"], purpose=asked["purpose"], by=request.actor, at=request.now)
    answer = HttpResponse(packed, content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slugify(given.team.name)}-extract-{given.made_on}.zip"'
    return answer
