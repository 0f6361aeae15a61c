"""A link to whoever leads a group: sent, uncertain, sent again, opened by a scanner and answered by a person; one is rung, one is printed."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from alongside.foundation.actor import Actor, Role
from alongside.groups import actions as groups
from alongside.groups.models import Gathering
from alongside.notices.carrying import Worker
from alongside.notices.out.smtp import MailServer
from tests.building import a_team, an_actor, as_, now, today
from tests.conftest import a_copy
from tests.groups.conftest import running
from tests.notices.mail_server import SILENT, Remembering, a_mail_server
from tests.stories.conftest import served
from tests.stories.walker import Walker

LETTER = "Olwen Example\n1 Fern Road\nZZ99 3AA"


@pytest.fixture(scope="module", params=[1280, 390])
def house(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[tuple[str, Actor, str, Remembering, int]]:
    with django_db_blocker.unblock(), a_copy(f"goes_out_{request.param}") as name, a_mail_server() as (mail, port), pytest.MonkeyPatch.context() as patched:
        for setting, value in {"HOST": "127.0.0.1", "PORT": str(port), "TLS": "0"}.items():
            patched.setenv(f"ALONGSIDE_EMAIL_{setting}", value)
        sam = an_actor(Role.COORDINATOR, a_team(), "Sam Holt")
        group = running(sam, "Living with the shakes")
        with as_(sam):
            link = groups.make_register_link(group, to="Olwen", until=today() + timedelta(days=30), by=sam, at=now())
        with served(name) as base:
            yield base, sam, f"/groups/{group.id}/link/{link.id}/", mail, request.param


@pytest.fixture
def carry(house, settings):
    """A worker's round."""
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = "127.0.0.1", False, ""

    def carried(port: int) -> None:
        settings.EMAIL_PORT = port
        worker = Worker({"e-mail": MailServer()})
        worker.come()
        worker.carry_all()

    return carried


def test_a_link_goes_out(house, sit_down, carry):
    base, actor, link, mail, width = house
    sam = sit_down(base, (width, True))
    sam.is_signed_in_as(actor)

    sam_sends_it(sam, link)
    mail.answers = [SILENT]
    carry(mail.port)
    sam_sees_that_it_may_have_gone_and_sends_it_again(sam)
    carry(mail.port)
    sam.goes_to("/outbox/")
    sam.sees("gone")
    sam.sees_not("May have gone")
    assert set(mail.taken.values()) == {2}

    address = the_link_in(mail)
    a_scanner_opens_it(address, actor)
    olwen_answers(sit_down(base, (390, False)), address.removeprefix(base), actor)
    sam_rings_one_and_prints_one(sam, link)


def sam_sends_it(sam: Walker, link: str) -> None:
    sam.goes_to(link)
    sam.follows("Send the link")
    sam.presses("Send it")
    sam.sees("Choose how it goes.")
    sam.chooses("By e-mail")
    sam.writes("Where to?", "olwen")
    sam.presses("Send it")
    sam.sees("This is no e-mail address: olwen.")
    sam.writes("Where to?", "olwen@example.org")
    sam.keeps_a_picture("send-link")
    sam.presses("Send it")
    sam.sees("It is in the outbox.")
    sam.sees("No worker carries e-mails at the moment.")


def sam_sees_that_it_may_have_gone_and_sends_it_again(sam: Walker) -> None:
    sam.goes_to("/today/")
    sam.follows("One thing that goes out")
    sam.sees("May have gone")
    sam.keeps_a_picture("outbox-uncertain")
    sam.presses("Send it again")
    sam.sees("It goes again, as it was.")


def the_link_in(mail: Remembering) -> str:
    """From the e-mail, which names neither the group nor anybody."""
    first, second = (message_from_bytes(one, policy=policy.default) for one in mail.letters)
    assert (first["Message-ID"], first.get_content()) == (second["Message-ID"], second.get_content())
    said = f"{first['Subject']} {first.get_content()}"
    assert not any(named in said for named in ("Olwen", "Sam", "shakes"))
    found = re.search(r"http\S+", said)
    assert found is not None
    return found[0]


def told(actor: Actor) -> int:
    with as_(actor):
        return Gathering.objects.count()


def a_scanner_opens_it(address: str, actor: Actor) -> None:
    """As mail scanners do: several times, before anybody has read the mail."""
    for method in ("GET", "HEAD", "GET"):
        with urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=30) as answer:
            assert answer.status == 200
    assert told(actor) == 0


def olwen_answers(olwen: Walker, path: str, actor: Actor) -> None:
    olwen.goes_to(path)
    olwen.chooses("Yes, we met")
    olwen.writes("How many came?", "7")
    olwen.presses("Send it")
    olwen.sees("Thank you")
    assert told(actor) == 1


def sam_rings_one_and_prints_one(sam: Walker, link: str) -> None:
    for way, to in (("By text", "07700 900123"), ("By letter", LETTER)):
        sam.goes_to(f"{link}send/")
        sam.chooses(way)
        sam.writes("Where to?", to)
        sam.writes("For whom is it?", "Olwen")
        sam.presses("Send it")
        sam.sees("It is in the outbox.")
    sam.sees("To ring")
    sam.sees("To print and post")
    sam.keeps_a_picture("outbox")
    sam.follows("The letter, to print")
    sam.sees("1 Fern Road")
    sam.keeps_a_picture("printed-letter")
    sam.goes_to("/outbox/")
    sam.presses("Told")
    sam.sees("Kept: it is done.")
    sam.presses("Could not post it")
    sam.sees("One of us could not do it by hand.")
    sam.looks_around()
