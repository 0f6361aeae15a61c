"""Any words will do for who introduced somebody; the source is worked out."""

from __future__ import annotations

import pytest

from alongside.foundation.refusals import Refused
from alongside.introductions.rules import Introducing, complete, source_of
from alongside.introductions.words import SOURCES
from tests.building import today


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("the housing office", "housing"),
        ("Fern House Surgery", "gp or health"),
        ("Dr. Abiola", "gp or health"),
        ("her social worker", "social care"),
        ("herself", "self"),
        ("Her neighbour, Ade", "family or neighbour"),
        ("PCSO Lane", "police"),
        ("Fernbrook food bank", "community organisation"),
        ("met at the bus stop", "met in the community"),
        ("the window cleaner", "other"),
    ],
)
def test_words_name_their_source(words, source):
    assert source_of(words) == source


def test_every_source_that_words_name_has_a_meaning():
    from alongside.introductions.rules import _KNOWN_BY

    assert {source for source, _ in _KNOWN_BY} <= {word.stored for word in SOURCES}


def test_nobody_is_introduced_without_their_yes():
    with pytest.raises(Refused, match="without their yes"):
        complete(Introducing("Gwen", "housing office", said_yes=False, on=today()), today=today())
