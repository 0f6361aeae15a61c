"""What finding goes by and what it gives: an entry as it is offered, what is sought, and each entry that was weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from .closeness.wording import Wording
from .meanings import Meanings
from .wishing import Term, Wish


@dataclass(frozen=True)
class Close:
    """How close an entry is in meaning (0 to 1), the part of the wish that it is closest to, and the piece of its text that is closest to that."""

    value: float
    said: str
    piece: int


@dataclass(frozen=True)
class Offer:
    """What finding needs to know of an entry."""

    id: UUID
    name: str
    kind: str
    description: str = ""
    organisation: str = ""
    latitude: float | None = None
    longitude: float | None = None
    days: Sequence[int] = ()
    cost: str = "unknown"
    access: Sequence[str] = ()
    access_missing: Sequence[str] = ()
    confirmed_on: date | None = None
    confirmed_how: str = ""
    times: str = ""
    tags: str = ""
    """What one of us said it is about."""


@dataclass(frozen=True)
class Match:
    """A word of the wish, the entry's own word for it, and how it was found."""

    said: str
    mentions: str
    how: str


@dataclass(frozen=True)
class Weighed:
    """An entry that passed, how far it is (metres), what it mentions, and its score by parts."""

    offer: Offer
    metres: float | None
    parts: dict[str, float]
    matches: tuple[Match, ...] = ()
    for_others: tuple[str, ...] = ()
    """The people for whom it is, where the wish does not speak of them."""
    close: Close | None = None
    fits: tuple[str, ...] = ()
    in_the_way: tuple[str, ...] = ()
    """What is known of it beside, from those who were there (lived/)."""

    @property
    def score(self) -> float:
        """All its points."""
        return sum(self.parts.values())


@dataclass(frozen=True)
class Sought:
    """What is looked for: the wish with all that its words speak of, the terms, and those of what it must not be about.

    `anything`: they said when, or what not, but not what.
    """

    wish: Wish
    terms: Sequence[Term] = ()
    unwanted: Sequence[Term] = ()
    anything: bool = False
    close: Mapping[UUID, Close] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    """Where meaning counts too: how close entries are by their ids, and what the very words of the wish are worth."""
    company: bool = False
    """Whether they ask for people, beside something else."""
    lost: bool = False
    """No wish was found in the words, or only in a word of a sentence that we do not know: only what is very close to all of them fits."""

    def spoken_of(self, meanings: Meanings) -> frozenset[str]:
        """Of those people for whom some entries are kept, the ones that the wish speaks of."""
        spoken = {way.phrase for term in self.terms for way in term.ways if way.how != "brushes"}
        return frozenset(name for name, phrases in meanings.kept.items() if phrases & spoken)


@dataclass(frozen=True)
class Found:
    """The entries that suit, the best first: those with a place within reach, and apart from them those whose place is not known.

    `faint` are those that only brush the words; they are told when nothing fits, as what they are.
    """

    near: list[Weighed] = field(default_factory=list)
    apart: list[Weighed] = field(default_factory=list)
    faint: list[Weighed] = field(default_factory=list)
