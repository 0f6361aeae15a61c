"""Which of the two database roles does what."""

from typing import Any


class OwnerMigrates:
    """Pages read and write as the application role; tables are made by the owner alone."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"

    def allow_relation(self, *_: Any, **__: Any) -> bool:
        return True


class CountsApart:
    """What is counted (failed sign-ins, used codes) has a connection of its own, so that no undone request undoes it."""

    def db_for_read(self, model: Any, **_: Any) -> str | None:
        return "counting" if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read
