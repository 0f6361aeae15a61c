"""Loading postcodes, and finding the place that a word means."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Loaded, read_sheet
from alongside.places.actions import load_postcodes
from alongside.places.models import Locality, Postcode
from alongside.places.postcode_file import PostcodeRow, read_postcodes
from alongside.places.queries import place_called
from alongside.trail.models import Entry
from tests.building import as_, now

LOADER = Actor(new_key(), "a loader")
HEAD = "postcode,lat,lon,ward_name,msoa_hcl_name,locality,la_name\n"


def read(text: str) -> list[PostcodeRow | BadRow]:
    return list(read_postcodes(read_sheet(text.encode())))


def load(*rows: PostcodeRow, at=None) -> Loaded:
    with as_(LOADER):
        return load_postcodes(rows, by=LOADER, at=at or now())


def a_postcode(code: str = "ZZ99 3AA", **given) -> PostcodeRow:
    return PostcodeRow(**{"postcode": code, "latitude": 53.4, "longitude": -2.3, "neighbourhood": "Fernbrook Central", "locality": "Fernshire North", **given})


def test_a_row_is_read_with_its_areas():
    assert read(HEAD + "zz993aa,53.4,-2.3,Brook Ward,Fernbrook Central,North,Fernshire\n") == [
        PostcodeRow("ZZ99 3AA", 53.4, -2.3, "Brook Ward", "", "Fernbrook Central", "Fernshire North", "Fernshire")
    ]


def test_eastings_and_northings_will_do():
    (row,) = read("Postcode,Eastings,Northings\nZZ99 3AA,377000,391000\n")
    assert (round(row.latitude, 4), round(row.longitude, 4)) == (53.4153, -2.3475)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not one,53.4,-2.3,,,,", "“not one” is not a postcode."),
        (",53.4,-2.3,,,,", "It has no postcode."),
        ("ZZ99 3AA,north,-2.3,,,,", "Its place is not in figures."),
        ("ZZ99 3AA,0,0,,,,", "Its place does not lie in the British Isles."),
        ("ZZ99 3AA,99.999999,0,,,,", "Its place does not lie in the British Isles."),
        ("ZZ99 3AA,nan,-2.3,,,,", "Its place does not lie in the British Isles."),
        ("ZZ99 3AA,-2.3,53.4,,,,", "Its place does not lie in the British Isles."),
        ("ZZ99 3AA,53.4", "It has 2 cells where the heading has 7."),
    ],
)
def test_a_bad_row_says_why(line, reason):
    assert [(bad.number, bad.reason) for bad in read(HEAD + line + "\n")] == [(2, reason)]


def test_a_postcode_that_comes_again_is_refused():
    found = read(HEAD + "ZZ99 3AA,53.4,-2.3,,,,\nzz99 3aa,53.5,-2.3,,,,\n")
    assert [getattr(row, "reason", "") for row in found] == ["", "The postcode ZZ99 3AA stands in row 2 already."]


def test_a_file_without_places_is_refused():
    with pytest.raises(Refused, match="does not say where its postcodes are"):
        read("postcode,ward\nZZ99 3AA,Brook\n")


@pytest.mark.django_db
class TestLoading:
    def test_new_postcodes_are_added_with_their_locality(self):
        assert load(a_postcode(), a_postcode("ZZ99 3AB")) == Loaded(added=2)
        assert list(Postcode.objects.order_by("postcode").values_list("postcode", "locality__name")) == [
            ("ZZ99 3AA", "Fernshire North"),
            ("ZZ99 3AB", "Fernshire North"),
        ]

    def test_loading_again_changes_nothing(self):
        load(a_postcode())
        assert load(a_postcode()) == Loaded(unchanged=1)

    def test_only_what_changed_is_written(self):
        load(a_postcode(), a_postcode("ZZ99 3AB"))
        assert load(a_postcode(latitude=53.5), a_postcode("ZZ99 3AB")) == Loaded(changed=1, unchanged=1)
        assert Postcode.objects.get(postcode="ZZ99 3AA").latitude == 53.5

    def test_those_of_another_council_stay(self):
        load(a_postcode())
        load(a_postcode("ZZ99 3AB"))
        assert Postcode.objects.count() == 2

    def test_a_locality_that_is_there_is_used(self):
        there = Locality.objects.create(name="Fernshire North")
        load(a_postcode())
        assert Postcode.objects.get().locality_id == there.id

    def test_nothing_to_load_is_refused(self):
        with pytest.raises(Refused, match="nothing was loaded"):
            load()

    def test_a_failure_in_the_middle_loads_nothing(self):
        def breaking():
            yield a_postcode()
            raise RuntimeError

        with pytest.raises(RuntimeError), as_(LOADER):
            load_postcodes(breaking(), by=LOADER, at=now())
        assert not Postcode.objects.exists()

    def test_it_stands_in_the_trail_by_the_loaders_name(self):
        load(a_postcode(), at=now() - timedelta(minutes=1))
        line = Entry.objects.using("default").order_by("-seq").first()
        # Row security shows nobody but the loader their own lines.
        assert line is None
        with as_(LOADER):
            found = Entry.objects.order_by("-seq").values_list("actor_id", "verb", "about").first()
        assert found == (LOADER.id, "loaded postcodes", "postcodes 1 added 0 changed")


@pytest.mark.django_db
class TestPlaces:
    @pytest.fixture(autouse=True)
    def _there(self):
        load(
            a_postcode(ward="Brook Ward"),
            a_postcode("ZZ99 3AB", latitude=53.5, neighbourhood="Fernbrook East"),
            a_postcode("ZZ98 1AA", latitude=53.6, neighbourhood="Overby", locality="Fernshire South"),
        )

    @pytest.mark.parametrize(
        ("said", "latitude"),
        [
            ("zz993aa", 53.4),
            ("Fernbrook Central", 53.4),
            ("fernbrook", 53.45),
            ("  Fernbrook   East ", 53.5),
            ("ZZ99", 53.45),
            ("zz98", 53.6),
            ("Brook Ward", 53.4),
            ("Fernshire", 53.5),
        ],
    )
    def test_a_place_is_known_by_what_people_call_it(self, said, latitude):
        found = place_called(said)
        assert found is not None
        assert found.latitude == pytest.approx(latitude)

    @pytest.mark.parametrize("said", ["", "  ", "?", "Nowhere", "ZZ99 9ZZ", "ZZ9", "Fern", "%", "Brook%"])
    def test_what_is_no_place_is_none(self, said):
        assert place_called(said) is None
