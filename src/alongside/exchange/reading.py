"""A file that was brought, as it would be loaded today: read anew each time, so that what is shown is what would happen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.foundation.folding import fold
from alongside.people.queries import called_something_like, someone_like
from alongside.people.rules import pieces
from alongside.teams.models import Staff
from alongside.teams.queries import colleagues

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


def who_is_known(people: Iterable[Incoming], already: dict[str, Known | None]) -> dict[str, Known | None]:
    """For each of them whether somebody like them is known; of those asked before the answer stands."""
    answers: dict[str, Known | None] = {}
    for person in people:
        asked = asked_of(person)
        if asked in answers:
            continue
        if asked in already:
            answers[asked] = already[asked]
            continue
        of_them = pieces(person.name, person.called, person.born, person.postcode, person.phone)
        found = someone_like(of_them)
        answers[asked] = Known(found[0].strength, found[0].ask, _ours(person)) if found else None
    return answers


def _ours(person: Incoming) -> tuple[tuple[str, str], ...]:
    """Those of that name whom the asker may see."""
    mine = {piece for piece in pieces(person.name, person.called) if piece.kind in ("name", "sounds like")}
    alike = [one for one in called_something_like(person.name) if pieces(one.name, one.likes_to_be_called) & mine]
    return tuple((str(one.id), one.name) for one in alike[:5])


def known_as_json(known: dict[str, Known | None]) -> dict[str, Any]:
    """As it is kept beside the file."""
    return {asked: [found.strength, found.ask, [list(one) for one in found.ours]] if found else None for asked, found in known.items()}


def known_from_json(kept: Any) -> dict[str, Known]:
    """Those of whom somebody alike is known."""
    return {
        asked: Known(found[0], found[1], tuple((one[0], one[1]) for one in found[2]))
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
