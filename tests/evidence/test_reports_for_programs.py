"""Every report as JSON: its figures and its tables, the same as its page and its spreadsheet; and use of services, which leaves in no form."""

from __future__ import annotations

import csv
import io

from django.urls import reverse

from alongside.evidence.reports import every_report
from alongside.outcomes.actions import tell_use
from alongside.people.models import Person
from tests.building import as_, days_ago, now, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import words_of


def test_every_report_comes_out_as_json_with_the_rows_of_its_spreadsheet(around: Neighbourhood) -> None:
    for _ in range(30):
        around.introduced(last_year(), level="level 2")
    around.extract()
    browser = signed_in(around.commissioner)
    for key, report in every_report().items():
        said = browser.get(reverse("evidence:report as json", args=[key])).json()
        assert ([one["key"] for one in said["figures"]], [one["key"] for one in said["tables"]]) == (
            [one.key for one in report.figures],
            [one.key for one in report.laid],
        )
        sheet = list(csv.reader(io.StringIO(browser.get(reverse("evidence:report as csv", args=[key])).content.decode())))
        rows = [row for table in said["tables"] for row in table["rows"]]
        assert [row for row in rows if row not in [line[: len(row)] for line in sheet]] == []
    listed = browser.get(reverse("evidence:all as json")).json()["reports"]
    assert [one["key"] for one in listed] == list(every_report())


def test_use_of_services_stands_in_its_report_for_the_manager_and_leaves_in_no_form(around: Neighbourhood) -> None:
    person = around.introduced(days_ago(200))
    with as_(around.coordinator):
        for times, up_to in ((4, days_ago(200)), (1, days_ago(100))):
            tell_use(Person.objects.get(id=person), {"gp": times}, source="self-reported", weeks=13, up_to=up_to, by=around.coordinator, at=now())
    around.extract()
    page = reverse("evidence:report", args=["services"])
    told = words_of(signed_in(around.manager).get(page).content.decode())
    assert "Known over 13 weeks before they came and as many since: 1 at most" in told
    assert "1 4.00 1.00 not told of fewer than 30 not known 2" in told
    leaves = words_of(signed_in(around.commissioner).get(page).content.decode())
    assert "leaves in no form" in leaves
    assert "4.00" not in leaves
    assert signed_in(around.commissioner).get(reverse("evidence:report as json", args=["services"])).json()["tables"][0]["rows"] == []
