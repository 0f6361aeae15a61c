"""What a spend came to, with its receipt: a photograph, or a PDF whose pages are drawn anew, so that nothing hidden stays in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.actor import TEAM_ROLES
from alongside.money import actions, permissions
from alongside.money.boxes import pounds
from alongside.money.models import Receipt, Spend
from alongside.money.views.spends import spend_there
from alongside.pictures.pdf_pages import pages_of
from alongside.pictures.rules import MOST_BYTES
from alongside.pictures.serving import as_picture, inert
from alongside.web.boxes import Form
from alongside.web.forms import DateParts
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import Sheet, written

_TEAM = tuple(TEAM_ROLES)


def _a_receipt(label: Any, *, required: bool) -> forms.FileField:
    said = dict.fromkeys(("required", "missing", "invalid", "empty"), gettext_lazy("Choose a photograph or a PDF of the receipt."))
    hint = gettext_lazy("A photograph, or a PDF of at most 5 pages. It is drawn anew: where and when it was taken is not kept.")
    return forms.FileField(label=label, help_text=hint, required=required, widget=forms.FileInput({"accept": "image/*,application/pdf"}), error_messages=said)


class CameToForm(Form):
    """What it came to, when, and its receipt."""

    pence = pounds(gettext_lazy("What did it come to?"))
    on = DateParts(label=gettext_lazy("When was it spent?"))
    receipt = _a_receipt(gettext_lazy("The receipt, if you have it"), required=False)


class ReceiptForm(Form):
    """A receipt that came later."""

    receipt = _a_receipt(gettext_lazy("The receipt"), required=True)


def _sheet(spend: Spend, title: str, kept: str) -> Sheet:
    return Sheet(title=title, back=reverse("money:spend", args=[spend.id]), kept=kept, lead=spend.words, template="desk/receipt.html")


@page(roles=_TEAM, methods=WRITING, takes_a_file_of=MOST_BYTES)
def came_to(request: Request, spend_id: UUID) -> HttpResponse:
    """What it came to. A receipt that cannot be taken is refused with all that was typed kept."""
    spend = spend_there(request, spend_id)
    permissions.may_write_of(request.actor, spend.by_id, spend.budget.team_id)

    def do(said: dict[str, Any]) -> None:
        pages = pages_of(said["receipt"].read()) if said["receipt"] else ()
        actions.say_what_it_came_to(spend, said["pence"], said["on"], pages=pages, by=request.actor, at=request.now)

    return written(request, CameToForm, _sheet(spend, _("What it came to"), _("It is kept.")), do, initial={"pence": spend.pence}, **_files(request))


@page(roles=_TEAM, methods=WRITING, takes_a_file_of=MOST_BYTES)
def add_receipt(request: Request, spend_id: UUID) -> HttpResponse:
    """A receipt, or one more page of it."""
    spend = spend_there(request, spend_id)
    permissions.may_write_of(request.actor, spend.by_id, spend.budget.team_id)

    def do(said: dict[str, Any]) -> None:
        actions.keep_receipt(spend, pages_of(said["receipt"].read()), by=request.actor, at=request.now)

    return written(request, ReceiptForm, _sheet(spend, _("Add a receipt"), _("The receipt is kept.")), do, **_files(request))


def _files(request: Request) -> dict[str, Any]:
    return {"files": request.FILES} if request.method == "POST" else {}


@page(roles=_TEAM)
@inert
def receipt_page(request: Request, spend_id: UUID, number: int) -> HttpResponse:
    """A page of a receipt: for whoever spent it and a manager of the team alone."""
    spend = spend_there(request, spend_id)
    permissions.may_open_receipt(request.actor, spend.by_id, spend.budget.team_id)
    found = get_object_or_404(Receipt.objects.filter(spend=spend), number=number)
    if not found.drawn:
        raise Http404
    return as_picture(found.drawn, found.id)
