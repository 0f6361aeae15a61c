"""What is wrong with the visits of a walk: each rule as one function over what was written down, so that a planted hole meets the same rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .declarations import ANSWERS
from .guards import guards_for
from .walking import Visit
from .world import World


def _told(found: Iterable[tuple[str, str]]) -> list[str]:
    """One line a fault, with everybody to whom it happened."""
    gathered: dict[str, list[str]] = {}
    for fault, who in found:
        gathered.setdefault(fault, []).append(who)
    return [f"{fault}: {', '.join(dict.fromkeys(who))}" for fault, who in gathered.items()]


def wrong_answers(visits: list[Visit]) -> list[str]:
    """Answers other than the declared ones."""
    wrong = [visit for visit in visits if visit.expected and visit.status not in ANSWERS[visit.expected]]
    return _told((f"{visit.method} {visit.route} answers {visit.status}, not {visit.expected}", visit.standing.name) for visit in wrong)


def broken(visits: list[Visit]) -> list[str]:
    """Answers that say something went wrong on our side."""
    return _told((f"{visit.method} {visit.url} answers {visit.status}", visit.standing.name) for visit in visits if visit.status >= 500)


def leaks(world: World, visits: list[Visit]) -> list[str]:
    """Words that reached somebody who may not have them."""
    return _told(
        (f"{visit.method} {visit.route} ({visit.kind}) shows {seed.table}.{seed.field}", visit.standing.name)
        for visit in visits
        for seed in visit.seeds
        if not world.may_have(visit.standing, seed)
    )


def untraced(visits: list[Visit]) -> list[str]:
    """Answers that hold somebody's words without a line in the trail that names them. One's own draft is one's own."""
    return _told(
        (f"{visit.method} {visit.route} shows {seed.table}.{seed.field} and leaves no trace", visit.standing.name)
        for visit in visits
        for seed in visit.seeds
        if seed.writer is None and seed.person not in visit.traced
    )


def kept_by_caches(visits: list[Visit]) -> list[str]:
    """Answers that hold somebody's words and may be kept by a browser or by anything between."""
    return _told(
        (f"{visit.method} {visit.route} may be kept: {visit.keeping}", visit.standing.name)
        for visit in visits
        if visit.seeds and "no-store" not in visit.keeping
    )


def unguarded(visits: list[Visit]) -> list[str]:
    """Answers without one of the headers that guard a page in a browser, or with another than is meant."""
    return _told(
        (f"{visit.method} {visit.route} answers {visit.status} with {name}: {visit.guarded.get(name) or 'nothing'}", visit.standing.name)
        for visit in visits
        for name, meant in guards_for(visit.kind).items()
        if visit.guarded.get(name) != meant
    )


def changed_though_refused(visits: list[Visit]) -> list[str]:
    """Requests that were refused and yet changed something."""
    return _told(_changed(visit for visit in visits if visit.status >= 400))


def changed_by_reading(visits: list[Visit]) -> list[str]:
    """Requests that only asked, and yet changed something."""
    return _told(_changed(visit for visit in visits if visit.method == "GET" and visit.status < 400))


def _changed(visits: Iterable[Visit]) -> Iterator[tuple[str, str]]:
    for visit in visits:
        if visit.changed:
            yield f"{visit.method} {visit.route} answers {visit.status} and changes {', '.join(visit.changed)}", visit.standing.name
