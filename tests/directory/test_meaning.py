"""Finding by meaning: what is close is found and its reason shown, a new entry at once by its words, and the columns are kept in step."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.directory import finding, in_step, queries
from alongside.directory.actions import encode_some
from alongside.directory.closeness.columns import Line
from alongside.directory.closeness.encoder import SHA256, WIDTH, are_the_weights, known_encoder, weights_folder
from alongside.directory.closeness.shelf import shelf_of
from alongside.directory.closeness.texts import pieces_of
from alongside.directory.closeness.word_pieces import WordPieces
from alongside.directory.looking import look, wanted_words
from alongside.directory.meanings import known_meanings
from alongside.directory.models import Encoded, Entry
from alongside.directory.offers import Offer
from alongside.directory.reading import read
from alongside.directory.showing import results
from alongside.directory.wishing import Wish
from tests.building import today
from tests.directory.conftest import a_listing, load
from tests.directory.test_queries import WISHES, a_neighbourhood

pytestmark = pytest.mark.django_db

RADIOS = "used to mend old radios, misses company, can't walk far, free Tuesday mornings, hard of hearing"


@pytest.fixture(autouse=True)
def meaning(settings):
    settings.MEANING = True
    in_step.forget()
    yield
    in_step.forget()


def encoded() -> None:
    while encode_some(known_encoder()):
        pass


def here(key: str, name: str, description: str, **more: object):
    return a_listing(key, name, description=description, latitude=53.4, longitude=-2.3, **more)


TOWN = {
    "Sounds of the Harbour": ("service", (), "A shop for radios, loudspeakers and televisions, old and new. Free parking."),
    "Repair café": ("group", (2,), "Bring something broken, and mend it together with volunteers over tea: lamps, toasters, radios, clothes."),
    "Men's shed": ("group", (2, 4), "Men make and mend things side by side: woodwork, clocks and old wirelesses, over tea and a chat."),
    "Pilates": ("group", (2,), "Stretching on a mat."),
    "Wednesday quiz": ("group", (3,), "Questions and crisps."),
}


def a_town() -> None:
    load(*(here(name, name, description, kind=kind, days=days) for name, (kind, days, description) in TOWN.items()))


def names(words: str, **more: object) -> list[str]:
    return [one.offer.name for one in queries.find(Wish(words, 53.4, -2.3, 3000, today=today(), **more)).near]


def test_whoever_asks_for_something_to_do_is_told_of_what_is_on_for_everybody_and_of_no_shop():
    a_town()
    encoded()
    for words in ("something to do", "something to do with people"):
        assert set(names(words)) == {"Repair café", "Pilates", "Wednesday quiz"}
    assert set(names("something to do", days=frozenset({3}))) == {"Wednesday quiz"}


def test_somebody_who_mended_radios_is_shown_the_fixing_bench_and_the_mens_shed_before_the_radio_shop():
    a_town()
    encoded()
    found = names(RADIOS)
    assert set(found[:2]) == {"Repair café", "Men's shed"}
    assert "Wednesday quiz" not in found


def test_the_reason_is_read_out_of_the_entry_itself():
    load(here("1", "The loft", "Racing pigeons and other birds are kept and cared for."), here("2", "Pilates", "Stretching on a mat."))
    encoded()
    wish = Wish("looking after feathered animals", 53.4, -2.3, 3000, today=today())
    best = results(wish, [one for one in queries.find(wish).near if one.close])[0]
    said = next(reason for reason in best.fits if "close to" in reason)
    assert said == "says “Racing pigeons and other birds are kept and cared for”, which is close to “looking after feathered animals”"
    assert tuple(name for name, _, _ in best.parts[1:3]) == ("How close it is in meaning", "How much it says in the same words")


def test_what_is_new_is_found_at_once_by_its_words_and_by_meaning_once_it_is_encoded():
    a_town()
    encoded()
    load(here("9", "The loft", "Racing pigeons and other birds are kept and cared for."), source="More")
    assert names("pigeons")[0] == "The loft"
    assert "The loft" not in names("looking after feathered animals")
    assert encode_some(known_encoder()) == 1
    assert names("looking after feathered animals")[0] == "The loft"


def test_what_was_changed_is_found_as_it_is_now_however_it_was_changed():
    a_town()
    encoded()
    assert "Wednesday quiz" in names("quiz")
    entry = Entry.objects.get(name="Wednesday quiz")
    Entry.objects.filter(id=entry.id).update(description="Homing pigeons are raced, with a quiz.", name="Loft")
    assert Encoded.objects.get(entry=entry).text != Encoded.objects.get(entry=entry).of_text
    assert queries.find(Wish("quiz", 53.4, -2.3, 3000, today=today())).near[0].close is None
    Entry.objects.filter(id=entry.id).update(stems=["loft", "pigeon"], withdrawn_on=today())
    assert names("pigeons") == []
    Entry.objects.filter(id=entry.id).update(withdrawn_on=None)
    assert names("pigeons") == ["Loft"]


def test_nothing_is_encoded_twice():
    a_town()
    encoded()
    assert encode_some(known_encoder()) == 0
    Entry.objects.update(cost="free")
    assert encode_some(known_encoder()) == 0


def test_a_search_asks_three_things_at_most():
    a_town()
    encoded()
    names("company")
    with CaptureQueriesContext(connection) as asked:
        names(RADIOS)
    assert len(asked) <= 3


def test_what_is_not_wanted_and_what_only_says_when_is_not_looked_for():
    def wanted(words: str) -> list[str]:
        return wanted_words(words, read(words, known_meanings()), known_meanings())

    assert wanted("company but not bingo or church") == ["company"]
    assert wanted("something free on Tuesday") == []
    assert wanted("not a knitting group") == []
    assert wanted("chess") == ["chess"]


@pytest.mark.parametrize("words", WISHES)
def test_columns_give_what_looking_at_every_entry_gives(words):
    a_neighbourhood()
    everything = [Offer(*row) for row in queries.in_use().values_list(*in_step.OFFER)]
    meanings = known_meanings()
    for reach, days, access in ((2000, frozenset(), frozenset()), (8000, frozenset({2}), frozenset({"quiet"})), (None, frozenset(), frozenset())):
        wish = Wish(words, 53.4, -2.3, reach, days, access, today=today())
        reading = queries.reading_of(wish)
        sought = queries.sought_by(wish, reading, meanings)
        nothing = words.strip() and not sought.terms and not sought.anything
        expected = [] if nothing else finding.find(sought, everything, meanings).near
        found = look(wish, reading, meanings, in_step.shelf(), None, in_step.fetch).near
        assert found == expected


def test_a_shelf_that_was_changed_again_and_again_is_the_same_as_one_made_at_once():
    chance = np.random.default_rng(5)

    def line(number: int) -> Line:
        vector = chance.normal(size=WIDTH).astype(np.float32)
        return Line(UUID(int=number), [f"word{number % 3}"], 53 + chance.random(), -2 - chance.random(), vector=vector / np.linalg.norm(vector))

    lines = {number: line(number) for number in range(300)}
    shelf = shelf_of(list(lines.values()))
    for _ in range(30):
        changed = {int(number): line(int(number)) for number in chance.integers(0, 350, 20)}
        gone = [int(number) for number in chance.integers(0, 350, 3) if int(number) not in changed]
        lines = {number: one for number, one in {**lines, **changed}.items() if number not in gone}
        shelf = shelf.changed(changed.values(), [UUID(int=number) for number in gone])
    once = shelf_of(list(lines.values()))
    wish, asked = Wish("", 53.5, -2.5, 20_000), chance.normal(size=(1, WIDTH)).astype(np.float32)

    def close(shelf) -> dict[UUID, float]:
        return {
            one: round(float(value), 4)
            for block in shelf.blocks
            for places in [block.passing(wish)[0]]
            for one, value in zip(block.held.ids[places], block.exact(places, asked)[:, 0], strict=True)
        }

    assert close(shelf) == close(once)
    assert shelf.entries == once.entries == len(lines)


def test_the_weights_are_those_that_were_published():
    assert len(SHA256) == 64
    assert are_the_weights(weights_folder())


def test_the_encoder_gives_what_the_model_is_known_to_give():
    vectors = known_encoder().encode(["A man is eating food.", "A man is eating a piece of bread.", "A cheetah chases prey on across a field."])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert (vectors @ vectors[0])[1:] == pytest.approx([0.7553, 0.1], abs=0.08)
    assert known_encoder().encode(["A man is eating food.", "x" * 4000])[0] == pytest.approx(vectors[0], abs=1e-5)


def test_words_are_cut_into_the_longest_pieces_that_are_known():
    pieces = WordPieces(["[CLS]", "[SEP]", "[UNK]", "cafe", "rep", "##air", "##s", "repair", ",", "茶"])
    told = list(pieces.numbers)
    assert [told[number] for number in pieces.numbers_of("Repairs, CAFÉ 茶 zebra", 99)] == ["[CLS]", "repair", "##s", ",", "cafe", "茶", "[UNK]", "[SEP]"]
    assert len(pieces.numbers_of("cafe " * 50, 10)) == 10


def test_an_entry_is_cut_into_its_whole_its_name_and_what_says_something_of_its_own():
    text = "Tea. Every Tuesday at the hall, with somebody who plays the piano for all who like to sing. Bring a friend; nobody minds."
    pieces = pieces_of("Fern choir", text)
    assert pieces[:2] == [f"Fern choir. {text}", "Fern choir"]
    assert " ".join(pieces[2:]) == text
    assert pieces_of("Fern choir", "") == ["Fern choir", "Fern choir"]


def test_without_meaning_everything_is_found_by_words(settings):
    a_town()
    encoded()
    settings.MEANING = False
    assert "Pilates" in names("pilates")
    assert not any(one.close for one in queries.find(Wish(RADIOS, 53.4, -2.3, 3000, today=today() + timedelta(days=1))).near)
