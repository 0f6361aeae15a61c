"""The payloads by which the official validator tries a feed: what is in order comes in, goes out as its schema says, and comes in again as it was."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from alongside.directory.models import Entry
from alongside.exchange.open_referral.incoming import incoming
from tests.directory.conftest import load
from tests.exchange.test_open_referral import DATA, faults
from tests.exchange.test_what_we_tell_we_take import SAME

pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not DATA.exists(), reason="THE VALIDATOR'S PAYLOADS WERE NOT TRIED: they are not here.")]
SETS = DATA / "validator-mocks"


def payload(of_set: str):
    return json.loads((SETS / of_set / "service_full.json").read_text())


@pytest.mark.parametrize("of_set", ["V3.0-UK-Default", "V3.0-UK-Warn", "V3.0-UK-Test"])
def test_each_comes_in_goes_out_in_order_and_comes_in_again_as_it_was(of_set):
    taken = incoming(payload(of_set)).listings
    assert {one.name for one in taken} == {"Community Counselling"}
    load(*taken)
    told = [Client().get(f"/open-referral/3.0/services/{key}").json() for key in Entry.objects.values_list("id", flat=True)]
    assert [faults("compiled/service", one) for one in told] == [[]] * len(taken)
    again = [listing for one in told for listing in incoming(one).listings]

    def said(listings) -> list[dict[str, object]]:
        return sorted(({name: getattr(one, name) for name in SAME} for one in listings), key=str)

    assert said(again) == said(taken)


def test_how_one_gets_in_is_read_by_the_name_that_older_feeds_gave_it():
    told = payload("V3.0-UK-Default")
    (there,) = told["service_at_locations"][0]["location"]["accessibility"]
    del there["description"], there["details"]
    (listing,) = incoming(told).listings
    assert listing.access_words == "The building is equipped with induction loops for hearing aids. Wheelchair access is possible on all levels."


def test_of_the_one_that_is_out_of_order_what_cannot_be_is_left_out():
    (listing,) = incoming(payload("V3.0-UK-Fail")).listings
    assert (listing.email, listing.website, listing.name) == ("email@example.com", "", "Community Counselling")
