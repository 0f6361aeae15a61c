"""A group's own page: what it is, the stages it came to, who holds what."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, Q, Subquery
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import Sheet, see_other, with_query, written

from . import actions, rules
from .actions.life import Described
from .actions.sharing import Holder
from .asking import questions
from .forms import GroupForm, HoldersForm, IdeaForm, StepForm
from .looked_for import looked_for
from .models import Group, Held, RegisterLink, Step, StillGoing, Taster
from .picture import drawn
from .queries import days_of_its_entry, groups_there, held_now, localities_of, steps_of
from .well import held_sessions, how_it_goes, last_by_members, sessions_of
from .words import THINGS

FIELDS = tuple(GroupForm.base_fields)


def group_there(group_id: UUID) -> Group:
    """The group, or no such page."""
    found = groups_there().filter(id=group_id).first()
    if found is None:
        raise Http404
    return found


def _described(said: dict[str, Any]) -> Described:
    place = said["locality"]
    return Described(**{name: said[name] for name in FIELDS if name != "locality"}, locality_id=place.id if place else None)


def _copied(key: str) -> Group | None:
    """The group of which another is a copy, where the address names one that is in sight."""
    try:
        return groups_there().filter(id=UUID(key)).first()
    except ValueError:
        return None


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def new(request: Request) -> HttpResponse:
    """The idea of a group."""
    made: list[Group] = []
    source = _copied(request.GET.get("copied-from", ""))
    sheet = Sheet(
        title=_("A copy of “%(name)s”") % {"name": source.name} if source else _("An idea for a group"),
        back=reverse("groups:group", args=[source.id]) if source else reverse("groups:board"),
        kept=_("The idea is kept. Look next for what is there already."),
        lead=_("It begins like any other: what was heard there, and a search before it starts. Each leads to the other.")
        if source
        else _("Somebody said “if only there were…”. Its working name and what was heard are enough; the rest can come later."),
        draft="group idea",
        page=request.get_full_path() if source else "",
    )

    def do(said: dict[str, Any]) -> None:
        given = {"on": said["on"], "many": said["many"], "copied_from": source}
        made.append(actions.hear(_described(said), said["words"], **given, by=request.actor, at=request.now))

    places = localities_of(request.actor.team_id)
    known: dict[str, Any] = {"name": request.GET.get("name", "")[:120], "locality": places[0] if len(places) == 1 else None, "standing": "informal"}
    if source:
        known |= {"name": source.name, "what_happens": source.what_happens}
    answer = written(request, IdeaForm, sheet, do, initial=known, localities=places)
    return see_other(reverse("groups:group", args=[made[0].id])) if made else answer


def _with_kin(group_id: UUID) -> tuple[Group, list[Group]]:
    """The group, what it is a copy of and what was copied from it, as far as they are in sight; or no such page."""
    near = Q(id=group_id) | Q(copied_from=group_id) | Q(id=Subquery(Group.objects.filter(id=group_id).values("copied_from")))
    kin = list(Group.objects.filter(near).annotate(has_days=Exists(days_of_its_entry())).select_related("locality").order_by("at"))
    found = next((one for one in kin if one.id == group_id), None)
    if found is None:
        raise Http404
    return found, kin


@page(roles=tuple(TEAM_ROLES))
def group(request: Request, group_id: UUID) -> HttpResponse:
    """Its stages as a picture and as a table, who holds what, and what there is to ask."""
    found, kin = _with_kin(group_id)
    history = list(Step.objects.filter(group=found).select_related("by", "taken_back_by").order_by("number"))
    answers = list(StillGoing.objects.filter(group=found).select_related("group", "step").order_by("at"))
    standing = [one for one in history if one.taken_back_at is None]
    reached = [one.reached for one in standing]
    now_at = rules.stands_at(reached)
    held = list(Held.objects.filter(group=found).order_by("-since", "-at"))
    now = {one.thing: one for one in held if one.until is None}
    through = [_held_through(held, ends) for ends in [*(one.on for one in standing[1:]), None]]
    anew = {one.id: here for one, here, before in zip(standing, through, [[], *through], strict=False) if here != before}
    today = timezone.localdate(request.now)
    sessions = sessions_of(found)
    was = held_sessions(sessions)
    context = {
        "group": found,
        "sessions": sessions[:SHOWN],
        "to_see_to": [one for one in sessions if one.says_something and one.seen_at is None][:SHOWN],
        "well": how_it_goes(was, now, today),
        "links": RegisterLink.objects.filter(group=found, ended_at__isnull=True, until__gt=today).order_by("-at"),
        "waiting": [one for one in answers if one.waits],
        "drawn": drawn(reached),
        "source": next((one for one in kin if one.id == found.copied_from_id), None),
        "copyable": any(one.stage == "started" for one in reached),
        "has_no_days": now_at is not None and now_at.stage in rules.OPEN and not found.has_days,
        "copies": [one for one in kin if one.copied_from_id == found.id],
        "now": now_at,
        "history": [(one, [each for each in answers if each.step_id == one.id], anew.get(one.id, ())) for one in history],
        "last": standing[-1] if len(standing) > 1 else None,
        "holders": [(thing.stored, now.get(thing.stored)) for thing in THINGS],
        "before": [one for one in held if one.until is not None],
        "tasters": list(Taster.objects.filter(group=found).order_by("-on")),
        "asked": questions(reached, {thing: one.side for thing, one in now.items()}, last_by_members(was), today=today),
    }
    return render(request, "groups/group.html", context)


def _held_through(held: list[Held], ends: date | None) -> list[Held]:
    """Who held what as a stage ended; who does, of the stage that has not."""
    found = [one for one in held if one.until is None or (ends and one.until >= ends)]
    return sorted((one for one in found if ends is None or one.since < ends), key=lambda one: _IN_ORDER[one.thing])


_IN_ORDER = {thing.stored: place for place, thing in enumerate(THINGS)}
SHOWN = 12
"""Sessions on a group's page."""


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def step(request: Request, group_id: UUID) -> HttpResponse:
    """It came to another stage."""
    found = group_there(group_id)
    reached = [one.reached for one in steps_of(found)]
    now = rules.stands_at(reached)
    here = reverse("groups:group", args=[found.id])
    stages = rules.may_follow(reached)
    looked = looked_for(found, today=timezone.localdate(request.now)) if rules.SEARCHED in stages else None
    around = reverse("noticeboard:search")
    sheet = Sheet(
        title=_("Where does “%(name)s” stand now?") % {"name": found.name},
        back=here,
        kept=_("It is kept. Say who holds what, if that has changed.") if now and now.stage != rules.FIRST else _("It is kept."),
        draft=f"group stage/{found.id}",
        lead=_("Any stage can be taken back, and self-managing is no goal: a group that wants one of us back is doing well, too."),
        template="groups/step.html",
        more={"group": found, "now": now, "looked": looked, "around": with_query(around, near=looked.near) if looked and looked.near else around},
    )

    def do(said: dict[str, Any]) -> None:
        words = said["words"]
        if looked and said["stage"] == rules.SEARCHED and words.strip():
            words = f"{words.strip()}\n{looked.as_kept(request.actor.vocabulary)}"
        actions.step(found, said["stage"], words, on=said["on"], by=request.actor, at=request.now)

    return written(request, StepForm, sheet, do, stages=stages)


