"""Whoever guesses at links is asked to wait; whoever has one is not, and no link is answered without end."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from alongside.groups.links import address_of, new_reference

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


@pytest.fixture(autouse=True)
def counted_anew(settings):
    settings.LINKS_GUESSED = 5
    cache.clear()
    yield
    cache.clear()


def test_after_some_addresses_that_open_nothing_none_is_opened_from_there_for_a_while():
    said = [Client().get(f"/register/{address_of(new_reference())}/").status_code for _ in range(7)]
    assert said == [404] * 5 + [429] * 2
    assert b"Wait five minutes" in Client().get("/still-right/k7m2-p9qx-3dfh-8tvw/").content
    assert Client(REMOTE_ADDR="192.0.2.7").get("/register/k7m2-p9qx-3dfh-8tvw/").status_code == 404
    assert Client().get("/around/").status_code == 200


def test_one_link_is_not_answered_without_end(settings):
    settings.LINKS_GUESSED, settings.LINKS_ANSWERED = 1000, 3
    address = address_of(new_reference())
    assert [Client().post(f"/register/{address}/", {}).status_code for _ in range(5)] == [404, 404, 404, 429, 429]
    assert Client().post(f"/register/{address_of(new_reference())}/", {}).status_code == 404
