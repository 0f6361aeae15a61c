"""For which post a person counts, and so for which funder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .periods import Window

if TYPE_CHECKING:
    from .counting import Opened

NO_POST = "no post"
"""The post of whoever nobody walked alongside in the period, or only somebody of whom no post is written down."""


@dataclass(frozen=True)
class Payers:
    """The posts by which a team's people are counted, and of each funding stream those of which it paid a share in a period: keys, as an extract has them.

    A stream's people are all those of its posts, however small its share: what is divided is money, and no person.
    """

    posts: tuple[str, ...] = ()
    of_streams: Mapping[str, tuple[str, ...]] | None = None

    def posts_of(self, stream: str) -> tuple[str, ...]:
        """Those of which a stream paid a share."""
        return (self.of_streams or {}).get(stream, ())


NOBODY_PAYS = Payers()


def people_there(extract: Opened, window: Window, posts: frozenset[str] | None, locality: str = "") -> frozenset[int]:
    """Everybody in an extract who counts for one of these posts, where some are named, and lives in the locality, where one is."""
    at = {} if posts is None else extract.posts(window)
    everybody = extract.people().items()
    return frozenset(person for person, home in everybody if locality in ("", home) and (posts is None or at.get(person, NO_POST) in posts))


def summed(of_posts: Mapping[str, int], payers: Payers) -> dict[str, int]:
    """The total of each funding stream: that of its posts together."""
    return {stream: sum(of_posts.get(post, 0) for post in posts) for stream, posts in (payers.of_streams or {}).items()}


def of_streams_as_shown(of_posts: Mapping[str, int | None], payers: Payers) -> dict[str, int | None]:
    """What leaves of each funding stream: the sum of what leaves of its posts, none where one of them is held back. So it tells nothing that they do not."""
    shown: dict[str, int | None] = {}
    for stream, posts in (payers.of_streams or {}).items():
        some = [of_posts.get(post, 0) for post in posts]
        shown[stream] = None if None in some else sum(n or 0 for n in some)
    return shown
