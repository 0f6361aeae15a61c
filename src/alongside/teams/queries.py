"""Who works where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import connection
from django.db.models import Exists, F, Func, IntegerField, OuterRef, Prefetch, Q, QuerySet

from alongside.foundation.actor import TEAM_ROLES, Actor, Role, Seat
from alongside.foundation.words import Vocabulary

from .models import Membership, Organisation, Staff, Team, WeeklyLetter
from .theme import COLOURS, Theme, theme_from

WITHOUT_A_TEAM = 28
"""Days after which somebody has gone quiet where no team says otherwise."""


def seats_on(day: date) -> QuerySet[Membership]:
    """Every seat held on a day."""
    return Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)


# In plain words, because every page asks it: to have them made anew took longer than to answer.
_SEATS = f"""
    SELECT m.role, m.team_id, t.vocabulary, o.id, o.name, {", ".join(f"o.{colour}" for colour in COLOURS)}, o.logo_words, octet_length(o.logo)
    FROM teams_membership m JOIN teams_team t ON t.id = m.team_id JOIN teams_organisation o ON o.id = t.organisation_id
    WHERE m.staff_id = %s AND m.since <= %s AND (m.until IS NULL OR m.until > %s)
    ORDER BY m.since, m.id
"""


def as_actor_with_theme(staff: Staff, *, on: date) -> tuple[Actor, Theme]:
    """Somebody with the seats they hold on a day, and how their organisation's pages look; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_SEATS, [staff.pk, on, on])
        held = cursor.fetchall()
    vocabulary = Vocabulary(held[0][2]) if held else Vocabulary.LOCAL_AREA_COORDINATION
    actor = Actor(staff.id, staff.name, tuple(Seat(Role(row[0]), row[1]) for row in held), vocabulary)
    return actor, theme_from(held[0][3:]) if held else Theme()


def as_actor(staff: Staff, *, on: date) -> Actor:
    """Somebody with the seats they hold on a day; one query."""
    return as_actor_with_theme(staff, on=on)[0]


def theme_for_visitors() -> Theme:
    """How public pages look: as the only organisation's, or as the house's own where there are several."""
    logo_bytes = Func(F("logo"), function="octet_length", output_field=IntegerField())
    rows = Organisation.objects.values_list("id", "name", *COLOURS, "logo_words", logo_bytes)[:2]
    return theme_from(rows[0]) if len(rows) == 1 else Theme()


def looked_after_by(actor: Actor) -> QuerySet[Team]:
    """The teams of the organisations in which somebody is an administrator."""
    own = [seat.team_id for seat in actor.seats if seat.role == Role.ADMINISTRATOR]
    return Team.objects.filter(organisation__in=Team.objects.filter(id__in=own).values("organisation_id")).order_by("name")


