"""What the database leaves out is what finding would leave out: proved against looking at every entry."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.directory import finding, queries
from alongside.directory.finding import Offer
from alongside.directory.meanings import known_meanings
from alongside.directory.models import Entry
from alongside.directory.reasons import days_said, long_ago
from alongside.directory.showing import results
from alongside.directory.wishing import Wish
from tests.building import today
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db

WORDS = [
    "allotment",
    "gardening",
    "choir",
    "singing",
    "lunch club",
    "befriending",
    "football",
    "walking",
    "dogs",
    "chess",
    "men in sheds",
    "drop in",
    "coffee morning",
]
WISHES = [
    "",
    "allotment",
    "lonely",
    "I want to see people and sing",
    "alotment",
    "chior",
    "walk my dog",
    "something for men",
    "drop in",
    "nothing like it",
    "something free on Tuesday",
    "not a choir",
    "football but no dogs",
    "in the evening",
    "?!",
    "the and of",
]


def a_neighbourhood(many: int = 120) -> None:
    chance = random.Random(7)  # a test must give the same twice
    load(
        *(
            a_listing(
                str(number),
                f"{chance.choice(WORDS)} {number}",
                kind=chance.choice(["group", "place", "service"]),
                description=" and ".join(chance.sample(WORDS, chance.randint(0, 3))),
                latitude=None if (nowhere := chance.random() < 0.2) else 53.4 + chance.uniform(-0.06, 0.06),
                longitude=None if nowhere else -2.3 + chance.uniform(-0.06, 0.06),
                days=tuple(sorted(chance.sample(range(1, 8), chance.randint(0, 3)))),
                cost=chance.choice(["free", "some", "unknown"]),
                access=tuple(chance.sample(["step free", "toilet"], chance.randint(0, 1))),
                access_missing=tuple(chance.sample(["quiet", "hearing loop"], chance.randint(0, 2))),
                confirmed_on=chance.choice([None, today() - timedelta(days=chance.randint(0, 900))]),
            )
            for number in range(many)
        )
    )


@pytest.mark.parametrize("words", WISHES)
def test_finding_in_the_database_is_looking_at_every_entry(words):
    a_neighbourhood()
    Entry.objects.filter(source_key="3").update(withdrawn_on=today())
    everything = [Offer(*row) for row in queries.in_use().values_list(*queries.OFFER)]
    wishes = [
        Wish(words, 53.4, -2.3, reach, days, access, free_only=free, today=today())
        for reach in (500, 3000, 20_000)
        for days in (frozenset(), frozenset({2, 6}))
        for access in (frozenset(), frozenset({"quiet"}))
        for free in (False, True)
    ] + [Wish(words, today=today())]
    for wish in wishes:
        sought = queries.sought_by(wish, queries.reading_of(wish), known_meanings())
        nothing = words.strip() and not sought.terms and not sought.anything
        expected = finding.Found() if nothing else finding.find(sought, everything, known_meanings())
        assert queries.find(wish) == expected


def test_there_is_something_to_find():
    a_neighbourhood()
    assert len(queries.find(Wish("lonely", 53.4, -2.3, 20_000, today=today())).near) > 10


@pytest.mark.parametrize("many", [1, 40])
def test_finding_asks_little_with_one_entry_or_many(many):
    a_neighbourhood(many)
    wish = Wish("I am lonly and miss my alotment", 53.4, -2.3, 20_000, today=today())
    with CaptureQueriesContext(connection) as asked:
        results(wish, queries.find(wish).near[:12])
    assert len(asked) <= 6


def test_the_nearest_beyond_reach_is_told():
    load(a_listing("1", "Fern choir", latitude=53.5, longitude=-2.3), a_listing("2", "Brook choir", latitude=53.6, longitude=-2.3))
    wish = Wish("choir", 53.4, -2.3, 1000, today=today())
    beyond = queries.nearest_beyond(wish)
    assert beyond is not None
    assert (queries.find(wish).near, beyond.offer.name) == ([], "Fern choir")


def shown(words="choir", **given):
    others = (a_listing(f"other {number}", "Brook football") for number in range(99))
    load(a_listing(latitude=given.pop("latitude", 53.4), longitude=-2.3, **given), *others)
    wish = Wish(words, 53.4, -2.3, 5000, days=frozenset({2}), access=frozenset({"step free", "toilet"}), today=today())
    (one,) = results(wish, queries.find(wish).near)
    return one


def test_everything_that_speaks_for_it_is_said():
    one = shown(cost="free", days=(2, 5), access=("step free", "toilet"), confirmed_on=today() - timedelta(days=21))
    assert one.fits == [
        "mentions “choir”",
        "100 m away, about 1 minute's walk",
        "free",
        "meets or opens on Tuesday",
        "step-free",
        "accessible toilet",
        "confirmed by its source 3 weeks ago",
    ]
    assert one.in_the_way == []


def test_everything_that_might_be_in_the_way_is_said():
    one = shown(latitude=53.42, cost="some", how_to_join="ask Fern", place_words="Round the back.", confirmed_on=today() - timedelta(days=800))
    assert one.fits == ["mentions “choir”"]
    assert one.in_the_way == [
        "2.2 km away, about 36 minutes' walk",
        "costs something",
        "round the back",
        "last confirmed 2 years ago",
        "not known: step-free, accessible toilet, its days",
    ]


def test_what_nobody_told_us_is_said_in_one_line():
    assert shown().in_the_way == ["not known: step-free, accessible toilet, its days, what it costs, whether it still holds"]


def told_of(entry: Entry) -> list[str]:
    """What is said against an entry that somebody looks at without having asked for any day or access."""
    wish = Wish("choir", 53.4, -2.3, 5000, today=today())
    (one,) = results(wish, [found for found in queries.find(wish).near if found.offer.name == entry.name])
    return one.in_the_way


def test_a_step_at_the_door_is_said_to_whoever_looks_whether_or_not_they_asked():
    load(
        a_listing("1", "Fern choir", latitude=53.4, longitude=-2.3, access=("toilet",), access_missing=("step free",), cost="free", days=(2,)),
        a_listing("2", "Brook choir", latitude=53.4, longitude=-2.3),
    )
    assert told_of(Entry.objects.get(name="Fern choir")) == ["not there: step-free", "not known: whether it still holds"]
    assert told_of(Entry.objects.get(name="Brook choir")) == ["not known: how easy it is to get in, its days, what it costs, whether it still holds"]


def test_every_score_can_be_opened():
    one = shown()
    assert [round(points, 1) for _, points, _ in one.parts] == [6.8, 4.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    assert one.score == pytest.approx(sum(points for _, points, _ in one.parts))


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "1 day ago"), (13, "13 days ago"), (21, "3 weeks ago"), (60, "1 month ago"), (400, "13 months ago"), (731, "2 years ago")],
)
def test_time_past_is_said_as_people_say_it(days, said):
    assert long_ago(days) == said


@pytest.mark.parametrize(
    ("days", "said"), [([], ""), ([2], "Tuesday"), ([5, 2], "Tuesday and Friday"), ([1, 2, 3], "Monday, Tuesday and Wednesday"), (range(1, 8), "every day")]
)
def test_days_are_said_as_people_say_them(days, said):
    assert days_said(list(days)) == said
