"""Where words are typed: every column in which the name of one person could stand in the record of another."""

from __future__ import annotations

from django.db import models

from alongside.foundation.keeping import Keeping

THEIR_OWN_NAMES = frozenset({"people_person"})
"""Tables that hold what people themselves are called: another of the same name keeps theirs."""


def columns_with_words() -> list[tuple[str, str, str, str, str, str]]:
    """Every column in which somebody's name could have been typed into another's record: table, key, whose, column, whether it is JSON, and which part."""
    from .fences import declared

    return [
        (model._meta.db_table, model._meta.pk.column, keeping.person, field.column, str(isinstance(field, models.JSONField)).lower(), str(keeping.part))
        for model, keeping in declared()
        if isinstance(keeping, Keeping)
        and not (keeping.own or keeping.hidden)
        and model._meta.db_table not in THEIR_OWN_NAMES
        and model._meta.app_label != "trail"
        for name in keeping.personal
        if isinstance(field := model._meta.get_field(name), models.TextField | models.CharField | models.JSONField)
    ]
