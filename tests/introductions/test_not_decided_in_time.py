"""An introduction that came in and that nobody decides: its words are not kept for ever, and whoever brought it reads so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from alongside.introductions.models import BroughtIn
from alongside.site.housekeeping import clear_away
from tests.building import as_, now, signed_in

from .test_coming_in import HER, Doors, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def brought(doors: Doors, days: int, **given: object) -> BroughtIn:
    """By a surgery's link, so many days ago."""
    assert Client().post(doors.address(doors.surgery), HER).status_code == 303
    with as_(doors.sam):
        BroughtIn.objects.update(at=now() - timedelta(days=days), **given)
        return BroughtIn.objects.get()


@pytest.mark.parametrize(("days", "kept"), [(89, True), (91, False)])
def test_after_ninety_days_the_words_about_somebody_go_by_themselves_and_the_surgery_is_asked_to_ring(days, kept):
    doors = Doors()
    brought(doors, days)
    clear_away()
    with as_(doors.sam):
        one = BroughtIn.objects.get()
    assert (bool(one.who), bool(one.why), bool(one.reach), one.became) == (kept, kept, kept, "" if kept else "too late")
    waits, theirs = text(signed_in(doors.sam).get("/came-in/")), text(Client().get(doors.address(doors.surgery)))
    assert [("Mrs Pettifer" in page) for page in (waits, theirs)] == [kept, kept]
    assert ("waits for the team" in theirs, "It waited too long with us. Please ring us." in theirs) == (kept, not kept)
    assert "H-17" in theirs


@pytest.mark.parametrize(("days", "kept"), [(89, "She came to the choir."), (91, "")])
def test_words_of_ours_that_answered_go_ninety_days_after_they_were_written(days, kept):
    doors = Doors()
    answered = now() - timedelta(days=days)
    decided = {"became": "not now", "decided_at": answered, "decided_by_id": doors.sam.id, "who": "", "reach": "", "why": ""}
    brought(doors, days, answer="own words", answer_words="She came to the choir.", answered_at=answered, **decided)
    clear_away()
    with as_(doors.sam):
        assert BroughtIn.objects.get().answer_words == kept
    theirs = text(Client().get(doors.address(doors.surgery)))
    assert (("She came to the choir." in theirs), ("In our own words" in theirs)) == (bool(kept), not kept)
