"""Use of services before and after, as it is kept: each source by itself, two windows of one length, and who is in both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from alongside.access.opening import leave_a_look
from alongside.foundation.words import Sentence, Vocabulary, Word
from alongside.outcomes.using import Known, NotKnown, Pair, pair
from alongside.outcomes.words import SERVICES_USED, SOURCES_OF_USE, WEEKS_OF_USE
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say

from . import permissions, queries
from .asking import Asking, ask
from .models import BesideAService
from .service_use_beside import BesideIt, anyway_of, beside_it
from .use_of_services import BeforeAfter, Counted, Told, before_and_after
from .words import SAME_PEOPLE_TWICE

WEEKS = 13
"""What is laid beside each other unless one asks otherwise: the shortest stretch that people remember and that holds a season."""


@dataclass(frozen=True)
class OneSource:
    """What one source tells of one service: whom of, in both windows, and why others are in neither."""

    service: Word
    source: Word
    told_of: int
    pairs: dict[int, Pair]
    left_out: dict[NotKnown, int]
    found: BeforeAfter
    beside: BesideIt

    @property
    def before(self) -> int:
        """Times in the window before, of everybody in both."""
        return sum(one.before for one in self.pairs.values())

    @property
    def after(self) -> int:
        """The same for the window after."""
        return sum(one.after for one in self.pairs.values())


LEFT_OUT = {
    NotKnown.BEFORE: Sentence("Not known over the weeks before they came"),
    NotKnown.AFTER: Sentence("Not known over as many weeks since"),
    NotKnown.NEITHER: Sentence("Known over neither"),
}


def by_source(
    uses: Iterable[Sequence[Any]], used: Iterable[Sequence[Any]], introduced: dict[int, date], *, weeks: int, known: Mapping[str, BesideAService]
) -> list[OneSource]:
    """Each service and source apart, in the order of their words. Somebody whose introduction is not known is in no window."""
    on: dict[int, list[date]] = defaultdict(list)
    for use, _person, day in used:
        on[use].append(day)
    told: dict[tuple[str, str], dict[int, list[Known]]] = defaultdict(lambda: defaultdict(list))
    for use, person, service, source, since, until, times in uses:
        told[service, source][person].append(Known(since, until, times, tuple(on[use])))
    found = []
    for service in SERVICES_USED:
        for source in SOURCES_OF_USE:
            if some := told.get((service.stored, source.stored)):
                found.append(_one(service, source, some, introduced, weeks, known.get(service.stored)))
    return found


def _one(service: Word, source: Word, some: dict[int, list[Known]], introduced: dict[int, date], weeks: int, beside: BesideAService | None) -> OneSource:
    pairs: dict[int, Pair] = {}
    left_out: Counter[NotKnown] = Counter()
    for person, known in some.items():
        made = pair(introduced[person], known, days=7 * weeks) if person in introduced else NotKnown.NEITHER
        if isinstance(made, Pair):
            pairs[person] = made
        else:
            left_out[made] += 1
    both = before_and_after([Counted(key, one.before, one.after) for key, one in pairs.items()], anyway_of(beside, weeks))
    told = {person: [Told(one.since, one.until, one.on) for one in known if one.times is None] for person, known in some.items()}
    compared = beside_it(both, {person: one for person, one in told.items() if one}, introduced, beside, weeks)
    return OneSource(service, source, len(some), pairs, dict(left_out), both, compared)


@page(roles=permissions.SEE_FIGURES)
def use_of_services(request: Request) -> HttpResponse:
    """Every service and source of a team that tells of anybody; the exact pairs, and who they are, for its manager alone."""
    asking = ask(request)
    asked = request.GET.get("weeks", "")
    weeks = int(asked) if asked in {str(one) for one in WEEKS_OF_USE} else WEEKS
    some = found_in(asking, weeks) if asking.extract and asking.may_be_exact else []
    shown = [(one, _people(asking, one)) for one in some]
    context = {
        "asking": asking,
        "weeks": weeks,
        "every_length": WEEKS_OF_USE,
        "lead": say(SAME_PEOPLE_TWICE, Vocabulary(asking.team.vocabulary), weeks=weeks),
        "some": [_said(one, people, asking) for one, people in shown],
    }
    if everybody := sorted({person for _one, people in shown for person, _name, _pair in people}):
        leave_a_look(request, "figures", *everybody)
    return render(request, "evidence/use_of_services.html", context)


def _said(one: OneSource, people: list[tuple[Any, str, Pair]], asking: Asking) -> dict[str, Any]:
    """One source as the page shows it."""
    speaks = Vocabulary(asking.team.vocabulary)
    left_out = [(say(LEFT_OUT[why], speaks), n) for why, n in sorted(one.left_out.items())]
    return {"one": one, "people": people, "left_out": left_out, "plainly": say(one.beside.claim.plainly, speaks), "place": SERVICES_USED.index(one.service)}


def found_in(asking: Asking, weeks: int) -> list[OneSource]:
    """What each source tells of each service, of whoever is asked of."""
    from .counting import opened

    known = {one.service: one for one in BesideAService.objects.filter(team=asking.team)}
    with opened(bytes(asking.made.payload or b"")) as extract:
        is_asked = asking.is_asked_of(extract) if asking.is_clear else lambda _person: True
        introduced: dict[int, date] = {}
        for person, on, *_more in extract.rows("introductions"):
            introduced[person] = min(on, introduced.get(person, on))
        return by_source([row for row in extract.rows("uses") if is_asked(row[1])], extract.rows("used"), introduced, weeks=weeks, known=known)


def _people(asking: Asking, one: OneSource) -> list[tuple[Any, str, Pair]]:
    """Who is in both windows, of those whom the manager may see."""
    numbers = queries.numbers_of(asking.made, list(one.pairs))
    return [(person, name, one.pairs[numbers[person]]) for person, name in queries.people_behind(asking.made, list(one.pairs)) if person in numbers]
