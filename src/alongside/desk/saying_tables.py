"""How many rows of which kind, said in words: for whoever is asked to forget somebody, and on the certificate."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from alongside.web.vocabulary import with_capital

OTHERS = "others: "
"""What stands before the rows about other people that pointed at this person."""


def said_by_table(rows: dict[str, int]) -> dict[str, Any]:
    """What goes, most first, and what of other people's records is only cut loose: each as a name and how many."""
    gone = sorted(((named(table), many) for table, many in rows.items() if not table.startswith(OTHERS)), key=lambda pair: (-pair[1], pair[0]))
    cut = [(named(table.removeprefix(OTHERS)), many) for table, many in rows.items() if table.startswith(OTHERS)]
    return {"gone": gone, "cut_loose": cut, "gone_in_all": sum(many for _name, many in gone)}


def named(table: str) -> str:
    """A table as a reader may know it: its own name in small letters, and where it is."""
    if table == "trail_change":
        return _("What was written before it was put right")
    model = next((model for model in apps.get_models(include_auto_created=True) if model._meta.db_table == table), None)
    return with_capital(str(model._meta.verbose_name)) if model else table
