"""The first people of a house: whoever runs the machine lets them in."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence, Vocabulary
from alongside.teams import actions, rules
from alongside.teams.models import Organisation, Staff
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting


def add_first_staff(*, name: str, email: str, role: Role, team: str, organisation: str, vocabulary: Vocabulary, at: datetime) -> Staff:
    """Somebody with a seat, in an organisation and a team that are founded if there are none of these names."""
    by = ON_THE_MACHINE
    with acting(by, purpose="a command on the machine", at=at):
        found = Organisation.objects.filter(name=rules.a_name(organisation)).first() or actions.found_organisation(organisation, by=by, at=at)
        theirs = found.teams.filter(name=rules.a_name(team)).first() or actions.found_team(found, team, vocabulary=vocabulary, by=by, at=at)
        known = Staff.objects.filter(email=rules.an_address(email)).first()
        if known is None:
            return actions.add_staff(name=name, email=email, team=theirs, role=role, by=by, at=at)
        actions.give_seat(known, theirs, role, by=by, at=at)
        return known


def organisation_named(name: str) -> Organisation:
    """The organisation of that name; the only one, when no name is given."""
    found = list(Organisation.objects.filter(name=name) if name else Organisation.objects.all()[:2])
    if len(found) != 1:
        if name:
            raise Refused(Sentence("There is no organisation named '%(name)s'."), name=name)
        raise Refused(Sentence("Say which organisation: --organisation NAME."))
    return found[0]
