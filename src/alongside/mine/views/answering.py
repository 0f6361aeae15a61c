"""Answering what somebody says is not right."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from alongside.access.looking_up import sheet_of
from alongside.access.opening import open_person
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import written

from .. import actions
from ..forms import AnswerForm
from ..models import NotRight


@page(methods=WRITING)
def answer(request: Request, person_id: UUID, said_id: UUID) -> HttpResponse:
    """It is put right, or both stand; they read the answer."""
    opened = open_person(request, person_id)
    found = NotRight.objects.filter(id=said_id, person_id=opened.id).select_related("by").first()
    if found is None:
        raise Http404
    sheet = sheet_of(
        opened,
        _("%(name)s says this is not right") % {"name": opened.called},
        _("The answer is kept. They read it beside their words."),
        draft=f"answer/{found.id}",
        not_right=found,
    )
    sheet = replace(sheet, template="mine/answer.html")
    return written(
        request,
        AnswerForm,
        sheet,
        lambda said: actions.answer_not_right(found, said["answer"], said["words"], by=request.actor, at=request.now),
        initial={"answer": "put right" if found.wish == "put right" else "both stand"},
    )
