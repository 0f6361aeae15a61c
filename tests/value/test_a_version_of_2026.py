"""A version that was kept in November 2026 comes out in every later release as it came out then."""

from __future__ import annotations

from alongside.value import Input, Shape, between, certain
from alongside.value.sheet import Rows, Sheet, Valued, parts_of
from alongside.value.telling import digest, tell, tells_the_same
from alongside.value.valued import Scope

BETTER = parts_of(
    proxy=between(8000, 13000, 16000, source="a WELLBY each"),
    deadweight=between("0.485", "0.61", "0.735", source="asked of 20 people"),
    displacement=between(0, "0.05", "0.1", source="a guess"),
    attributable_to_others=between("0.245", "0.37", "0.495", source="asked of 17 people"),
    drop_off=between("0.2", "0.35", "0.5", shape=Shape.TRIANGULAR, source="of eleven asked again"),
    duration=between(1, 2, 3, source="nobody was asked for longer"),
)
VISITS = parts_of(proxy=between(30, 50, 90, shape=Shape.LOGNORMAL, source="a unit cost"), duration=certain(1))
SHEET = Sheet(
    (
        Valued("better in their words", "changes/better", BETTER),
        Valued("worse in their words", "changes/worse", BETTER, worse=True),
        Valued("fewer visits", "uses/gp", VISITS, Scope.FISCAL),
    ),
    (Input("posts", between(200_000, 240_000, 260_000, source="the book of posts"), 1), Input("rooms", certain(4_000), 2)),
)
ROWS: Rows = [((0, 0, 0), 150), ((0, 1, 0), 22), ((1, 0, 0), 61), ((1, 0, 4), 40), ((2, 0, 3), 55), ((2, 1, 0), 9)]
KEPT: dict[str, object] = {
    "ratio": "20583679077/5048000000",
    "value pence": 99438063,
    "inputs pence": 24386473,
    "low": "2.078412755508796",
    "median": "3.8668651568935237",
    "high": "6.338027711296892",
    "under one": "0.0",
}
"""Never to be changed: whoever makes it come out otherwise makes every version that was kept come out otherwise."""
SUM = "f26179cb85bdbc50e8108317dbf3d6e5b5aaf9ae19a823f0346f3184cc70d252"


def test_it_comes_out_as_it_was_kept() -> None:
    assert tells_the_same(KEPT, tell(SHEET, ROWS).kept)
    assert digest(SHEET, ROWS, "an extract", 2026, 10_000) == SUM


def test_what_comes_out_otherwise_is_seen() -> None:
    for name, other in (("ratio", "1/1"), ("value pence", 1), ("median", repr(float(str(KEPT["median"])) * (1 + 1e-7)))):
        assert not tells_the_same(KEPT | {name: other}, tell(SHEET, ROWS).kept)
    assert not tells_the_same({name: told for name, told in KEPT.items() if name != "low"}, tell(SHEET, ROWS).kept)
