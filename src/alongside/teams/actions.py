"""Everything that changes who works here, in which seat, how they get in, and how an organisation's pages look."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.utils import timezone

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence, Vocabulary
from alongside.trail.doing import action, leave_trace, one_at_a_time
from alongside.web.contrast import as_hex, check_theme

from . import permissions, queries, rules
from .models import Membership, Organisation, Staff, Team, WeeklyLetter


@action
def found_organisation(name: str, *, by: Actor, at: datetime) -> Organisation:
    """A council, trust or charity begins to work here."""
    permissions.may_look_after(by, ())
    organisation = Organisation.objects.create(name=rules.a_name(name))
    leave_trace("founded an organisation", about=f"organisation {organisation.id}", at=at)
    return organisation


@action
def found_team(
    organisation: Organisation,
    name: str,
    *,
    vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION,
    localities: tuple[UUID, ...] = (),
    by: Actor,
    at: datetime,
) -> Team:
    """A team begins: people who share records and cover for one another."""
    permissions.may_look_after(by, organisation.teams.values_list("id", flat=True))
    team = Team.objects.create(organisation=organisation, name=rules.a_name(name), vocabulary=vocabulary)
    team.localities.set(localities)
    leave_trace("founded a team", about=f"team {team.id}", at=at)
    return team


@action
def add_staff(*, name: str, email: str, phone: str = "", team: Team, role: Role, by: Actor, at: datetime) -> Staff:
    """A colleague, with a seat from today and no password yet: they choose it by a link."""
    permissions.may_look_after(by, _with(team))
    address = rules.an_address(email)
    if Staff.objects.filter(email=address).exists():
        raise Refused(Sentence("Somebody with this e-mail address has an account already. Give them a seat instead."), field="email")
    staff = Staff(email=address, name=rules.a_name(name), phone=phone.strip())
    staff.set_unusable_password()
    staff.save(force_insert=True)
    leave_trace("added a colleague", about=f"staff {staff.id}", at=at)
    give_seat(staff, team, role, by=by, at=at)
    return staff


@action
def give_seat(staff: Staff, team: Team, role: Role, *, since: date | None = None, by: Actor, at: datetime) -> Membership:
    """Somebody takes a role in a team, from today unless another day is given."""
    permissions.may_look_after(by, _with(team))
    permissions.may_give_a_seat(by, staff.id)
    day = since or timezone.localdate(at)
    if queries.seats_on(day).filter(staff=staff, team=team, role=role).exists():
        raise Refused(Sentence("%(name)s has this seat already."), name=staff.name, field="role")
    seat = Membership.objects.create(staff=staff, team=team, role=role, since=day)
    leave_trace("gave a seat", about=f"seat {seat.id}", purpose=role.value, at=at)
    return seat


@action
def end_seat(seat: Membership, *, by: Actor, at: datetime) -> None:
    """Somebody leaves a role in a team: what it let them see is closed from this moment on."""
    permissions.may_look_after(by, _with(seat.team))
    if seat.role == Role.ADMINISTRATOR:
        permissions.may_take_away(by, seat.staff_id)
    seat.until = rules.last_day(seat.since, timezone.localdate(at))
    seat.save(update_fields=["until"])
    leave_trace("ended a seat", about=f"seat {seat.id}", at=at)


@action
def close_account(staff: Staff, *, by: Actor, at: datetime) -> None:
    """Somebody who has left signs in no more; what they wrote stays, under their name."""
    _theirs_alone(staff, by, at)
    permissions.may_take_away(by, staff.id)
    staff.is_active = False
    staff.save(update_fields=["is_active"])
    leave_trace("closed an account", about=f"staff {staff.id}", at=at)


@action
def open_account(staff: Staff, *, by: Actor, at: datetime) -> None:
    """Somebody who had left is back."""
    _theirs_alone(staff, by, at)
    permissions.may_give_a_seat(by, staff.id)
    staff.is_active = True
    staff.save(update_fields=["is_active"])
    leave_trace("opened an account", about=f"staff {staff.id}", at=at)


@action
def start_anew(staff: Staff, *, by: Actor, at: datetime) -> None:
    """Somebody who lost their phone, or never got in: password and second steps are forgotten, and a link lets them choose anew."""
    _theirs_alone(staff, by, at)
    permissions.may_take_away(by, staff.id)
    Authenticator.objects.filter(user=staff).delete()
    # Another unusable password each time, so that links made before are void and sessions end.
    staff.set_unusable_password()
    staff.save(update_fields=["password"])
    leave_trace("let a colleague start anew", about=f"staff {staff.id}", at=at)


@action
def choose_how_we_work(
    team: Team, *, quiet_after_days: int, left_out: Iterable[str], asks: Iterable[str] = (), asks_people: Iterable[str] = (), by: Actor, at: datetime
) -> None:
    """What a team's pages show when there is nothing on them yet, and when it wants to be reminded of somebody."""
    permissions.may_run(by, team.id)
    team.quiet_after_days = rules.days_of_quiet(quiet_after_days)
    team.left_out, team.asks = sorted(left_out), [one for one in rules.ASKED_OF_A_VISIT if one in set(asks)]
    team.asks_people = [one for one in rules.ASKED_OF_PEOPLE if one in set(asks_people)]
    team.save(update_fields=["quiet_after_days", "left_out", "asks", "asks_people"])
    leave_trace("chose how the team works", about=f"team {team.id}", at=at)


