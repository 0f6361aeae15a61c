"""The starter pack: pages that a team edits, and the whole printed for a group."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.actor import TEAM_ROLES
from alongside.teams.models import Staff
from alongside.teams.queries import team_of
from alongside.web.boxes import Form, long
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_word
from alongside.web.writing import Sheet, written

from . import actions
from .life import group_there
from .models import PackPage
from .on_paper import Pack, as_file, next_days, pages_of
from .queries import held_now
from .words import PACK


class PackForm(Form):
    """One page of the pack."""

    words = long(gettext_lazy("What should it say?"), hint=gettext_lazy("Leave it empty to have ours back."), rows=14, required=False, most=8000)


def pack_of(team_id: UUID | None) -> list[tuple[str, str, bool]]:
    """Each page's name and words, and whether they are the team's own."""
    own = dict(PackPage.objects.filter(team_id=team_id).values_list("subject", "words"))
    return [(name, words, name in own) for name, words in pages_of(own)]


@page(roles=tuple(TEAM_ROLES))
def pack(request: Request) -> HttpResponse:
    """All its pages, each to be put into the team's own words."""
    return render(request, "groups/pack.html", {"pages": pack_of(request.actor.team_id)})


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def pack_page(request: Request, name: str) -> HttpResponse:
    """One page in the team's own words."""
    word = next((one for one in PACK if one.stored == name), None)
    if word is None:
        raise Http404
    sheet = Sheet(
        title=say_word(word, request.actor.vocabulary, capital=True),
        back=reverse("groups:pack"),
        kept=_("The page is kept, for every group of your team."),
        draft=f"starter pack/{name}",
    )
    stands = {"words": next(words for stored, words, _own in pack_of(request.actor.team_id) if stored == name)}
    return written(request, PackForm, sheet, lambda said: actions.write_pack_page(name, said["words"], by=request.actor, at=request.now), stands=stands)


@page(roles=tuple(TEAM_ROLES))
def printed(request: Request, group_id: UUID) -> HttpResponse:
    """The pack for one group as it goes out: what it is, who holds what, whom to ring, and each page."""
    return render(request, "groups/pack_printed.html", {"group": group_there(group_id), "pack": _pack_for(request, group_id)})


@page(roles=tuple(TEAM_ROLES))
def on_paper(request: Request, group_id: UUID) -> HttpResponse:
    """The same as a tagged PDF."""
    return as_file(_pack_for(request, group_id), request.actor.vocabulary)


def _pack_for(request: Request, group_id: UUID) -> Pack:
    found, team = group_there(group_id), team_of(request.actor)
    me = Staff.objects.filter(id=request.actor.id).values("name", "phone").first()
    return Pack(
        name=found.name,
        what_happens=found.what_happens,
        times=found.times,
        address=found.address,
        meets=next_days(found.entry_id, today=timezone.localdate(request.now)),
        held=[(one.thing, one.side, one.who) for one in held_now(found).order_by("thing")],
        ring=dict(me) if me else None,
        team=team.name if team else "",
        organisation=team.organisation.name if team else "",
        pages=[(name, words) for name, words, _own in pack_of(found.team_id)],
    )
