"""A funding stream that ends and the gap it leaves; a receipt refused and mended, agreed to by somebody else and paid back; a year on one A4."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
import typst
from django.utils.formats import date_format
from playwright.sync_api import expect
from pypdf import PdfReader, PdfWriter

from alongside.foundation.actor import Actor, Role
from alongside.groups.models import Gathering, Group, Step
from alongside.money import actions
from alongside.money.models import Receipt, Spend
from alongside.money.posts import Stretch, financial_year
from alongside.teams.models import Team
from tests.building import a_team, an_actor, as_, now, today
from tests.conftest import a_copy
from tests.pictures.photos import a_photo
from tests.stories.conftest import served
from tests.stories.walker import Walker

SECRET = "zzhiddenzz"


@dataclass
class House:
    """A team with a manager and a coordinator, a post that one stream pays until the year is over, and a budget."""

    base: str
    team: Team
    mo: Actor
    sam: Actor

    @property
    def ends(self) -> date:
        """The first day on which the fire service pays no longer."""
        return date(financial_year(today()) + 1, 4, 1)


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[House]:
    with django_db_blocker.unblock(), a_copy("money_that_adds_up") as name:
        team = a_team("Fern")
        mo, sam = an_actor(Role.MANAGER, team, "Mo Manager"), an_actor(Role.COORDINATOR, team, "Sam Holt")
        made = House("", team, mo, sam)
        began = date(financial_year(today()), 4, 1)
        with as_(mo):
            fire, _health = (
                actions.add_stream(team.organisation, name, kind=kind, wants_to_hear="", by=mo, at=now())
                for name, kind in (("Fire and rescue", "fire and rescue"), ("Public health", "public health"))
            )
            post = actions.add_post(
                team.organisation, "Northside", kind="coordinator", locality=team.localities.get(), minutes_a_week=2220,
                over=Stretch(began, None), pay_pence=3_200_000, on_costs_pence=800_000, by=mo, at=now(),
            )  # fmt: skip
            actions.give_share(post, fire, parts=10_000, over=Stretch(began, made.ends), by=mo, at=now())
            actions.add_budget(team, financial_year(today()), locality=team.localities.get(), pence=100_000, by=mo, at=now())
        with served(name) as base:
            made.base = base
            yield made


@pytest.mark.parametrize("screen", [(390, True), (1280, True)], ids=["phone", "laptop"])
def test_a_stream_ends_and_another_pays(house: House, sit_down: Callable[..., Walker], screen: tuple[int, bool]) -> None:
    mo = sit_down(house.base, screen)
    mo.is_signed_in_as(house.mo)
    given_a_post_whose_stream_ends_the_gap_is_told_with_the_day_it_bites(mo, house)
    when_more_than_the_whole_would_be_paid_it_is_refused_and_the_words_stay(mo, house)
    then_two_streams_together_leave_no_gap(mo, house)
    and_it_is_all_taken_back(mo)


def given_a_post_whose_stream_ends_the_gap_is_told_with_the_day_it_bites(mo: Walker, house: House) -> None:
    mo.goes_to("/posts/")
    mo.sees(f"From {date_format(house.ends, 'j F Y')} nobody pays for the Northside post.")
    mo.keeps_a_picture("money-gap")


def when_more_than_the_whole_would_be_paid_it_is_refused_and_the_words_stay(mo: Walker, house: House) -> None:
    mo.follows("Say who pays")
    # What is offered is what nobody pays: all of it, from the day on which it bites.
    expect(mo.box("How much of the post, in per cent?")).to_have_value("100")
    assert mo.dated("First day") == house.ends
    mo.picks("Who pays?", "Public health")
    mo.writes("How much of the post, in per cent?", "60")
    mo.presses("Save")
    mo.sees(f"From {date_format(house.ends, 'j F Y')} nobody pays for 40 % of the Northside post")
    mo.follows("Say who pays")
    mo.picks("Who pays?", "Fire and rescue")
    mo.writes("How much of the post, in per cent?", "50")
    mo.presses("Save")
    mo.sees("40 % is left on that day")
    expect(mo.box("How much of the post, in per cent?")).to_have_value("50")
    mo.keeps_a_picture("money-too-much")


def then_two_streams_together_leave_no_gap(mo: Walker, house: House) -> None:
    mo.writes("How much of the post, in per cent?", "40")
    mo.presses("Save")
    mo.sees_not("nobody pays")
    mo.sees("Public health 60")
    mo.keeps_a_picture("money-post")
    mo.goes_to("/posts/")
    mo.sees_not("nobody pays for")


def and_it_is_all_taken_back(mo: Walker) -> None:
    mo.follows("Northside")
    for _ in range(2):  # the share that was there first stays: the newest stand last
        mo.page.get_by_role("button", name="Take back").last.click()
        mo.page.wait_for_load_state("load")
    mo.looks_around()
    mo.sees("nobody pays for the Northside post")


def a_pdf_with_more_in_it() -> bytes:
    """A receipt in which white words and a file are hidden."""
    drawn = typst.compile(f'#set document(title: "{SECRET}")\nTea and biscuits, £212.40 #text(fill: white)[{SECRET}]'.encode())
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(drawn))))
    writer.add_attachment("secret.txt", SECRET.encode())
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def a_file(name: str, content: bytes, kind: str = "image/jpeg") -> dict[str, Any]:
    return {"name": name, "mimeType": kind, "buffer": content}


REFUSED = [
    (a_file("receipt.jpg", b"MZ\x90\x00\x03" + b"\0" * 5_000), "This is no picture that we can open"),
    (a_file("large.jpg", a_photo((400, 300)) + b"\0" * 15_200_000), "MB"),
    (a_file("long.pdf", bytes(typst.compile("#pagebreak()".join("abcdef").encode())), "application/pdf"), "The PDF has more than 5 pages"),
]


@pytest.mark.parametrize("screen", [(390, True), (1280, True)], ids=["phone", "laptop"])
def test_a_receipt_is_refused_and_mended_and_what_was_paid_is_told_back(house: House, sit_down: Callable[..., Walker], screen: tuple[int, bool]) -> None:
    sam, mo = sit_down(house.base, screen), sit_down(house.base, screen)
    sam.is_signed_in_as(house.sam)
    mo.is_signed_in_as(house.mo)
    words = f"Lunch for the whole taster day ({screen[0]})"
    given_a_spend_above_the_limit_waits_for_somebody_else(sam, words)
    when_somebody_else_says_yes_whoever_asked_reads_it(mo, sam, words)
    and_a_receipt_that_cannot_be_taken_is_refused_with_the_sum_kept(sam)
    then_a_pdf_is_taken_as_its_picture_and_nothing_hidden_in_it(sam, words)
    and_what_was_paid_back_is_told_to_whoever_paid(mo, sam, words)


def given_a_spend_above_the_limit_waits_for_somebody_else(sam: Walker, words: str) -> None:
    sam.goes_to("/money/")
    sam.follows(sam.page.locator("table a").first.inner_text())
    sam.presses("Spend on something")
    sam.chooses("A taster day")
    sam.writes("In a few words", words)
    sam.chooses("Paid by one of us, to be paid back")
    sam.writes("How much, in pounds?", "220")
    sam.presses("Save")
    sam.sees("waits for somebody else’s yes")
    sam.follows(words)
    sam.sees("Waits for a yes")
    assert sam.page.get_by_role("button", name="Write what it came to").count() == 0


def when_somebody_else_says_yes_whoever_asked_reads_it(mo: Walker, sam: Walker, words: str) -> None:
    mo.goes_to("/money/")
    mo.sees("Waits for a yes")
    mo.follows(words)
    mo.presses("Say yes or no")
    mo.chooses("Yes")
    mo.writes("A word about it, or why not", "Feed them well.")
    mo.presses("Save")
    sam.page.reload()
    sam.looks_around()
    sam.sees("Feed them well.")


def and_a_receipt_that_cannot_be_taken_is_refused_with_the_sum_kept(sam: Walker) -> None:
    sam.presses("Write what it came to")
    kept = Receipt.objects.using("owner").count()
    for number, (file, says) in enumerate(REFUSED):
        sam.writes("What did it come to?", "212.40")
        sam.dates("When was it spent?", today())
        sam.page.locator("input[type=file]").set_input_files(file)
        sam.presses("Save")
        sam.sees(says)
        expect(sam.box("What did it come to?")).to_have_value("212.40")
        sam.keeps_a_picture(f"money-receipt-refused-{number}")
    assert Receipt.objects.using("owner").count() == kept


def then_a_pdf_is_taken_as_its_picture_and_nothing_hidden_in_it(sam: Walker, words: str) -> None:
    assert SECRET.encode() in a_pdf_with_more_in_it()
    sam.page.locator("input[type=file]").set_input_files(a_file("receipt.pdf", a_pdf_with_more_in_it(), "application/pdf"))
    sam.presses("Save")
    sam.sees("£212.40")
    sam.keeps_a_picture("money-spend")
    address = sam.page.get_by_role("link", name="Page 1").get_attribute("href")
    taken = sam.page.request.get(sam.base + str(address))
    assert taken.headers["content-type"] == "image/jpeg"
    assert SECRET.encode() not in taken.body()
    kept = Receipt.objects.using("owner").get(spend=Spend.objects.using("owner").get(words=words))
    assert bytes(kept.drawn) == taken.body()


def and_what_was_paid_back_is_told_to_whoever_paid(mo: Walker, sam: Walker, words: str) -> None:
    mo.goes_to("/money/")
    mo.sees("To be paid back")
    mo.keeps_a_picture("money-budgets")
    mo.follows(words)
    mo.presses("It was paid back")
    mo.dates("When was it paid back?", today())
    mo.presses("Save")
    mo.sees("Sam Holt reads it on their list.")
    sam.goes_to("/money/")
    sam.sees(f"paid back on {date_format(today(), 'j F Y')}")


def test_a_year_of_forty_groups_stands_on_one_side_of_a4(house: House, sit_down: Callable[..., Walker]) -> None:
    began, where = date(financial_year(today()), 4, 1), house.team.localities.get()
    with as_(house.sam):
        for number in range(40):
            group = Group.objects.create(team=house.team, locality=where, name=f"Wednesday anglers {number}", by_id=house.sam.id, at=now())
            last = "resting" if number % 7 == 0 else "six months"
            for place, stage in enumerate(("heard", "mapped", "taster", "started", "shared", "self-managing", last), 1):
                on = min(began + timedelta(days=20 * place), today())
                Step.objects.create(group=group, number=place, stage=stage, on=on, words="Said.", by_id=house.sam.id, at=now())
            Gathering.objects.create(group=group, on=today(), came=9, new=2, led_by="members", told_us="call", by_id=house.sam.id, at=now())
            actions.write_brought(house.team, "money in", "Tea tin", 1_200 + number, today(), group=group, by=house.sam, at=now())
    with as_(house.mo):
        everybodys = actions.add_budget(house.team, financial_year(today()), pence=9_000, by=house.mo, at=now())
        made = actions.ask_to_spend(everybodys, actions.Asked("group", "A tent", pence=4_200, group=group), by=house.mo, at=now())
        actions.say_what_it_came_to(made, 4_200, today(), by=house.mo, at=now())
    for screen in ((390, True), (1280, True)):
        mo = sit_down(house.base, screen)
        mo.is_signed_in_as(house.mo)
        mo.goes_to(f"/money/year/?locality={where.id}")
        mo.sees("What happened")
        mo.sees("Posts here, over the whole year")
        mo.keeps_a_picture("money-year")
    (side,) = PdfReader(io.BytesIO(mo.page.pdf(format="A4"))).pages
    printed = " ".join(side.extract_text().split())
    assert [said in printed for said in ("the 8 dearest of 40", "£42 of what it cost was spent on groups of", "Every spend")] == [True, True, False]
