"""For how many people each post is there: those whom it walks alongside, and all who live in its locality."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from alongside.money.paid import years_alongside
from alongside.money.posts import Stretch
from alongside.money.queries import streams_seen_by
from alongside.places.queries import residents_of

from .asking import Asking
from .saying import Shown

Rows = list[tuple[str, ...]]
ALONGSIDE = "noted"
"""The figure whose total is everybody walked alongside in a period."""
OF_RESIDENTS, OF_PEOPLE = (8_000, 10_000), (50, 65)
"""For how many residents, and for how many people alongside, the field says that one coordinator is there (LAC Network; Broad 2012)."""


def posts(asking: Asking, counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    """People walked alongside for each post, locality by locality."""
    people, there = _people(asking, counted), _posts_in(asking)
    rows: Rows = []
    for key, name in asking.places.items():
        years, many = there.get(key), people.get(key)
        each = many / years if years and many is not None else None
        said = _("not told, or held back") if many is None else str(many)
        rows.append((name, _decimal(years), said, _decimal(each), _beside(each, OF_PEOPLE)))
    message = _("How many people there are for each post, in each of %(many)s places") % {"many": len(rows)}
    return message, (_("Locality"), _("Posts"), _("People"), _("People for each post"), _("Beside 50 to 65")), rows


def lives_here(asking: Asking, counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    """Residents of each locality, for each post, and how many of them are walked alongside."""
    people, there = _people(asking, counted), _posts_in(asking)
    known = residents_of(asking.places, year=(asking.over.until - timedelta(days=1)).year)
    rows: Rows = []
    for key, name in asking.places.items():
        one, years, many = known.get(key), there.get(key), people.get(key)
        if one is None:
            rows.append((name, _("not written down"), _("not known"), _("not known"), _("not known"), _("not known")))
            continue
        each = one.many / years if years else None
        of_thousand = Fraction(many * 1000, one.many) if many is not None else None
        where = _("%(year)s, %(source)s") % {"year": one.year, "source": one.source}
        rows.append((name, number_format(one.many, force_grouping=True), _whole(each), _beside(each, OF_RESIDENTS), _decimal(of_thousand), where))
    heads = (
        _("Locality"),
        _("Residents"),
        _("Residents for each post"),
        _("Beside 8,000 to 10,000"),
        _("People alongside, of 1,000 residents"),
        _("Year and source"),
    )
    return _message([one.many for one in known.values()], sum(there.values(), Fraction(0)), len(rows)), heads, rows


def _message(many: list[int], posts_there: Fraction, places: int) -> str:
    if not many:
        return _("How many people live here is not written down for any place, so nothing is held against it")
    everybody = number_format(sum(many), force_grouping=True)
    said = {"people": everybody, "some": len(many), "all": places}
    if len(many) < places:
        return _("%(people)s people live in %(some)s of %(all)s places; of the others it is not written down") % said
    if not posts_there:
        return _("%(people)s people live in these %(all)s places") % said
    return _("%(people)s people live here, %(each)s for each post") % {**said, "each": _whole(sum(many) / posts_there)}


def _people(asking: Asking, counted: Mapping[str, Shown]) -> dict[str, int | None]:
    """By locality; of one post or of one who pays none is told, for the posts beside them are all there are."""
    if asking.of_whom.posts is not None:
        return {}
    if asking.locality:
        return {asking.locality: counted[ALONGSIDE].table.total}
    return {line.part: line.n for line in counted[ALONGSIDE].homes}


def _posts_in(asking: Asking) -> dict[str, Fraction]:
    """By locality, whole posts of coordinators and link officers over these days; none for whoever may read of no stream, and so of no post."""
    streams, over = streams_seen_by(asking.request.actor), Stretch(asking.over.since, asking.over.until)
    return {key: years_alongside(streams[0], [UUID(key)], over) for key in asking.places} if streams else {}


def _beside(each: Fraction | float | None, between: tuple[int, int]) -> str:
    if each is None:
        return _("not known")
    low, high = between
    return _("fewer") if each < low else _("more") if each > high else _("as many")


def _whole(of: Fraction | float | None) -> str:
    return _("not known") if of is None else str(number_format(round(float(of)), force_grouping=True))


def _decimal(of: Fraction | float | None) -> str:
    return _("not known") if of is None else str(number_format(round(float(of), 1), 1))
