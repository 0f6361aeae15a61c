"""What one wish alone is about does not leave the team, whatever stands in its way."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.gaps import actions
from tests.building import a_coordinator, as_, now, signed_in

from .wishing import keeps

pytestmark = pytest.mark.django_db


def test_of_a_barrier_to_one_wish_alone_neither_file_nor_printed_list_says_whose_words_it_stands_in_the_way_of():
    sam = a_coordinator()
    wish = keeps(sam, "a lift to the mosque on Fridays")
    with as_(sam):
        alone = actions.grow_together([wish], alone=True, by=sam, at=now())
        actions.raise_barrier(alone, "transport", "No bus on Fridays.", by=sam, at=now())
    browser = signed_in(sam)
    for which in ("barriers file", "barriers"):
        listed = browser.get(reverse(f"gaps:{which}")).content.decode()
        assert ("No bus on Fridays." in listed, "One person’s wish, not named here" in listed, "mosque" in listed) == (True, True, False)
