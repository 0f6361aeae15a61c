"""Use of services: told from memory, seen on paper or brought from a practice, each by itself, with who is in both windows and who is not."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from alongside.evidence.actions import make_extract
from alongside.foundation.actor import Role
from alongside.outcomes import actions
from alongside.outcomes.models import BroughtUses, KnownUse, UseOn
from alongside.people.actions import say_who
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
PAGE = "/figures/use-of-services/"


class Team_:
    """A coordinator, a manager, and people who came a hundred days ago."""

    def __init__(self) -> None:
        self.sam = a_coordinator(a_team())
        self.manager = an_actor(Role.MANAGER, Team.objects.get(id=self.sam.team_id))

    def came(self, name: str, born: date | None = None, ago: int = 100) -> UUID:
        key = somebody(self.sam, name, on=days_ago(ago))
        if born:
            with as_(self.sam):
                say_who(Person.objects.get(id=key), name=name, likes_to_be_called="", date_of_birth=born, by=self.sam, at=now())
        return key

    def tells(self, key: UUID, up_to: date, source: str = "self-reported", **times: int) -> None:
        with as_(self.sam):
            actions.tell_use(Person.objects.get(id=key), times, source=source, weeks=13, up_to=up_to, by=self.sam, at=now())

    def figures(self, weeks: str = "13") -> str:
        with as_(self.manager):
            make_extract(self.sam.team_id, by=self.manager, at=now())
        return " ".join(signed_in(self.manager).get(PAGE, {"weeks": weeks}).content.decode().split())


@pytest.fixture
def ours() -> Team_:
    return Team_()


def _day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def test_what_is_not_known_is_left_empty_and_is_no_nought(ours) -> None:
    gwen = ours.came("Gwen Example")
    browser, page = signed_in(ours.sam), f"/people/{gwen}/uses/"
    given = _day("up_to", days_ago(100)) | {"weeks": "13", "source": "self-reported", "times_1": "9", "times_3": "0"}
    assert browser.post(page, given).status_code == 303
    with as_(ours.sam):
        assert {(one.service, one.times, one.since, one.until) for one in KnownUse.objects.all()} == {
            ("gp", 9, days_ago(191), days_ago(100)),
            ("a&e", 0, days_ago(191), days_ago(100)),
        }
    assert "they told us" in browser.get(page).content.decode()


def test_nothing_told_and_no_source_said_come_back_with_what_was_typed(ours) -> None:
    gwen = ours.came("Gwen Example")
    browser, page = signed_in(ours.sam), f"/people/{gwen}/uses/"
    empty = browser.post(page, _day("up_to", today()) | {"weeks": "13", "source": "seen"})
    assert (empty.status_code, "Write how often, for at least one of them." in empty.content.decode()) == (422, True)
    unsaid = browser.post(page, _day("up_to", today()) | {"weeks": "13", "times_1": "7"})
    assert (unsaid.status_code, "Say how it is known" in unsaid.content.decode(), 'value="7"' in unsaid.content.decode()) == (422, True, True)


def test_sources_are_never_added_and_a_number_taken_back_counts_no_more(ours) -> None:
    gwen = ours.came("Gwen Example")
    ours.tells(gwen, days_ago(100), gp=9)
    ours.tells(gwen, today(), gp=4)
    ours.tells(gwen, days_ago(100), source="seen", gp=7)
    page = ours.figures()
    assert "GP visits, they told us" in page
    assert "GP visits, seen on paper" in page
    assert "Gwen Example" in page
    assert page.count("In both windows") == 2
    with as_(ours.sam):
        first = KnownUse.objects.filter(source="self-reported", times=4).get()
    assert signed_in(ours.sam).post(f"/people/{gwen}/uses/{first.id}/taken-back/").status_code == 303
    assert "Gwen Example" not in ours.figures()


def test_over_another_length_nobody_is_compared_by_what_was_told_of_thirteen_weeks(ours) -> None:
    gwen = ours.came("Gwen Example")
    ours.tells(gwen, days_ago(100), gp=9)
    ours.tells(gwen, today(), gp=4)
    assert "Gwen Example" not in ours.figures("26")
    assert "A mean change is not told of fewer than thirty people" in ours.figures()


TABLE = "Patient\tDOB\tType\tDate\n"


def _sent(table: str, **more: str) -> dict[str, object]:
    days = _day("known_from", days_ago(200)) | _day("known_to", days_ago(1))
    return {"practice": "Fern House", "services": ["gp", "a&e"], "table": table} | days | more


def test_a_practices_table_is_looked_at_first_and_kept_whole(ours) -> None:
    gwen, hal = ours.came("Gwen Example", date(1941, 3, 9)), ours.came("Hal Example", date(1950, 1, 2))
    table = TABLE + f"Gwen Example\t09/03/1941\tGP visits\t{days_ago(120):%d/%m/%Y}\nGwen Example\t9.3.1941\tgp\t{days_ago(20):%d/%m/%Y}\n"
    table += "Hal Example\t02/01/1950\t\t\nNobody Known\t01/01/1960\tgp\t" + f"{days_ago(20):%d/%m/%Y}\n"
    browser = signed_in(ours.manager)
    looked = browser.post("/use-of-services/", _sent(table)).content.decode()
    assert "2 people whom your team knows are in it." in looked
    assert "One row is of somebody whom it does not know" in looked
    with as_(ours.manager):
        assert not KnownUse.objects.exists()
    assert browser.post("/use-of-services/", _sent(table, keep="1")).status_code == 303
    with as_(ours.manager):
        assert {(one.person_id, one.service, one.days.count()) for one in KnownUse.objects.all()} == {
            (gwen, "gp", 2), (gwen, "a&e", 0), (hal, "gp", 0), (hal, "a&e", 0),
        }  # fmt: skip
        brought = BroughtUses.objects.get()
        assert (brought.people, brought.uses, brought.until) == (2, 2, today())
    page = ours.figures()
    assert "GP visits, from a practice" in page
    assert "1 (" in page
    assert browser.post(f"/use-of-services/{brought.id}/taken-back/").status_code == 303
    assert "from a practice" not in ours.figures()


def test_every_wrong_row_says_how_to_mend_it_and_nothing_is_kept(ours) -> None:
    ours.came("Gwen Example", date(1941, 3, 9))
    table = TABLE + f"Gwen Example\t09/03/1941\ttea\t{days_ago(20):%d/%m/%Y}\nGwen Example\tyesterday\tgp\t{days_ago(20):%d/%m/%Y}\n"
    table += f"\t09/03/1941\tgp\t{days_ago(20):%d/%m/%Y}\nGwen Example\t09/03/1941\tgp\t{days_ago(900):%d/%m/%Y}\nGwen Example\t09/03/1941\tgp\t\n"
    answer = signed_in(ours.manager).post("/use-of-services/", _sent(table, keep="1"))
    page = answer.content.decode()
    assert "5 rows have to be mended" in page
    for said in (
        "“tea” is none of what is counted.",
        "“yesterday” is no day",
        "There is no name in this row.",
        "This day lies outside",
        "A service needs its day",
    ):
        assert said in page
    assert "Gwen Example\t09/03/1941\ttea" in page
    with as_(ours.manager):
        assert not UseOn.objects.exists()


def test_a_table_without_its_columns_says_which_are_needed(ours) -> None:
    answer = signed_in(ours.manager).post("/use-of-services/", _sent("Who\tWhen\nGwen\tthen\n"))
    assert answer.status_code == 422
    assert "No column is called “name”." in answer.content.decode()


def test_two_of_one_name_and_birthday_are_not_guessed_between(ours) -> None:
    for _ in range(2):
        ours.came("Gwen Example", date(1941, 3, 9))
    table = TABLE + f"Gwen Example\t09/03/1941\tgp\t{days_ago(20):%d/%m/%Y}\n"
    assert "Your team knows two people of this name" in signed_in(ours.manager).post("/use-of-services/", _sent(table)).content.decode()


def test_a_coordinator_brings_no_table_and_a_commissioner_sees_no_pair(ours) -> None:
    gwen = ours.came("Gwen Example")
    ours.tells(gwen, days_ago(100), gp=9)
    ours.tells(gwen, today(), gp=4)
    assert "Gwen Example" in ours.figures()
    assert signed_in(ours.sam).get("/use-of-services/").status_code == 403
    commissioner = an_actor(Role.COMMISSIONER, Team.objects.get(id=ours.sam.team_id))
    page = signed_in(commissioner).get(PAGE).content.decode()
    assert ("Gwen" in page, "for the manager of the team alone" in page) == (False, True)


def test_another_team_reads_none_of_it(ours) -> None:
    gwen = ours.came("Gwen Example")
    ours.tells(gwen, today(), gp=4)
    other = a_coordinator(a_team())
    assert signed_in(other).get(f"/people/{gwen}/uses/").status_code == 404
    with as_(other):
        assert not KnownUse.objects.exists()