def with_second_step(staff: QuerySet[Staff]) -> QuerySet[Staff]:
    """The same, each with whether an app or a passkey is set up (`has_second_step`)."""
    steps = Authenticator.objects.filter(user_id=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return staff.annotate(has_second_step=Exists(steps))


def staff_of(teams: QuerySet[Team]) -> QuerySet[Staff]:
    """Everybody who has or had a seat in one of these teams, with their seats and whether their second step is set up."""
    seats = Membership.objects.filter(team__in=teams).select_related("team").order_by("until", "team__name", "role")
    return (
        with_second_step(Staff.objects.filter(id__in=Membership.objects.filter(team__in=teams).values("staff_id")))
        .prefetch_related(Prefetch("seats", queryset=seats, to_attr="seats_here"))
        .order_by("-is_active", "name")
    )


WALKING = [Role.COORDINATOR, Role.SUPPORT_OFFICER, Role.MANAGER]


def colleagues(actor: Actor, *, on: date) -> QuerySet[Staff]:
    """Who walks alongside people in the same teams, the one who asks among them."""
    teams = [seat.team_id for seat in actor.seats]
    walking = seats_on(on).filter(team_id__in=teams, role__in=WALKING)
    return Staff.objects.filter(id__in=walking.values("staff_id"), is_active=True).order_by("name")


@dataclass(frozen=True)
class Colleague:
    """One who walks alongside people in the same team."""

    id: UUID
    name: str


_BESIDE = """
    SELECT s.id, s.name FROM teams_staff s
    WHERE s.is_active AND s.id <> %s AND s.id IN (
        SELECT m.staff_id FROM teams_membership m WHERE m.team_id = ANY (%s) AND m.role = ANY (%s) AND m.since <= %s AND (m.until IS NULL OR m.until > %s))
    ORDER BY s.name
"""


def walking_beside(actor: Actor, *, on: date) -> list[Colleague]:
    """The same without the one who asks, in plain words, for the page that everybody begins with."""
    with connection.cursor() as cursor:
        cursor.execute(_BESIDE, [actor.id, [seat.team_id for seat in actor.seats], WALKING, on, on])
        return [Colleague(*row) for row in cursor.fetchall()]


def partners(*, on: date) -> QuerySet[Staff]:
    """Partners who could be told of somebody."""
    return Staff.objects.filter(id__in=seats_on(on).filter(role=Role.PARTNER).values("staff_id"), is_active=True).order_by("name")


def team_of(actor: Actor) -> Team | None:
    """The team they write for."""
    return Team.objects.select_related("organisation").filter(id=actor.team_id).first() if actor.team_id else None


def days_of_quiet(actor: Actor) -> int:
    """After how many days their team says that somebody has gone quiet, where nothing else was agreed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quiet_after_days FROM teams_team WHERE id = %s", [actor.team_id])
        found = cursor.fetchone()
    return int(found[0]) if found else WITHOUT_A_TEAM


def run_by(actor: Actor) -> Team | None:
    """The team of which they are the manager; the first, when there are several."""
    return Team.objects.filter(id__in=[seat.team_id for seat in actor.seats if seat.role == Role.MANAGER]).order_by("name").first()


def vocabulary_of(team_id: UUID) -> Vocabulary:
    """The words a team has chosen."""
    return Vocabulary(Team.objects.values_list("vocabulary", flat=True).get(id=team_id))


def names_of(keys: set[UUID]) -> dict[UUID, str]:
    """Names of staff by key, for pages that show who wrote what."""
    return dict(Staff.objects.filter(id__in=keys).values_list("id", "name"))


def team_in_common(actor: Actor, staff_id: UUID, *, on: date) -> UUID | None:
    """A team in which both walk alongside people, the actor's first seat first; None when they share none."""
    theirs = set(seats_on(on).filter(staff_id=staff_id, role__in=TEAM_ROLES).values_list("team_id", flat=True))
    return next((seat.team_id for seat in actor.seats if seat.role in TEAM_ROLES and seat.team_id in theirs), None)


def let_in(actor: Actor, *, since: date) -> QuerySet[Membership]:
    """Seats given since a day in the organisations this actor belongs to, the newest first: whoever gives one lets somebody see people."""
    mine = Team.objects.filter(id__in=[seat.team_id for seat in actor.seats]).values("organisation_id")
    return Membership.objects.filter(team__organisation_id__in=mine, since__gte=since).select_related("staff", "team").order_by("-since", "staff__name", "id")


def letter_of(staff_id: UUID) -> WeeklyLetter:
    """What somebody chose about the weekly letter; whoever never chose gets one on Mondays."""
    return WeeklyLetter.objects.filter(staff_id=staff_id).first() or WeeklyLetter(staff_id=staff_id)


def who_gets_letters(*, on: date) -> QuerySet[Staff]:
    """Everybody who walks alongside people and can sign in; nobody who was invented for the demonstration."""
    return Staff.objects.filter(id__in=seats_on(on).filter(role__in=TEAM_ROLES).values("staff_id"), is_active=True, in_demo=False).order_by("name", "id")
