"""A person and their circle: who they are, where they can be found, what they bring, who is in their life; and when two records are one person's."""

from .joining import JoinedRow, Joining, NotTheSame, Proposal
from .near import KeptApart, WouldLike
from .who import (
    AboutSomebody,
    CircleLook,
    Closeness,
    Gift,
    GoodToKnow,
    Holding,
    InTheirLife,
    LikesToBeAsked,
    LocationListed,
    LocationProtection,
    MatchKey,
    OfThemselves,
    Person,
    Whereabouts,
)

__all__ = [
    "AboutSomebody",
    "CircleLook",
    "Closeness",
    "Gift",
    "GoodToKnow",
    "Holding",
    "InTheirLife",
    "JoinedRow",
    "Joining",
    "KeptApart",
    "LikesToBeAsked",
    "LocationListed",
    "LocationProtection",
    "MatchKey",
    "NotTheSame",
    "OfThemselves",
    "Person",
    "Proposal",
    "Whereabouts",
    "WouldLike",
]
