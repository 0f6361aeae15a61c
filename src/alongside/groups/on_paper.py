"""A group's starter pack as it goes out: on a page, and as a tagged PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.directory.coming import coming
from alongside.foundation.words import Vocabulary
from alongside.web.printing import as_pdf
from alongside.web.vocabulary import say_word, word_for

from .words import PACK, THINGS

_HERE = Path(__file__).parent
NEXT = 4
"""Days on which it meets next, as a page names them."""


@dataclass(frozen=True)
class Pack:
    """All that a pack says of one group. `held`: the thing, the side that holds it, and a first name where that goes out with it."""

    name: str
    what_happens: str
    times: str
    address: str
    meets: Sequence[date]
    held: Sequence[tuple[str, str, str]]
    ring: Mapping[str, str] | None
    team: str
    organisation: str
    pages: Sequence[tuple[str, str]] = field(default_factory=list)

    @property
    def to_ring(self) -> list[str]:
        """Whom to ring, line by line."""
        who = ", ".join(part for part in (self.ring["name"], self.ring["phone"]) if part) if self.ring else ""
        return [line for line in (who, ", ".join(part for part in (self.team, self.organisation) if part)) if line]


@cache
def _written(name: str) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load((_HERE / name).read_text())
    return found


def ours() -> dict[str, str]:
    """The pages as they come with the house, in the reader's language."""
    return _written("starter_pack.cy.yaml" if get_language() == "cy" else "starter_pack.yaml")


def pages_of(own: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each page in its order: in the team's words where it wrote them."""
    return [(word.stored, own.get(word.stored, ours()[word.stored])) for word in PACK]


def next_days(entry: UUID | None, *, today: date) -> list[date]:
    """The days on which it meets next, as far as the noticeboard knows."""
    if entry is None:
        return []
    return sorted({day for one in coming([entry])[entry] for day in islice(one.meets.days(today), NEXT)})[:NEXT]


def as_file(pack: Pack, vocabulary: Vocabulary) -> HttpResponse:
    """The PDF, named after the group."""
    name = f"{slugify(pack.name) or 'group'}-{slugify(_('starter pack'))}.pdf"
    made = as_pdf(_HERE / "pack.typ", _given(pack, vocabulary))
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})


def _given(pack: Pack, vocabulary: Vocabulary) -> dict[str, Any]:
    language, _dash, region = (get_language() or "en-gb").partition("-")
    by_thing = {thing: (side, who) for thing, side, who in pack.held}

    def holds(thing: str) -> str:
        side, who = by_thing.get(thing, ("", ""))
        said = say_word(word_for(side, "groups.HOLDERS"), vocabulary, capital=True) if side else _("Nobody yet")
        return f"{said}, {who}" if who else said

    facts = [
        (_("What it is"), pack.what_happens),
        (_("When"), pack.times),
        (_("The next days"), "; ".join(date_format(day, "j F Y") for day in pack.meets)),
        (_("Where"), pack.address),
    ]
    return {
        "title": _("Starter pack for %(name)s") % {"name": pack.name},
        "name": pack.name,
        "from": ", ".join(part for part in (pack.team, pack.organisation) if part),
        "lang": language,
        "region": region or "gb",
        "page": _("Page"),
        "facts": [{"label": label, "says": said} for label, said in facts if said],
        "to_ring": _("Ring when you want to talk it over"),
        "ring": pack.to_ring,
        "who_holds": _("Who holds what"),
        "held": [{"label": say_word(thing, vocabulary, capital=True), "says": holds(thing.stored)} for thing in THINGS],
        "parts": [{"heading": say_word(word_for(name, "groups.PACK"), vocabulary, capital=True), "says": words.strip()} for name, words in pack.pages],
        "room": _("Room to write"),
    }
