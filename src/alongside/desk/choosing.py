"""Choosing with whom a visit was: ticks beside names, those looked for by name, and whoever is likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.access.opening import Opened, all_in_sight, leave_a_look
from alongside.journeys.models import Note, Visit
from alongside.people.queries import named
from alongside.web.pages import Request

TICKS = "people"
"""The name of the ticks; beside each stands a box `only-…key…` for what is for that page alone."""
LIKELY = 8
FOUND = 12
MOST = 60
"""People one note may be about: a group session, not a mailing list."""


@dataclass(frozen=True)
class Choice:
    """Somebody who can be ticked."""

    person: Opened
    ticked: bool
    only: str = ""
    visits: list[Visit] = field(default_factory=list)
    """Meetings planned with them that nobody has said anything of, to be settled with the note."""


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def ticked_in(data: Any) -> dict[UUID, str]:
    """Who is ticked in a form that was sent, each with what is for their page alone."""
    keys = [key for text in data.getlist(TICKS)[:MOST] if (key := _key(text))]
    return {key: data.get(f"only-{key}", "") for key in keys}


def ticked_in_draft(words: Mapping[str, str]) -> dict[UUID, str]:
    """The same for a draft, in which several answers to one question stand one a line."""
    keys = [key for text in words.get(TICKS, "").split("\n")[:MOST] if (key := _key(text))]
    return {key: words.get(f"only-{key}", "") for key in keys}


def called(words: str) -> list[UUID]:
    """Those who are called something like this."""
    return list(named(words).values_list("id", flat=True)[:FOUND]) if words.strip() else []


def likely(request: Request) -> list[UUID]:
    """Whom one means to meet about now, and whom one wrote of last."""
    today: date = timezone.localdate(request.now)
    met = Visit.objects.filter(staff_id=request.actor.id, on__range=(today - timedelta(days=2), today)).order_by("-on").values_list("person_id", flat=True)
    wrote = Note.objects.filter(by_id=request.actor.id).order_by("-on", "-at").values_list("person_id", flat=True)
    return list(dict.fromkeys([*met[:LIKELY], *wrote[: 3 * LIKELY]]))[:LIKELY]


def choices(request: Request, ticked: Mapping[UUID, str], others: Iterable[UUID] = ()) -> list[Choice]:
    """Whoever is ticked, then the others; those out of sight are not among them. That their names were shown is written down."""
    seen = {opened.id: opened for opened in all_in_sight({*ticked, *others})}
    if seen:
        leave_a_look(request, "a note", *seen)
    first = [Choice(seen[key], True, only) for key, only in ticked.items() if key in seen]
    return first + [Choice(seen[key], False) for key in dict.fromkeys(others) if key in seen and key not in ticked]


OFFERED = "offered"
"""Hidden beside the ticks: who was offered from the beginning, so that looking for somebody else takes nobody away."""


def offered_in(request: Request) -> list[UUID]:
    """Whoever the form offered already, or whoever is likely."""
    return [key for text in request.POST.getlist(OFFERED)[: 3 * LIKELY] if (key := _key(text))] or likely(request)


def with_the_one_found(ticked: Mapping[UUID, str], found: list[UUID]) -> dict[UUID, str]:
    """Pressing Find ticks whoever it finds, when that is one alone."""
    return {**{key: "" for key in found if len(found) == 1}, **ticked}


SETTLED_WITHIN = timedelta(days=7)
"""How long after its day a meeting is offered to be settled with a note."""


def to_settle(people: Iterable[UUID], met: Iterable[str], *, on: date) -> dict[UUID, list[Visit]]:
    """Meetings planned with them up to this day of which nobody said how they ended; `met` says which are ticked."""
    ticked, of_each = set(met), defaultdict[UUID, list[Visit]](list)
    for visit in Visit.objects.filter(person_id__in=list(people), ended="", on__range=(on - SETTLED_WITHIN, on)).order_by("on", "starts_at"):
        visit.met = str(visit.id) in ticked
        of_each[visit.person_id].append(visit)
    return of_each


def with_visits(request: Request, shown: list[Choice], met: Iterable[str]) -> list[Choice]:
    """The same choices, each with the meetings planned with them."""
    of_each = to_settle((one.person.id for one in shown), met, on=timezone.localdate(request.now))
    return [replace(one, visits=of_each[one.person.id]) if one.person.id in of_each else one for one in shown]


def looked_for(typed: str, found: list[UUID]) -> dict[str, Any]:
    """What a page says of a search: the words, and that nobody was found."""
    return {"looked_for": typed.strip(), "none_found": not found}


def ticked_among(shown: Iterable[Choice]) -> list[Opened]:
    """Those who are ticked."""
    return [one.person for one in shown if one.ticked]
