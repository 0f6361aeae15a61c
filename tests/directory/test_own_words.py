"""Words of one's own neighbourhood: added to those that come with us, and what is wrong in their file is said and stops nothing."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from alongside.directory.finding import Offer, Sought, find
from alongside.directory.meanings import known_meanings
from alongside.directory.own_words import own_groups, what_is_wrong
from alongside.directory.reading import read
from alongside.directory.wishing import Vocabulary, Wish, terms_of


@pytest.fixture
def ours(tmp_path, monkeypatch):
    def write(text: str | bytes) -> Path:
        path = tmp_path / "words.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.setenv("ALONGSIDE_WORDS", str(path))
        known_meanings.cache_clear()
        return path

    yield write
    monkeypatch.undo()
    known_meanings.cache_clear()


def found(words: str) -> list[str]:
    meanings = known_meanings()
    terms = terms_of(read(words, meanings).topics, meanings, Vocabulary())
    offers = [Offer(uuid4(), "Hooley at the Anchor", "group", "Fiddles till late."), Offer(uuid4(), "Chess", "group", "Boards.")]
    return [one.offer.name for one in find(Sought(Wish(words), terms), offers, meanings).near]


def test_a_word_of_the_neighbourhood_finds_what_is_called_otherwise(ours):
    assert found("a cooshie") == []
    ours("- {name: a lively evening, words: [cooshie, hooley]}")
    assert what_is_wrong() is None
    assert found("a cooshie") == ["Hooley at the Anchor"]
    assert known_meanings().names[("cooshi",)] == "a lively evening"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("words: [cooshie]", "it has to be a list of meanings, each beginning with a dash"),
        ("- {name: a lively evening}", "meaning 1: it has to say words, or what is said and found"),
        ("- {words: [hooley]}\n- {words: cooshie}", "meaning 2: “words” has to be a list of words, such as [twmp, barn dance]"),
        ("- {words: [[hooley]]}", "meaning 1: “words” has to be a list of words, such as [twmp, barn dance]"),
        ("- {words: [hooley], state: sad}", "meaning 1: a name is a text, and a state is trouble or lack"),
        ("- {words: [hooley], wurds: [x]}", "meaning 1: “wurds” is no part of a meaning; there are name, state, words, said, found, also, kept for them"),
        ("- {words: [hooley], kept for them: [x]}", "meaning 1: what is kept for some people needs a name"),
        ("- [", "it is no YAML"),
        (b"\xff\xfe", "it is no YAML"),
    ],
)
def test_what_is_wrong_in_it_is_said_and_everything_else_is_read_as_before(ours, text, said):
    before = known_meanings()
    ours(text)
    assert what_is_wrong() == said
    assert own_groups() == []
    assert known_meanings().names == before.names


def test_a_file_that_is_not_there_is_said(ours):
    ours("").unlink()
    assert what_is_wrong() == "no such file or directory"
    assert known_meanings().kin
