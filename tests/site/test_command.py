"""One command, that says in a sentence what did not work."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from alongside.notices.models import Notice
from alongside.site import glossary
from alongside.site.command import COMMANDS
from alongside.teams.actions import choose_letter
from alongside.teams.models import Membership, Staff
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.teams.queries import as_actor
from alongside.trail.models import Entry
from tests.building import a_coordinator, an_organisation, as_, now, somebody, today
from tests.site.conftest import PRODUCTION, in_a_process, on
from tests.teams.test_theme import a_png

EVERY_HELP = """
import contextlib, io
from alongside.site.command import COMMANDS, main
for name in COMMANDS:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        try:
            code = main([name, "--help"])
        except SystemExit as done:
            code = done.code
    print(name, code or 0, said.getvalue().startswith(f"usage: alongside {name}"))
"""


def test_every_command_explains_itself_without_a_database():
    nowhere = {"PATH": os.environ["PATH"], "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    done = subprocess.run([sys.executable, "-c", EVERY_HELP], env=nowhere, capture_output=True, text=True, timeout=120)
    told = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}
    print(told)
    assert {name: told.get(name) for name in COMMANDS} == {name: ["0", "True"] for name in COMMANDS}


def test_alone_it_lists_what_there_is(alongside):
    code, out, _ = alongside()
    assert code == 0
    assert [line.split()[1] for line in out.splitlines()] == list(COMMANDS)


def test_a_command_that_is_not_there_is_told_so(alongside):
    code, _, err = alongside("tidy-up")
    assert (code, "There is no command 'tidy-up'" in err) == (2, True)


def test_an_option_that_is_not_there_is_told_so(committing, capsys):
    from alongside.site import command

    with pytest.raises(SystemExit) as ended:
        command.main(["verify-trail", "--quickly"])
    assert ended.value.code == 2
    assert "unrecognized arguments: --quickly" in capsys.readouterr().err


def test_a_database_that_does_not_answer_is_told_so_without_a_traceback():
    code, _, err = in_a_process("doctor", **PRODUCTION, DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert code == 1
    assert "The database does not answer" in err
    assert "Traceback" not in err


def test_a_secret_is_demanded_in_production():
    code, _, err = in_a_process("serve", DATABASE_URL="postgresql://alongside_app@127.0.0.1:1/nothing")
    assert code == 1
    assert err.startswith("ALONGSIDE_SECRET_KEY is not set.")
    assert "Traceback" not in err


def test_the_first_administrator_is_let_in(committing, alongside):
    code, out, _ = alongside(
        "add-staff", "--name", "Robin Example", "--email", "Robin@Example.org", "--team", "Fernbrook", "--organisation", "Fernshire Council"
    )
    assert code == 0
    robin = Staff.objects.get(email="robin@example.org")
    assert re.search(r"^http\S+/accounts/password/set/\S+$", out, re.M)
    assert as_actor(robin, on=today()).role == "administrator"
    verbs = list(Entry.objects.using("owner").order_by("seq").values_list("verb", "purpose"))
    assert verbs == [
        ("founded an organisation", "a command on the machine"),
        ("founded a team", "a command on the machine"),
        ("added a colleague", "a command on the machine"),
        ("gave a seat", "administrator"),
    ]


def test_somebody_known_gets_one_more_seat(committing, alongside):
    words = ("--name", "Ash", "--email", "ash@example.org", "--team", "Harbour", "--organisation", "Fernshire Council")
    assert alongside("add-staff", *words)[0] == 0
    assert alongside("add-staff", *words, "--role", "manager")[0] == 0
    assert sorted(Membership.objects.filter(staff__email="ash@example.org").values_list("role", flat=True)) == ["administrator", "manager"]
    code, _, err = alongside("add-staff", *words, "--role", "manager")
    assert (code, err) == (1, "Ash has this seat already.\n")


@pytest.mark.parametrize(("option", "given", "sentence"), [("--email", "ash", "Write the whole e-mail address"), ("--name", "  ", "Write a name")])
def test_what_is_not_right_is_refused(committing, alongside, option, given, sentence):
    words = {"--name": "Ash", "--email": "ash9@example.org", "--team": "Harbour", "--organisation": "Fernshire Council", option: given}
    code, _, err = alongside("add-staff", *(word for pair in words.items() for word in pair))
    assert (code, sentence in err) == (1, True)


def test_a_logo_is_set_by_a_file(committing, alongside, tmp_path):
    organisation = an_organisation("Harbour Trust")
    picture = tmp_path / "logo.png"
    picture.write_bytes(a_png())
    assert alongside("set-logo", str(picture), "--organisation", "Harbour Trust")[0] == 0
    organisation.refresh_from_db()
    assert bytes(organisation.logo) == a_png()
    picture.write_text("<svg></svg>")
    assert alongside("set-logo", str(picture), "--organisation", "Harbour Trust")[::2] == (
        1,
        "An SVG can carry a program, so it is not taken. Save the logo as a PNG.\n",
    )
    assert "No such file" in alongside("set-logo", str(tmp_path / "none.png"), "--organisation", "Harbour Trust")[2]
    assert alongside("set-logo", str(picture), "--organisation", "Nowhere")[2] == "There is no organisation named 'Nowhere'.\n"


def test_the_glossary_is_as_the_words_are():
    assert glossary.as_markdown() == glossary.as_markdown()
    assert "| coordinator | link worker |" in glossary.as_markdown()


def test_django_finds_nothing_to_say_of_production():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "django", "check", "--deploy", "--fail-level", "DEBUG"],
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "alongside.site.settings", **PRODUCTION},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_nothing_is_served_from_a_database_that_holds_demo_accounts(committing):
    somebody = Staff.objects.create(email="invented@example.org", name="Invented", in_demo=True)
    try:
        code, _, err = in_a_process("serve", "--bind", "127.0.0.1:0", **PRODUCTION, **on(committing))
        assert code == 1
        assert err.splitlines() == [
            "Not served, because it would not be safe:",
            "- 1 accounts were made by the demonstration. Serve another database: this one was made by alongside demo.",
        ]
    finally:
        Staff.objects.using("owner").filter(id=somebody.id).delete()


def test_nothing_is_served_by_the_owner_of_the_tables(committing):
    code, _, err = in_a_process("serve", "--bind", "127.0.0.1:0", **PRODUCTION, **on(committing, role="owner"))
    assert code == 1
    assert "which is the owner of the tables" in err
    assert "an owner is not held by row security" in err


def test_nothing_is_served_by_a_superuser(committing):
    code, _, err = in_a_process("serve", "--bind", "127.0.0.1:0", **PRODUCTION, **on(committing, role="superuser"))
    assert (code, "may get round row security" in err) == (1, True)


def test_without_a_mail_server_no_letter_is_pretended(committing, alongside):
    code, _, err = alongside("send-digests")
    assert (code, "No mail server is set" in err) == (1, True)


def test_a_dry_run_says_who_would_get_what_and_sends_nothing_and_then_it_is_sent_once(committing, alongside, settings):
    settings.EMAIL_HOST = "mail.example.org"
    sam = a_coordinator(name="Sam Okoro")
    somebody(sam, "Gwendolyn Prys")
    with as_(sam):
        choose_letter(wanted=True, weekday=today().weekday(), by=sam, at=now())
    address = Staff.objects.get(id=sam.id).email
    code, out, _ = alongside("send-digests", "--dry-run")
    assert (code, out) == (0, f"Sam Okoro <{address}>: Introduced, and not met yet: 1\n")
    assert alongside("send-digests", "--address", "https://here.example.org/") == (0, f"{address}: in the outbox\n", "")
    assert alongside("send-digests") == (0, "", "")
    with as_(ON_THE_MACHINE):
        assert [(letter.to, "https://here.example.org/this-week/" in letter.words, "Gwen" in letter.words) for letter in Notice.objects.all()] == [
            (address, True, False)
        ]
