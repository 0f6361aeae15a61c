"""Pictures that say what they show, fit where they are drawn, and have every figure beside them."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from alongside.value import Input, Outcome, Valuation, between, certain, pence, reckon, tornado, waterfall
from alongside.value.drawing import simulate
from alongside.value.drawn import Picture, as_svg, distribution_picture, tornado_picture, waterfall_picture
from alongside.value.drawn.picture import Fill

GAIN = Outcome("walks & talks", certain(50), between(900, 1000, 1200), deadweight=between("0.1", "0.2", "0.6"), drop_off=certain("0.3"), duration=certain(2))
LOSS = Outcome("sleeps worse", certain(-80), between(200, 1000, 2000))
POST = Input("post <one>", between(30_000, 32_000, 40_000))


def pictures(*outcomes: Outcome, wide: int = 720) -> list[Picture]:
    valued = Valuation(outcomes, (POST,))
    found = reckon(valued)
    return [
        waterfall_picture(waterfall(found.worths), pence(found.inputs), wide=wide),
        tornado_picture(tornado(valued), found.ratio, wide=wide),
        distribution_picture(simulate(valued).ratio(), wide=wide),
    ]


@pytest.mark.parametrize("outcomes", [(GAIN,), (LOSS,), (GAIN, LOSS)])
@pytest.mark.parametrize("wide", [720, 340, 10])
def test_every_bar_and_line_lies_within_its_picture(outcomes, wide):
    for one in pictures(*outcomes, wide=wide):
        assert all(
            box.x >= 0 and box.x + box.wide <= one.wide and box.y >= 0 and box.y + box.high <= one.high and box.wide > 0 for box in one.boxes if box.wide
        )
        assert all(0 <= line.x <= one.wide and line.y + line.high <= one.high for line in one.lines)
        assert all(0 <= words.x <= one.wide and words.y <= one.high for words in one.words)


def test_a_picture_is_xml_named_by_what_it_says_and_nothing_in_it_runs():
    for one in pictures(GAIN, LOSS):
        root = ElementTree.fromstring(as_svg(one))
        assert root.attrib["role"] == "img"
        assert root[0].text == one.title
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "title", "defs", "pattern", "rect", "path", "text"}
        assert not any(name.startswith("on") or name in ("style", "class") for element in root.iter() for name in element.attrib)


def test_each_says_its_message():
    said = [one.title for one in pictures(GAIN)]
    assert said[0] == "Of £50,000 gross, £67,053 is left after every adjustment, for £32,000 put in"
    assert said[1] == "“Walks & talks: would have happened anyway” moves the result most: from £1.05 to £2.36 for each pound"
    assert said[2].startswith("£1.40 to £2.42 for each pound, in the middle £1.95")
    assert said[2].endswith("; less than 1 % of draws are under £1.00")


def test_the_table_beside_says_every_figure():
    fall, swing, spread = pictures(GAIN)
    assert fall.rows[1] == ("would have happened anyway", "−£10,000.00", "£40,000.00")
    assert [row[0] for row in swing.rows] == ["Walks & talks: would have happened anyway", "Walks & talks: worth of each", "Post <one>: put in"]
    assert sum(int(row[2].replace(",", "")) for row in spread.rows) == 10_000


def test_what_takes_away_is_told_apart_without_colour():
    fall = pictures(GAIN)[0]
    assert [box.fill for box in fall.boxes[:2]] == [Fill.WHOLE, Fill.TAKES]
    assert 'fill="url(#hatched)"' in as_svg(fall)


def test_a_picture_of_what_is_certain_says_so():
    sure = Valuation((replace(GAIN, proxy=certain(1000), deadweight=certain("0.2")),), (Input("post", certain(32_000)),))
    assert tornado_picture(tornado(sure), reckon(sure).ratio).title == "Nothing moves the result: £2.10 for each pound"
    assert as_svg(distribution_picture(simulate(sure).ratio()))


def test_a_picture_speaks_the_language_of_whoever_reads_it():
    spoken = []

    def loudly(said, /, **parts):
        spoken.append(said.lac)
        return (said.lac % parts if parts else said.lac).upper()

    valued = Valuation((GAIN,), (POST,))
    found = reckon(valued)
    drawn = [
        waterfall_picture(waterfall(found.worths), pence(found.inputs), say=loudly),
        tornado_picture(tornado(valued), found.ratio, say=loudly),
        distribution_picture(simulate(valued).ratio(), say=loudly),
    ]
    names = {"walks & talks", "post <one>"}
    for one in drawn:
        text = " ".join([one.title, *one.heading, *(words.text for words in one.words), *(cell for row in one.rows for cell in row)])
        for name in names:
            text = text.replace(name, "").replace(name.capitalize(), "")
        assert text == text.upper()
    assert len(spoken) > 30


def test_a_name_too_long_for_its_line_is_cut_and_stands_whole_in_the_table():
    long = replace(GAIN, name="Somebody to eat with on a Sunday, and to ring when the boiler goes out again")
    drawn = tornado_picture(tornado(Valuation((long,), (POST,))), reckon(Valuation((long,), (POST,))).ratio, wide=340)
    assert all(7 * len(words.text) <= 340 for words in drawn.words)
    assert any(words.text.endswith("…") for words in drawn.words)
    assert drawn.rows[0][0] == f"{long.name}: would have happened anyway"
