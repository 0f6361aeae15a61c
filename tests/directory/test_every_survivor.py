"""Searching the columns loses nothing: what is chosen by vectors in bytes is what scoring every survivor exactly would choose."""

from __future__ import annotations

from uuid import UUID

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.directory.closeness import compiled
from alongside.directory.closeness.coarse import Coarse
from alongside.directory.closeness.columns import Line
from alongside.directory.closeness.encoder import WIDTH
from alongside.directory.closeness.likely import Asked, closest, likely
from alongside.directory.closeness.shelf import Shelf, shelf_of
from alongside.directory.closeness.wording import Wording, about
from alongside.directory.finding import A_MATCH, FAINTLY, HALF_AS_NEAR, IN_NAME, POINTS, for_meaning, passes
from alongside.directory.offers import Offer, Sought
from alongside.directory.wishing import Term, Way, Wish
from alongside.directory.words import ACCESS
from alongside.places.distance import metres_between


@pytest.fixture(params=["NumPy", "machine code"])
def loops(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of reading the columns, where the extra “fast” is installed."""
    if request.param == "machine code":
        if compiled.loops_now() is None:
            pytest.skip("numba is not installed: what is in the extra “fast” is not looked at")
        monkeypatch.setattr(compiled, "WORTH_IT", 0)


WORDS = ["tea", "chess", "song"]
FEATURES = [word.stored for word in ACCESS]


def a_vector(chance: np.random.Generator) -> np.ndarray:
    # Three times as long in its first ten numbers, so that some are close to each other.
    vector = chance.standard_normal(WIDTH) * np.where(np.arange(WIDTH) < 10, 3.0, 1.0)
    return (vector / np.linalg.norm(vector)).astype(np.float16)


def lines_drawn(chance: np.random.Generator, many: int) -> dict[int, Line]:
    return {number: a_line(chance, number) for number in range(many)}


def a_line(chance: np.random.Generator, number: int) -> Line:
    where = (53 + chance.random() / 2, -2 - chance.random() / 2) if chance.random() < 0.9 else (None, None)
    days, missing = (chance.choice(options, chance.integers(0, 4), replace=False).tolist() for options in (np.arange(1, 8), FEATURES))
    stems = [word for word in WORDS if chance.random() < 0.2]
    vector = a_vector(chance) if chance.random() < 0.9 else None
    return Line(UUID(int=number), stems, *where, days, missing, bool(chance.random() < 0.3), float(chance.random()), vector)


def a_search(chance: np.random.Generator) -> tuple[Sought, Asked]:
    wish = Wish(
        "tea and chess", 53.2, -2.2, int(chance.choice([2000, 8000, 30_000])), frozenset(chance.choice(np.arange(1, 8), 2).tolist()),
        frozenset(chance.choice(FEATURES, chance.integers(0, 2)).tolist()), bool(chance.random() < 0.3),
    )  # fmt: skip
    terms = (Term("tea", (Way(("tea",), "says", 0.8), Way(("song",), "means", 0.6))),)
    vectors = np.stack([a_vector(chance) for _ in range(3)]).astype(np.float32)
    return Sought(wish, terms, wording=Wording({"chess": 2.0}, 1.0)), Asked(["a", "b", "c"], vectors)


def the_plain_way(lines: dict[int, Line], sought: Sought, asked: Asked) -> dict[UUID, float]:
    """Every line looked at one by one: the points of those that pass and say something of the wish, or are close to it."""
    found = {}
    for line in lines.values():
        offer = Offer(line.id, "", "group", "", "", line.latitude, line.longitude, line.days, "some" if line.costs else "free", (), line.missing)
        metres = None if line.latitude is None else metres_between(sought.wish.latitude, sought.wish.longitude, line.latitude, line.longitude)
        vector = np.zeros(WIDTH, np.float32) if line.vector is None else line.vector.astype(np.float32)
        close = float(closest((vector @ asked.vectors.T)[None, :])[0])
        sure = max((IN_NAME[way.how] * way.importance for way in sought.terms[0].ways if way.phrase[0] in line.stems), default=0.0)
        if passes(sought.wish, offer, metres) and (close >= FAINTLY or line.stems):
            near = 0.0 if metres is None else POINTS["nearness"] / (1 + metres / HALF_AS_NEAR)
            wording = about(2.0) if "chess" in line.stems else 0.0
            found[line.id] = for_meaning(close) + POINTS["words"] * A_MATCH * sure + wording + near + line.likely
    return found


@pytest.mark.usefixtures("loops")
@pytest.mark.parametrize("seed", range(3))
def test_the_best_by_columns_are_the_best_of_looking_at_every_one(seed: int) -> None:
    chance = np.random.default_rng(seed)
    lines = lines_drawn(chance, 1500)
    shelf = shelf_of(list(lines.values()))
    for _ in range(5):
        sought, asked = a_search(chance)
        every = the_plain_way(lines, sought, asked)
        for many in (10, 100, 400, 5000):
            found = likely(shelf, sought, asked, many)
            best = sorted(every.values(), reverse=True)[:many]
            assert len(set(found)) == len(found)
            assert sorted((every[one] for one in found), reverse=True) == pytest.approx(best, abs=1e-4)


def test_what_was_changed_on_the_way_makes_no_difference_to_what_is_chosen() -> None:
    chance = np.random.default_rng(3)
    lines = lines_drawn(chance, 400)
    alike = Line(UUID(int=0), ["tea"], 53.2, -2.2, vector=a_vector(chance))
    lines |= {number: Line(UUID(int=number), *(alike.stems, alike.latitude, alike.longitude), vector=alike.vector) for number in range(1000, 1300)}
    once = shelf_of(list(lines.values()))
    numbers = chance.permutation(list(lines)).tolist()
    slowly = Shelf(shelf_of([]).most.held)
    for start in range(0, len(numbers), 90):
        slowly = slowly.changed([lines[number] for number in numbers[start : start + 90]])
    for _ in range(10):
        sought, asked = a_search(chance)
        assert set(likely(slowly, sought, asked, 100)) == set(likely(once, sought, asked, 100))


@pytest.mark.usefixtures("loops")
@given(st.integers(0, 2**32), st.sampled_from([1e-3, 1.0, 30.0]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_vectors_in_bytes_are_never_further_off_than_they_say(seed: int, peak: float) -> None:
    chance = np.random.default_rng(seed)
    exact = chance.standard_normal((50, WIDTH)) * np.where(np.arange(WIDTH) == seed % WIDTH, peak, 1.0)
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    exact[::7] = 0
    kept, asked = exact.astype(np.float16), exact[1:4].astype(np.float32)
    coarse = Coarse(kept)
    # The wish that makes the most of what was lost: what was lost itself.
    lost = kept.astype(np.float64) - coarse.bytes * coarse.scales[:, None].astype(np.float64)
    asked[0] = lost[np.argmax(np.linalg.norm(lost, axis=1))]
    asked[0] /= np.linalg.norm(asked[0])
    places = np.arange(50)[::2]
    off = np.abs(coarse.closeness(places, asked) - kept[places].astype(np.float64) @ asked.T.astype(np.float64)).max()
    assert off <= coarse.off(asked) <= 0.05


def test_a_column_of_nothing_is_searched_too() -> None:
    sought, asked = a_search(np.random.default_rng(1))
    assert likely(shelf_of([]), sought, asked) == []
