"""An administrator connects another directory, reads it, settles where it says otherwise, and brings a spreadsheet. On a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alongside.directory.actions import put_right
from alongside.directory.models import Entry
from alongside.directory.told import Told
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from tests.building import a_team, an_actor, as_, now
from tests.conftest import a_copy
from tests.exchange.feed_server import Directory, a_service, published
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)
OURS, THEIRS = "01632 960222", "01632 960333"
SHEET = "Group,When,Secretary\nMoss choir,Tuesdays 10 to 12,Ann Persona\n,Mondays,\n"


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, Actor], Directory]]:
    with pytest.MonkeyPatch.context() as here, django_db_blocker.unblock(), a_copy(f"connecting_{request.param.value}") as name, published() as directory:
        here.setenv("ALONGSIDE_FEEDS_FROM", "127.0.0.1")
        team = a_team(vocabulary=request.param)
        seats = {"robin": an_actor(Role.ADMINISTRATOR, team, "Robin Hale"), "sam": an_actor(Role.COORDINATOR, team, "Sam Holt")}
        with served(name) as base:
            yield base, seats, directory


def test_connecting_a_feed(house, sit_down, tmp_path):
    base, seats, directory = house
    robin = sit_down(base, PHONE)
    robin.is_signed_in_as(seats["robin"])

    robin_connects_it_and_waits_until_it_is_read(robin, directory)
    robin_keeps_ours_where_it_says_otherwise(robin, seats["sam"], directory)
    robin_takes_it_back_and_takes_theirs(robin)
    robin_brings_a_spreadsheet_and_says_what_its_columns_mean(robin, tmp_path)


def choir(phone: str) -> dict[str, object]:
    return a_service("1", contacts=[{"id": "c", "phones": [{"id": "p", "number": phone}]}])


def robin_connects_it_and_waits_until_it_is_read(robin: Walker, directory: Directory) -> None:
    directory.publish(choir("01632 960111"), {"id": "2", "status": "active"})
    robin.goes_to("/feeds/")
    robin.sees("None is connected yet.")
    robin.writes("Its address", directory.address)
    robin.writes("What it is called here", "Fernshire")
    robin.chooses("Group")
    robin.presses("Connect it and read it")
    robin.sees("1 entry is new")
    robin.sees("It has no name.")
    robin.keeps_a_picture("feed-read")


def robin_keeps_ours_where_it_says_otherwise(robin: Walker, sam: Actor, directory: Directory) -> None:
    entry = Entry.objects.using("owner").get()
    with as_(sam):
        put_right(entry.id, Told(entry.name, entry.kind, phone=OURS), by=sam, at=now())
    directory.publish(choir(THEIRS))
    robin.presses("Read it now")
    robin.sees("1 entry has changed")
    robin.follows("Of 1 entry it says otherwise than one of you")
    robin.sees(f"“{OURS}”")
    robin.sees(f"Fernshire says: “{THEIRS}”")
    robin.keeps_a_picture("disagreement")
    robin.presses("Keep ours")
    robin.sees("This source says nothing else than we do.")
    assert Entry.objects.using("owner").get().phone == OURS


def robin_takes_it_back_and_takes_theirs(robin: Walker) -> None:
    robin.presses("Take it back")
    robin.sees(f"Fernshire says: “{THEIRS}”")
    robin.presses("Take theirs")
    robin.sees("its source’s word stands again")
    assert Entry.objects.using("owner").get().phone == THEIRS


def robin_brings_a_spreadsheet_and_says_what_its_columns_mean(robin: Walker, tmp_path) -> None:
    file = tmp_path / "groups.csv"
    file.write_text(SHEET)
    robin.goes_to("/feeds/files/")
    robin.sees("No file was brought yet.")
    robin.page.set_input_files("input[type=file]", str(file))
    robin.writes("What is its source called?", "Groups in Fernshire")
    robin.chooses("Group")
    robin.presses("Bring it")
    robin.sees("1 row is refused")
    expect(robin.box("Secretary")).to_have_value("")
    robin.picks("When", "do not take it")
    robin.presses("See how it is read")
    robin.sees_not("When it meets or opens:")
    robin.picks("When", "when it meets or opens")
    robin.keeps_a_picture("file-columns")
    robin.presses("Load it")
    robin.sees("1 entry is new")
    assert Entry.objects.using("owner").get(name="Moss choir").days == [2]
