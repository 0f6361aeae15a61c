"""What a manager sees on the pages of figures, and who does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.evidence.figures import every_figure
from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.journeys.models import Level
from alongside.people.actions import protect_location
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import a_team, an_actor, as_, days_ago, now, signed_in, today
from tests.evidence.conftest import Neighbourhood
from tests.evidence.reading import FIGURES, table_of, words_of


def test_before_any_figures_are_made_the_page_says_how(around: Neighbourhood) -> None:
    page = signed_in(around.manager).get(FIGURES)
    assert page.status_code == 200
    assert "No figures have been made for this team yet." in words_of(page.content.decode())


def test_a_manager_makes_the_figures_and_sees_them_exactly(around: Neighbourhood) -> None:
    for source in ("housing", "housing", "housing", "self"):
        around.introduced(today(), source)
    client = signed_in(around.manager)
    made = client.post(reverse("evidence:make"), {"team": around.team.id, "period": "this-quarter"})
    assert (made.status_code, made["Location"]) == (303, f"{FIGURES}?period=this-quarter&team={around.team.id}")
    assert client.get(made["Location"]).status_code == 200
    table = table_of(client, "introductions", period="this-quarter")
    assert {part: n for part, n in table.items() if n != "0"} == {"Housing": "3", "Themselves": "1", "Total": "4"}


def test_levels_add_up_to_everybody_and_the_page_says_so(around: Neighbourhood) -> None:
    for level in ("level 1", "level 2", "level 2", ""):
        around.introduced(days_ago(1), level=level)
    around.extract()
    words = words_of(signed_in(around.manager).get(FIGURES, {"period": "all"}).content.decode())
    assert "1 + 1 + 2 + 0 + 0 + 0 + 0 + 0 + 0 + 0 = 4: each is counted once." in words


def test_somebody_at_two_levels_at_once_is_said_aloud(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(9), level="level 1")
    with as_(around.coordinator):
        Level.objects.create(person_id=person, level="level 2", since=days_ago(9), until=today() + timedelta(days=365), by_id=around.coordinator.id, at=now())
    around.extract()
    words = words_of(signed_in(around.manager).get(FIGURES, {"period": "all"}).content.decode())
    assert "People by level: the parts do not add up to the total." in words


def test_bad_news_prints(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(9))
    around.changed(person, days_ago(2), "worse", others_share="none")
    around.extract()
    words = words_of(signed_in(around.manager).get(FIGURES, {"period": "all"}).content.decode())
    assert "Changes in people's lives: too few to compare. For the worse: 1" in words


def test_not_asked_is_not_none_of_it(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(9))
    around.changed(person, days_ago(2))
    around.changed(person, days_ago(2), others_share="none")
    around.extract()
    table = table_of(signed_in(around.manager), "others-doing", period="all")
    assert (table["Not asked"], table["None of it"], table["Total"]) == ("1", "1", "2")


def test_a_connection_stands_at_its_highest_rung_or_at_not_for_me(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(9))
    around.connected(person, days_ago(5))
    around.connected(person, days_ago(5), rung="went alone")
    around.connected(person, days_ago(5), kind="natural", rung="not for me")
    around.extract()
    client = signed_in(around.manager)
    assert {part: n for part, n in table_of(client, "ladder", period="all").items() if n != "0"} == {
        "Suggested": "1",
        "Went alone": "1",
        "Not for me": "1",
        "Total": "3",
    }
    assert {part: n for part, n in table_of(client, "connections", period="all").items() if n != "0"} == {"Natural": "1", "Community": "2", "Total": "3"}


def test_a_locality_is_counted_by_itself(around: Neighbourhood) -> None:
    here, elsewhere = around.introduced(days_ago(3)), around.introduced(days_ago(3))
    around.lives_in(here, around.team.localities.get())
    assert elsewhere
    around.extract()
    client = signed_in(around.manager)
    assert table_of(client, "introductions", period="all", locality=str(around.team.localities.get().id))["Total"] == "1"
    assert table_of(client, "localities", period="all") == {
        around.team.localities.get().name: "1",
        "Outside the team's localities": "0",
        "Not shown": "1",
        "Total": "2",
    }


def test_what_was_written_since_is_not_counted_until_it_is_made_anew(around: Neighbourhood) -> None:
    around.introduced(today())
    around.extract()
    around.introduced(today())
    client = signed_in(around.manager)
    assert table_of(client, "introductions")["Total"] == "1"
    client.post(reverse("evidence:make"), {"team": around.team.id})
    assert table_of(client, "introductions")["Total"] == "2"


@pytest.mark.parametrize("route", ["locality", "figure", "people", "figure as csv"])
def test_a_coordinator_is_told_whom_figures_are_for(around: Neighbourhood, route: str) -> None:
    around.extract()
    page = signed_in(around.coordinator).get(reverse(f"evidence:{route}", args=[] if route == "locality" else ["introductions"]))
    assert page.status_code == 403
    assert "This page is for: manager" in words_of(page.content.decode())


def test_another_teams_figures_are_not_there(around: Neighbourhood) -> None:
    around.extract()
    other = an_actor(Role.MANAGER, a_team(organisation=around.team.organisation))
    assert signed_in(other).get(FIGURES, {"team": str(around.team.id)}).status_code == 404


def test_a_figure_opens_to_its_people_and_each_look_is_in_the_trail(around: Neighbourhood) -> None:
    gwen = around.introduced(today(), "housing", name="Gwen Example")
    around.introduced(today(), "self", name="Idris Example")
    around.extract()
    html = signed_in(around.manager).get(reverse("evidence:people", args=["introductions"]), {"part": "housing"}).content.decode()
    words = words_of(html)
    assert "1 person is behind this figure." in words
    assert "Gwen Example" in words
    assert "Idris Example" not in words
    with as_(around.manager):
        line = Entry.objects.filter(verb="looked at").latest("seq")
    assert (line.people, line.purpose) == ([gwen], "figures: Introductions by source")


def test_those_who_may_not_be_seen_are_counted_and_not_shown(around: Neighbourhood) -> None:
    gwen = around.introduced(today(), name="Gwen Example")
    around.lives_in(gwen, around.team.localities.get())
    around.extract()
    # Where she lives is protected after the figures were made.
    with as_(around.coordinator):
        protect_location(Person.objects.get(id=gwen), why="For her safety.", listed=[], by=around.coordinator, at=now())
    words = words_of(signed_in(around.manager).get(reverse("evidence:people", args=["localities"])).content.decode())
    assert "1 is counted and not shown to you." in words
    assert "Gwen Example" not in words


def test_opening_a_definition_looks_at_nobody(around: Neighbourhood) -> None:
    around.introduced(today())
    around.extract()
    signed_in(around.manager).get(reverse("evidence:figure", args=["levels"]))
    with as_(around.manager):
        assert not Entry.objects.filter(verb="looked at").exists()


@pytest.mark.parametrize("key", every_figure())
def test_every_figure_opens_to_its_definition(around: Neighbourhood, key: str) -> None:
    around.extract()
    words = words_of(signed_in(around.manager).get(reverse("evidence:figure", args=[key])).content.decode())
    for what in ("Counted when", "Of whom", "Left out", "The expression, as it is written", "def "):
        assert what in words
    assert "{" not in words.split("The expression")[0]


def test_there_is_no_page_for_a_figure_nobody_defined(around: Neighbourhood) -> None:
    assert signed_in(around.manager).get(reverse("evidence:figure", args=["happiness"])).status_code == 404


def _day(name: str, day: int, month: int, year: int) -> dict[str, str]:
    return {f"{name}_day": str(day), f"{name}_month": str(month), f"{name}_year": str(year)}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"period": "own"}, "Write the first day to count."),
        ({"period": "own"} | _day("since", 5, 3, 2024) | _day("until", 1, 3, 2024), "The last day comes before the first. Swap them."),
        ({"period": "own"} | _day("since", 5, 3, 2199), "This day has not come yet."),
        ({"period": "own"} | _day("since", 31, 2, 2024), "There is no such day"),
        ({"period": "whenever"}, "Choose one from the list."),
        ({"locality": "nowhere"}, "Choose one from the list."),
    ],
)
def test_a_period_that_cannot_be_is_refused_with_what_was_typed(around: Neighbourhood, given: dict[str, str], sentence: str) -> None:
    around.extract()
    page = signed_in(around.manager).get(FIGURES, given)
    assert page.status_code == 422
    assert sentence in words_of(page.content.decode())
    for name, value in given.items():
        if name.startswith("since_year"):
            assert f'value="{value}"' in page.content.decode()


def test_days_of_ones_own_have_their_last_day(around: Neighbourhood) -> None:
    around.introduced(date(2024, 3, 1))
    around.introduced(date(2024, 3, 2))
    around.extract()
    days = {"period": "own"} | _day("since", 1, 3, 2024) | _day("until", 1, 3, 2024)
    assert table_of(signed_in(around.manager), "introductions", **days)["Total"] == "1"


def test_a_social_prescribing_team_reads_its_ownwords_of(around: Neighbourhood) -> None:
    team = a_team(vocabulary=Vocabulary.SOCIAL_PRESCRIBING)
    manager = an_actor(Role.MANAGER, team)
    client = signed_in(manager)
    client.post(reverse("evidence:make"), {"team": team.id})
    words = words_of(client.get(FIGURES).content.decode())
    assert "No referrals in this period" in words
    assert "introduction" not in words.lower()


def test_the_page_asks_the_database_as_much_for_thirty_people_as_for_one(around: Neighbourhood) -> None:
    client = signed_in(around.manager)
    asked = []
    client.get(FIGURES)
    for more in (1, 29):
        for _ in range(more):
            around.connected(around.introduced(today()), today())
        around.extract()
        for route in (reverse("evidence:locality"), reverse("evidence:people", args=["introductions"])):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(route).status_code == 200
            asked.append(len(queries))
    assert asked[:2] == asked[2:]
    assert max(asked) <= 20  # by post and by who pays can be asked too; what was counted ahead, and the rows only where people are opened
    with as_(around.manager):
        assert Person.objects.count() == 30
