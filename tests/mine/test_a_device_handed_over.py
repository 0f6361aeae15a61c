"""A device on which somebody reads their own copy shows nothing else, and no longer than the code holds."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.building import signed_in
from tests.mine.test_by_link import Given


@pytest.fixture
def her(committed: str) -> Given:
    return Given()


def test_whoever_read_by_the_old_code_sees_nothing_more_once_there_is_a_new_one(her):
    her.types(her.code)
    assert her.opens().status_code == 200
    signed_in(her.sam).post(reverse("mine:new code", args=[her.gwen, her.link.id]))
    assert her.opens().status_code == 401


def test_a_colleague_who_was_signed_in_is_signed_out_and_told_so_before(her):
    her.browser = signed_in(her.sam)
    asked = her.browser.get(her.url).content.decode()
    assert ("signs you out" in asked, "signs you out" in Client().get(her.url).content.decode()) == (True, False)
    her.types(her.code)
    assert (her.opens().status_code, her.browser.get(reverse("desk:today")).status_code) == (200, 302)
