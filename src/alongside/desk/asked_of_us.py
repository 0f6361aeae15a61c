"""What people ask of us about what we keep of them: written down on their page, answered from one list within a month."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access import actions, permissions
from alongside.access.looking_up import about, sheet_of
from alongside.access.models import Asked, Forgotten
from alongside.access.opening import Opened, leave_a_look, open_person
from alongside.access.queries import asked_of_us as everything_asked
from alongside.access.queries import files_under_way, what_would_be_forgotten
from alongside.access.rules import TO_BE_TYPED, answered_by
from alongside.foundation.actor import Role
from alongside.foundation.keeping import Part
from alongside.foundation.refusals import NotYours
from alongside.web.actions import let_go_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, written

from .finding import ASKED as LOOKED_FOR
from .forms.asked_of_us import AnswerForm, AskForm, ForgetForm
from .people import SEARCHED
from .saying_tables import said_by_table

IN_SESSIONS = (SEARCHED, LOOKED_FOR)
"""What anybody’s browser may hold of somebody’s name or wishes, so that Back works."""
ANSWERING = (Role.INFORMATION_GOVERNANCE, Role.MANAGER)
"""Who reads the list: the lead answers, and a manager confirms that somebody is forgotten."""


@page(methods=WRITING)
def ask(request: Request, person_id: UUID) -> HttpResponse:
    """Write down what they ask of us."""
    opened = open_person(request, person_id, part=Part.THEIR_RIGHTS)
    sheet = sheet_of(
        opened,
        _("What does %(name)s ask of us?") % {"name": opened.called},
        _("It is written down, and on the list of the information governance lead. It is answered within a month."),
        lead=_("Everybody may ask what we keep about them, have it put right, take it away, or be forgotten. They need no reason and no form."),
        draft="asked of us",
        theirs=Asked.objects.filter(person_id=opened.id).order_by("-on", "-at"),
    )
    sheet = replace(sheet, template="desk/ask.html")
    if opened.because == "information governance":
        sheet = replace(sheet, back=reverse("desk:asked of us"), then=reverse("desk:asked of us"))
    do = lambda said: actions.ask_of_us(opened.person, **said, by=request.actor, at=request.now)  # noqa: E731
    return written(request, AskForm, sheet, do, initial={"how": "aloud", "for_what": request.GET.get("for", "")})


@page(roles=ANSWERING)
def asked_of_us(request: Request) -> HttpResponse:
    """All that waits for an answer or to be taken, what is due first; and the certificates."""
    asked = list(everything_asked())
    files = files_under_way([one.id for one in asked if one.for_what == "everything"], moment=request.now)
    for one in asked:
        one.under_way, one.file_until = one.id in files, None
        if one.under_way and files[one.id][0]:
            one.file_until = files[one.id][1]
        one.due = answered_by(one.on)
        one.mine_to_confirm = not _why_not(request, one)
        one.late = one.due < timezone.localdate(request.now)
    if asked:
        leave_a_look(request, "information governance" if request.actor.is_a(Role.INFORMATION_GOVERNANCE) else "same team", *{one.person_id for one in asked})
    certificates = Forgotten.objects.select_related("decided_by").order_by("-done_at")[:50]
    return render(
        request, "desk/asked_of_us.html", {"waiting": asked, "certificates": certificates, "answers": request.actor.is_a(Role.INFORMATION_GOVERNANCE)}
    )


@page(roles=(Role.INFORMATION_GOVERNANCE,), methods=WRITING)
def answer(request: Request, person_id: UUID, asked_id: UUID) -> HttpResponse:
    """Answer what they asked, with why."""
    opened, asked = _asked(request, person_id, asked_id)
    if asked.done_at is not None:
        raise Http404
    sheet = _sheet(request, opened, asked, _("Answer %(name)s"), _("The answer is kept. Tell them."), draft=f"answer to them/{asked.id}")
    do = lambda said: actions.answer_them(asked, **said, by=request.actor, at=request.now)  # noqa: E731
    return written(request, AnswerForm, sheet, do, initial={"answer": asked.answer, "why": asked.why})


@page(roles=ANSWERING, methods=WRITING)
def forget(request: Request, person_id: UUID, asked_id: UUID) -> HttpResponse:
    """What would go and what would stay, as a dry run; and, for a manager who means it, the end."""
    opened, asked = _asked(request, person_id, asked_id)
    if asked.for_what != "be forgotten" or asked.done_at is not None:
        raise Http404
    sheet = _sheet(request, opened, asked, _("Forget %(name)s"), "")
    sheet = replace(sheet, more={**sheet.more, "may_not": _why_not(request, asked)})
    made: list[UUID] = []

    def do(said: dict[str, Any]) -> None:
        made.append(actions.forget(asked, typed=said["typed"], by=request.actor, at=request.now))
        let_go_of(*IN_SESSIONS)
        for name in IN_SESSIONS:
            request.session.pop(name, None)

    answered = written(request, ForgetForm, sheet, do)
    return see_other(reverse("desk:certificate", args=[made[0]])) if made else answered


@page(roles=ANSWERING)
def certificate(request: Request, forgotten_id: UUID) -> HttpResponse:
    """That somebody was forgotten: when, by whose decision, and how much; not who."""
    found = Forgotten.objects.select_related("decided_by", "confirmed_by", "organisation").filter(id=forgotten_id).first()
    if found is None:
        raise Http404
    return render(request, "desk/certificate.html", {"certificate": found, **said_by_table(found.rows, request.actor.vocabulary)})


def _why_not(request: Request, asked: Asked) -> str:
    """Why whoever looks may not confirm it: nobody is forgotten by one alone."""
    try:
        permissions.may_confirm_forgetting(request.actor, asked.answered_by_id)
    except NotYours as refused:
        return say_refusal(refused, request.actor.vocabulary)
    return ""


def _asked(request: Request, person_id: UUID, asked_id: UUID) -> tuple[Opened, Asked]:
    opened = open_person(request, person_id, part=Part.THEIR_RIGHTS)
    return opened, about(Asked, opened, asked_id)


def _sheet(request: Request, opened: Opened, asked: Asked, title: str, kept: str, *, draft: str = "") -> Sheet:
    more: dict[str, Any] = {"asked": asked, "due": answered_by(asked.on)}
    if asked.for_what == "be forgotten":
        if request.actor.is_a(Role.INFORMATION_GOVERNANCE):
            more["names_page"] = reverse("desk:names elsewhere", args=[opened.id, asked.id])
        more |= {**said_by_table(what_would_be_forgotten(opened.id), request.actor.vocabulary), "word": TO_BE_TYPED}
    sheet = sheet_of(opened, title % {"name": opened.called}, kept, draft=draft, **more)
    back = reverse("desk:asked of us")
    return replace(sheet, back=back, then=back, template="desk/answer.html")
