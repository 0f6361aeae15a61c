"""How right likely twins are, on the published files of one borough, by pairs that somebody judged.

Pairs were gathered by a net that uses no block and no weight of ours (names alike by their letters, or the same telephone, website or postcode and a name
partly alike, of two files; the same name in one file), together with all that is found; each was judged by reading both entries. Two pages of one club are
one; a club and one of several of its pitches, or two branches, are two. Pairs of food banks of one chain in one file were left out. The weights were chosen
by looking at these pairs, so the figures are of what they were tuned on, and none was held back.
"""

from __future__ import annotations

import hashlib
import json
import random
import time
from pathlib import Path

import pytest

from alongside.directory.listing import Listing
from alongside.directory.mapped import read_listings
from alongside.directory.mapping import find_mapping
from alongside.directory.twins.likeness import LEAST_SURE, twins_among
from alongside.directory.twins.pairing import pairs
from alongside.directory.twins.telling import Teller
from alongside.foundation.rows import read_sheet
from tests.conftest import ROOT

DATA = ROOT.parent / "shared/data/trafford/directory"
JUDGED = Path(__file__).parent / "judged/twins.jsonl"
LIKELY = 0.5


def short(key: str) -> str:
    return hashlib.blake2b(key.encode(), digest_size=5).hexdigest()


def teller(source: str, one: Listing) -> Teller:
    told = (one.organisation, one.description, one.address, one.postcode, one.phone, one.email, one.website, one.latitude, one.longitude)
    return Teller(f"{source}:{one.source_key}", one.name, source, *told)


def borough() -> list[Teller]:
    if not DATA.exists():
        pytest.skip("LIKELY TWINS WERE NOT JUDGED: ../shared/data is not beside this clone.")
    found = []
    for file in sorted(DATA.glob("*.csv")):
        mapping = find_mapping(f"trafford-{file.stem.replace('_', '-')}")
        found += [teller(file.stem, one.placed({})) for one in read_listings(read_sheet(file.read_bytes()), mapping) if isinstance(one, Listing)]
    return found


def test_likely_twins_are_right_on_the_files_of_one_borough(tells):
    entries = borough()
    found = {frozenset((short(two.one.key), short(two.other.key))): two for two in twins_among(entries)}
    judged = [json.loads(line) for line in JUDGED.read_text().splitlines()]
    same = {frozenset((one["one"], one["other"])) for one in judged if one["same"]}
    assert all(key in {frozenset((one["one"], one["other"])) for one in judged} for key, two in found.items() if two.sure >= LIKELY)
    figures = {}
    for least in (LEAST_SURE, LIKELY, 0.75):
        shown = {key for key, two in found.items() if two.sure >= least}
        figures[least] = len(shown & same) / len(shown), len(shown & same) / len(same)
    twins = {key for key, two in found.items() if two.sure >= LIKELY}
    entries_in = len({one for key in twins for one in key})
    said = "; ".join(f"from {least} on precision {right:.2f}, recall {all_:.2f}" for least, (right, all_) in figures.items())
    tells(f"likely twins, {len(judged)} judged pairs of which {len(same)} are one: {said}; {entries_in} of {len(entries)} entries are in a likely pair")
    assert figures[LIKELY][0] >= 0.75
    assert figures[LIKELY][1] >= 0.8
    assert figures[0.75][0] >= 0.85
    assert figures[LEAST_SURE][1] >= 0.85


WORDS = [
    "fern", "brook", "moor", "heath", "larch", "elm", "ash", "oak", "choir", "chess", "shed", "garden", "lunch",
    "walking", "knitting", "bowls", "tea", "friends", "neighbours", "hall", "library", "club", "group",
]  # fmt: skip


def a_town(many: int) -> list[Teller]:
    """So many entries, each twentieth of which another source tells too, a little differently."""
    chance, found = random.Random(7), []
    for number in range(many):
        name = " ".join((*chance.sample(WORDS, 3), f"of lane {number % 997}"))
        at = (53 + chance.random() / 3, -2 - chance.random() / 3)
        one = Teller(f"a{number:06}", name, "a", "", "", f"{number} Fern Row", f"ZZ{number % 90 + 10} {number % 9}AA", f"01632 {number:06}", "", "", *at)
        found.append(one)
        if number % 20 == 0:
            found.append(Teller(f"b{number:06}", f"The {name.title()}", "b", "", "", one.address, one.postcode, one.phone, "", "", *at))
    return found


def test_it_looks_at_few_pairs_however_many_entries_there_are(tells):
    few, many = a_town(2_000), a_town(20_000)
    began = time.process_time()
    found = {(two.one.key, two.other.key) for two in twins_among(many)}
    took = time.process_time() - began
    each, later = len(pairs(few)) / len(few), len(pairs(many)) / len(many)
    tells(f"likely twins among {len(many):,}: {took:.1f} s of a processor; {later:.0f} pairs an entry looked at, {each:.0f} among {len(few):,}")
    assert {(f"a{number:06}", f"b{number:06}") for number in range(0, 20_000, 20)} <= found
    assert took < 20
    assert later <= 2 * each + 24
