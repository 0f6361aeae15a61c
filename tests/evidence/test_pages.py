"""What each role sees on the pages of figures, and what leaves."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.evidence.figures import every_figure
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import a_seat, a_team, an_actor, as_, days_ago, now, signed_in, today
from tests.evidence.conftest import Neighbourhood, last_year

FIGURES = "/figures/"


def _words(html: str) -> str:
    """What the page says, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def _table(client: Client, key: str, **asked: str) -> dict[str, str]:
    """A figure's own table: what stands beside each part."""
    html = client.get(reverse("evidence:figure", args=[key]), asked).content.decode()
    table = html.split("<table", 2)[1].split("</table>")[0]
    rows = re.findall(r'<th scope="row"[^>]*>(.*?)</th>\s*<td[^>]*>(.*?)</td>', table, re.S)
    return {_words(label): _words(number) for label, number in rows}


def test_before_any_figures_are_made_the_page_says_how(around: Neighbourhood) -> None:
    page = signed_in(around.manager).get(FIGURES)
    assert page.status_code == 200
    assert "No figures have been made for this team yet." in _words(page.content.decode())


def test_a_manager_makes_the_figures_and_sees_them_exactly(around: Neighbourhood) -> None:
    for source in ("housing", "housing", "housing", "self"):
        around.introduced(today(), source)
    client = signed_in(around.manager)
    made = client.post(reverse("evidence:make"), {"team": around.team.id, "period": "this-quarter"})
    assert (made.status_code, made["Location"]) == (303, f"{FIGURES}?period=this-quarter&team={around.team.id}")
    assert client.get(made["Location"]).status_code == 200
    table = _table(client, "introductions", period="this-quarter")
    assert {part: n for part, n in table.items() if n != "0"} == {"Housing": "3", "Themselves": "1", "Total": "4"}


def test_levels_add_up_to_everybody_and_the_page_says_so(around: Neighbourhood) -> None:
    for level in ("level 1", "level 2", "level 2", ""):
        around.introduced(days_ago(1), level=level)
    around.extract()
    words = _words(signed_in(around.manager).get(FIGURES, {"period": "all"}).content.decode())
    assert "1 + 1 + 2 + 0 + 0 + 0 + 0 + 0 + 0 + 0 = 4: everybody known to the team is counted once." in words


def test_somebody_at_two_levels_at_once_is_said_aloud(around: Neighbourhood) -> None:
    from alongside.journeys.models import Level

    person = around.introduced(days_ago(9), level="level 1")
    with as_(around.coordinator):
        Level.objects.create(
            person_id=person, level="level 2", since=days_ago(9), until=today().replace(year=today().year + 1), by_id=around.coordinator.id, at=now()
        )
    around.extract()
    words = _words(signed_in(around.manager).get(FIGURES, {"period": "all"}).content.decode())
    assert "People by level: the parts do not add up to the total." in words


def test_bad_news_prints(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(9))
    around.changed(person, days_ago(2), "worse", others_share="none")
    around.extract()
    words = _words(signed_in(around.manager).get(FIGURES, {"period": "all"}).content.decode())
    assert "Changes in people's lives: too few to compare. For the worse: 1" in words


def test_not_asked_is_not_none_of_it(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(9))
    around.changed(person, days_ago(2))
    around.changed(person, days_ago(2), others_share="none")
    around.extract()
    table = _table(signed_in(around.manager), "others-doing", period="all")
    assert (table["Not asked"], table["None of it"], table["Total"]) == ("1", "1", "2")


def test_a_connection_stands_at_its_highest_rung_or_at_not_for_me(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(9))
    around.connected(person, days_ago(5))
    around.connected(person, days_ago(5), rung="went alone")
    around.connected(person, days_ago(5), kind="natural", rung="not for me")
    around.extract()
    client = signed_in(around.manager)
    assert {part: n for part, n in _table(client, "ladder", period="all").items() if n != "0"} == {
        "Suggested": "1",
        "Went alone": "1",
        "Not for me": "1",
        "Total": "3",
    }
    assert {part: n for part, n in _table(client, "connections", period="all").items() if n != "0"} == {"Natural": "1", "Community": "2", "Total": "3"}


