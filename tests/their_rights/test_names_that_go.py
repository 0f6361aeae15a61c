"""Whose names go out of what somebody takes away: those we know of and likely ones, and never a word of their own."""

from __future__ import annotations

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from alongside.access.taking_away.knowing_words import is_ordinary
from alongside.access.taking_away.names import LEFT_OUT, Knowing, names_in, naming_words, without

TOLD = [
    "Plays the harp. Mrs Pritchard next door came on Monday; Mrs Pritchard sang.",
    "Patience. Music on Tuesdays at the Tuesday Table. Zbyszek drives, and mo too.",
    "Winnie rang, the GP did not. Pritchard's cat is well. She speaks Welsh.",
]


def test_names_are_whole_and_ordinary_words_are_none():
    known = Knowing(
        their_own=frozenset({"gwen"}), in_their_life=frozenset(naming_words(["Mrs Pritchard next door", "her mother"])), places=frozenset({"table"})
    )
    assert [(name.said, name.times, name.likely) for name in names_in(TOLD, known)] == [
        ("Mrs Pritchard", 3, True),
        ("Winnie", 1, True),
        ("Zbyszek", 1, True),
        ("Table", 1, False),
    ]


def test_of_a_word_that_begins_a_sentence_only_what_is_known_as_a_name_goes_by_itself():
    told = ["Mends anything. Chess on Sundays. Tolleyburn drives. Vexley sang. Winnie rang. Iorwerthia came."]

    def likely(*more, **knowing):
        return [name.key for name in names_in([*told, *more], Knowing(**{key: frozenset({word}) for key, word in knowing.items()})) if name.likely]

    assert likely() == ["winnie"]
    assert likely(in_their_life="tolleyburn") == ["tolleyburn", "winnie"]
    assert likely(in_our_records="vexley") == ["vexley", "winnie"]
    assert likely("We met Iorwerthia there.") == ["iorwerthia", "winnie"]


def test_of_what_they_said_of_themselves_only_whom_we_know_goes_by_itself():
    own = ["Mends with Winnie, in Hull. Mrs Pritchard and Perpetua like my bread, and so does Mo."]

    def ticked(knowing, *told):
        return [name.key for name in names_in(told, knowing, own) if name.likely]

    known = Knowing(in_their_life=frozenset({"perpetua"}), in_our_records=frozenset({"mo"}))
    assert (ticked(Knowing()), ticked(known)) == ([], ["perpetua", "mo"])
    assert ticked(known, "Then Winnie rang.") == ["perpetua", "mo", "winnie"]


def test_her_own_gift_is_told_whole():
    names = {name.key for name in names_in(TOLD, Knowing()) if name.likely}
    assert [without(text, names) for text in TOLD] == [
        f"Plays the harp. {LEFT_OUT} next door came on Monday; {LEFT_OUT} sang.",
        f"Patience. Music on Tuesdays at the Tuesday Table. {LEFT_OUT} drives, and mo too.",
        f"{LEFT_OUT} rang, the GP did not. {LEFT_OUT} cat is well. She speaks Welsh.",
    ]


def test_of_two_with_one_name_one_may_stay():
    text = "We saw Mary Jones, then Mary Smith and her sister Rose. The tide rose."
    assert without(text, {"mary smith", "rose"}, stay={"mary jones"}) == f"We saw Mary Jones, then {LEFT_OUT} and her sister {LEFT_OUT}. The tide rose."


@given(st.text(alphabet=string.ascii_letters + " .,'’\n", max_size=120))
def test_whatever_is_found_is_gone_when_it_is_left_out(text):
    names = names_in([text], Knowing())
    left = without(text, {name.key for name in names})
    assert [name.said for name in names if re.search(rf"(?<!\w){re.escape(name.key)}(?!\w)", left.lower()) and not is_ordinary(name.key)] == []


def test_a_text_is_the_same_without_the_names():
    assert without("Maureen Tolley's cat sat.", {"maureen", "tolley"}) == f"{LEFT_OUT} cat sat."
    assert without("She owes money to Bob.", set(), ["owes MONEY"]) == "She [passage left out] to Bob."
