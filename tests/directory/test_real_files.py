"""The real files of one borough, loaded by the mappings that come with us, twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.models import Q
from jsonschema import Draft202012Validator, FormatChecker

from alongside.directory import queries
from alongside.directory.models import Entry
from alongside.directory.wishing import Wish
from alongside.exchange.open_referral.telling import whole
from alongside.places.models import Postcode
from alongside.places.queries import place_called
from tests.building import today
from tests.conftest import ROOT, a_copy

DATA = ROOT.parent / "shared/data/trafford"
FILES = {
    "charities": 736,
    "food_banks": 171,
    "general_practices": 26,
    "libraries": 141,
    "mental_health_services": 60,
    "pharmacies": 57,
    "sports_clubs": 140,
    "sports_facilities": 314,
}
"""Rows in each file."""
PLACED = {"charities": 278, "mental_health_services": 44, "food_banks": 7}
"""How many of them lie in the borough, by their postcodes (the data's own README)."""
SOMEWHERE = "M33 7ZF"
"""A town hall and library: nobody's home."""


def run(folder: Path, command: str, file: str, **given: str) -> dict[str, int]:
    out = StringIO()
    call_command(command, str(DATA / file), stdout=out, refused=folder / "refused.csv", **given)
    return {name: int(number.replace(",", "")) for name, number in re.findall(r"^([\w ]+): +([\d,]+)", out.getvalue(), re.M)}


def mapping_of(name: str) -> str:
    return f"trafford-{name.replace('_', '-')}"


@pytest.fixture(scope="module")
def borough(django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict[str, int]]]:
    """A database with every file loaded; gives what each command said."""
    if not DATA.exists():
        pytest.skip("THE REAL FILES WERE NOT TRIED: ../shared/data is not beside this clone.")
    folder = tmp_path_factory.mktemp("refused")
    with django_db_blocker.unblock(), a_copy("borough"):
        said = {"postcodes": run(folder, "import_postcodes", "places/trafford_postcodes.csv")}
        said |= {name: run(folder, "import_directory", f"directory/{name}.csv", mapping=mapping_of(name)) for name in FILES}
        yield said


def test_every_row_of_every_file_is_taken(borough):
    assert {name: (said["added"], said["changed"], said["unchanged"], said["refused"]) for name, said in borough.items()} == {
        "postcodes": (11_264, 0, 0, 0),
        **{name: (rows, 0, 0, 0) for name, rows in FILES.items()},
    }
    assert (Postcode.objects.count(), Entry.objects.count()) == (11_264, sum(FILES.values()))


@pytest.mark.parametrize("name", PLACED)
def test_as_many_have_a_place_as_lie_in_the_borough(borough, name):
    assert FILES[name] - borough[name]["Place not known"] == PLACED[name]


def test_a_second_time_changes_nothing(borough, tmp_path):
    before = list(Entry.objects.order_by("id").values_list("id", "digest", "confirmed_on"))
    again = {name: run(tmp_path, "import_directory", f"directory/{name}.csv", mapping=mapping_of(name)) for name in FILES}
    assert {name: (said["added"], said["changed"], said["unchanged"]) for name, said in again.items()} == {name: (0, 0, rows) for name, rows in FILES.items()}
    assert run(tmp_path, "import_postcodes", "places/trafford_postcodes.csv")["unchanged"] == 11_264
    assert list(Entry.objects.order_by("id").values_list("id", "digest", "confirmed_on")) == before


def test_nothing_lies_at_nought_nought_or_outside_the_islands(borough):
    assert not Entry.objects.exclude(latitude__isnull=True).exclude(latitude__range=(49, 61), longitude__range=(-9, 2.5)).exists()


def test_no_address_that_could_be_one_persons_own_is_taken(borough):
    own = r"@(gmail|hotmail|yahoo|outlook|btconnect|talktalk|btinternet)\."
    assert not Entry.objects.filter(email__iregex=own).exists()
    assert not Entry.objects.filter(source__name__startswith="Food banks", phone__startswith="07").exists()


def test_no_charity_shows_a_street_and_number_that_may_be_a_home(borough):
    homes = Entry.objects.filter(place_words__startswith="Only about here")
    assert homes.count() > 300
    assert not homes.filter(Q(address__regex=r"\d") | Q(postcode__contains=" ")).exists()
    assert all(round(latitude, 2) == latitude for latitude in homes.exclude(latitude=None).values_list("latitude", flat=True))


@pytest.mark.parametrize(
    ("words", "mentioned"),
    [
        ("I used to sing in a choir", {"choir"}),
        ("swiming", {"swimming"}),
        ("my memory is going", {"memories", "alzheimers"}),
        ("somewhere to borrow books", {"library"}),
        ("lonely", {"loneliness"}),
        ("footbal for my grandson", {"football"}),
    ],
)
def test_somebodys_own_words_find_what_is_really_there(borough, words, mentioned):
    place = place_called(SOMEWHERE)
    assert place is not None
    best = queries.find(Wish(words, place.latitude, place.longitude, 3000, today=today())).near[:3]
    assert mentioned <= {match.mentions for one in best for match in one.matches}


def test_every_real_entry_leaves_as_open_referral_says(borough):
    judge = Draft202012Validator(json.loads((DATA.parent / "oruk/schema/compiled/service.json").read_text()), format_checker=FormatChecker())
    wrong = {entry.name: [fault.message for fault in judge.iter_errors(whole(entry, []))] for entry in Entry.objects.all()}
    assert (len(wrong), {name: said for name, said in wrong.items() if said}) == (len(set(Entry.objects.values_list("name", flat=True))), {})
