"""One life on purpose with hand-overs, compared after each turn with the plain reference; and what could be forgotten in the view, each found in it."""

from __future__ import annotations

import pytest

from tests.access.machine import machine
from tests.access.test_reference import planted_view

HOLES = [
    ("u.ended_at IS NULL AND u.until > current_date", "u.until > current_date"),
    ("u.ended_at IS NULL AND u.until > current_date", "u.ended_at IS NULL"),
    ("SELECT u.id WHERE u.link_ended_at IS NULL", "SELECT u.id"),
    ("c.subject = u.receiver_id", "c.subject IS NOT NULL"),
    ("WHEN 'direct care' THEN coalesce(word.answer NOT IN ('no', 'withdrawn'), true)", "WHEN 'direct care' THEN true"),
    ("CASE u.ground WHEN 'their yes' THEN word.answer = 'yes'", "CASE u.ground WHEN 'their yes' THEN word.answer IS NOT NULL"),
    ("m.staff_id = u.partner_id AND m.role IN", "m.role IN"),
    ("AND (x.part <> 'concern' OR m.role = 'manager')", ""),
    ("('named in a hand-over', 'identity')", "('named in a hand-over', 'identity'), ('named in a hand-over', 'record')"),
]
"""What could be forgotten; too rare in random lives to be found there soon."""


def a_life_with_hand_overs(cast) -> None:
    """A partner and the holders of links on the other side; on ours a coordinator who raised a concern, a colleague who did not, and a manager."""
    life = machine(cast)()
    partner, raiser, colleague, manager = range(4)
    try:
        for who, role in ((partner, "partner"), (raiser, "support officer"), (colleague, "coordinator"), (manager, "manager")):
            life.takes_a_seat(who, 0, role, -400, None)
        for whom in range(3):
            life.is_held(whom, 0)
        turns = [
            lambda: life.says_of_whom_we_hand_to(0, 0, "yes", -1, None),
            lambda: life.is_handed_over(0, partner, raiser, 0, "their yes", 30),
            lambda: life.says_of_whom_we_hand_to(1, 1, "yes", -1, None),
            lambda: life.is_handed_over(1, partner, raiser, 1, "safeguarding", 1),
            lambda: life.is_handed_over(2, partner, colleague, 0, "direct care", 400),
            lambda: life.says_of_whom_we_hand_to(0, 0, "ask me", 0, None),
            lambda: life.says_of_whom_we_hand_to(0, 1, "yes", 0, None),
            lambda: life.says_of_whom_we_hand_to(2, None, "no", 0, None),
            lambda: life.says_of_whom_we_hand_to(1, None, "no", 0, None),
            lambda: life.says_of_whom_we_hand_to(0, 0, "yes", 0, None),
            lambda: life.is_over(0, link=True),
            lambda: life.is_over(1, link=True),
            lambda: life.is_over(2, link=True),
            lambda: life.gives_up_a_seat(0),
            lambda: life.takes_a_seat(partner, 0, "partner", 0, None),
            lambda: life.is_over(0, link=False),
            lambda: life.is_over(1, link=False),
            lambda: life.is_over(2, link=False),
        ]
        for turn in turns:
            turn()
            life.the_view_and_the_reference_agree()
            for who in (partner, raiser, colleague, manager):
                life.looks_into_every_table(who, themselves=False)
            for number in range(3):
                life.looks_into_every_table(number, themselves=False, handed=True)
        life.is_handed_over(0, partner, raiser, 0, "safeguarding", 0)
        life.the_view_and_the_reference_agree()
    finally:
        life.teardown()


def test_a_hand_over_is_read_by_its_two_sides_while_it_is_open_and_a_concern_by_fewer(cast):
    a_life_with_hand_overs(cast)


@pytest.mark.parametrize("hole", HOLES)
def test_a_hole_in_hand_overs_is_found(cast, hole):
    there, instead = hole
    cast.connection.execute(planted_view(there, instead))
    cast.connection.commit()
    with pytest.raises(AssertionError):
        a_life_with_hand_overs(cast)
