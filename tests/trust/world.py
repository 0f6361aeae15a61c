"""A small world in which everybody stands somewhere: each role, each relationship, each state of a seat.

Told twice: as rows in the database, and as facts for the plain reference (tests/access/policy.py), which is never read back from the rows.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.test import Client

from alongside.directory.models import Entry, Source
from alongside.evidence.actions import make_extract
from alongside.foundation.actor import Role
from alongside.foundation.keys import new_key
from alongside.teams.models import Staff, Team
from tests import building
from tests.access import policy

from .gathered import Gathered
from .handed import hand_over, handed_to_a_partner, is_theirs_in_a_hand_over
from .planting import Garden, Seed
from .standing import (
    CLOSED,
    COLLEAGUE,
    COVERED_ONCE,
    COVERS,
    FROM_ELSEWHERE,
    GOVERNANCE,
    HANDED_TO,
    LEFT,
    OFFICER,
    ONE_FACTOR,
    OTHER_GOVERNANCE,
    OTHER_PARTNER,
    OTHER_TEAM,
    PARTNER,
    PARTNER_ONCE,
    THEMSELVES,
    VISITOR,
    WALKER,
    Standing,
    a_browser,
)


class World:
    """Everybody, everything about them, and what the reference says of who may see it."""

    def __init__(self) -> None:
        self.today: date = building.today()
        self.facts = policy.Neighbourhood()
        self.staff: dict[str, Staff] = {}
        self.roles: dict[str, frozenset[str]] = {}
        self.seats: dict[str, UUID] = {}
        self.covers: dict[str, UUID] = {}
        self._build_teams()
        self._seat_everybody()
        self.gwen, self.hal, self.iris, self.joe, self.one_visit = (new_key() for _ in range(5))
        self.entry = Entry.objects.create(name="Community garden", kind="group", source=Source.objects.create(name="Our own knowledge"), source_key="garden")
        self.garden = Garden(writer=self.staff[WALKER], team=self.fern, locality=building.a_locality(), entry=self.entry, today=self.today, now=building.now())
        self.gathered = Gathered(self.fern, spender=building.actor_of(self.staff[WALKER]), manager=building.actor_of(self.staff["manager"]))
        self.garden.given |= self.gathered.leaned_upon
        self._plant_people()
        self.garden.change_everything()
        ended = {"ended_on": self.today, "ended_at": building.now(), "ended_by_id": self.staff[WALKER].id}
        self.garden.another("step", self.gwen, who_kind="community", ended_as="done", **ended)
        self.garden.another("waiting", self.gwen, ended_as="came", **ended)
        self.garden.another("lookback", self.gwen, ended_as="took place", **ended)
        self._cover()
        self._hand_over()
        self._count_figures()

    # --- Who there is -----------------------------------------------------------------------------------------------
    def _build_teams(self) -> None:
        council, trust = building.an_organisation("Fernshire Council"), building.an_organisation("Reedmouth Trust")
        self.fern, self.moss, self.reed = (
            building.a_team("Fern", organisation=council),
            building.a_team("Moss", organisation=council),
            building.a_team("Reed", organisation=trust),
        )
        Team.objects.update(asks_people=["sex", "ethnic_group", "caring"])
        self.facts.organisation_of = {self.fern.id: council.id, self.moss.id: council.id, self.reed.id: trust.id}

    def _seat_everybody(self) -> None:
        walking = Role.COORDINATOR
        for name, role, team in (
            (WALKER, walking, self.fern),
            (COLLEAGUE, walking, self.fern),
            (OFFICER, Role.SUPPORT_OFFICER, self.fern),
            ("manager", Role.MANAGER, self.fern),
            (FROM_ELSEWHERE, walking, self.moss),
            (OTHER_TEAM, walking, self.moss),
            (COVERS, walking, self.moss),
            (COVERED_ONCE, walking, self.moss),
            ("manager of another team", Role.MANAGER, self.moss),
            (PARTNER, Role.PARTNER, self.reed),
            (PARTNER_ONCE, Role.PARTNER, self.reed),
            (HANDED_TO, Role.PARTNER, self.reed),
            (OTHER_PARTNER, Role.PARTNER, self.fern),
            (GOVERNANCE, Role.INFORMATION_GOVERNANCE, self.moss),
            (OTHER_GOVERNANCE, Role.INFORMATION_GOVERNANCE, self.reed),
            ("commissioner", Role.COMMISSIONER, self.fern),
            ("administrator", Role.ADMINISTRATOR, self.fern),
            (ONE_FACTOR, walking, self.fern),
            (CLOSED, walking, self.fern),
        ):
            self._seat(name, role, team)
        self._seat(LEFT, walking, self.fern, until=self.today)
        Staff.objects.filter(id=self.staff[CLOSED].id).update(is_active=False)

    def _seat(self, name: str, role: Role, team: Team, until: date | None = None) -> None:
        self.staff[name] = member = building.staff(f"Staff {name}")
        seat = building.a_seat(member, role, team, until=until)
        self.seats[name] = seat.id
        self.facts.seats.add(policy.Seat(member.id, team.id, role.value, seat.since, until))
        self.roles[name] = frozenset() if until or name in (ONE_FACTOR, CLOSED) else frozenset({role.value})

    # --- Whom they know ---------------------------------------------------------------------------------------------
    def _plant_people(self) -> None:
        walker, long_ago = self.staff[WALKER].id, self.today - timedelta(days=30)
        tables = "alongside naming covered locationprotection locationlisted draft movingin plannedpage handedover"
        nobody: dict[str, None] = dict.fromkeys(tables.split())
        walked = {"coordinator_id": walker, "since": long_ago}
        named = {"partner_id": self.staff[PARTNER].id, "since": long_ago, "until": self.today + timedelta(days=30)}
        kept_from_all_but_one = {"locationprotection": {"until": None}, "locationlisted": {"staff_id": self.staff[COLLEAGUE].id}}
        self._plant(self.gwen, self.fern, {**nobody, "alongside": walked, "naming": named, "draft": {"writer_id": walker, "form": "note"}})
        self._bring_a_sheet()
        self._plant(self.hal, self.moss, nobody)
        self._plant(self.iris, self.fern, {**nobody, "alongside": walked, **kept_from_all_but_one})
        self._plant(self.joe, self.reed, nobody)
        self._also()

    def _bring_a_sheet(self) -> None:
        """A spreadsheet that the manager brought and nobody has loaded: what is in it is theirs alone to see."""
        words = [f"Sheetzq{letters}" for letters in ("name", "tel", "note", "odd")]
        rows = [["Name", "Phone", "Notes", "Odd"], words, [f"{words[0]}b and {words[0]}c Zq", "01632 960555", "3/4/25 here", words[3]]]
        manager, book = self.staff["manager"].id, {"name": "people.csv", "pages": [{"name": "", "rows": rows}]}
        mapping = "name: Ours\nfields: {name: Name, phone: Phone, notes: Notes, level: {constant: level 2}}"
        given = {"by_id": manager, "whose_id": manager, "book": book, "mapping": mapping, "settled": {}, "known": {}, "counted": {}, "name": "people.csv"}
        self.garden.another("movingin", self.gwen, **given)
        self.garden.another("plannedpage", self.gwen, by_id=manager, moving_id=self.garden.rows["movingin", self.gwen].id, number=0, entries=[])
        self.garden.seeds += [Seed(word, "exchange_movingin", "book", self.gwen, "record", manager) for word in words]

    def _plant(self, person: UUID, team: Team, rows: dict[str, Any]) -> None:
        # So that every word is one that a page would show: a visit still to come, a level they reached, others' share in a change.
        telling = {
            "visit": {"on": self.today + timedelta(days=1)},
            "level": {"level": "level 2"},
            "lifechange": {"others_share": "half"},
            "asked": {"for_what": "be forgotten", "answer": "yes", "answered_by_id": self.staff[WALKER].id, "answered_at": building.now()},
            "step": {"who_kind": "community", "staff_id": None},
            # One visit with all of them: each page tells of the others only to whoever sees them too.
            "note": {"together": self.one_visit, "of_them": 4},
            "copy": {"parts": ["good life", "looks"]},
            **handed_to_a_partner(self, person),
            **{"link": {"shows_who_looked": True}, "unfinished": {"about": "words"}},
            "notright": {"answer": "both stand", "answered_at": building.now(), "answered_by_id": self.staff[WALKER].id},
        }
        self.garden.plant(person, holding={"team_id": team.id}, **telling, **rows)
        self.facts.held_by.add((person, team.id))
        if rows["alongside"]:
            self.facts.walks.add(policy.Walk(person, rows["alongside"]["coordinator_id"], rows["alongside"]["since"]))
        if rows["naming"]:
            self.facts.namings.add(policy.Named(person, rows["naming"]["partner_id"], rows["naming"]["since"], rows["naming"]["until"]))
        self.facts.links.add(policy.Linked(person, self.today + timedelta(days=30), shows_who_looked=True))
        if rows["locationprotection"]:
            self.facts.protected.add((person, None))
            self.facts.listed.add((person, rows["locationlisted"]["staff_id"]))

    def _also(self) -> None:
        """A walk from another team, a walk nobody ended when they left, a naming that is over, a draft about somebody lost from sight."""
        from alongside.access.models import Naming
        from alongside.journeys.models import Alongside

        long_ago, walker = self.today - timedelta(days=30), self.staff[WALKER]
        for name in (FROM_ELSEWHERE, LEFT):
            Alongside.objects.using("owner").create(person_id=self.gwen, coordinator=self.staff[name], since=long_ago, by=walker, at=building.now())
            self.facts.walks.add(policy.Walk(self.gwen, self.staff[name].id, long_ago))
        named = {"partner": self.staff[PARTNER_ONCE], "since": long_ago, "until": self.today, "extract": "Over.", "how_they_said_yes": "aloud"}
        Naming.objects.using("owner").create(person_id=self.gwen, **named, by=walker, at=building.now())
        self.facts.namings.add(policy.Named(self.gwen, self.staff[PARTNER_ONCE].id, long_ago, self.today))

    def _cover(self) -> None:
        """One colleague stands in for whoever walks alongside Gwen, and sees her; another did until today."""
        from alongside.access.models import Cover, Covered

        long_ago, away = self.today - timedelta(days=30), self.staff[WALKER]
        for name, until in ((COVERS, self.today + timedelta(days=30)), (COVERED_ONCE, self.today)):
            made = Cover.objects.using("owner").create(
                away=away, covering=self.staff[name], since=long_ago, until=until, everybody=False, by=away, at=building.now()
            )
            Covered.objects.using("owner").create(person_id=self.gwen, cover=made, by=away, at=building.now())
            self.facts.covers.add(policy.Cover(away.id, self.staff[name].id, long_ago, until, frozenset({self.gwen})))
            self.covers[name] = made.id

    def _hand_over(self) -> None:
        """A support officer walked alongside Gwen once, and handed her over to a colleague."""
        self.garden.rows["handover", self.gwen], walk = hand_over(self.garden, self.gwen, self.staff[OFFICER], self.staff[COLLEAGUE])
        self.facts.walks.add(walk)

    def _count_figures(self) -> None:
        for manager, team in (("manager", self.fern), ("manager of another team", self.moss)):
            by = building.actor_of(self.staff[manager])
            with building.as_(by):
                make_extract(team.id, by=by, at=building.now())

    # --- Who asks ---------------------------------------------------------------------------------------------------
    def standings(self) -> list[Standing]:
        """Everybody beside Gwen; then those beside Iris, whose whereabouts are protected; then rows of others under Gwen's name."""
        beside_gwen = [Standing(name, member.id, self.gwen, self.roles[name]) for name, member in self.staff.items()]
        visitor = Standing(VISITOR, None, self.gwen, frozenset())
        beside_iris = [self._of(WALKER, self.iris, "protected, not listed"), self._of(COLLEAGUE, self.iris, "protected, listed")]
        crossed = [self._of(WALKER, self.gwen, "another's rows", rows_of=self.hal), self._of(WALKER, self.gwen, "a neighbour's rows", rows_of=self.iris)]
        hers = Standing(THEMSELVES, self.gwen, self.gwen, frozenset())
        not_hers = Standing(f"{THEMSELVES}: another's rows", self.gwen, self.gwen, frozenset(), rows_of=self.hal)
        return [*beside_gwen, visitor, *beside_iris, *crossed, hers, not_hers]

    def _of(self, who: str, about: UUID, relation: str, rows_of: UUID | None = None) -> Standing:
        return Standing(f"{who}: {relation}", self.staff[who].id, about, self.roles[who], rows_of)

    def parts(self, standing: Standing) -> set[str]:
        """What the reference lets them see of whom they ask about."""
        known = standing.is_signed_in or standing.is_themselves
        return policy.parts(self.facts, standing.staff, standing.about, self.today) if standing.staff and known else set()

    def may_have(self, standing: Standing, seed: Seed) -> bool:
        """Whether this word may reach them, on any page at all."""
        if not (standing.is_signed_in or standing.is_themselves) or standing.staff is None:
            return False
        if seed.writer is not None:
            return seed.writer == standing.staff
        if is_theirs_in_a_hand_over(self, standing.staff, seed.table, seed.person):
            return True
        return seed.part in policy.parts(self.facts, standing.staff, seed.person, self.today)

    def row(self, kind: str, person: UUID) -> UUID:
        """The key of the row of this kind about somebody; a key of nothing where there is none."""
        found = self.garden.rows.get((kind, person))
        return found.pk if found is not None else UUID(int=7)

    def has_row(self, kind: str, standing: Standing) -> bool:
        """Whether the row that the address names is about the person whom it names."""
        return standing.rows_of is None and (kind, standing.about) in self.garden.rows

    def browser(self, standing: Standing) -> Client:
        """A browser without a screen, signed in as far as they are."""
        return a_browser(standing, self.row("link", standing.about))
