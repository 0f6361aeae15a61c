"""A deployer's own folder: proxies, and an index that brings them to the prices of a valuation's year."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from alongside.foundation.refusals import Refused
from alongside.value import everything_in, proxies, read_index
from tests.value.test_proxies import OURS

INDEX = """name: GDP deflator
source: "made up for this test"
years:
  "2013/14": 75
  "2025/26": 100
  "2026": 100
"""


def a_folder(tmp_path: Path, index: str = INDEX) -> Path:
    (tmp_path / "volunteer.yaml").write_text(OURS)
    (tmp_path / "indexes").mkdir()
    (tmp_path / "indexes/gdp.yaml").write_text(index)
    return tmp_path


def test_without_a_folder_there_is_what_comes_with_us():
    assert everything_in(None).proxies == proxies()


def test_a_proxy_is_brought_to_the_year_by_the_index_that_it_names(tmp_path):
    own = everything_in(a_folder(tmp_path))
    priced = own.priced("gp-visit", "2025/26")
    assert priced.central == Decimal("50.6667")  # 38 × 100 / 75
    assert "from 2013/14 to 2025/26 prices by GDP deflator (made up for this test)" in priced.source
    assert own.priced("volunteer", "2026").central == 12


def test_an_index_serves_its_own_name_alone_and_the_longest_name_goes_first(tmp_path):
    folder = a_folder(tmp_path)
    (folder / "indexes/a_short.yaml").write_text(INDEX.replace("GDP deflator", "GDP def"))
    assert "by GDP deflator (" in everything_in(folder).priced("gp-visit", "2025/26").source
    (folder / "indexes/gdp.yaml").write_text(INDEX.replace("GDP deflator", "GDP"))
    assert "by GDP (" in everything_in(folder).priced("gp-visit", "2025/26").source
    (folder / "indexes/longer.yaml").write_text(INDEX)
    assert "by GDP deflator (" in everything_in(folder).priced("gp-visit", "2025/26").source


def test_without_an_index_it_stays_as_it_is_and_says_so_and_how_that_is_mended():
    priced = everything_in(None).priced("gp-visit", "2025/26")
    assert priced.central == 38
    assert "STILL IN 2013/14 PRICES, not brought to 2025/26: no index of prices (GDP deflator)" in priced.source
    assert "under indexes" in priced.source


def test_a_file_that_changes_is_read_again(tmp_path):
    folder = a_folder(tmp_path)
    assert everything_in(folder).proxies["volunteer"].pounds.central == 12
    (folder / "volunteer.yaml").write_text(OURS.replace("value: 12", "value: 13"))
    assert everything_in(folder).proxies["volunteer"].pounds.central == 13


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Refused, match="There is no folder"):
        everything_in(tmp_path / "nowhere")


WRONG = [
    ("- a list", "line 1: this is no list of names and values"),
    ("name: [", "this is no list of names and values"),
    ("name: x\nsource: y\n", "“years” is missing. Add a line “years:” with a line for each year"),
    ("source: y\nyears: {}\n", "“name” is missing"),
    ("name: x\nsource: y\nyears: 5\n", "line 3: “years” is written otherwise"),
    ("name: [x]\nsource: y\nyears: {}\n", "line 1: “name” is written otherwise"),
    (INDEX.replace('"2026"', '"26"'), "line 6: “26” is no year of prices. Write 2019"),
    (INDEX.replace('"2026"', '"2013/14"'), "line 6: 2013/14 stands there twice"),
    (INDEX.replace("75", "seventy"), "line 4: 2013/14 is “seventy”. Write the index of that year"),
    (INDEX.replace("75", "-75"), "line 4: 2013/14 is “-75”"),
    (INDEX.replace("75", "[1]"), "line 4: 2013/14 is"),
    (INDEX.replace("75", "0"), "a figure above nought"),
    ('name: x\nsource: y\nyears:\n  "2019": 1\n', "an index has two years or more"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_in_an_index_is_told_with_how_to_mend_it(text, said):
    with pytest.raises(Refused) as wrong:
        read_index(text, "gdp.yaml")
    assert wrong.value.sentence.startswith("gdp.yaml")
    assert said in wrong.value.sentence
