"""A person to ring stands first when words may be about somebody's life."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.directory.danger import may_be_in_danger


@pytest.mark.parametrize("words", ["she says she is suicidal", "My neighbour hits me", "I want to end it all.", "I don’t want to be here", "domestic violence"])
def test_danger_is_heard(words: str) -> None:
    assert may_be_in_danger(words)


@pytest.mark.parametrize("words", ["a choir", "hit records from the sixties", ""])
def test_other_words_are_not_danger(words: str) -> None:
    assert not may_be_in_danger(words)


@pytest.mark.django_db
def test_the_noticeboard_says_whom_to_ring_first(client) -> None:
    shown = client.get(reverse("noticeboard:search"), {"words": "suicidal"}).content.decode()
    assert "116 123" in shown
