"""What a commissioner reads and what goes into a file: small numbers held back, and nobody's name."""

from __future__ import annotations

import csv
import io

from django.urls import reverse
from openpyxl import load_workbook

from alongside.evidence.figures import every_figure
from alongside.foundation.actor import Actor, Role
from alongside.places.models import Locality
from alongside.teams.models import Staff
from alongside.trail.models import Entry
from tests.building import a_seat, a_team, actor_of, as_, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import FIGURES, rows_of, table_of, words_of


def test_a_commissioner_reads_figures_as_they_leave_and_no_name(around: Neighbourhood) -> None:
    for n in range(25):
        around.introduced(last_year(), "housing" if n < 14 else "police" if n < 22 else "self", name=f"Rhoswen Secretname {n}")
    around.extract()
    client = signed_in(around.commissioner)
    table = table_of(client, "introductions")
    assert {part: n for part, n in table.items() if n != "0"} == {"Themselves": "held back", "Housing": "15", "Police": "held back", "Total": "25"}
    for route in ("evidence:locality", "evidence:figure"):
        html = client.get(reverse(route, args=[] if route == "evidence:locality" else ["introductions"])).content.decode()
        assert "Secretname" not in html
        assert "Who is behind" not in html
        assert "/people/?" not in html
    assert client.get(reverse("evidence:people", args=["introductions"])).status_code == 403


def test_a_commissioner_cannot_ask_for_days_of_their_own_or_one_locality(around: Neighbourhood) -> None:
    home = around.introduced(last_year())
    around.lives_in(home, around.team.localities.get())
    around.extract()
    client = signed_in(around.commissioner)
    for period in ("own", "this-quarter", "this-year", "all"):
        assert client.get(FIGURES, {"period": period}).status_code == 422
    assert table_of(client, "introductions", locality="nowhere")["Total"] == "held back"


def test_a_manager_and_a_commissioner_see_the_same_when_it_leaves(around: Neighbourhood) -> None:
    for n in range(14):
        person = around.introduced(last_year(), "housing" if n % 3 else "self", level="level 2")
        around.changed(person, last_year())
    around.extract()
    manager, commissioner = signed_in(around.manager), signed_in(around.commissioner)
    for key in every_figure():
        assert table_of(manager, key, **{"as": "leaves"}) == table_of(commissioner, key)


def test_a_commissioner_who_is_also_a_manager_elsewhere_sees_only_their_own_exactly(around: Neighbourhood) -> None:
    other = a_team(organisation=around.team.organisation)
    a_seat(Staff.objects.get(id=around.commissioner.id), Role.MANAGER, other)
    both = actor_of(Staff.objects.get(id=around.commissioner.id))
    for _ in range(3):
        around.introduced(last_year())
    around.extract()
    client = signed_in(both)
    assert table_of(client, "introductions", team=str(around.team.id), period="last-year")["Total"] == "held back"
    assert client.get(reverse("evidence:people", args=["introductions"]), {"team": str(around.team.id)}).status_code == 403


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


def test_a_workbook_holds_the_same_rows_as_the_file_and_no_formula(around: Neighbourhood) -> None:
    around.team.localities.add(Locality.objects.create(name="=HYPERLINK(1)"))
    for n in range(15):
        around.introduced(last_year(), "housing" if n else "self")
    around.extract()
    for key in ("introductions", "localities", "circles", "hours", "reasons"):
        answer = signed_in(around.commissioner).get(reverse("evidence:figure as xlsx", args=[key]))
        sheet = load_workbook(io.BytesIO(answer.content)).active
        cells = [[cell for cell in row if cell.value is not None] for row in sheet.iter_rows()]
        assert {cell.data_type for row in cells for cell in row} <= {"s", "n"}
        assert [[str(cell.value) for cell in row] for row in cells if row] == [row for row in _file(around.commissioner, key) if row]


def test_every_page_and_every_file_of_a_figure_give_one_number(around: Neighbourhood) -> None:
    """The page of all figures, a figure's own page and its file, for whoever sees it leave; exact ones on both pages for its manager."""
    for n in range(24):
        person = around.introduced(last_year(), "housing" if n % 3 else "self", level="level 2")
        around.changed(person, last_year())
    around.extract()
    manager, commissioner = signed_in(around.manager), signed_in(around.commissioner)
    for client, asked in ((manager, {"period": "last-year"}), (commissioner, {}), (commissioner, {"period": "last-quarter"})):
        every = client.get(FIGURES, asked).content.decode()
        for key, figure in every_figure().items():
            section = every.split(f'aria-labelledby="{key} {key}-caption">')[1].split("</section>")[0]
            own = table_of(client, key, **asked)
            assert rows_of(section) == own
            if client is commissioner:
                assert {row[0]: row[1] for row in _file(around.commissioner, key, **asked) if len(row) == 2 and row[0] in own} == own
            assert figure.name  # Every one of them was looked at.


def test_a_file_of_a_period_that_is_not_over_is_refused(around: Neighbourhood) -> None:
    around.extract()
    page = signed_in(around.manager).get(reverse("evidence:figure as csv", args=["introductions"]), {"period": "this-year"})
    assert page.status_code == 422
    assert "Choose last quarter or last financial year." in words_of(page.content.decode())


def test_a_locality_with_a_formula_for_a_name_stays_words_in_a_file(around: Neighbourhood) -> None:
    around.team.localities.add(Locality.objects.create(name="=HYPERLINK(1)"))
    around.introduced(last_year())
    around.extract()
    rows = _file(around.commissioner, "localities")
    assert [row for row in rows if row and row[0].startswith("=")] == []
    assert ["'=HYPERLINK(1)", "0"] in rows
