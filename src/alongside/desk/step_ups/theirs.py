"""The other side, where they sign in: what was handed to them, each with its exchange, and their turns."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.handovers import actions
from alongside.handovers.actions.theirs import Said
from alongside.handovers.models import OwnNote, StepUp
from alongside.handovers.queries import boundary_with, handed_to_me, is_late, shared_page_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import AS_IT_STOOD, see_other, version_of

from ..forms.step_ups import AnswerForm, OwnNoteForm, SharedForm
from .finding import NAMED, exchange, handed_to_them, stands_of

AT_WORK = (*TEAM_ROLES, Role.PARTNER)
SHARING, A_NOTE = "shared", "note"
DEEDS = {
    "takes_on": "takes on",
    "not_theirs": "not theirs",
    "together": "together",
    "says": "says",
    "hands_back": "hands back",
    "shared": SHARING,
    "note": A_NOTE,
}
"""What the buttons of the other side's page say to us."""


def seen_by_them(request: Request, found: StepUp, **more: object) -> dict[str, object]:
    """All that the other side's page shows of one hand-over."""
    shared = shared_page_of(found)
    stands = stands_of(shared)
    return {
        "step_up": found,
        "exchange": exchange(found, now=request.now),
        "boundary": boundary_with(found.receiver.team_id, found.receiver.kind),
        "form": AnswerForm(vocabulary=request.actor.vocabulary),
        "shared_form": SharedForm(initial=stands, vocabulary=request.actor.vocabulary),
        "mark": version_of(stands),
        "note_form": OwnNoteForm(auto_id="note_%s", vocabulary=request.actor.vocabulary),
        "own_notes": list(OwnNote.objects.filter(step_up=found).order_by("-at")),
        "deeds": DEEDS,
        "wrong_form": None,
        "theirs_meanwhile": None,
        **more,
    }


def turned(request: Request, found: StepUp, *, by: Actor) -> dict[str, object] | None:
    """A turn of theirs: answering, writing on the shared page, a note of their own. Gives what to show again where it was refused."""
    doing = request.POST.get("does", "")
    if doing == SHARING:
        return _shared(request, found, by=by)
    form = (
        OwnNoteForm(request.POST, auto_id="note_%s", vocabulary=request.actor.vocabulary)
        if doing == A_NOTE
        else AnswerForm(request.POST, vocabulary=request.actor.vocabulary)
    )
    if form.is_valid():
        try:
            if doing == A_NOTE:
                actions.keep_own_note(found, form.cleaned_data["words"], by=by, at=request.now)
            else:
                actions.answer(found.id, Said(doing, **form.cleaned_data), by=by, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return None
    return {("note_form" if doing == A_NOTE else "form"): form, "wrong_form": form}


def _shared(request: Request, found: StepUp, *, by: Actor) -> dict[str, object] | None:
    form = SharedForm(request.POST, vocabulary=request.actor.vocabulary)
    shared = shared_page_of(found)
    now = version_of(stands_of(shared))
    meanwhile = request.POST.get(AS_IT_STOOD, now) != now
    if meanwhile:
        form.add_error(None, _("Somebody wrote on this page meanwhile; what they wrote stands above. Bring the two together, and save again."))
    if form.is_valid():
        try:
            actions.write_their_part(found.id, **form.cleaned_data, by=by, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return None
    return {"shared_form": form, "wrong_form": form, "theirs_meanwhile": shared if meanwhile else None}


@page(roles=AT_WORK)
def everything(request: Request) -> HttpResponse:
    """All that is with them now."""
    found = list(handed_to_me())
    if found:
        leave_a_look(request, NAMED, *{step_up.person_id for step_up in found})
    return render(request, "desk/step_ups/handed_to_me.html", {"rows": [(step_up, is_late(step_up, now=request.now)) for step_up in found]})


@page(roles=AT_WORK, methods=WRITING)
def one(request: Request, step_up_id: UUID) -> HttpResponse:
    """One of them: read, and answered."""
    found = handed_to_them(request, step_up_id)
    wrong = None
    if request.method == "POST":
        wrong = turned(request, found, by=request.actor)
        if wrong is None:
            messages.success(request, _("Thank you. It is kept."))
            still = handed_to_me().filter(id=step_up_id).exists()
            return see_other(reverse("desk:handed to me one", args=[step_up_id]) if still else reverse("desk:handed to me"))
    context = seen_by_them(
        request, found, act=request.path, back=reverse("desk:handed to me"), still=reverse("desk:handed to me still", args=[step_up_id]), **(wrong or {})
    )
    return render(request, "desk/step_ups/theirs.html", context, status=422 if wrong else 200)


@page(roles=AT_WORK)
def still(request: Request, step_up_id: UUID) -> HttpResponse:
    """Whether it is still open to them: asked by their open page every two seconds. It shows nobody, and is no look."""
    if not handed_to_me().filter(id=step_up_id).exists():
        raise Http404
    return HttpResponse(status=204)
