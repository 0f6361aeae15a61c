"""On what basis in law records are kept: said apart from whom somebody lets be told, which is their choice."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _


def lawful_basis() -> str:
    """As people read it; an organisation says its own (ALONGSIDE_LAWFUL_BASIS)."""
    return settings.LAWFUL_BASIS or _(
        "We keep this record because it is our task in the public interest, and so that people are cared for "
        "(UK GDPR, Articles 6(1)(e) and 9(2)(h)). The law lets us do so; it is not your yes that does."
    )
