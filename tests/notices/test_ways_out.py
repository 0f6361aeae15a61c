"""A mail server and GOV.UK Notify, each spoken with over the wire on this machine."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import call_command

from alongside.notices.carrying import Worker
from alongside.notices.out import outs, ways_by_machine
from tests.building import a_coordinator, now

from .conftest import as_it_stands, posted
from .mail_server import SILENT, Remembering, a_mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings) -> Iterator[Remembering]:
    with a_mail_server() as (handler, port):
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = "127.0.0.1", port, False, ""
        yield handler


def carry() -> None:
    worker = Worker(outs())
    worker.come()
    worker.carry_all()


def test_an_email_goes_and_what_the_server_said_is_kept(server):
    notice = posted(a_coordinator())
    carry()
    assert dict(server.taken) == {notice.message_id: 1}
    assert (as_it_stands(notice).state, as_it_stands(notice).reply) == ("gone", "250 2.0.0 Taken")


def test_the_command_carries_what_waits_and_says_how_much(server):
    posted(a_coordinator())
    said = io.StringIO()
    call_command("work", "--once", stdout=said)
    assert (said.getvalue(), len(server.taken)) == ("Carried: 1.\n", 1)


@pytest.mark.parametrize(
    ("to", "answers", "state", "why"),
    [
        ("nobody@example.org", [], "not gone", "no such address"),
        ("busy@example.org", [], "waiting", ""),
        ("jo@example.org", ["554 5.7.1 We take it for junk"], "not gone", "unwanted"),
        ("jo@example.org", ["451 4.3.0 Later"], "waiting", ""),
    ],
)
def test_what_the_server_does_not_take_is_told_or_tried_again(server, to, answers, state, why):
    server.answers = answers
    notice = as_it_stands(posted(a_coordinator(), to=to))
    carry()
    found = as_it_stands(notice)
    assert (found.state, found.why, found.tries, dict(server.taken)) == (state, why, 1, {})


def test_a_server_that_falls_silent_after_the_words_leaves_what_nobody_can_know(server):
    server.answers = [SILENT]
    notice = posted(a_coordinator())
    carry()
    carry()
    assert (as_it_stands(notice).state, server.taken[notice.message_id]) == ("may have gone", 1)


def test_nobody_answers_at_the_mail_server(settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 9, False
    notice = posted(a_coordinator())
    carry()
    assert as_it_stands(notice).state == "waiting"


class Notifying(BaseHTTPRequestHandler):
    """GOV.UK Notify as far as its client speaks with it."""

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, given, self.headers["Authorization"][:7]))
        answer = self.server.answers.pop(0) if self.server.answers else 201
        if answer in (201, "taken and silent"):
            self.server.there.append(given["reference"])
        if answer == 201:
            self._say(201, {"id": "1"})
        elif isinstance(answer, int):
            self._say(answer, {"errors": [{"error": "BadRequestError", "message": "no"}]})
        else:
            self.close_connection = True

    def do_GET(self) -> None:
        (reference,) = parse_qs(urlsplit(self.path).query)["reference"]
        self._say(200, {"notifications": [{"reference": one} for one in self.server.there if one == reference]})

    def _say(self, code: int, what: dict) -> None:
        words = json.dumps(what).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *_args) -> None:
        pass


@pytest.fixture
def notify(settings) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Notifying)
    server.asked, server.there, server.answers = [], [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.NOTIFY_URL = f"http://127.0.0.1:{server.server_port}"
    settings.NOTIFY_KEY = "a-key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"
    settings.NOTIFY_TEXT, settings.NOTIFY_LETTER = "text-template", "letter-template"
    yield server
    server.shutdown()
    server.server_close()


def test_a_text_and_a_letter_go_through_notify(notify):
    sam = a_coordinator()
    text = posted(sam, way="text", to="07700 900123", called="Jo")
    letter = posted(sam, way="letter", to="Jo Example\n1 Fern Road\n\nZZ99 1AA")
    carry()
    (path, said, bearer), (other_path, other, _bearer) = notify.asked
    assert (path, said["phone_number"], said["personalisation"], said["reference"], bearer) == (
        "/v2/notifications/sms",
        "07700 900123",
        {"words": text.words},
        str(text.id),
        "Bearer ",
    )
    assert (other_path, other["personalisation"]["address_line_3"], other["template_id"]) == ("/v2/notifications/letter", "ZZ99 1AA", "letter-template")
    assert {as_it_stands(one).state for one in (text, letter)} == {"gone"}


@pytest.mark.parametrize(
    ("answer", "state"),
    [(400, "not gone"), (429, "waiting"), (403, "waiting"), (500, "may have gone"), ("taken and silent", "gone"), ("silent", "may have gone")],
)
def test_what_notify_answers_is_kept_and_where_its_answer_is_lost_it_is_asked(notify, answer, state):
    notify.answers = [answer]
    notice = posted(a_coordinator(), way="text", to="07700 900123")
    carry()
    assert as_it_stands(notice).state == state


def test_without_a_server_and_without_notify_nothing_goes_by_machine_and_in_the_demo_it_goes_nowhere(settings):
    assert ways_by_machine() == set()
    settings.DEMO, settings.EMAIL_HOST = True, "mail.example.org"
    assert {type(one).__name__ for one in outs().values()} == {"Nowhere"}
    notice = posted(a_coordinator())
    carry()
    assert (as_it_stands(notice).state, as_it_stands(notice).reply) == ("gone", "The demo sends nothing.")
    assert now()