def test_a_locality_is_counted_by_itself(around: Neighbourhood) -> None:
    here, elsewhere = around.introduced(days_ago(3)), around.introduced(days_ago(3))
    around.lives_in(here, around.team.localities.get())
    assert elsewhere
    around.extract()
    client = signed_in(around.manager)
    assert _table(client, "introductions", period="all", locality=str(around.team.localities.get().id))["Total"] == "1"
    assert _table(client, "localities", period="all") == {
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
    assert _table(client, "introductions")["Total"] == "1"
    client.post(reverse("evidence:make"), {"team": around.team.id})
    assert _table(client, "introductions")["Total"] == "2"


@pytest.mark.parametrize("route", ["locality", "figure", "people", "figure as csv"])
def test_a_coordinator_is_told_whom_figures_are_for(around: Neighbourhood, route: str) -> None:
    around.extract()
    page = signed_in(around.coordinator).get(reverse(f"evidence:{route}", args=[] if route == "locality" else ["introductions"]))
    assert page.status_code == 403
    assert "This page is for: manager" in _words(page.content.decode())


def test_another_teams_figures_are_not_there(around: Neighbourhood) -> None:
    around.extract()
    other = an_actor(Role.MANAGER, a_team(organisation=around.team.organisation))
    assert signed_in(other).get(FIGURES, {"team": str(around.team.id)}).status_code == 404


def test_a_commissioner_reads_figures_as_they_leave_and_no_name(around: Neighbourhood) -> None:
    for n in range(25):
        around.introduced(last_year(), "housing" if n < 14 else "police" if n < 22 else "self", name=f"Rhoswen Secretname {n}")
    around.extract()
    client = signed_in(around.commissioner)
    table = _table(client, "introductions")
    assert {part: n for part, n in table.items() if n != "0"} == {"Themselves": "held back", "Housing": "15", "Police": "held back", "Total": "25"}
    for route in ("evidence:locality", "evidence:figure"):
        html = client.get(reverse(route, args=[] if route == "evidence:locality" else ["introductions"])).content.decode()
        assert "Secretname" not in html
        assert "Who is behind" not in html
        assert "/people/?" not in html
    assert client.get(reverse("evidence:people", args=["introductions"])).status_code == 403


def test_a_commissioner_cannot_ask_for_days_of_their_own_or_one_locality(around: Neighbourhood) -> None:
    around.extract()
    client = signed_in(around.commissioner)
    for period in ("own", "this-quarter", "this-year", "all"):
        assert client.get(FIGURES, {"period": period}).status_code == 422
    home = around.introduced(last_year())
    around.lives_in(home, around.team.localities.get())
    around.extract()
    assert _table(client, "introductions", locality="nowhere")["Total"] == "held back"


def test_a_manager_and_a_commissioner_see_the_same_when_it_leaves(around: Neighbourhood) -> None:
    for n in range(14):
        person = around.introduced(last_year(), "housing" if n % 3 else "self", level="level 2")
        around.changed(person, last_year())
    around.extract()
    manager, commissioner = signed_in(around.manager), signed_in(around.commissioner)
    for key in every_figure():
        assert _table(manager, key, **{"as": "leaves"}) == _table(commissioner, key)


def test_a_commissioner_who_is_also_a_manager_elsewhere_sees_only_their_own_exactly(around: Neighbourhood) -> None:
    from alongside.teams.models import Staff
    from tests.building import actor_of

    other = a_team(organisation=around.team.organisation)
    a_seat(Staff.objects.get(id=around.commissioner.id), Role.MANAGER, other)
    both = actor_of(Staff.objects.get(id=around.commissioner.id))
    for _ in range(3):
        around.introduced(last_year())
    around.extract()
    client = signed_in(both)
    assert _table(client, "introductions", team=str(around.team.id), period="last-year")["Total"] == "held back"
    assert client.get(reverse("evidence:people", args=["introductions"]), {"team": str(around.team.id)}).status_code == 403


def test_a_figure_opens_to_its_people_and_each_look_is_in_the_trail(around: Neighbourhood) -> None:
    gwen = around.introduced(today(), "housing", name="Gwen Example")
    around.introduced(today(), "self", name="Idris Example")
    around.extract()
    html = signed_in(around.manager).get(reverse("evidence:people", args=["introductions"]), {"part": "housing"}).content.decode()
    words = _words(html)
    assert "1 person is behind this figure." in words
    assert "Gwen Example" in words
    assert "Idris Example" not in words
    with as_(around.manager):
        line = Entry.objects.filter(verb="looked at").latest("seq")
    assert (line.people, line.purpose) == ([gwen], "figures: Introductions by source, Housing")


def test_those_who_may_not_be_seen_are_counted_and_not_shown(around: Neighbourhood) -> None:
    around.introduced(today(), name="Gwen Example")
    around.extract()
    # Her record passes to another team after the figures were made.
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('alongside.actor', %s, true)", [str(around.coordinator.id)])
        cursor.execute("DELETE FROM people_holding")
    words = _words(signed_in(around.manager).get(reverse("evidence:people", args=["introductions"])).content.decode())
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
    words = _words(signed_in(around.manager).get(reverse("evidence:figure", args=[key])).content.decode())
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
    assert sentence in _words(page.content.decode())
    for name, value in given.items():
        if name.startswith("since_year"):
            assert f'value="{value}"' in page.content.decode()


def test_days_of_ones_own_have_their_last_day(around: Neighbourhood) -> None:
    around.introduced(date(2024, 3, 1))
    around.introduced(date(2024, 3, 2))
    around.extract()
    days = {"period": "own"} | _day("since", 1, 3, 2024) | _day("until", 1, 3, 2024)
    assert _table(signed_in(around.manager), "introductions", **days)["Total"] == "1"


def _file(actor: Actor, key: str, **asked: str) -> list[list[str]]:
    answer = signed_in(actor).get(reverse("evidence:figure as csv", args=[key]), asked)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_a_file_says_what_it_is_and_holds_small_numbers_back_from_a_manager_too(around: Neighbourhood) -> None:
    for n in range(15):
        around.introduced(last_year(), "housing" if n else "self")
    around.extract()
    rows = _file(around.manager, "introductions")
    assert [row[0] for row in rows if row][:10] == [
        "Introductions by source", "What it counts", "Team", "Period", "Window", "Of whom", "Left out", "Figures made", "Extract", "Small numbers",
    ]  # fmt: skip
    numbers = {row[0]: row[1] for row in rows[11:] if row}
    assert (numbers["Themselves"], numbers["Housing"], numbers["Police"], numbers["Total"]) == ("held back", "held back", "0", "15")
    assert rows == _file(around.commissioner, "introductions")
    with as_(around.manager):
        assert Entry.objects.filter(verb="took a figure").exists()


def test_a_file_of_a_period_that_is_not_over_is_refused(around: Neighbourhood) -> None:
    around.extract()
    page = signed_in(around.manager).get(reverse("evidence:figure as csv", args=["introductions"]), {"period": "this-year"})
    assert page.status_code == 422
    assert "Choose last quarter or last financial year." in _words(page.content.decode())


def test_a_locality_with_a_formula_for_a_name_stays_words_in_a_file(around: Neighbourhood) -> None:
    from alongside.places.models import Locality

    around.team.localities.add(Locality.objects.create(name="=HYPERLINK(1)"))
    around.introduced(last_year())
    around.extract()
    rows = _file(around.commissioner, "localities")
    assert [row for row in rows if row and row[0].startswith("=")] == []
    assert ["'=HYPERLINK(1)", "0"] in rows


def test_a_social_prescribing_team_reads_its_own_words(around: Neighbourhood) -> None:
    team = a_team(vocabulary=Vocabulary.SOCIAL_PRESCRIBING)
    manager = an_actor(Role.MANAGER, team)
    client = signed_in(manager)
    client.post(reverse("evidence:make"), {"team": team.id})
    words = _words(client.get(FIGURES).content.decode())
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
    assert max(asked) <= 14
    with as_(around.manager):
        assert Person.objects.count() == 30
