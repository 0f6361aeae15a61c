"""How it went, as it is told and as it counts: lightly, and only where there is something to go by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say_word

from ..finding import POINTS, in_order
from ..models import Entry
from ..offers import Found, Weighed
from ..words import LIVED, NOT_FOR_ME_BECAUSE
from .words import with_words

DOUBT = 2
"""How many more would have had to try it, as far as points go: of two who went, both went back says less than of twenty."""
RANKED = 50
"""Of what was found, the first that are looked at for this."""


@dataclass(frozen=True)
class Went:
    """Of one entry, how often each thing happened."""

    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def points(self) -> float:
        """From 0 to 0.5: those who went back among those who tried, and a doubt for how few they are. A visitor is not told how many tried."""
        back, tried = self.counts.get("went back", 0), self.counts.get("tried", 0)
        return POINTS["how it went"] * back / (max(back, tried) + DOUBT)

    def fits(self) -> list[str]:
        """What speaks for it."""
        back, tried = self.counts.get("went back", 0), self.counts.get("tried", 0)
        if not back:
            return []
        if not tried:
            return [_("%(many)d or more who went went back") % {"many": back}]
        return [ngettext("%(many)d of %(tried)d who went went back", "%(many)d of %(tried)d who went went back", tried) % {"many": back, "tried": tried}]

    def in_the_way(self) -> list[str]:
        """Why it was not for some, in the order of the words; what is no reason that could be told is not."""
        said = []
        for word in NOT_FOR_ME_BECAUSE:
            if (many := self.counts.get(word.stored, 0)) and word.stored != "another reason":
                reason = {"many": many, "reason": say_word(word, Vocabulary.LOCAL_AREA_COORDINATION)}
                said.append(ngettext("%(many)d found: %(reason)s", "%(many)d found: %(reason)s", many) % reason)
        return said


def how_it_went(entries: Iterable[UUID]) -> dict[UUID, Went]:
    """By entry, as far as whoever asks may know; one query."""
    keys = list(entries)
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT entry_id, what, many FROM how_it_went(%s)", [keys])
        rows = cursor.fetchall()
    counts: dict[UUID, dict[str, int]] = {}
    for entry_id, what, many in rows:
        counts.setdefault(entry_id, {})[what] = many
    return {entry_id: Went(of_it) for entry_id, of_it in counts.items()}


def lived(found: Found) -> Found:
    """What was found, with how it went for those who were there: that orders what is alike, and is told as a reason."""
    went = how_it_went(one.offer.id for one in (*found.near[:RANKED], *found.apart[:RANKED]))
    if not went:
        return found
    return Found(in_order(_with(one, went) for one in found.near), in_order(_with(one, went) for one in found.apart), found.faint)


def _with(one: Weighed, went: Mapping[UUID, Went]) -> Weighed:
    here = went.get(one.offer.id)
    if here is None:
        return one
    parts = {**one.parts, "how it went": here.points} if here.points else one.parts
    return replace(one, parts=parts, fits=tuple(here.fits()), in_the_way=tuple(here.in_the_way()))


@dataclass(frozen=True)
class Counted:
    """A count as the entry's page tells it, and what could be said of the place because of it, where it does not say so yet."""

    what: str
    many: int
    says: str = ""


def told_of(entry: Entry) -> list[Counted]:
    """All counts of one entry, in the order of the words; one query."""
    went = how_it_went([entry.id]).get(entry.id, Went())
    counted = [(word.stored, went.counts.get(word.stored, 0)) for word in LIVED]
    return [Counted(what, many, said if (said := with_words(entry.access_words, what)) != entry.access_words else "") for what, many in counted if many]
