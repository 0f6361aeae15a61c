"""Accepted tags leave as Open Referral taxonomies, judged by its own schemas; what was refused or taken back does not."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from django.test import Client

from alongside.directory.actions import load_tags, say_of_tags, take_back_tags
from alongside.directory.models import Entry, Tag, Tagging
from alongside.directory.tagging.published import read_published
from tests.building import a_coordinator, as_, now
from tests.directory.conftest import LOADER, a_listing, load
from tests.directory.test_tagging import ACTIVITIES
from tests.exchange.test_open_referral import BASE, DATA, faults, get, names

pytestmark = pytest.mark.django_db


def test_accepted_tags_are_told_asked_for_and_packed_and_no_others():
    if not DATA.exists():
        pytest.skip("TAGS OUT WERE NOT JUDGED: ../shared/data is not beside this clone.")
    with as_(LOADER):
        load_tags(read_published(json.dumps(ACTIVITIES).encode()), by=LOADER, at=now())
    load(a_listing("1", "Fern club"), a_listing("2", "Brook choir"))
    club, sam = Entry.objects.get(name="Fern club"), a_coordinator()
    walking, football = Tag.objects.get(code="walking_football"), Tag.objects.get(code="football")
    with as_(sam):
        say_of_tags([(club, walking)], "accepted", by=sam, at=now())
        say_of_tags([(club, football)], "refused", by=sam, at=now())
    told = get(f"services/{club.id}")
    assert [one["taxonomy_term"]["name"] for one in told["attributes"]] == ["group", "Walking Football"]
    assert faults("compiled/service", {name: value for name, value in told.items() if name != "answer"}) == []
    term = get(f"taxonomy_terms/{walking.id}")
    assert (term["answer"], term["taxonomy"], faults("taxonomy_term", term)) == (200, "Activities", [])
    assert get(f"taxonomy_terms/{football.id}")["answer"] == 404
    assert get("taxonomies")["contents"][-1]["name"] == "Activities"
    # A wider tag finds what has a narrower one
    assert names(taxonomy_term_id=football.id) == names(taxonomy_id=walking.of_list_id) == ["Fern club"]
    packed = zipfile.ZipFile(io.BytesIO(Client().get(f"{BASE}package.zip").content))
    rows = list(csv.DictReader(io.StringIO(packed.read("attribute.csv").decode())))
    assert [one["link_id"] for one in rows if one["taxonomy_term_id"] == str(walking.id)] == [str(club.id)]
    with as_(sam):
        take_back_tags(list(Tagging.objects.filter(taken_back_at__isnull=True)), by=sam, at=now())
    assert names(taxonomy_term_id=walking.id) == []
    assert "Activities" not in [one["name"] for one in get("taxonomies")["contents"]]
