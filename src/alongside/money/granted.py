"""Small grants that we gave to groups, in 360Giving's form: what it asks of every grant, and no more than the books say."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from alongside.teams.models import Organisation

from .models import Spend
from .words import GRANT

OURS = "alongside-"
"""What stands before our keys. Whoever publishes puts the prefix that 360Giving gave them in its place."""


def paid(organisation: Organisation) -> QuerySet[Spend]:
    """Each that was paid, of the teams whose books the one who asks may read."""
    return Spend.objects.filter(way=GRANT, budget__team__organisation=organisation, came_to_pence__isnull=False, gone_at__isnull=True)


def granted_by(organisation: Organisation) -> list[dict[str, Any]]:
    """The same as they are told, the oldest first."""
    return [_said(organisation, one) for one in paid(organisation).select_related("group__locality").order_by("spent_on_day", "id")]


def _said(organisation: Organisation, spend: Spend) -> dict[str, Any]:
    group: Any = spend.group  # the table says that a grant has one
    pounds = (spend.came_to_pence or 0) / 100
    said = {
        "id": f"{OURS}{spend.id}",
        "title": spend.words,
        "description": spend.words,
        "currency": "GBP",
        "amountAwarded": int(pounds) if pounds.is_integer() else pounds,
        "awardDate": str(spend.spent_on_day),
        "recipientOrganization": [{"id": f"{OURS}{group.id}", "name": group.name}],
        "fundingOrganization": [{"id": f"{OURS}{organisation.id}", "name": organisation.name}],
    }
    return said | ({"beneficiaryLocation": [{"name": group.locality.name}]} if group.locality else {})
