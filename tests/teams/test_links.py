"""Choosing a password by a link: once, for three days, and without telling who has an account."""

from __future__ import annotations

import re
import time
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.teams.accounts import path_to_choose_a_password
from tests.teams.conftest import Member, a_member, lines

NEW = {"password1": "window harbour thistle", "password2": "window harbour thistle"}


@pytest.fixture
def letters(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    return mail.outbox


def posted(letters: list) -> list:
    """Letters are sent beside the answer: wait a moment for them."""
    for _ in range(50):
        if letters:
            break
        time.sleep(0.02)
    return letters


def follow(browser: Client, path: str, choice: dict[str, str] = NEW):
    shown = browser.get(path, follow=True)
    return shown, browser.post(shown.request["PATH_INFO"], choice)


def test_a_forgotten_password_is_chosen_anew(sam, letters):
    answer = Client().post(reverse("account_reset_password"), {"email": sam.staff.email.upper()})
    assert answer.headers["Location"] == reverse("account_reset_password_done")
    (letter,) = posted(letters)
    assert letter.to == [sam.staff.email]
    path = re.search(r"http://testserver(\S+)", letter.body)[1]
    _, done = follow(Client(), path)
    assert done.headers["Location"] == reverse("account_reset_password_from_key_done")
    assert sam.types_password("window harbour thistle").headers["Location"] == reverse("mfa_authenticate")
    assert ("chose a password by a link", f"staff {sam.staff.id}", "done") in lines()


def test_a_new_password_does_not_replace_the_second_step(sam, letters):
    follow(sam.browser, path_to_choose_a_password(sam.staff))
    assert sam.browser.get("/").wsgi_request.actor.seats == ()


def test_an_unknown_address_gets_the_same_answer_for_the_same_cost(sam, letters):
    costs = []
    for address in (sam.staff.email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as asked:
            answer = Client().post(reverse("account_reset_password"), {"email": address})
        costs.append((answer.status_code, answer.headers["Location"], len(asked)))
    assert costs[0] == costs[1]
    assert len(posted(letters)) == 1


def test_a_link_works_once(sam):
    path = path_to_choose_a_password(sam.staff)
    _, done = follow(Client(), path)
    assert done.status_code == 302
    shown = Client().get(path, follow=True)
    assert "no longer works" in shown.content.decode()


def test_a_link_works_for_three_days(sam):
    class Earlier(PasswordResetTokenGenerator):
        days = 0

        def _now(self) -> datetime:
            return super()._now() - timedelta(days=self.days, minutes=1)

    for days, expected in ((2, "Choose a password"), (3, "no longer works")):
        maker = Earlier()
        maker.days = days
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": sam.staff.pk, "key": maker.make_token(sam.staff)})
        assert expected in Client().get(path, follow=True).content.decode()


def test_a_link_of_one_is_no_link_of_another(sam):
    other = a_member()
    swapped = path_to_choose_a_password(sam.staff).replace(str(sam.staff.pk), str(other.staff.pk))
    assert "no longer works" in Client().get(swapped, follow=True).content.decode()


def test_a_weak_password_by_a_link_is_refused_with_a_sentence(sam):
    _, refused = follow(Client(), path_to_choose_a_password(sam.staff), {"password1": "short", "password2": "short"})
    assert refused.status_code == 422
    assert "at least 12 characters" in refused.content.decode()


def test_choosing_by_a_link_ends_other_sessions(sam):
    sam.signs_in()
    sam.staff.refresh_from_db()
    follow(Client(), path_to_choose_a_password(sam.staff))
    assert sam.browser.get("/").wsgi_request.actor.seats == ()


def test_the_key_of_a_link_does_not_stay_in_the_address(sam):
    shown = Client().get(path_to_choose_a_password(sam.staff), follow=True)
    assert shown.request["PATH_INFO"].endswith("/set-password/")


def test_a_mail_server_that_fails_does_not_show(sam, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 9
    answer = Member(sam.staff).browser.post(reverse("account_reset_password"), {"email": sam.staff.email})
    assert answer.status_code == 302
