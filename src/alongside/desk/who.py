"""Who they are, where they are, what to know before a knock on the door, and who may see where they live."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.actions import end_naming as end_the_naming
from alongside.access.actions import name_to_partner, share_without_yes
from alongside.access.looking_up import about, sheet_of
from alongside.access.models import Naming
from alongside.access.opening import Opened, open_person
from alongside.access.queries import choices_of
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence
from alongside.people import actions as people
from alongside.people.models import GoodToKnow, Holding, LocationListed, LocationProtection, OfThemselves, Whereabouts
from alongside.people.words import NOT_ASKED_HERE
from alongside.teams.models import Team
from alongside.teams.queries import colleagues, partners
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_word, word_for
from alongside.web.writing import see_other, written

from .choices import Line, lines_of
from .forms.who import NAMED_AS, GoodToKnowForm, NamingForm, OfThemselvesForm, ProtectForm, WhereForm, WhoForm, WithoutYesForm
from .known_elsewhere import known_elsewhere

NAMED_FOR = timedelta(days=90)
"""How long a naming lasts unless another day is chosen."""

PROTECTED = Sentence("Where they live is protected. Ask one of those who are named on their page.")


@page(methods=WRITING)
def who(request: Request, person_id: UUID) -> HttpResponse:
    """What they are called, and when they were born."""
    opened = open_person(request, person_id)
    sheet = sheet_of(opened, _("%(name)s’s name and birthday") % {"name": opened.called}, _("It is kept."), draft="who")
    initial = {"name": opened.name, "likes_to_be_called": opened.likes_to_be_called, "date_of_birth": opened.date_of_birth}
    person = opened.person
    answered = written(request, WhoForm, sheet, lambda said: people.say_who(person, **said, by=request.actor, at=request.now), stands=initial)
    changed = (person.name, person.likes_to_be_called, person.date_of_birth) != tuple(initial.values())
    return known_elsewhere(request, opened, answered) if changed else answered


@page(methods=WRITING)
def where(request: Request, person_id: UUID) -> HttpResponse:
    """Where they live and how they are reached, for those who may see it."""
    opened = open_person(request, person_id)
    found = Whereabouts.objects.filter(person_id=opened.id).first()
    if found is None:
        raise NotYours(PROTECTED)
    sheet = sheet_of(opened, _("Where %(name)s is") % {"name": opened.called}, _("It is kept."), draft="where")
    initial = {name: getattr(found, name) for name in WhereForm.base_fields}
    saved: list[Whereabouts] = []
    do = lambda said: saved.append(people.say_where(opened.person, **said, by=request.actor, at=request.now))  # noqa: E731
    answered = written(request, WhereForm, sheet, do, stands=initial)
    changed = any(getattr(made, name) != initial[name] for made in saved for name in ("address", "postcode", "phone"))
    return known_elsewhere(request, opened, answered) if changed else answered


@page(methods=WRITING)
def good_to_know(request: Request, person_id: UUID) -> HttpResponse:
    """What must be known before a knock on the door."""
    opened = open_person(request, person_id)
    found = GoodToKnow.objects.filter(person_id=opened.id).first()
    sheet = sheet_of(opened, _("Good to know about %(name)s") % {"name": opened.called}, _("It is kept."), draft="good to know")
    initial = {name: getattr(found, name) if found else "" for name in GoodToKnowForm.base_fields}
    return written(
        request, GoodToKnowForm, sheet, lambda said: people.say_good_to_know(opened.person, **said, by=request.actor, at=request.now), stands=initial
    )


@page(methods=WRITING)
def of_themselves(request: Request, person_id: UUID) -> HttpResponse:
    """What they choose to say of themselves: what a team that holds their record asks for, and what stands there already."""
    opened = open_person(request, person_id)
    found = OfThemselves.objects.filter(person_id=opened.id).first()
    teams = Team.objects.filter(id__in=Holding.objects.filter(person_id=opened.id).values("team_id"))
    asks = frozenset(name for asked in teams.values_list("asks_people", flat=True) for name in asked)
    if found:
        # What stands there can be put right and taken out, whatever is asked by now.
        asks |= {name for name in OfThemselvesForm.said if getattr(found, name)} | ({"ethnic_group"} if found.ethnic_words else set())
    if not asks:
        raise NotYours(NOT_ASKED_HERE)
    names = [name for name in OfThemselvesForm.base_fields if name in asks or (name == "ethnic_words" and "ethnic_group" in asks)]
    sheet = sheet_of(
        opened,
        _("What %(name)s says of themselves") % {"name": opened.called},
        _("It is kept."),
        draft="of themselves",
        lead=_("Ask, and never guess. They may leave any of it out, or say later that it goes: whatever you do for them does not depend on it."),
    )
    do = lambda said: people.say_of_themselves(opened.person, said, by=request.actor, at=request.now)  # noqa: E731
    return written(request, OfThemselvesForm, sheet, do, stands={name: getattr(found, name) if found else "" for name in names}, asks=asks)


@page(methods=WRITING)
def name_to(request: Request, person_id: UUID) -> HttpResponse:
    """Name them to a partner, with their yes and no more than they agreed."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("Tell a partner about %(name)s") % {"name": opened.called},
        _("The partner sees this and nothing else, up to the day you chose."),
        draft="naming",
        lead=_("They see the name and the words below. They do not see notes, the address or anything else."),
        said_before=_said_before(opened, request),
    )

    def do(said: dict[str, Any]) -> None:
        said["how_they_said_yes"] = said["how_they_said_yes"] or say_word(word_for(said["how"], "access.HOW_GIVEN"), request.actor.vocabulary)
        name_to_partner(opened.person, said.pop("partner").id, **said, by=request.actor, at=request.now)

    initial = {"until": timezone.localdate(request.now) + NAMED_FOR}
    return written(request, NamingForm, sheet, do, initial=initial, partners=partners(on=timezone.localdate(request.now)))


