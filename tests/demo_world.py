"""The demo, made once a session, for every test that wants a town full of people.

@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), a_demo("my_demo") as name:
        yield name
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import models
from django.utils import timezone

from alongside.site.demo.generator import make_world
from tests.conftest import CLUSTER, TEMPLATE, a_copy, using_database

DEMO_TEMPLATE = "demo_template"
_ROOMS = ("places", "teams", "directory", "people", "introductions", "journeys", "groups", "connections", "gaps", "money", "outcomes", "access")
_made: set[str] = set()


def make_demo_template() -> str:
    """The name of the database that holds the demo; it is made when somebody first asks. Wants databases unblocked."""
    if not _made:
        CLUSTER.drop_database(DEMO_TEMPLATE)  # a making that failed left half a town
        CLUSTER.make_database(DEMO_TEMPLATE, template=TEMPLATE)
        with using_database(DEMO_TEMPLATE):
            make_world(now=timezone.now(), quietly=True)
        _made.add(DEMO_TEMPLATE)
    return DEMO_TEMPLATE


@contextmanager
def a_demo(name: str) -> Iterator[str]:
    """A copy of the demo in which commits are real, forgotten afterwards; our connections look at it meanwhile."""
    with a_copy(name, template=make_demo_template()):
        yield name


def digest_without_keys() -> str:
    """All that the rooms hold as one number, but for keys (in sources, references, what was read for tags, what stood), passwords and numbers of transactions.

    Two worlds that are told alike have the same.
    """
    told = []
    for room in _ROOMS:
        for model in apps.get_app_config(room).get_models():
            columns = [
                field.name
                for field in model._meta.concrete_fields
                if not isinstance(field, models.UUIDField | models.ForeignKey | models.AutoField | models.BinaryField)
                and field.name not in ("password", "created_at", "last_login", "changed", "source_key", "read_for_tags", "reference", "stood")
            ]
            rows = model._base_manager.using("owner")
            # Of a table of keys alone, only how many they are.
            told += sorted(repr((model.__name__, *row)) for row in rows.values_list(*columns)) if columns else [repr((model.__name__, rows.count()))]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
