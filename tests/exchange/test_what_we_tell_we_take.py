"""What an Alongside tells as Open Referral, another takes as it was; and taking it again writes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from alongside.directory.listing import Listing
from alongside.directory.models import Entry
from alongside.exchange.open_referral.incoming import incoming
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db
SAME = (
    *("name", "kind", "description", "organisation", "postcode", "days", "times", "cost", "access", "access_missing", "phone", "email", "website"),
    *("confirmed_on", "latitude", "longitude"),
)

words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
sentences = st.lists(words, max_size=6).map(" ".join)
listings = st.builds(
    Listing,
    source_key=st.just("1"),
    name=words,
    kind=st.sampled_from(["group", "place", "activity", "service"]),
    description=sentences,
    organisation=sentences,
    postcode=st.sampled_from(["", "ZZ99 3AA"]),
    days=st.sets(st.integers(1, 7)).map(lambda days: tuple(sorted(days))),
    times=sentences,
    cost=st.sampled_from(["free", "some", "unknown"]),
    cost_words=sentences,
    access=st.sampled_from([(), ("step free",), ("hearing loop", "quiet")]),
    access_missing=st.sampled_from([(), ("toilet",), ("parking", "bus")]),
    phone=st.sampled_from(["", "01632 960111"]),
    email=st.sampled_from(["", "hello@example.org"]),
    website=st.sampled_from(["", "https://fern.example.org/tea"]),
    confirmed_on=st.none() | st.dates(date(2020, 1, 1), date(2026, 11, 1)),
    latitude=st.just(53.4),
    longitude=st.just(-2.3),
)


@bounded(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(listings)
def test_what_an_alongside_tells_another_takes_as_it_was(listing):
    with transaction.atomic():
        load(listing)
        entry = Entry.objects.get()
        told = Client().get(f"/open-referral/3.0/services/{entry.id}").json()
        (taken,) = incoming(told).listings
        assert {name: getattr(taken, name) for name in SAME} == {name: getattr(listing, name) for name in SAME}
        if listing.cost == "unknown" or listing.cost_words:
            assert taken.cost_words == listing.cost_words
        transaction.set_rollback(True)


def test_reading_an_alongside_twice_writes_nothing_the_second_time():
    load(a_listing("1", "Fern choir", description="Singing."), a_listing("2", "Moss library", kind="place", address="1 Fern Row, Sale"))
    told = [Client().get(f"/open-referral/3.0/services/{one}").json() for one in Entry.objects.values_list("id", flat=True)]
    taken = [listing for one in told for listing in incoming(one).listings]
    assert load(*taken, source="Another").added == 2
    assert load(*taken, source="Another").unchanged == 2
