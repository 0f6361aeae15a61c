"""Sessions of a group, by heads: written down by one of us, taken back; and the link for whoever leads it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import segno
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import Refused
from alongside.notices.sending import sent
from alongside.teams.models import Staff
from alongside.teams.queries import team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, with_query, written

from . import actions, rules
from .actions.gatherings import SessionSaid
from .by_link import page_by_link, told_by
from .forms import LinkForm, OurSessionForm, SessionForm
from .life import group_there
from .links import address_of, reference_in
from .models import Gathering, RegisterLink
from .queries import steps_of
from .their_page import over

HALF_A_YEAR = timedelta(days=182)
"""How long a link is open unless somebody chooses otherwise."""


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def keep(request: Request, group_id: UUID) -> HttpResponse:
    """A session that one of us saw, copied from paper, or was told of."""
    found = group_there(group_id)
    by_name: list[Gathering] = []
    sheet = Sheet(
        title=_("A session of “%(name)s”") % {"name": found.name},
        back=reverse("groups:group", args=[found.id]),
        kept=_("The session is kept, and the noticeboard knows that the group still meets."),
        draft=f"group session/{found.id}",
    )

    def do(said: dict[str, Any]) -> None:
        told_us = said.pop("told_us")
        made = actions.keep_session(found, SessionSaid(**said | {"met": said["met"] == "yes"}), told_us=told_us, by=request.actor, at=request.now)
        if made.met and made.came is None:
            by_name.append(made)

    answer = written(request, OurSessionForm, sheet, do, initial={"met": "yes", "told_us": "there"})
    return see_other(reverse("desk:register", args=[found.id, by_name[0].id])) if by_name else answer


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def see_to(request: Request, group_id: UUID, session_id: UUID) -> HttpResponse:
    """What was said of it is seen to, or waits again."""
    found = Gathering.objects.select_related("group").filter(id=session_id, group_id=group_id, taken_back_at__isnull=True).first()
    if found is None or not found.says_something:
        raise Http404
    actions.see_to_session(found, by=request.actor, at=request.now)
    messages.success(request, _("It is seen to. Its page says by whom, and there it can wait again.") if found.seen_at else _("It waits again."))
    return see_other(reverse("groups:group", args=[group_id]) + "#sessions")


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, group_id: UUID, session_id: UUID) -> HttpResponse:
    """It was not so."""
    found = Gathering.objects.select_related("group").filter(id=session_id, group_id=group_id).first()
    if found is None:
        raise Http404
    actions.take_back_session(found, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back. Write it down anew, if it was otherwise."))
    return see_other(reverse("groups:group", args=[group_id]))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def make_link(request: Request, group_id: UUID) -> HttpResponse:
    """A link for whoever leads it."""
    found = group_there(group_id)
    made: list[RegisterLink] = []
    sheet = Sheet(
        title=_("A link to the register of “%(name)s”") % {"name": found.name},
        back=reverse("groups:group", args=[found.id]),
        kept=_("The link is made. Send it from here, or print it."),
        draft=f"register link/{found.id}",
        button=_("Make the link"),
        lead=_(
            "Whoever leads it needs no account: the link asks whether they met, how many came, and what is needed. "
            "It opens this register, the group’s own page, its starter pack and the question whether it still goes; no other group, and no name but yours."
        ),
    )

    def do(said: dict[str, Any]) -> None:
        made.append(actions.make_register_link(found, to=said["to"], until=said["last_day"], by=request.actor, at=request.now))

    answer = written(request, LinkForm, sheet, do, initial={"last_day": timezone.localdate(request.now) + HALF_A_YEAR})
    return see_other(reverse("groups:link", args=[found.id, made[0].id])) if made else answer


def _link(group_id: UUID, link_id: UUID) -> RegisterLink:
    found = RegisterLink.objects.select_related("group").filter(id=link_id, group_id=group_id).first()
    if found is None:
        raise Http404
    return found


@page(roles=tuple(TEAM_ROLES))
def link(request: Request, group_id: UUID, link_id: UUID) -> HttpResponse:
    """What goes out: to print with a square that a camera reads, or to send in words of one's own."""
    found = _link(group_id, link_id)
    url = request.build_absolute_uri(reverse("groups:register", args=[address_of(found.reference)]))
    context = {
        "link": found,
        "group": found.group,
        "url": url,
        "over": found.ended_at is not None or found.until <= timezone.localdate(request.now),
        "square": segno.make(url, error="m").svg_data_uri(scale=5, border=2),
        "words": _("Did “%(name)s” meet? Here you can say how many came and what is needed; it takes a minute and needs no account: %(url)s")
        % {"name": found.group.name, "url": url},
        "still": _asks_whether_it_goes(request, found),
        "team": team_of(request.actor),
        "me": Staff.objects.filter(id=request.actor.id).values("name", "phone").first(),
    }
    return render(request, "groups/link.html", context)


