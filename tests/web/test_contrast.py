"""Colours can be read, or are refused in a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.web import contrast

STYLES = Path(__file__).resolve().parents[2] / "assets/styles/_settings.scss"
colours = some.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_known_ratios_are_found() -> None:
    # From WCAG's own examples: black on white, and the palest grey that white may stand on.
    assert contrast.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@given(colours, colours)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast.contrast(one, other) == contrast.contrast(other, one)
    assert 1 <= contrast.contrast(one, other) <= 21.0001
    assert contrast.contrast(one, one) == 1


@given(colours, colours, colours, colours)
def test_a_theme_without_complaint_can_be_read(brand: str, link: str, button: str, accent: str) -> None:
    fine = (
        contrast.contrast(brand, "#ffffff") >= 4.5
        and contrast.contrast(link, contrast.PAPER) >= 4.5
        and contrast.contrast(button, "#ffffff") >= 4.5
        and contrast.contrast(accent, contrast.PAPER) >= 3
    )
    assert (contrast.check_theme(brand, link, button, accent) == []) == fine


@given(colours)
def test_a_colour_that_can_be_read_can_be_read_deeper_too(colour: str) -> None:
    if contrast.check_theme(colour, colour, colour, colour) == []:
        deep = contrast.mixed(colour, "#000000", 0.3)
        assert contrast.check_theme(deep, deep, deep, deep) == []


@given(colours)
def test_words_in_a_theme_s_link_colour_can_be_read_on_their_soft_grounds(colour: str) -> None:
    if contrast.check_theme("", colour, "", "") == []:
        assert contrast.contrast(contrast.mixed(colour, "#000000", 0.3), contrast.mixed(colour, "#ffffff", 0.9)) >= 4.5


def test_each_complaint_says_which_colour_and_how_to_mend_it() -> None:
    assert contrast.check_theme("#ffff00", "", "", "") == [
        "The brand colour is too pale for white words on it: 1.0 to 1, and 4.5 is needed. Choose a darker one."
    ]
    assert contrast.check_theme("mauve", "", "", "") == [
        "The brand colour is not a colour we can read: write six figures or letters after a #, such as #274b48."
    ]


def test_the_house_s_own_colours_can_be_read() -> None:
    assert contrast.check_theme("", "", "", "") == []


def test_the_stylesheet_has_the_same_colours_as_the_check() -> None:
    found = dict(re.findall(r"^\$(brand|link|button|accent|paper): (#[0-9a-f]{6});", STYLES.read_text(), re.MULTILINE))
    assert found == {
        "brand": contrast.BRAND,
        "link": contrast.LINK,
        "button": contrast.BUTTON,
        "accent": contrast.ACCENT,
        "paper": contrast.PAPER,
    }


@given(some.text(max_size=40))
def test_nothing_but_colours_reaches_a_theme_s_stylesheet(given_colour: str) -> None:
    assert re.fullmatch(r"(:root \{\n( +--[a-z-]+: #[0-9a-f]{6};\n)+\}\n)?", contrast.theme_css(given_colour, given_colour, given_colour, given_colour))


def test_a_theme_has_its_colours_and_their_shades() -> None:
    assert contrast.theme_css(brand="5B2A6E") == ":root {\n  --brand: #5b2a6e;\n  --brand-deep: #401d4d;\n  --brand-soft: #efeaf0;\n}\n"
