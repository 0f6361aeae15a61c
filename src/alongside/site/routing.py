"""Which of the two database roles does what."""

from typing import Any


class OwnerMigrates:
    """Pages read and write as the application role; tables are made by the owner alone."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"

    def allow_relation(self, *_: Any, **__: Any) -> bool:
        return True
