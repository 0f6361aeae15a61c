"""What comes with us says where it is from; what a deployer writes is answered by line."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.foundation.refusals import Refused
from alongside.value import Scope, proxies, proxy, read_proxies
from alongside.value.proxies import read_proxy

OURS = """title: "An hour of a volunteer"
value: 12
low: 10
high: 15
price_year: "2026"
unit: "one hour"
source: "an invented source"
url: "https://example.org/volunteers"
licence: "ours"
retrieved: 2026-11-27
first_hand: yes
scope: economic
benefits: "the group"
uplift: "GDP deflator"
review: 2027-04-01
"""


@pytest.mark.parametrize("key", proxies())
def test_everything_shipped_says_all_that_is_asked(key):
    one = proxy(key)
    assert one.pounds.central > 0
    assert one.retrieved < one.review
    assert one.pounds.source == f"{one.source}, {one.price_year} prices"


def test_none_of_a_bank_that_may_not_be_part_of_a_tool_is_shipped():
    told = " ".join(f"{one.source} {one.licence}" for one in proxies().values())
    assert "HACT" not in told
    assert "Social Value Bank" not in told
    assert "NC-ND" not in told


def test_a_visit_to_the_gp_costs_what_its_source_says_and_only_public_money():
    one = proxy("gp-visit")
    assert (one.pounds.central, one.price_year, one.scope, one.benefits, one.first_hand) == (38, "2013/14", Scope.FISCAL, "NHS", False)
    assert not one.is_due(date(2027, 3, 31))
    assert one.is_due(date(2027, 4, 1))


def test_a_deployers_own_folder_is_read(tmp_path):
    (tmp_path / "volunteer.yaml").write_text(OURS)
    (tmp_path / "notes.txt").write_text("not a proxy")
    found = read_proxies(tmp_path)
    assert list(found) == ["volunteer"]
    assert (found["volunteer"].pounds.low, found["volunteer"].pounds.high) == (10, 15)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("value: 12", "value: twelve", "volunteer.yaml, line 2: “value” is “twelve”. Write pounds for one, such as 38."),
        ("value: 12", "value: -12", "line 2: “value” is “-12”"),
        ("value: 12", "value:", "line 2: “value” says nothing (“”). Write pounds for one, such as 38."),
        ("value: 12", "value: .nan", "line 2: “value” is “.nan”"),
        ("value: 12\n", "", "volunteer.yaml: “value” is missing. Add a line “value:” with pounds for one, such as 38."),
        ("low: 10", "low: 13", "line 3: “low” is 13, but value lies from low to high"),
        ("low: 10", "low:", "line 4: “high” is 15, and the other end is empty. Write both, or neither"),
        ('price_year: "2026"', "price_year: recent", "line 5: “price_year” is “recent”. Write a year such as 2019, or 2013/14."),
        ('url: "https://example.org/volunteers"', "url: a book", "line 8: “url” is “a book”. Write where it is published, beginning with https://."),
        ("retrieved: 2026-11-27", "retrieved: last week", "line 10: “retrieved” is “last week”. Write the day it was read, such as 2026-11-27."),
        ("first_hand: yes", "first_hand: perhaps", "line 11: “first_hand” is “perhaps”"),
        ("scope: economic", "scope: cash", "line 12: “scope” is “cash”. Write fiscal, economic or wellbeing."),
        ("unit:", "units:", "line 6: a proxy cannot say “units”. It says: title, value"),
        ("low: 10", "value: 10", "line 3: “value” stands in line 2 already. Keep one of them."),
        ("low: 10", "low: [10]", "line 3: “low” is “a list”"),
        ("value: 12", "value: 12: 13", "line 2: this is no list of names and values"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_how_to_mend_it(was, now, said):
    with pytest.raises(Refused) as refused:
        read_proxy(OURS.replace(was, now, 1), "volunteer.yaml")
    assert said in refused.value.sentence


@pytest.mark.parametrize(
    ("text", "said"), [("", "no list of names"), ("- a\n- b", "no list of names"), ("x" * 30_000, "longer than"), ("[" * 5_000, "no list of names")]
)
def test_what_is_no_proxy_at_all_is_told(text, said):
    with pytest.raises(Refused) as refused:
        read_proxy(text, "a.yaml")
    assert said in refused.value.sentence


def test_a_proxy_that_does_not_come_with_us_is_told(tmp_path):
    with pytest.raises(Refused, match="No proxy called “happiness” comes with us"):
        proxy("happiness")
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(Refused, match="not written in UTF-8"):
        read_proxies(tmp_path)
