"""Every page says at its door who it is for, has one name, and lives in one room."""

from __future__ import annotations

from collections import Counter

from tests.trust import routes


def test_every_page_says_who_it_is_for():
    assert [route.name for route in routes.ours() if not route.is_declared] == []


def test_every_address_has_one_name():
    names = Counter(route.name for route in routes.every())
    assert [name for name, count in names.items() if count > 1] == []
    assert [route.pattern for route in routes.every() if not route.name] == []


def test_every_name_is_in_our_words():
    """`desk:new person`, not `desk:person_create`."""
    assert [route.name for route in routes.ours() if "_" in route.name or route.name != route.name.lower()] == []


def test_a_view_is_a_function_of_its_own():
    """One view a page: two names for one view would be two doors to guard."""
    views = Counter(route.view for route in routes.ours())
    assert [view.__qualname__ for view, count in views.items() if count > 1] == []