@action
def choose_letter(*, wanted: bool, weekday: int, by: Actor, at: datetime) -> WeeklyLetter:
    """Whether one gets a letter once a week, and on which day: one's own choice alone."""
    if not 0 <= weekday <= 6:
        raise Refused(Sentence("Choose one."), field="weekday")
    one_at_a_time(by.id)
    made, _ = WeeklyLetter.objects.update_or_create(staff_id=by.id, defaults={"wanted": wanted, "weekday": weekday})
    leave_trace("chose their weekly letter", about=f"staff {by.id}", at=at)
    return made


@action
def see_to_letter(staff: Staff, *, something_waits: bool, by: Actor, at: datetime) -> bool:
    """Their letter of this week is seen to: to be sent in the same breath where something waits. False when it was seen to already, or is not wanted."""
    if by != permissions.ON_THE_MACHINE:
        raise NotYours(Sentence("Letters are sent by a command on the machine."))
    one_at_a_time(staff.id)
    today, held = timezone.localdate(at), queries.letter_of(staff.id)
    due = rules.letter_is_due(held.wanted, held.weekday, held.done_on, today=today)
    if due:
        WeeklyLetter.objects.update_or_create(staff_id=staff.id, defaults={"done_on": today})
    how = "sent" if due and something_waits else "nothing waited" if due else "seen to already"
    leave_trace("saw to a weekly letter", about=f"staff {staff.id}", purpose=how, at=at)
    return due and something_waits


@action
def choose_colours(organisation: Organisation, *, brand: str, link: str, button: str, accent: str, by: Actor, at: datetime) -> None:
    """The four colours of an organisation's pages, refused when they could not be read."""
    permissions.may_look_after(by, organisation.teams.values_list("id", flat=True))
    if wrong := check_theme(brand, link, button, accent):
        raise Refused(Sentence("The colours are as they were. %(why)s"), why=" ".join(wrong))
    organisation.brand_colour, organisation.link_colour = _hex(brand), _hex(link)
    organisation.button_colour, organisation.accent_colour = _hex(button), _hex(accent)
    organisation.save(update_fields=["brand_colour", "link_colour", "button_colour", "accent_colour"])
    leave_trace("chose colours", about=f"organisation {organisation.id}", at=at)


@action
def set_logo(organisation: Organisation, picture: bytes, *, words: str, by: Actor, at: datetime) -> None:
    """The organisation's logo, and what it says to those who do not see it."""
    permissions.may_look_after(by, organisation.teams.values_list("id", flat=True))
    organisation.logo = rules.a_small_png(picture)
    organisation.logo_words = rules.a_name(words, field="words")
    organisation.save(update_fields=["logo", "logo_words"])
    leave_trace("set the logo", about=f"organisation {organisation.id}", at=at)


def _hex(colour: str) -> str:
    return as_hex(colour) or ""


def _with(team: Team) -> list[UUID]:
    return list(Team.objects.filter(organisation_id=team.organisation_id).values_list("id", flat=True))


def _theirs_alone(staff: Staff, by: Actor, at: datetime) -> None:
    """Refuses unless the one who asks looks after every team in which this colleague has a seat."""
    if by == permissions.ON_THE_MACHINE:
        return
    theirs = list(queries.looked_after_by(by).values_list("id", flat=True))
    permissions.may_look_after(by, theirs)
    held = queries.seats_on(timezone.localdate(at)).filter(staff=staff).values_list("team_id", flat=True)
    permissions.is_theirs_alone(held, theirs)
