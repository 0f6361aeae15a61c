"""A letter that the database cannot hold is refused in a sentence on every page, and the words come back without it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.building import a_coordinator, signed_in, somebody

pytestmark = pytest.mark.django_db


def test_it_is_refused_wherever_it_is_sent_and_the_words_come_back():
    sam = a_coordinator()
    gwen = somebody(sam, "Gwen Example")
    browser = signed_in(sam)
    for name, words in (
        ("desk:propose", {"ask": "a\0b", "words": "Tea at four"}),
        ("desk:person", {"text": "Tea at four\0"}),
        ("desk:same as", {"words": "Tea at four\0"}),
    ):
        answer = browser.post(reverse(name, args=[gwen]), words)
        assert (answer.status_code, "Tea at four" in answer.content.decode(), "\0" in answer.content.decode()) == (422, True, False)


@pytest.mark.parametrize("address", ["/people/?whose=team&after=%00", "/around/?words=%00", "/open-referral/3.0/services?search=%00"])
def test_nor_is_it_asked_of_a_page(address):
    assert signed_in(a_coordinator()).get(address).status_code == 422
    assert Client().get(address).status_code in (302, 422)
