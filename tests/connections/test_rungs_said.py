"""The ladder is one, and is said as fits a group, a neighbour, a service."""

from __future__ import annotations

import pytest

from alongside.connections.rules import rung_word
from alongside.connections.words import KINDS, RUNGS, RUNGS_BY_KIND


def test_every_kind_says_every_rung_once():
    assert {kind: [word.stored for word in words] for kind, words in RUNGS_BY_KIND.items()} == {kind.stored: [word.stored for word in RUNGS] for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "said"),
    [("community", "went alone"), ("natural", "see each other by themselves"), ("service", "in place")],
    ids=["a group", "a neighbour", "a service"],
)
def test_nobody_goes_alone_to_a_neighbour(kind, said):
    assert rung_word("went alone", kind).said() == said
