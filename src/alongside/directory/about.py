"""What words are about, folded to keys by which two who say it differently find one another: the same reading and the same meanings as finding has."""

from __future__ import annotations

from collections.abc import Iterator

from .meanings import MEANS, Meanings
from .reading import Reading, Topic

OF_EVERYBODY = frozenset({"neighbours", "learning"})
"""Meanings that bring nobody together: everybody here is a neighbour, and whoever would learn says what."""


def telling_topics(reading: Reading, meanings: Meanings) -> list[Topic]:
    """Topics that bring two together: what we know, and only where there is nothing of that, what we do not."""
    known = [one for one in reading.topics if one.known or one.guessed]
    return [one for one in known if meanings.names.get(one.meant) not in OF_EVERYBODY] if known else [one for one in reading.topics if not one.aside]


def keys_of_topic(one: Topic, meanings: Meanings, *, wide: bool) -> Iterator[str]:
    """Its own words, and (`wide`) all that mean the same."""
    for phrase in dict.fromkeys((one.phrase, one.meant)):
        yield " ".join(phrase)
        if wide:
            yield from (" ".join(kin) for kin, how in meanings.of(phrase).items() if how == MEANS)
