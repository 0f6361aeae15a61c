"""After a meeting: the person is told, and what was promised is asked after."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.meetings import actions
from alongside.meetings.models import Agreed, ToldBack
from alongside.meetings.queries import seats_of
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.templatetags.components import long_date
from alongside.web.writing import Sheet, see_other, written

from ..forms.meetings import ToldBackForm
from ..telling import how_they_like_it
from .day import SAME_TEAM, kept_by_us
from .finding import Item, item_there
from .leading import LEADERSHIP


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def tell(request: Request, series_id: UUID, day: str, listed_id: UUID) -> HttpResponse:
    """What they were told: begun with what was said and agreed, to be put into plain words."""
    sitting = kept_by_us(request, series_id, day)
    item = item_there(request, sitting, listed_id, SAME_TEAM)
    names = {seat.id: str(seat) for seat in seats_of(sitting.series, on=sitting.on)}
    known, prefers = how_they_like_it(item.listed.person_id)
    before = ToldBack.objects.filter(person_id=item.listed.person_id).order_by("-on", "-at").values_list("how", flat=True).first()
    lead = _("Say it the way they prefer, and write down the words you used. It goes into their record.")
    led = sitting.series.kind == LEADERSHIP
    sheet = Sheet(
        title=(_("Answer %(name)s: what came of the story") if led else _("Tell %(name)s what the meeting said")) % {"name": item.called},
        back=sitting.url,
        kept=_("It is kept that they were told."),
        draft=f"told back/{listed_id}",
        person_id=item.listed.person_id,
        lead=f"{known} {lead}" if known else lead,
    )

    made: list[ToldBack] = []

    def do(said: dict[str, Any]) -> None:
        told = actions.tell_back(item.listed, said["words"], how=said["how"], on=said["on"], by=request.actor, at=request.now)

        made.append(told)

    answer = written(request, ToldBackForm, sheet, do, initial={"words": in_plain_words(item, names), "how": prefers or before or "aloud"})
    if made and made[0].how == "letter":
        return see_other(reverse("desk:letter told", args=[series_id, day, listed_id, made[0].id]))
    return answer


@page(roles=tuple(TEAM_ROLES))
def letter(request: Request, series_id: UUID, day: str, listed_id: UUID, told_id: UUID) -> HttpResponse:
    """The letter with which they are told, to be printed."""
    sitting = kept_by_us(request, series_id, day)
    item = item_there(request, sitting, listed_id, SAME_TEAM)
    told = next((one for one in item.told if one.id == told_id), None)
    if told is None:
        raise Http404
    writer = Staff.objects.filter(id=told.by_id).values("name", "phone").first()
    return render(request, "desk/meetings/letter.html", {"sitting": sitting, "series": sitting.series, "item": item, "told": told, "writer": writer})


def in_plain_words(item: Item, names: dict[UUID, str]) -> str:
    """A beginning for what they are told: what is new, and each thing that was agreed with who does it and by when."""
    said = [item.discussed.update] if item.discussed and item.discussed.update else []
    for one in item.agreed:
        line = _("%(who)s: %(what)s") % {"who": names.get(one.seat_id, ""), "what": one.words} if one.seat_id else one.words
        said.append(line + (_(", by %(day)s") % {"day": long_date(one.by_when)} if one.by_when else ""))
    return "\n".join(said)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def chase(request: Request, series_id: UUID, day: str, listed_id: UUID, agreed_id: UUID) -> HttpResponse:
    """They were asked again."""
    sitting = kept_by_us(request, series_id, day)
    item = item_there(request, sitting, listed_id, SAME_TEAM)
    row = Agreed.objects.filter(id=agreed_id, listed=item.listed).first()
    if row is None:
        raise Http404
    actions.chase(row, by=request.actor, at=request.now)
    messages.success(request, _("It is kept that you asked again."))
    return see_other(sitting.url)
