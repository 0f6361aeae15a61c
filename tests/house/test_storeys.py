"""A room leans only on rooms below it. `make check` asks import-linter for the whole; here it is shown that the rule would bite."""

from __future__ import annotations

import grimp
import pytest
from grimp import Layer

from tests.house.declarations import storeys


@pytest.fixture(scope="module")
def house() -> grimp.ImportGraph:
    """Who imports whom, as import-linter sees it."""
    return grimp.build_graph("alongside", include_external_packages=True, cache_dir=None)


def leaning_wrongly(graph: grimp.ImportGraph) -> set[tuple[str, str]]:
    """Pairs of rooms of which one leans on the other, and may not."""
    layers = [Layer(*sorted(rooms), independent=True) for rooms in storeys()]
    found = graph.find_illegal_dependencies_for_layers(layers=layers, containers={"alongside"})
    return {(one.importer, one.imported) for one in found}


def test_nobody_leans_up_or_sideways(house):
    assert leaning_wrongly(house) == set()


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("alongside.people.models", "alongside.journeys.words"),
        ("alongside.people.models", "alongside.directory.words"),
        ("alongside.foundation.actor", "alongside.web.pages"),
    ],
)
def test_a_planted_import_is_found(house, importer, imported):
    house.add_import(importer=importer, imported=imported)
    try:
        rooms = tuple(".".join(module.split(".")[:2]) for module in (importer, imported))
        assert rooms in leaning_wrongly(house)
    finally:
        house.remove_import(importer=importer, imported=imported)
