"""Asking whether somebody is known already is a look, and is written down as one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.trail.models import Entry
from tests.building import a_coordinator, signed_in, today


def asked(who: str, **more: str) -> dict[str, object]:
    day = today()
    return {"who": who, "introduced_by": "herself", "said_yes": "on", "on_day": day.day, "on_month": day.month, "on_year": day.year, **more}


@pytest.mark.usefixtures("committed")
def test_asking_is_written_down_also_when_nothing_is_saved():
    sam = a_coordinator()
    answer = signed_in(sam).post(reverse("desk:introduce"), asked("Nobody At All", postcode="ZZ99"))
    written = Entry.objects.using("owner").filter(verb="asked whether somebody is known").values_list("actor_id", "outcome")
    assert (answer.status_code, list(written)) == (422, [(sam.id, "not known")])
