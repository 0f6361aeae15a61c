"""A manager prints a paper for the committee, and a commissioner reads the reports without meeting anybody."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from alongside.evidence.reports import every_report
from alongside.foundation.actor import Actor, Role
from alongside.teams.models import Team
from tests.building import a_team, an_actor, signed_in, somebody
from tests.evidence.conftest import last_year
from tests.stories.conftest import served
from tests.stories.walker import Walker

NAME = "Seren Rhydderch-Poole"


@pytest.mark.parametrize("screen", [(390, True), (1280, True)], ids=["phone", "laptop"])
def test_a_paper_for_the_committee(committed: str, sit_down: Callable[..., Walker], screen: tuple[int, bool]) -> None:
    team = a_team()
    sam, mina, cara = (an_actor(role, team) for role in (Role.COORDINATOR, Role.MANAGER, Role.COMMISSIONER))
    given_a_year_of_introductions(sam)
    with served(committed) as base:
        manager, commissioner = (_at(sit_down(base, screen), who) for who in (mina, cara))
        when_the_manager_makes_the_figures_and_looks_at_the_reports(manager)
        then_a_paper_is_taken_as_pdf_and_for_word_without_a_name(manager, team)
        and_the_commissioner_reads_every_report_and_meets_nobody(commissioner)


def _at(walker: Walker, who: Actor) -> Walker:
    walker.page.context.add_cookies([{"name": "session", "value": signed_in(who).cookies["session"].value, "url": walker.base}])
    return walker


def given_a_year_of_introductions(sam: Actor) -> None:
    for _ in range(24):
        somebody(sam, NAME, on=last_year(), source="housing")
    for _ in range(2):
        somebody(sam, NAME, on=last_year(), source="police")


def when_the_manager_makes_the_figures_and_looks_at_the_reports(manager: Walker) -> None:
    manager.goes_to(reverse("evidence:reports"))
    manager.sees("No figures have been made for this team yet.")
    with manager.page.expect_request(lambda asked: asked.method == "POST") as sent:
        manager.page.evaluate("document.addEventListener('submit', () => document.body.dataset.said = document.querySelector('[data-while-sent]').innerText)")
        manager.page.evaluate("addEventListener('pagehide', () => sessionStorage.said = document.body.dataset.said)")
        manager.presses("Make the figures")
    assert sent.value.url.endswith(reverse("evidence:make"))
    assert "The figures are being made." in manager.page.evaluate("sessionStorage.said")
    manager.goes_to(reverse("evidence:reports") + "?period=last-year")
    manager.sees("1. Who introduced people, and what came of it")
    manager.sees("18. What was not measured")
    manager.keeps_a_picture("reports")
    manager.follows("1. Who introduced people, and what came of it")
    manager.sees("Most introductions came from housing")
    manager.opens("How this is counted: Introductions by source")
    manager.sees("Every introduction to this team of somebody whose record the team holds.")
    manager.keeps_a_picture("report")


def then_a_paper_is_taken_as_pdf_and_for_word_without_a_name(manager: Walker, team: Team) -> None:
    manager.goes_to(reverse("evidence:paper"))
    manager.sees("1. Who introduced people, and what came of it")
    manager.keeps_a_picture("paper")
    with manager.page.expect_download() as taken:
        manager.page.get_by_role("button", name="As a PDF").click()
    paper = PdfReader(str(taken.value.path()))
    said = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert (team.name in said, "held back" in said, "Rhydderch" in said) == (True, True, False)
    with manager.page.expect_download() as taken:
        manager.page.get_by_role("button", name="For Word").click()
    assert "Rhydderch" not in "".join(paragraph.text for paragraph in Document(io.BytesIO(taken.value.path().read_bytes())).paragraphs)


def and_the_commissioner_reads_every_report_and_meets_nobody(commissioner: Walker) -> None:
    commissioner.goes_to(reverse("evidence:reports"))
    commissioner.sees("Figures as they may leave.")
    commissioner.sees_not("Rhydderch")
    for key in every_report():
        commissioner.goes_to(reverse("evidence:report", args=[key]))
        commissioner.sees_not("Rhydderch")
        assert commissioner.page.locator("a[href*='/people/']").count() == 0
        if key in ("introductions", "cost", "quality"):
            commissioner.keeps_a_picture(f"report-{key}")
