"""How much somebody may send from one address in an hour, where nobody is asked who they are."""

from __future__ import annotations

import hashlib
from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from django.core.cache import cache

from alongside.web.pages import Request

AN_HOUR, MOST_AN_HOUR = 3600, 10
"""Seconds for which it is counted how much came from one address, and how much is kept in that time."""


def too_many_from_here(request: Request, kind: str) -> bool:
    """Counted for an hour by a digest of the address, as failed sign-ins are; nothing of it stands with what is kept."""
    from_here = hashlib.sha256(_line_of(get_adapter(request).get_client_ip(request)).encode()).hexdigest()[:32]
    key, now = f"{kind}?{from_here}", int(request.now.timestamp())
    # Kept with its end: what is only counted on would be kept for as long as all else that is kept for a while.
    until, many = cache.get(key) or (now + AN_HOUR, 0)
    cache.set(key, (until, many + 1), timeout=max(1, until - now))
    return bool(many >= MOST_AN_HOUR)


def _line_of(address: str) -> str:
    """The address; of those of the sixth version the half that a line has, for it has as many of the other half as it likes."""
    try:
        return str(ip_network((address, 64), strict=False)) if ":" in address else address
    except ValueError:
        return address