@page(roles=tuple(TEAM_ROLES), methods=("POST",))
def take_back(request: Request, group_id: UUID, step_id: UUID) -> HttpResponse:
    """It did not come to that stage, or not yet."""
    found = group_there(group_id)
    try:
        actions.take_back_step(found, step_id, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
    else:
        messages.success(request, _("It is taken back, and stays in the history."))
    return see_other(reverse("groups:group", args=[found.id]))


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def put_right(request: Request, group_id: UUID) -> HttpResponse:
    """What the group is."""
    found = group_there(group_id)
    sheet = Sheet(
        title=_("Put right: %(name)s") % {"name": found.name},
        back=reverse("groups:group", args=[found.id]),
        kept=_("It is put right."),
        draft=f"group/{found.id}",
        lead=_("What everybody reads on the noticeboard is put right there.") if found.entry_id else "",
    )
    stands = {name: getattr(found, name) for name in FIELDS}
    return written(
        request,
        GroupForm,
        sheet,
        lambda said: actions.describe(found, _described(said), by=request.actor, at=request.now),
        stands=stands,
        localities=localities_of(found.team_id),
    )


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def holders(request: Request, group_id: UUID) -> HttpResponse:
    """Who holds the keys, the contact, the money, the welcome and the tea."""
    found = group_there(group_id)
    sheet = Sheet(
        title=_("Who holds what in “%(name)s”?") % {"name": found.name},
        back=reverse("groups:group", args=[found.id]),
        kept=_("It is kept, with who held it before."),
        draft=f"group holders/{found.id}",
        lead=_("What a member holds, they can hold without us. Hand on one thing at a time."),
    )
    now = {one.thing: one for one in held_now(found)}
    stands: dict[str, Any] = {}
    for thing in THINGS:
        one = now.get(thing.stored)
        stands |= {f"{thing.stored}_side": one.side if one else "", f"{thing.stored}_who": one.who if one else ""}

    def do(said: dict[str, Any]) -> None:
        given = {thing.stored: Holder(said[f"{thing.stored}_side"], said[f"{thing.stored}_who"]) for thing in THINGS}
        actions.hand_on(found, given, on=said["on"], by=request.actor, at=request.now)

    return written(request, HoldersForm, sheet, do, stands=stands)
