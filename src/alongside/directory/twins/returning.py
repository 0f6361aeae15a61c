"""What an entry took over of another goes back when the two are taken apart, unless somebody wrote something else since."""

from __future__ import annotations

from uuid import UUID

from ..disagreeing.models import Settled
from ..disagreeing.queries import DEGREES, PLACE
from ..models import TwinsJudged
from ..stemming import stems_in, telling
from .parts import plain, taken


def with_what_went_into(entry_id: UUID) -> list[UUID]:
    """The entries that were put into it, and into those."""
    found: list[UUID] = []
    asked = [entry_id]
    while asked:
        asked = list(TwinsJudged.objects.filter(stays__in=asked, verdict="one", ended_at__isnull=True).values_list("other_id", flat=True))
        found += asked
    return found


def give_back(judged: TwinsJudged) -> list[TwinsJudged]:
    """The one that stays says again what it said before, in each field in which it still says what it took over; what came after and is to be kept, too."""
    stays = judged.stays
    every = TwinsJudged.objects.filter(stays=stays, verdict="one", ended_at__isnull=True).order_by("at", "id").select_for_update()
    since = [one for one in every if (one.at, one.id) > (judged.at, judged.id)]
    kept = _kept_since(judged)
    put_right, source_says = dict(stays.put_right), dict(stays.source_says)
    for name, took in judged.took.items():
        later = next((one for one in since if name in one.took), None)
        if later is not None:
            # A twin that came after wrote over it: it gives back what was there before both.
            if later.took[name]["before"] == took["after"]:
                later.took[name] = {"before": took["before"], "after": later.took[name]["after"], "put_right": took["put_right"]}
            continue
        if plain(getattr(stays, name)) != took["after"] or name in kept:
            continue
        before = took["before"]
        if not took["put_right"] and name in put_right:
            # Its source was read meanwhile: what it says now stands again.
            before = source_says.pop(name, took["after"])
            del put_right[name]
        elif name in source_says and source_says[name] == before:
            del source_says[name]
        setattr(stays, name, taken(name, before))
    stays.put_right, stays.source_says = put_right, source_says
    stays.stems = telling(stems_in(f"{stays.name} {stays.organisation} {stays.description}"))
    return since


def _kept_since(judged: TwinsJudged) -> set[str]:
    """The fields of which somebody said since that ours stands against its source."""
    fields = set(Settled.objects.filter(entry=judged.stays, took="ours", undone_at__isnull=True, at__gte=judged.at).values_list("field", flat=True))
    return fields | set(DEGREES) if fields & {PLACE, "postcode"} else fields
