"""The starter pack: ours, until a team writes its own."""

from __future__ import annotations

import pytest

from tests.building import a_coordinator, signed_in

from .conftest import running

pytestmark = pytest.mark.django_db


def test_a_team_puts_a_page_into_its_own_words_and_has_ours_back_when_it_empties_it():
    sam, other = a_coordinator(), a_coordinator()
    group, theirs = running(sam), running(other)
    client, printed = signed_in(sam), f"/groups/{group.id}/pack/"
    assert "Ask the hall first" in client.get(printed).content.decode()
    assert client.post("/groups/pack/insurance/", {"words": "Ring the Hub about cover."}).status_code == 303
    page = client.get(printed).content.decode()
    assert ("Ring the Hub about cover." in page, "Ask the hall first" in page) == (True, False)
    assert "Ask the hall first" in signed_in(other).get(f"/groups/{theirs.id}/pack/").content.decode()
    client.post("/groups/pack/insurance/", {"words": ""})
    assert "Ask the hall first" in client.get(printed).content.decode()
