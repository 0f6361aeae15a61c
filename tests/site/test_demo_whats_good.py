"""What is good around the invented town, and what goes out, as a visitor of the demo meets it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.directory.models import Complaint, Entry, Impression, LikelyTwins, Session, SuggestedTag
from alongside.directory.tagging.standing import standing
from alongside.gaps.models import BarrierStep, Bundle
from alongside.teams.models import Staff
from alongside.teams.queries import as_actor
from alongside.trail.doing import acting
from tests.building import actor_of, signed_in
from tests.demo_world import a_demo


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), a_demo("demo_whats_good") as name:
        yield name


def test_what_is_good_here_shows_tags_languages_sessions_words_and_what_waits_to_be_gone_through(demo):
    femi, shabnam = (as_actor(Staff.objects.get(email=f"{key}@example.org"), on=timezone.localdate()) for key in ("femi", "shabnam"))
    with acting(femi):
        rules = {(one.rule.split(";BYDAY")[0], one.term_time) for one in Session.objects.filter(ended_at__isnull=True)}
        assert rules >= {("FREQ=WEEKLY", False), ("FREQ=WEEKLY", True), ("FREQ=WEEKLY;INTERVAL=2", False), ("FREQ=MONTHLY", False)}
        assert Impression.objects.filter(private=False).count() > 8
        assert (Entry.objects.exclude(languages="").count(), standing().filter(verdict="accepted").count() > 30) == (3, True)
        assert SuggestedTag.objects.filter(entry__taggings__isnull=True).exists()
        assert list(Entry.objects.exclude(source_says={}).values_list("name", "source_says")) == [("Hub Money Mornings", {"times": "10 to 1"})]
    with acting(shabnam):
        pairs = {frozenset((pair.one.name, pair.other.name)) for pair in LikelyTwins.objects.select_related("one", "other")}
        assert frozenset(("The Tuesday Table", "Tuesday Table community dinner")) in pairs
        assert list(Complaint.objects.values_list("entry__name", "about", "by")) == [("Slipway Advice Desk", "times", None)]


def test_the_outbox_shows_one_of_each_thing_that_can_become_of_what_goes_out(demo, settings):
    settings.DEMO = True
    page = signed_in(actor_of(Staff.objects.get(email="delyth@example.org"))).get(reverse("notices:outbox"))
    shown = {name: len(page.context[name]) for name in ("uncertain", "refused", "to_ring", "to_post", "on_their_way", "went")}
    assert shown == {"uncertain": 1, "refused": 1, "to_ring": 1, "to_post": 1, "on_their_way": 1, "went": 3}
    assert b"nothing leaves this machine" in page.content


def test_what_is_missing_has_grown_from_wishes_and_somebody_sees_to_what_stands_in_its_way(demo, settings):
    femi, karolina = (as_actor(Staff.objects.get(email=f"{key}@example.org"), on=timezone.localdate()) for key in ("femi", "karolina"))
    with acting(femi):
        grown = {one.name: one.wishes.filter(left_at__isnull=True).count() for one in Bundle.objects.filter(apart_at__isnull=True)}
        assert grown == {"A meal with others on a Sunday": 4, "Swimming in warm water": 2}
        (owned,) = BarrierStep.objects.filter(state="owned")
        assert (owned.barrier.kind, owned.owner) == ("transport", "Public transport, Brackenmouth Borough Council")
    with acting(karolina):
        assert not Bundle.objects.exists()
    settings.DEMO = True
    page = signed_in(femi).get(reverse("gaps:missing")).content.decode()
    assert (page.count("data-lat="), page.count("with-map__map")) == (2, 1)