@page(roles=(Role.COORDINATOR, Role.MANAGER), methods=WRITING)
def tell_without_yes(request: Request, person_id: UUID) -> HttpResponse:
    """Tell a partner what they have to know though nobody said yes: safeguarding, a duty in law, or direct care nobody objected to."""
    opened = open_person(request, person_id)
    sheet = sheet_of(
        opened,
        _("Tell a partner about %(name)s without a yes") % {"name": opened.called},
        _("The partner sees this and nothing else, up to the day you chose. It stands apart from what they chose."),
        draft="naming without a yes",
        lead=_("Ask first, whenever that is safe. This is for when it is not, or when the law leaves no choice."),
        said_before=_said_before(opened, request),
    )

    def do(said: dict[str, Any]) -> None:
        share_without_yes(opened.person, said.pop("partner").id, **said, by=request.actor, at=request.now)

    initial = {"until": timezone.localdate(request.now) + NAMED_FOR}
    return written(request, WithoutYesForm, sheet, do, initial=initial, partners=partners(on=timezone.localdate(request.now)))


def _said_before(opened: Opened, request: Request) -> list[Line]:
    """What they chose for those who may be told here."""
    named_as = {word.stored for word in NAMED_AS}
    return [line for line in lines_of(list(choices_of(opened.id)), [], on=timezone.localdate(request.now)) if line.audience in named_as]


@page(methods=("POST",))
def end_naming(request: Request, person_id: UUID, naming_id: UUID) -> HttpResponse:
    """The partner sees them no more."""
    opened = open_person(request, person_id)
    end_the_naming(about(Naming, opened, naming_id), by=request.actor, at=request.now)
    messages.success(request, _("The partner sees them no more."))
    return see_other(reverse("desk:person", args=[opened.id]))


@page(methods=WRITING)
def protect(request: Request, person_id: UUID) -> HttpResponse:
    """Protect where they live, or change who may see it."""
    opened = open_person(request, person_id)
    protection = LocationProtection.objects.filter(person_id=opened.id, until__isnull=True).first()
    listed = list(LocationListed.objects.filter(person_id=opened.id).values_list("staff_id", flat=True))
    if protection and request.actor.id not in listed:
        raise NotYours(Sentence("Only those who may see where they are can change who else may. They are named on their page."))

    def do(said: dict[str, Any]) -> None:
        chosen = [colleague.id for colleague in said["listed"]]
        if protection:
            people.change_who_is_listed(opened.person, listed=chosen, by=request.actor, at=request.now)
        else:
            people.protect_location(opened.person, why=said["why"], listed=chosen, by=request.actor, at=request.now)

    sheet = sheet_of(
        opened,
        _("Protect where %(name)s lives") % {"name": opened.called},
        _("Only those on the list see where they live."),
        draft="protection",
        lead=_(
            "Their address, telephone, planned visits and place on a map are shown to nobody else. "
            "What you write in a note is seen by the whole team: write no address there."
        ),
        protection=protection,
    )
    return written(
        request,
        ProtectForm,
        sheet,
        do,
        stands={"why": protection.why if protection else "", "listed": sorted(listed)},
        colleagues=colleagues(request.actor, on=timezone.localdate(request.now)).exclude(id=request.actor.id),
    )


@page(methods=("POST",))
def end_protection(request: Request, person_id: UUID) -> HttpResponse:
    """Their whereabouts are like anybody's again."""
    opened = open_person(request, person_id)
    people.end_protection(opened.person, by=request.actor, at=request.now)
    messages.success(request, _("Where they live is no longer protected."))
    return see_other(reverse("desk:person", args=[opened.id]))
