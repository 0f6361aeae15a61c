"""A number rings; words are words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.web.telephones import Piece, linked, pieces


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("01632 960123", [Piece("01632 960123", "01632960123")]),
        ("+44 (0)1632 960123", [Piece("+44 (0)1632 960123", "+441632960123")]),
        ("(01632) 960-123", [Piece("(01632) 960-123", "01632960123")]),
        ("ring after 5 please", [Piece("ring after 5 please")]),
        ("01632 960123, after 5", [Piece("01632 960123", "01632960123"), Piece(", after 5")]),
        ("Ade: 07700 900123 or 01632 960123", [
            Piece("Ade: "), Piece("07700 900123", "07700900123"), Piece(" or "), Piece("01632 960123", "01632960123")]),
        ("the shop, 12 or 14", [Piece("the shop, 12 or 14")]),
        ("", []),
    ],
)  # fmt: skip
def test_only_what_is_a_number_can_be_rung(typed: str, found: list[Piece]) -> None:
    assert pieces(typed) == found


@given(st.text(alphabet="0123456789 +()-,.abc<", max_size=60))
def test_nothing_that_was_typed_is_lost(typed: str) -> None:
    assert "".join(piece.words for piece in pieces(typed)) == typed


def test_what_is_typed_cannot_be_markup() -> None:
    assert linked("<b>01632 960123</b>") == '&lt;b&gt;<a class="govuk-link" href="tel:01632960123">01632 960123</a>&lt;/b&gt;'
