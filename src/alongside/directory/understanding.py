"""What was understood of somebody's words, said back as a sentence, with what can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from .meanings import Meanings, known_meanings
from .queries import reading_of
from .reading import Filter, Reading
from .reasons import access_said, days_said
from .wishing import Wish

MOST_SAID = 8
"""Topics that are said back; a sentence with more is not read."""


@dataclass(frozen=True)
class Part:
    """Something understood beside the topic, the key by which it is taken back, and what its button says."""

    key: str
    said: str
    undo: str


@dataclass(frozen=True)
class Understood:
    """A sentence, the parts of it that may be taken back, and those that were; `lost` when no wish was found in the words."""

    sentence: str
    parts: tuple[Part, ...] = ()
    left: tuple[Part, ...] = ()
    lost: bool = False


def understood_of(wish: Wish) -> Understood | None:
    """What the words of a wish were taken to ask for; None when there are none."""
    if not wish.words.strip():
        return None
    meanings = known_meanings()
    everything = reading_of(replace(wish, left=frozenset()), meanings)
    reading = everything.without(wish.left)
    every_part = parts_of(everything)
    parts = tuple(part for part in every_part if part.key not in wish.left)
    left = tuple(part for part in every_part if part.key in wish.left)
    return Understood(_sentence(reading, meanings, parts), parts, left, reading.lost)


def parts_of(reading: Reading) -> tuple[Part, ...]:
    """What may be taken back, in the order of a sentence: when, at what cost, what it must have, what not."""
    told: dict[str, list[Filter]] = {}
    for kind in ("day", "not on", "part", "free", "access", "helps"):
        for one in reading.filters:
            if one.kind == kind:
                told.setdefault(one.by_words, []).append(one)
    said = {key: _said(filters[0].kind, [one.value for one in filters]) for key, filters in told.items()}
    parts = [Part(key, words, _("Leave out “%(words)s”") % {"words": words}) for key, words in said.items()]
    unwanted = {one.said: {"words": one.said} for one in reading.unwanted}
    return (*parts, *(Part(f"not:{words}", _("not: %(words)s") % named, _("“%(words)s” after all") % named) for words, named in unwanted.items()))


def _said(kind: str, values: list[str]) -> str:
    if kind == "free":
        return _("free")
    if kind == "access":
        return ", ".join(access_said(value) for value in values)
    if kind == "helps":
        return _("would help: %(features)s") % {"features": ", ".join(access_said(value) for value in values)}
    if kind == "part":
        return {"morning": _("in the morning"), "afternoon": _("in the afternoon"), "evening": _("in the evening")}[values[0]]
    days = days_said([int(value) for value in values])
    return (_("on %(days)s") if kind == "day" else _("not on %(days)s")) % {"days": days}


def _sentence(reading: Reading, meanings: Meanings, parts: Iterable[Part]) -> str:
    topics = list(dict.fromkeys(meanings.names.get(one.meant, f"“{one.said}”") for one in reading.topics))
    wanted = ", ".join(topics[:MOST_SAID]) or (_("anything that people do") if reading.anything else "")
    told = [wanted, *(part.said for part in parts)]
    return _("Looked for: %(what)s.") % {"what": "; ".join(part for part in told if part)}
