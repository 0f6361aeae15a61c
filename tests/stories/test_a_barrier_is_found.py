"""The walk that finds no barrier is shown some: each is found, and the page without them is not complained of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stories.walker import Walker

PAGE = """<!doctype html><html lang="en"><head><title>Tea</title><meta name="viewport" content="width=device-width"></head>
<body style="background: #fff; color: #000"><main><h1>Tea</h1>{}</main></body></html>"""
LABELLED = '<label for="words">Words</label> <input id="words">'


def shows(walker: Walker, path: str, inside: str) -> None:
    """A page of our own making, at a path of its own: each kind of page is looked over once."""
    walker.page.route(f"**{path}", lambda route: route.fulfill(body=PAGE.format(inside), content_type="text/html"))
    walker.goes_to(path)


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("label", "<input>"),
        ("color-contrast", '<p style="color: #ddd">Pale</p>'),
        ("image-alt", '<img src="data:,">'),
        ("is wider than", '<p style="width: 2000px">Wide</p>'),
    ],
)
def test_a_barrier_is_found_beside_much_that_is_in_order(sit_down: Callable[..., Walker], name: str, inside: str) -> None:
    walker = sit_down("http://tea.example.org")
    with pytest.raises(AssertionError, match=name):
        shows(walker, f"/{name.replace(' ', '-')}/", LABELLED + inside)


def test_a_page_without_barriers_is_not_complained_of(sit_down: Callable[..., Walker]) -> None:
    shows(sit_down("http://tea.example.org"), "/in-order/", LABELLED)
