"""The accounts: two steps for everybody, nobody invented, somebody to answer."""

from __future__ import annotations

from django.utils import timezone

from alongside.foundation.actor import Role
from alongside.teams.models import Staff
from alongside.teams.queries import seats_on, with_second_step

from .asking import check


def _open() -> list[Staff]:
    seated = seats_on(timezone.localdate()).values("staff_id")
    return list(with_second_step(Staff.objects.filter(is_active=True, in_demo=False, id__in=seated)))


@check("No invented account of the demonstration is here.", mend="Serve another database: this one was made by alongside demo.", stops_serving=True)
def _nobody_invented() -> str | None:
    count = Staff.objects.filter(in_demo=True).count()
    return f"{count} accounts were made by the demonstration." if count else None


@check("Everybody who has chosen a password has set up a second step.", mend="Ask them to sign in once, or close accounts that nobody uses (Staff).")
def _second_steps() -> str | None:
    count = sum(staff.has_usable_password() and not staff.has_second_step for staff in _open())
    return f"{count} have not: whoever guesses their password may set one up for them." if count else None


@check("No link to choose a password lies unused for long.", mend="Close accounts that nobody uses, or let them start anew (Staff).")
def _unused() -> str | None:
    count = sum(not staff.has_usable_password() for staff in _open())
    return f"{count} open accounts have no password yet." if count else None


@check("Somebody is an administrator.", mend="alongside add-staff --role administrator …")
def _administrator() -> str | None:
    return None if _held(Role.ADMINISTRATOR) else "Nobody is: no colleague can be added, and nobody who has lost their phone gets in again."


@check("Somebody answers for information governance.", mend="Give somebody that seat (Staff).")
def _information_governance() -> str | None:
    return None if _held(Role.INFORMATION_GOVERNANCE) else "Nobody does: nobody can see who looked at whose record."


@check("Whoever holds no seat has no open account.", mend="Close their accounts (Staff).")
def _seatless() -> str | None:
    seated = seats_on(timezone.localdate()).values("staff_id")
    count = Staff.objects.filter(is_active=True).exclude(id__in=seated).count()
    return f"{count} open accounts hold no seat. They cannot get in, and are forgotten easily." if count else None


def _held(role: Role) -> bool:
    return seats_on(timezone.localdate()).filter(role=role, staff__is_active=True).exists()
