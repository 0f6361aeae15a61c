"""Who may see whom, told a second time: in plain Python, one person and one actor at a time, without a database.

The view `may_see` (access/sql/may_see.sql) must give the same answer always. Written to be read beside it, and not derived from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from .hand_over_policy import Handed, open_to
from .meeting_policy import AtTable, Met, OnList, Word, holds, places_shown

WALKING = ("coordinator", "support officer", "manager")

TEAM_PARTS = {"identity", "whereabouts", "agreed extract", "record", "shared page", "money", "their rights"}
PARTS = {
    "walks alongside": TEAM_PARTS | {"concern"},
    "cover": TEAM_PARTS | {"concern"},
    "same team": TEAM_PARTS,
    "named in a hand-over": {"identity"},
    "named to them": {"identity", "agreed extract"},
    "on the list of their meeting": {"identity", "agreed extract"},
    "information governance": {"identity", "trail", "their rights", "gathered"},
    "it is me": {"identity", "shared page", "their rights", "trail"},
}
"""What each reason lets somebody see."""


@dataclass(frozen=True)
class Seat:
    """Somebody's role in a team, from one day up to another."""

    staff: UUID
    team: UUID
    role: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Walk:
    """A coordinator alongside a person, from one day up to another."""

    person: UUID
    coordinator: UUID
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Named:
    """A person named to a partner, from one day up to another."""

    person: UUID
    partner: UUID
    since: date
    until: date


@dataclass(frozen=True)
class Cover:
    """A colleague who stands in for another, from one day up to another; `of` names the people when it is not everybody, `team` whose people."""

    away: UUID
    covering: UUID | None
    since: date
    until: date
    of: frozenset[UUID] | None = None
    team: UUID | None = None
    ended: bool = False


@dataclass(frozen=True)
class Linked:
    """A link to their own copy that somebody was given, until a day; ended before that or not."""

    person: UUID
    until: date
    shows_who_looked: bool
    ended: bool = False


@dataclass
class Neighbourhood:
    """Everything on which the answer depends."""

    organisation_of: dict[UUID, UUID] = field(default_factory=dict)
    """Which organisation each team belongs to."""
    seats: set[Seat] = field(default_factory=set)
    held_by: set[tuple[UUID, UUID]] = field(default_factory=set)
    """Person and team that holds their record."""
    walks: set[Walk] = field(default_factory=set)
    namings: set[Named] = field(default_factory=set)
    covers: set[Cover] = field(default_factory=set)
    protected: set[tuple[UUID, date | None]] = field(default_factory=set)
    """Person whose whereabouts are protected, and until when."""
    links: set[Linked] = field(default_factory=set)
    tables: set[AtTable] = field(default_factory=set)
    meetings: set[Met] = field(default_factory=set)
    lists: set[OnList] = field(default_factory=set)
    words: set[Word] = field(default_factory=set)
    handed: set[Handed] = field(default_factory=set)
    words_of_receivers: set[Word] = field(default_factory=set)
    """What people said of those to whom something of them may be handed."""
    listed: set[tuple[UUID, UUID]] = field(default_factory=set)
    """Person and the staff who may see their protected whereabouts."""

    def seats_today(self, staff: UUID, today: date) -> list[Seat]:
        """The seats somebody holds on a day."""
        return [seat for seat in self.seats if seat.staff == staff and holds(seat.since, seat.until, today)]

    def teams_of(self, person: UUID) -> set[UUID]:
        """The teams that hold somebody's record."""
        return {team for held, team in self.held_by if held == person}


def reasons(world: Neighbourhood, staff: UUID, person: UUID, today: date) -> set[str]:
    """Why this member of staff may see this person at all, today."""
    seats = world.seats_today(staff, today)
    in_their_team = any(seat.role in WALKING and seat.team in world.teams_of(person) for seat in seats)
    found = set()
    for walk in world.walks:
        if walk.person == person and walk.coordinator == staff and in_their_team and holds(walk.since, walk.until, today):
            found.add("walks alongside")
    for seat in seats:
        if seat.role in WALKING and seat.team in world.teams_of(person):
            found.add("same team")
        organisations = {world.organisation_of[team] for team in world.teams_of(person)}
        if seat.role == "information governance lead" and world.organisation_of[seat.team] in organisations:
            found.add("information governance")
    if any(stands_in(world, cover, staff, person, today) for cover in world.covers):
        found.add("cover")
    if any(seat.role == "partner" for seat in seats):
        for named in world.namings:
            if named.person == person and named.partner == staff and holds(named.since, named.until, today):
                found.add("named to them")
    if any(one.person == person for one in places_shown(world, staff, today)):
        found.add("on the list of their meeting")
    if any(one.person == person and open_to(world, one, staff, today) for one in world.handed):
        found.add("named in a hand-over")
    if staff == person and links_that_hold(world, person, today):
        found.add("it is me")
    return found


def stands_in(world: Neighbourhood, cover: Cover, staff: UUID, person: UUID, today: date) -> bool:
    """Whether by this cover the person is seen: for its days, of those the absent colleague walks alongside themselves."""
    if cover.covering != staff or cover.ended or not holds(cover.since, cover.until, today):
        return False
    if cover.of is not None and person not in cover.of:
        return False
    if not any(walk.person == person and walk.coordinator == cover.away and holds(walk.since, walk.until, today) for walk in world.walks):
        return False
    for team in world.teams_of(person):
        of_the_absent = any(seat.team == team and seat.role in WALKING for seat in world.seats_today(cover.away, today))
        in_the_organisation = any(
            seat.role in WALKING and world.organisation_of[seat.team] == world.organisation_of[team] for seat in world.seats_today(staff, today)
        )
        if of_the_absent and in_the_organisation and cover.team in (None, team):
            return True
    return False


def links_that_hold(world: Neighbourhood, person: UUID, today: date) -> list[Linked]:
    """The links by which somebody reads their own copy today."""
    return [link for link in world.links if link.person == person and not link.ended and today < link.until]


def is_kept_from(world: Neighbourhood, staff: UUID, person: UUID, today: date) -> bool:
    """Whether this person's whereabouts are protected, and not for this member of staff to see."""
    protected = any(who == person and (until is None or today < until) for who, until in world.protected)
    return protected and (person, staff) not in world.listed


def sees(world: Neighbourhood, staff: UUID, person: UUID, today: date) -> set[tuple[str, str]]:
    """Each part this member of staff may see of this person, with each reason."""
    pairs = {(part, because) for because in reasons(world, staff, person, today) for part in PARTS[because]}
    # Of a team its managers read concerns; every other colleague reads the rest.
    if any(seat.role == "manager" and seat.team in world.teams_of(person) for seat in world.seats_today(staff, today)):
        pairs.add(("concern", "same team"))
    if staff == person and not any(link.shows_who_looked for link in links_that_hold(world, person, today)):
        pairs.discard(("trail", "it is me"))
    if is_kept_from(world, staff, person, today):
        pairs = {(part, because) for part, because in pairs if part != "whereabouts"}
    return pairs


def parts(world: Neighbourhood, staff: UUID, person: UUID, today: date) -> set[str]:
    """The parts alone."""
    return {part for part, _ in sees(world, staff, person, today)}
