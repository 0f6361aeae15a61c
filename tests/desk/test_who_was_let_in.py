"""Whoever leads on information governance is told who was let in."""

from __future__ import annotations

from django.urls import reverse

from alongside.foundation.actor import Role
from tests.building import a_seat, a_team, an_actor, an_organisation, days_ago, signed_in, staff


def test_a_seat_given_lately_in_their_organisation_is_told_and_no_other(db):
    council = an_organisation()
    lead = an_actor(Role.INFORMATION_GOVERNANCE, a_team("Fern", organisation=council))
    moss = a_team("Moss", organisation=council)
    for name, team, since in (("Puppet Master", moss, 3), ("Long Here", moss, 91), ("Somebody Elsewhere", a_team("Reed"), 3)):
        a_seat(staff(name), Role.COORDINATOR, team, since=days_ago(since))
    page = signed_in(lead).get(reverse("desk:who looked")).content.decode()
    assert ("Puppet Master" in page, "Moss" in page, "Long Here" in page, "Somebody Elsewhere" in page) == (True, True, False, False)
