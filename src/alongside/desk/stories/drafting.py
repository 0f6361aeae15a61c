"""A first draft from the record, and what is known around somebody: read for them, changed with them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from alongside.access.opening import Opened
from alongside.access.taking_away.names import without
from alongside.connections.models import Connection
from alongside.introductions.models import WhyTheyCame
from alongside.journeys.models import GoodLife
from alongside.outcomes.models import LifeChange
from alongside.people.models import InTheirLife, Whereabouts
from alongside.places.models import Locality
from alongside.teams.models import Membership

from .giving_away import Around, gives_away

MOST_CHANGES = 6


def around_of(opened: Opened, team_id: UUID | None) -> Around:
    """Every name and place that stands in their record as such, with those who work with them and the team's neighbourhoods."""
    where = Whereabouts.objects.filter(person_id=opened.id).values_list("address", "postcode", "usual_places").first() or ()
    circle = InTheirLife.objects.filter(person_id=opened.id).values_list("name", flat=True)
    staff = Membership.objects.filter(team_id=team_id).values_list("staff__name", flat=True)
    links = Connection.objects.filter(person_id=opened.id).values_list("to", flat=True)
    places = Locality.objects.filter(teams=team_id).values_list("name", flat=True)
    names = (opened.person.name, opened.person.likes_to_be_called, *circle, *staff)
    return Around(tuple(filter(None, names)), tuple(filter(None, (*where, *places, *links))))


def first_draft(opened: Opened, team_id: UUID | None) -> str:
    """Why they came, what they wanted, and what changed in the order in which it matters to them, in their words; names that are known are left out."""
    told: list[str] = []
    why = WhyTheyCame.objects.filter(person_id=opened.id, until__isnull=True).exclude(words="").order_by("on").values_list("words", flat=True).first()
    wanted = GoodLife.objects.filter(person_id=opened.id).order_by("at").values_list("words", flat=True).first()
    changes = LifeChange.objects.filter(person_id=opened.id).order_by(F("place").asc(nulls_last=True), "noticed_on")[:MOST_CHANGES]
    if why:
        told.append(_("Why I came: “%(words)s”") % {"words": why})
    if wanted:
        told.append(_("What I wanted: “%(words)s”") % {"words": wanted})
    told += [_("What changed: “%(words)s”") % {"words": change.words} for change in changes]
    draft = "\n\n".join(told)
    goes = {one.said.casefold() for one in gives_away(draft, around_of(opened, team_id)) if one.has_to_go}
    return without(draft, goes)
