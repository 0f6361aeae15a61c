"""Ten wrong tries in five minutes, by account and by address; then nobody gets in for a while, whoever they are."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.teams.conftest import PASSWORD, Member, a_member, lines


def five_minutes_pass() -> None:
    """Set back every moment that was counted, by five minutes and a second."""
    with connections["counting"].cursor() as cursor:
        cursor.execute("SELECT cache_key FROM web_cache")
        keys = [key.split(":", 2)[2] for (key,) in cursor.fetchall()]
    for key in keys:
        counted = cache.get(key)
        if isinstance(counted, list):
            cache.set(key, [moment - 301 for moment in counted], 300)


def test_the_eleventh_guess_at_an_account_is_refused_from_wherever_it_comes(sam):
    answers = [sam.types_password("a guess", address=f"198.51.100.{number}") for number in range(10)]
    assert [answer.status_code for answer in answers] == [422] * 10
    assert "do not go together" in answers[-1].content.decode()
    right = sam.types_password(address="198.51.100.200")
    assert right.status_code == 422
    assert "Wait five minutes" in right.content.decode()
    assert [outcome for *_, outcome in lines("tried to sign in")] == ["refused"] * 11
    five_minutes_pass()
    assert sam.types_password(address="198.51.100.200").status_code == 302


def test_the_eleventh_guess_from_an_address_is_refused_at_whichever_account(sam):
    for number in range(10):
        Client().post(reverse("account_login"), {"login": f"guess{number}@example.org", "password": "a guess"}, REMOTE_ADDR="203.0.113.9")
    assert "Wait five minutes" in sam.types_password(address="203.0.113.9").content.decode()
    assert sam.types_password(address="203.0.113.10").status_code == 302


def test_the_eleventh_guess_at_a_code_is_refused(sam):
    sam.types_password()
    answers = [sam.types_code("000000", address=f"198.51.100.{number}") for number in range(11)]
    assert [("Wait five" in answer.content.decode()) for answer in answers] == [False] * 10 + [True]
    assert "Wait five minutes" in sam.types_code(address="198.51.100.200").content.decode()


def test_whoever_signs_in_between_is_not_forgiven_what_came_from_their_address(sam):
    guesser = a_member()
    for number in range(9):
        Client().post(reverse("account_login"), {"login": f"guess{number}@example.org", "password": "a guess"}, REMOTE_ADDR="203.0.113.9")
    guesser.types_password(address="203.0.113.9")
    assert guesser.types_code(address="203.0.113.9").status_code == 302
    assert sam.types_password("a guess", address="203.0.113.9").status_code == 422
    assert "Wait five minutes" in sam.types_password(address="203.0.113.9").content.decode()


def test_many_accounts_tried_do_not_push_out_what_was_counted(sam):
    for number in range(10):
        sam.types_password("a guess", address=f"198.51.100.{number}")
    with connections["counting"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO web_cache SELECT ':1:allauth:rl:pretend:' || n, (SELECT value FROM web_cache LIMIT 1), now() + interval '5 minutes' "
            "FROM generate_series(1, 5000) n"
        )
    assert "Wait five minutes" in sam.types_password(address="203.0.113.50").content.decode()


def test_the_thirty_first_try_in_a_minute_is_answered_429_and_leaves_its_line(sam):
    for number in range(30):
        Client().post(reverse("account_login"), {"login": f"g{number}@example.org"}, REMOTE_ADDR="203.0.113.77")
    assert lines() == []
    answer = sam.types_password(address="203.0.113.77")
    assert answer.status_code == 429
    assert "Too many tries" in answer.content.decode()
    assert lines() == [("tried to sign in", f"staff {sam.staff.id}", "refused")]


def test_an_answer_costs_the_same_whoever_it_is(house, monkeypatch):
    """What takes time is hashing a password once, and asking the database; both are counted rather than timed."""
    known, closed, invited = a_member(), a_member(), a_member()
    closed.staff.is_active = False
    closed.staff.save()
    invited.staff.set_unusable_password()
    invited.staff.save()
    hashed: list[str] = []
    encode, verify = Argon2PasswordHasher.encode, Argon2PasswordHasher.verify
    monkeypatch.setattr(Argon2PasswordHasher, "encode", lambda *given: hashed.append("once") or encode(*given))
    monkeypatch.setattr(Argon2PasswordHasher, "verify", lambda *given: hashed.append("once") or verify(*given))
    costs = {}
    for address in (known.staff.email, closed.staff.email, invited.staff.email, "nobody@example.org"):
        hashed.clear()
        with CaptureQueriesContext(connection) as asked, CaptureQueriesContext(connections["counting"]) as counted:
            answer = Client().post(reverse("account_login"), {"login": address, "password": "a guess"})
        costs[address] = (answer.status_code, len(hashed), len(asked), len(counted))
    print(costs)
    assert len(set(costs.values())) == 1
    assert costs["nobody@example.org"][:2] == (422, 1)


def test_a_right_password_still_needs_its_code_after_nine_guesses(sam):
    for number in range(9):
        sam.types_password("a guess", address=f"198.51.100.{number}")
    assert sam.types_password(PASSWORD, address="203.0.113.60").status_code == 302
    assert Member(sam.staff, browser=sam.browser).browser.get("/staff/").headers["Location"].startswith(reverse("account_login"))
