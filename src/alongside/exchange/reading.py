"""A file that was brought, as it would be loaded today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.foundation.folding import fold
from alongside.people.alike import already_here
from alongside.people.matching.describing import Described, describe
from alongside.people.queries import someone_like
from alongside.people.rules import pieces
from alongside.people.strength import STRENGTHS
from alongside.teams.models import Staff
from alongside.teams.queries import colleagues
from alongside.web.vocabulary import say

from .caseload.book import from_json
from .caseload.incoming import Incoming
from .caseload.knowing import Decided, Known, asked_of, decide
from .caseload.mapping import Mapping, read_mapping
from .caseload.telling import Doubt
from .caseload.understanding import Understood, understand
from .models import MovingIn


@dataclass(frozen=True)
class DryRun:
    """What a file says, and who of it would come in."""

    mapping: Mapping
    understood: Understood
    decided: Decided

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """All of them: those who may be known already first."""
        return (*self.decided.doubts, *self.understood.doubts)

    @property
    def open_doubts(self) -> int:
        """Those that nobody has settled."""
        return sum(not doubt.settled for doubt in self.doubts)


def dry_run(moving: MovingIn, *, by: Actor, on: date) -> DryRun:
    """What would be loaded."""
    return run_dry(moving.book, moving.mapping, moving.settled, known_from_json(moving.known), names_of_colleagues(by, on), on)


def run_dry(book: Any, mapping: str, settled: dict[str, str], known: dict[str, Known], names: dict[str, str], on: date) -> DryRun:
    """The same, from its parts."""
    read = read_mapping(mapping)
    understood = understand(from_json(book), read, settled=settled, today=on, colleagues=names)
    return DryRun(read, understood, decide(understood.people, known, settled))


def names_of_colleagues(actor: Actor, on: date) -> dict[str, str]:
    """The e-mail addresses of the team by name, by initials where only one has them, by first name likewise, and by themselves."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for member in colleagues(actor, on=on):
        words = fold(member.name).split()
        for way in {fold(member.name), "".join(word[0] for word in words), words[0] if words else ""}:
            if way and found.setdefault(way, member.email) != member.email:
                twice.add(way)
    found = {way: email for way, email in found.items() if way not in twice}
    return found | {fold(email): email for email in set(found.values())}


def with_known(run: DryRun, known: dict[str, Known], settled: dict[str, str]) -> DryRun:
    """The same file, once the house was asked who of it is known."""
    return DryRun(run.mapping, run.understood, decide(run.understood.people, known, settled))


def who_is_known(people: Iterable[Incoming], already: dict[str, Known | None]) -> dict[str, Known | None]:
    """For each of them whether somebody like them is known; of those asked before the answer stands.

    Of people in sight the engine weighs everything and gives its reasons; of the others the duplicate check says how sure it is, and whom to ask.
    """
    asked = {asked_of(person): person for person in people}
    new = {key: person for key, person in asked.items() if key not in already}
    answers = {key: already[key] for key in asked if key in already}
    ours = dict(zip(new, already_here([_described(person) for person in new.values()]), strict=True)) if new else {}
    for key, person in new.items():
        found = someone_like(pieces(person.name, person.called, person.born, person.postcode, person.phone))
        here = tuple((str(one.one.id), one.one.name, tuple(say(reason) for reason in one.reasons)) for one in ours[key])
        strengths = [*(one.strength for one in ours[key][:1]), *(one.strength for one in found[:1])]
        answers[key] = Known(min(strengths, key=STRENGTHS.index), found[0].ask if found else "", here) if strengths else None
    return answers


def _described(person: Incoming) -> Described:
    return describe(name=person.name, called=person.called, born=person.born, phone=person.phone, postcode=person.postcode, address=person.address)


def known_as_json(known: dict[str, Known | None]) -> dict[str, Any]:
    """As it is kept beside the file."""
    return {asked: [found.strength, found.ask, [[key, name, list(why)] for key, name, why in found.ours]] if found else None for asked, found in known.items()}


def known_from_json(kept: Any) -> dict[str, Known]:
    """Those of whom somebody alike is known."""
    return {
        asked: Known(found[0], found[1], tuple((one[0], one[1], tuple(one[2]) if len(one) > 2 else ()) for one in found[2]))
        for asked, found in (kept.items() if isinstance(kept, dict) else ())
        if isinstance(found, list)
    }


def staff_by_email(emails: Iterable[str]) -> dict[str, Staff]:
    """Who works here by these addresses."""
    return {member.email: member for member in Staff.objects.filter(email__in=set(emails))}


def keys_of(text: str) -> UUID | None:
    """A key, or None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