def _asks_whether_it_goes(request: Request, link: RegisterLink) -> str:
    """Words for a message after six and twelve months, where that is to be asked now; else none."""
    months = rules.due([one.reached for one in steps_of(link.group)], today=timezone.localdate(request.now))
    url = request.build_absolute_uri(reverse("groups:still going", args=[address_of(link.reference)]))
    said = _("It is %(months)s months since you took “%(name)s” over. Is it still going, is anything needed? It takes two minutes and no account: %(url)s")
    return said % {"months": months, "name": link.group.name, "url": url} if months else ""


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def send_link(request: Request, group_id: UUID, link_id: UUID) -> HttpResponse:
    """It goes out by itself: in fixed sentences, to whoever leads the group."""
    found = _link(group_id, link_id)
    asks = "still" in request.GET
    if found.ended_at is not None or found.until <= timezone.localdate(request.now):
        return see_other(reverse("groups:link", args=[group_id, link_id]))
    opens = reverse("groups:still going" if asks else "groups:register", args=[address_of(found.reference)])
    leads = {"link": request.build_absolute_uri(opens), "until": found.until, "about": f"register link {found.id}"}
    sheet = Sheet(
        title=_("Send the link to “%(name)s”") % {"name": found.group.name},
        back=reverse("groups:link", args=[group_id, link_id]),
        kept=_("It is in the outbox."),
        draft=f"send link/{found.id}",
        page=request.get_full_path(),
        then=reverse("notices:outbox"),
        button=_("Send it"),
        lead=_("It goes with fixed sentences that name no person, and not the group. What became of it stands in the outbox."),
    )
    return sent(request, sheet, "still going" if asks else "register link", leads, team_id=found.group.team_id)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def end_link(request: Request, group_id: UUID, link_id: UUID) -> HttpResponse:
    """The link opens nothing any more."""
    actions.end_register_link(_link(group_id, link_id), by=request.actor, at=request.now)
    messages.success(request, _("The link opens nothing any more."))
    return see_other(reverse("groups:link", args=[group_id, link_id]))


@page(public=True, methods=WRITING)
def register(request: Request, address: str) -> HttpResponse:
    """Did you meet, how many, room for more, anything needed? Opening it answers nothing, whatever opens links by itself."""
    reference = reference_in(address)
    found = page_by_link(reference) if reference else None
    if reference is None or found is None:
        return over(request)
    form = SessionForm(request.POST or None, vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        try:
            actions.tell_by_link(reference, SessionSaid(**form.told()), by=request.actor, at=request.now)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            return see_other(with_query(reverse("groups:register", args=[address]), thanks="1"))
    context = {
        "form": form,
        "register": found,
        "told": told_by(reference),
        "address": address,
        "asked": rules.due(found.steps, today=timezone.localdate(request.now)),
        "thanks": "thanks" in request.GET and request.method != "POST",
    }
    return render(request, "groups/register.html", context, status=422 if form.errors else 200)
