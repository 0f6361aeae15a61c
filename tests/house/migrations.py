"""Whether the migrations tell all that the models say; needs no database."""

from __future__ import annotations

import sys

import django
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState


def missing() -> list[str]:
    """What a new migration would have to say, room by room."""
    loader = MigrationLoader(None)
    changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(graph=loader.graph)
    rooms = {config.label for config in apps.get_app_configs() if config.name.startswith("alongside.")}
    return [f"{room}: {operation.describe()}" for room, found in changes.items() if room in rooms for one in found for operation in one.operations]


if __name__ == "__main__":
    django.setup()
    told = missing()
    print("\n".join(told))
    sys.exit(1 if told else 0)
