"""Where wishes lie: the locality of their team in which most of them do."""

from __future__ import annotations

from collections import Counter

from django.db import connection

from alongside.directory.models import Gap
from alongside.groups.queries import localities_of
from alongside.places.models import Locality
from alongside.places.queries import localities_near

from .models import Bundle


def where_most_lie(bundle: Bundle) -> Locality | None:
    """The locality in which most of its wishes lie, of two with as many that of the first; None where none says a place in any."""
    wished = Gap.objects.filter(together__bundle=bundle, together__left_at__isnull=True, ended_at__isnull=True).order_by("id")
    among = {one.id: one for one in localities_of(bundle.team_id)}
    found = Counter(key for key in localities_near(list(wished.values_list("near", "latitude", "longitude")), among) if key)
    return among[found.most_common(1)[0][0]] if found else None


def two_say_a_place(bundle: Bundle) -> bool:
    """Whether two different people wish for it of whose wishes a place is kept: what one alone says is not written beside it (sql/grown.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT two_placed FROM gaps_of_two(ARRAY[%s::uuid])", [bundle.id])
        return bool((cursor.fetchone() or (False,))[0])
